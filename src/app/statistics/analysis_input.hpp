#pragma once

#include "domain/statistics/analysis.hpp"
#include "engine/regional/areas/flows.hpp"
#include "engine/regional/table.hpp"
#include "store/sql/connection.hpp"

#include <map>
#include <set>

/// A dataset that is kept, as the regional engine reads it.
namespace medskapa::app {

/// What the parameters of an analysis are called. A dimension is named by its name in the dataset.
namespace asked {
inline constexpr const char* regions = "regions";
inline constexpr const char* industries = "industries";
inline constexpr const char* periods = "periods";
inline constexpr const char* destinations = "destinations";
inline constexpr const char* period = "period";
inline constexpr const char* from = "from";
inline constexpr const char* region = "region";
inline constexpr const char* ages = "ages";
inline constexpr const char* sexes = "sexes";
inline constexpr const char* measures = "measures";  // people, and what befalls them
inline constexpr const char* years = "years";        // how many ahead
inline constexpr const char* level = "level";        // "county": municipalities are summed to counties
inline constexpr const char* only = "only:";         // and a dimension's name: the one member that counts
}  // namespace asked

/// One period of a dataset. A number that is too small to be shown is missing here too: no sum holds it, so
/// that nobody can find it by subtraction.
struct AnalysisInput {
    regional::Table table;
    std::map<std::string, std::string> region_labels;
    std::map<std::string, std::string> industry_labels;
    using Pair = std::pair<std::string, std::string>;  // region and industry
    std::set<Pair> few;                                // what is hidden because it is below five
    std::set<Pair> withheld;                           // and because it would give such a one away
    std::set<std::string> wholes;      // regions that hold others, and are not counted beside them
    std::vector<std::string> periods;  // all that the dataset has, in their order

    std::string region_label(const std::string& code) const;
    std::string industry_label(const std::string& code) const;
    /// Why there is no number: "few", "withheld" or "missing".
    std::string why_none(const std::string& region, const std::string& industry) const;
    /// Where a code stands among the table's regions. Refuses one that is not there, or that holds others.
    Result<std::size_t> region(const std::string& code) const;
};

/// Refuses, with the parameter as the complaint's part, dimensions and members that the dataset does not
/// have, a further dimension of which no single member is chosen, and what the engine refuses. `period`: of
/// the period's dimension; empty for the last. Where municipalities are summed to counties, those of a county
/// that has a row of its own are in that already. A region that holds others is not counted beside them, nor
/// is an industry, see separate_sums() and without_industry_sums().
Result<AnalysisInput> read_input(
    const Dataset&, const std::vector<Dataset::Cell>&, const Parameters&, const std::string& period);

/// A place's number, or a note that says why there is none: "few", "withheld" or "missing".
struct PlaceValue {
    Dataset::Member place;
    std::optional<double> value;
    std::string note;
};
/// One for each place of the regions' dimension, in its order, with one member chosen of every other.
Result<std::vector<PlaceValue>> read_places(
    const Dataset&, const std::vector<Dataset::Cell>&, const Parameters&);

/// Measures of regions: no amounts, so that one may be below 0. What is hidden or not there is none.
struct MeasureInput {
    std::vector<Dataset::Member> regions;  // by code
    std::vector<Dataset::Member> measures;
    std::vector<std::optional<double>> values;  // regions x measures, row by row
};
/// Refuses as read_input() does; the industries' dimension holds the measures.
Result<MeasureInput> read_measures(const Dataset&, const std::vector<Dataset::Cell>&, const Parameters&);

/// Commuting between two dimensions of places, likewise; too small flows count as none.
struct FlowInput {
    regional::Flows flows;
    std::map<std::string, std::string> labels;
    std::int64_t few = 0;
};
Result<FlowInput> read_flows(const Dataset&, const std::vector<Dataset::Cell>&, const Parameters&);

}  // namespace medskapa::app
