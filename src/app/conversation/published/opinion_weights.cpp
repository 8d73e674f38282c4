#include "app/conversation/published/opinion_comparisons.hpp"
#include "app/conversation/published/opinion_drawing.hpp"
#include "engine/opinion/statistics/weights.hpp"

#include <algorithm>
#include <cmath>

namespace medskapa::app {
namespace {

using Population = std::map<std::string, std::int64_t>;
using Answer = std::string Background::*;

/// Everybody's background, in rising order of ids.
std::vector<Background> backgrounds_by_id(const opinion::Conversation& votes, const Backgrounds& told) {
    std::vector<Background> all;
    for (const auto seat : votes.seats_by_id()) {
        const auto found = told.find(votes.participants()[seat]);
        all.push_back(found == told.end() ? Background{} : found->second);
    }
    return all;
}

/// Of the categories that enough people have answered with.
opinion::Margin margin_of(const std::string& name, const Population& population,
    const std::vector<Background>& people, Answer answer) {
    opinion::Margin margin{name, {}, {}, {}};
    for (const auto& [category, inhabitants] : population) {
        const auto is_it = [&](const Background& told) { return told.*answer == category; };
        if (std::count_if(people.begin(), people.end(), is_it) < OpinionResult::fewest_shown) continue;
        margin.categories.push_back(category);
        margin.population.push_back(static_cast<double>(inhabitants));
    }
    for (const auto& told : people) {
        const auto found = std::find(margin.categories.begin(), margin.categories.end(), told.*answer);
        margin.answers.push_back(found == margin.categories.end()
                                     ? opinion::Margin::no_answer
                                     : static_cast<int>(found - margin.categories.begin()));
    }
    return margin;
}

std::vector<opinion::Margin> margins(
    const std::vector<Background>& people, const medskapa::Population& population) {
    std::vector<opinion::Margin> found{
        margin_of("municipality", population.by_municipality, people, &Background::municipality),
        margin_of("age_class", population.by_age_class, people, &Background::age_class)};
    std::erase_if(found, [](const opinion::Margin& margin) { return margin.categories.size() < 2; });
    return found;
}

int count_answering(std::size_t people, const std::vector<opinion::Margin>& margins) {
    int answering = 0;
    for (std::size_t person = 0; person < people; ++person)
        if (std::any_of(margins.begin(), margins.end(),
                [&](const auto& margin) { return margin.answers[person] != opinion::Margin::no_answer; }))
            ++answering;
    return answering;
}

/// Those who answered with each category.
std::vector<FigureSets::Members> people_by_category(const opinion::Margin& margin) {
    std::vector<FigureSets::Members> people(margin.categories.size());
    for (std::size_t person = 0; person < margin.answers.size(); ++person)
        if (margin.answers[person] != opinion::Margin::no_answer)
            people[static_cast<std::size_t>(margin.answers[person])].push_back(
                static_cast<std::uint32_t>(person));
    return people;
}

double down_to_fives(double people) {
    constexpr double five = OpinionResult::fewest_shown;
    return std::floor(people / five) * five;
}

/// As coarse as counts in fives.
OpinionResult::OnStatement::Weighted coarse(const opinion::WeighedStatement& weighed, int voters) {
    const auto people = [&](double share) { return static_cast<int>(std::lround(share * voters)); };
    const auto agrees = people(weighed.weighted.agree);
    const auto disagrees = std::min(people(weighed.weighted.disagree), voters - agrees);
    const auto votes = in_fives(OpinionResult::Votes{agrees, disagrees, voters});
    if (!votes.is_shown()) return {};
    return {two_digits(votes.share_agreeing()),
        two_digits(static_cast<double>(votes.disagrees) / votes.votes),
        down_to_fives(weighed.effective_votes)};
}

}  // namespace

void add_weights(
    OpinionResult& result, const opinion::Conversation& on_map, const ToWeigh& to_weigh, FigureSets& sets) {
    const auto people = backgrounds_by_id(on_map, to_weigh.backgrounds);
    auto by = margins(people, to_weigh.population);
    std::erase_if(by, [&](const auto& margin) { return !sets.admit(people_by_category(margin)); });
    if (by.empty()) return;
    const auto weights = opinion::raked(people.size(), by);
    if (!weights) return;
    for (const auto& margin : by) result.weighting.questions.push_back(margin.name);
    result.weighting.answered = in_fives(count_answering(people.size(), by));
    result.weighting.effective_people = down_to_fives(opinion::effective_people(weights->of));
    const auto weighed = opinion::weighed(on_map, weights->of);
    const auto everyone = opinion::tally_everyone(on_map);
    for (std::size_t s = 0; s < result.statements.size(); ++s)
        result.statements[s].weighted = coarse(weighed[s], everyone[s].votes);
}

}  // namespace medskapa::app
