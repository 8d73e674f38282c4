#include "app/priority/weighing_result.hpp"

#include "engine/opinion/weighing/best_worst.hpp"

#include <algorithm>
#include <cmath>

namespace medskapa::app {
namespace {

using opinion::PointsWeighing;

using Answers = std::vector<WeighingAnswer>;

constexpr std::size_t fewest = PointsWeighing::fewest_answers;

/// The answers of one kind by sector: those with fewer than five pooled when they are five together, else
/// left out.
std::map<std::string, Answers> in_groups(const Answers& answers) {
    std::map<std::string, Answers> groups;
    for (const auto& one : answers) groups[std::string{name_of(one.sector)}].push_back(one);
    Answers small;
    for (auto group = groups.begin(); group != groups.end();) {
        if (group->second.size() >= fewest) {
            ++group;
            continue;
        }
        small.insert(small.end(), group->second.begin(), group->second.end());
        group = groups.erase(group);
    }
    if (small.size() >= fewest) groups[std::string{PointsWeighing::pooled}] = std::move(small);
    return groups;
}

PointsWeighing::Sector described(const Answers& answers, std::size_t items) {
    PointsWeighing weighing{items};
    for (const auto& one : answers) weighing.add("all", one.shares());
    const auto sectors = weighing.sectors();
    const auto found = sectors.by_name.find("all");
    return found == sectors.by_name.end() ? PointsWeighing::Sector{} : found->second;
}

WeighingResult::Group group_of(const Answers& answers, std::size_t items) {
    const auto sector = described(answers, items);
    return {answers.size(), sector.items};
}

/// Whether every part of a group that is of one kind of weighers is empty or five people: then neither a
/// group nor what is left of it when another is taken away is fewer.
bool may_be_split(const std::map<std::string, Answers>& groups) {
    return std::all_of(groups.begin(), groups.end(), [](const auto& group) {
        const auto invited = static_cast<std::size_t>(std::count_if(group.second.begin(), group.second.end(),
            [](const auto& one) { return one.assurance == WeigherKind::invited; }));
        const auto open = group.second.size() - invited;
        return (invited == 0 || invited >= fewest) && (open == 0 || open >= fewest);
    });
}

void add_points(WeighingResult& result, const Answers& answers, std::size_t items) {
    const auto groups = in_groups(answers);
    std::map<std::string, PointsWeighing::Sector> sectors;
    std::map<WeigherKind, Answers> by_assurance;
    for (const auto& [name, group] : groups) {
        result.by_sector[name] = group_of(group, items);
        result.people += group.size();
        sectors[name] = described(group, items);
        for (const auto& one : group) by_assurance[one.assurance].push_back(one);
    }
    result.left_out += answers.size() - result.people;
    result.total = opinion::weighed_total(sectors, {});
    if (by_assurance.size() < 2 || !may_be_split(groups)) return;
    for (const auto& [kind, group] : by_assurance) result.by_assurance[kind] = group_of(group, items);
}

void add_choices(WeighingResult& result, const Answers& answers, std::size_t items) {
    if (answers.size() < fewest) return;
    opinion::BestWorst choices{items};
    for (const auto& one : answers)
        for (const auto& choice : one.bests())
            choices.add({one.person, choice.shown, choice.best, choice.worst});
    const auto worth = choices.worth();
    double sum = 0;
    for (const auto one : worth.worth) sum += std::exp(one);
    const auto of_hundred = [&](double log_worth) { return 100 * std::exp(log_worth) / sum; };
    for (std::size_t item = 0; item < items; ++item)
        result.shares.push_back(
            {worth.share[item], of_hundred(worth.low(item)), of_hundred(worth.high(item))});
    result.chose_of_four = answers.size();
}

Answers those_who(const Answers& answers, const std::string WeighingAnswer::*gave) {
    Answers found;
    std::copy_if(answers.begin(), answers.end(), std::back_inserter(found),
        [&](const WeighingAnswer& one) { return !(one.*gave).empty(); });
    return found;
}

}  // namespace

WeighingResult result_of_weighing(const std::vector<WeighingAnswer>& answers, std::size_t items) {
    WeighingResult result;
    add_points(result, those_who(answers, &WeighingAnswer::points), items);
    add_choices(result, those_who(answers, &WeighingAnswer::choices), items);
    return result;
}

}  // namespace medskapa::app
