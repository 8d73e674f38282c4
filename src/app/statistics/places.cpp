#include "app/statistics/analysis.hpp"
#include "engine/regional/areas/labour_markets.hpp"
#include "engine/regional/areas/self_containment.hpp"

#include <algorithm>

/// Who depends on whom.
namespace medskapa::app {
namespace {

using regional::Role;

constexpr double step_tried = 0.025;  // of each limit, up and down

std::string word_of(Role role) {
    switch (role) {
        case Role::self_sufficient: return "self_sufficient";
        case Role::workplace: return "workplace";
        case Role::isolated: return "isolated";
        case Role::secondary: return "secondary";
        case Role::alone: return "alone";
        case Role::cut_from_circle: return "cut_from_circle";
        case Role::cut_from_chain: return "cut_from_chain";
        case Role::follower: return "follower";
        case Role::member: return "member";
        case Role::unassigned: return "unassigned";
    }
    return {};
}

std::string code_at(const regional::Flows& flows, std::optional<std::size_t> place) {
    return place ? flows.codes()[*place] : std::string{};
}

/// Where the place would belong if a limit were a little higher or lower; empty where nothing changes.
std::string moves_to(
    const regional::Flows& flows, const std::vector<regional::Move>& moves, std::size_t place) {
    for (const auto& move : moves)
        if (move.place == place) return flows.codes()[move.area];
    return {};
}

AnalysisResult::Row place_row(const FlowInput& input, const regional::Division& division,
    const std::vector<regional::Move>& moves, std::size_t place) {
    const auto& placing = division.places[place];
    const auto& code = input.flows.codes()[place];
    const auto label = input.labels.find(code);
    return {code, label == input.labels.end() ? code : label->second, word_of(placing.role),
        {code_at(input.flows, placing.area), code_at(input.flows, placing.largest_to),
            moves_to(input.flows, moves, place)},
        {input.flows.residents(place), input.flows.jobs(place), placing.out_share, placing.largest_share,
            static_cast<double>(placing.links)}};
}

void count_areas(AnalysisResult& result, const FlowInput& input, const regional::Division& division) {
    const auto areas = regional::balances(input.flows, division.places);
    result.numbers["areas"] = static_cast<double>(areas.size());
    result.numbers["places"] = static_cast<double>(division.places.size());
    result.numbers["few"] = static_cast<double>(input.few);
    std::size_t largest = 0;
    for (const auto& area : areas)
        if (area.places > largest) {
            largest = area.places;
            result.texts["largest"] = input.flows.codes()[area.area];
            result.numbers["largest_places"] = static_cast<double>(area.places);
        }
}

}  // namespace

Result<AnalysisResult> labour_markets_of(
    const Dataset& dataset, const std::vector<Dataset::Cell>& cells, const Parameters& parameters) {
    const auto input = read_flows(dataset, cells, parameters);
    if (!input) return tl::unexpected{input.error()};
    const regional::LocalRule rule;
    const auto division = regional::local_labour_markets(input->flows, {}, rule);
    const auto moves = regional::sensitivity(input->flows, {}, rule, step_tried);

    AnalysisResult result;
    result.warnings = division.warnings;  // and those of the flows
    result.text_columns = {"area", "largest_to", "moves_to"};
    result.number_columns = {"residents", "jobs", "out_share", "largest_share", "links"};
    for (std::size_t place = 0; place < division.places.size(); ++place)
        result.rows.push_back(place_row(*input, division, moves, place));
    std::stable_sort(result.rows.begin(), result.rows.end(),
        [](const auto& a, const auto& b) { return a.numbers[3].value_or(0) > b.numbers[3].value_or(0); });
    result.numbers["max_out"] = rule.max_out;
    result.numbers["max_single"] = rule.max_single;
    result.numbers["moved"] = static_cast<double>(std::count_if(
        result.rows.begin(), result.rows.end(), [](const auto& row) { return !row.texts[2].empty(); }));
    if (const auto period = parameters.find(asked::period); period != parameters.end())
        result.texts["period"] = period->second;
    count_areas(result, *input, division);
    return result;
}

}  // namespace medskapa::app
