#include "app/statistics/analysis.hpp"
#include "engine/regional/areas/labour_markets.hpp"

#include <algorithm>
#include <map>

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

/// Whether a place is in the region that is asked about; all are where none is.
bool is_inside(const std::string& region, const std::string& code) {
    return region.empty() || code == region || county_of(code) == region;
}

AnalysisResult::Row place_row(const FlowInput& input, const regional::Division& division,
    const std::vector<regional::Move>& moves, std::size_t place, const std::string& region) {
    const auto& placing = division.places[place];
    const auto& code = input.flows.codes()[place];
    const auto label = input.labels.find(code);
    return {code, label == input.labels.end() ? code : label->second, word_of(placing.role),
        {code_at(input.flows, placing.area), code_at(input.flows, placing.largest_to),
            moves_to(input.flows, moves, place)},
        {input.flows.residents(place), input.flows.jobs(place), placing.out_share, placing.largest_share,
            static_cast<double>(placing.links), is_inside(region, code) ? 1.0 : 0.0}};
}

/// How many labour markets hold some place of the region, and which holds most of them. What lies outside
/// decides where people go, but is not counted.
void count_areas(AnalysisResult& result, const FlowInput& input) {
    std::map<std::string, int> places_of;
    double inside = 0;
    for (const auto& row : result.rows) {
        if (result.number(row, "inside") != 1.0) continue;
        ++inside;
        if (!row.texts.front().empty()) ++places_of[row.texts.front()];
    }
    result.numbers["areas"] = static_cast<double>(places_of.size());
    result.numbers["places"] = inside;
    result.numbers["outside"] = static_cast<double>(result.rows.size()) - inside;
    result.numbers["few"] = static_cast<double>(input.few);
    const auto largest = std::max_element(
        places_of.begin(), places_of.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    if (largest == places_of.end()) return;
    result.texts["largest"] = largest->first;
    result.numbers["largest_places"] = largest->second;
}

}  // namespace

Result<AnalysisResult> labour_markets_of(
    const Dataset& dataset, const std::vector<Dataset::Cell>& cells, const Parameters& parameters) {
    const auto input = read_flows(dataset, cells, parameters);
    if (!input) return tl::unexpected{input.error()};
    const regional::LocalRule rule;
    const auto asked_for = parameters.find(asked::region);
    const auto region = asked_for == parameters.end() ? std::string{} : asked_for->second;
    if (std::none_of(input->flows.codes().begin(), input->flows.codes().end(),
            [&](const std::string& code) { return is_inside(region, code); }))
        return refuse(Failure::Kind::invalid,
            {{asked::region, N_("The dataset has no region \"{}\". Choose one of those that it has"),
                {region}}});
    const auto division = regional::local_labour_markets(input->flows, {}, rule);
    const auto moves = regional::sensitivity(input->flows, {}, rule, step_tried);

    AnalysisResult result;
    result.warnings = division.warnings;  // and those of the flows
    result.text_columns = {"area", "largest_to", "moves_to"};
    result.number_columns = {"residents", "jobs", "out_share", "largest_share", "links", "inside"};
    for (std::size_t place = 0; place < division.places.size(); ++place)
        result.rows.push_back(place_row(*input, division, moves, place, region));
    std::stable_sort(result.rows.begin(), result.rows.end(),
        [](const auto& a, const auto& b) { return a.numbers[3].value_or(0) > b.numbers[3].value_or(0); });
    result.numbers["max_out"] = rule.max_out;
    result.numbers["max_single"] = rule.max_single;
    result.numbers["moved"] = static_cast<double>(std::count_if(result.rows.begin(), result.rows.end(),
        [](const auto& row) { return !row.texts[2].empty() && row.numbers.back() == 1.0; }));
    if (const auto period = parameters.find(asked::period); period != parameters.end())
        result.texts["period"] = period->second;
    if (!region.empty()) {
        const auto own = input->labels.find(region);
        const auto county = county_name(region);
        result.texts["region"] = region;
        result.texts["region_label"] = !county.empty()              ? county
                                       : own == input->labels.end() ? region
                                                                    : own->second;
    }
    count_areas(result, *input);
    return result;
}

}  // namespace medskapa::app
