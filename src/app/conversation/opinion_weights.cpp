#include "app/conversation/opinion_comparisons.hpp"
#include "app/conversation/opinion_drawing.hpp"
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

}  // namespace

void add_weights(OpinionResult& result, const opinion::Conversation& votes, const Backgrounds& told,
    const medskapa::Population& population) {
    const auto people = backgrounds_by_id(votes, told);
    const auto by = margins(people, population);
    if (by.empty()) return;
    const auto weights = opinion::raked(people.size(), by);
    if (!weights) return;
    for (const auto& margin : by) result.weighting.questions.push_back(margin.name);
    result.weighting.answered = count_answering(people.size(), by);
    result.weighting.effective_people = rounded(opinion::effective_people(weights->of));
    result.weighting.capped = static_cast<int>(weights->capped);
    const auto weighed = opinion::weighed(votes, weights->of);
    for (auto& on : result.statements) {
        const auto& w = weighed[*votes.index_of(on.number)];
        if (on.everyone.is_shown())
            on.weighted = {
                rounded(w.weighted.agree), rounded(w.weighted.disagree), rounded(w.effective_votes)};
    }
}

}  // namespace medskapa::app
