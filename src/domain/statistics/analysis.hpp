#pragma once

#include "domain/document/document.hpp"
#include "domain/statistics/dataset.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medskapa {

/// What was asked of an analysis, by name: which dimension holds the regions, which period, which region.
using Parameters = std::map<std::string, std::string>;

/// A line "name=value" each, by name, so that the same parameters are the same text.
std::string text_of(const Parameters&);
Parameters read_parameters(std::string_view);

/// An analysis of a dataset that was made once. It never changes, so that a text may rest on it: the same
/// dataset, parameters and engine give the same result again.
struct AnalysisRun {
    enum class Kind {
        specialisation,
        shift_share,
        labour_markets,
        variety,
        opportunities,
        indicator_map,
        neighbours,
        entry_exit,
        projection
    };

    Id<AnalysisRun> id = {};
    Id<Process> process = {};
    int number = 0;
    Kind kind = Kind::specialisation;
    Id<Dataset> dataset = {};
    std::string parameters = {};  // text_of(Parameters)
    std::string engine = {};      // its name and version
    std::string result = {};      // an AnalysisResult as text; empty once removed
    std::string digest = {};      // SHA-256 of the result, hexadecimal
    Instant made_at = {};
    std::optional<Instant> removed_at = {};
};
template <>
inline constexpr auto names_of<AnalysisRun::Kind> = names<AnalysisRun::Kind>({
    {AnalysisRun::Kind::specialisation, "specialisation", N_("Specialisation")},
    {AnalysisRun::Kind::shift_share, "shift_share", N_("What drives the change")},
    {AnalysisRun::Kind::labour_markets, "labour_markets", N_("Local labour markets")},
    {AnalysisRun::Kind::variety, "variety", N_("Variety")},
    {AnalysisRun::Kind::opportunities, "opportunities", N_("Opportunities")},
    {AnalysisRun::Kind::indicator_map, "indicator_map", N_("A measure on the map")},
    {AnalysisRun::Kind::neighbours, "neighbours", N_("Regions that are most alike")},
    {AnalysisRun::Kind::entry_exit, "entry_exit", N_("What comes and goes")},
    {AnalysisRun::Kind::projection, "projection", N_("How many we may become")},
});

/// "A-17"
std::string reference(const AnalysisRun&);
/// "D-4"
std::string reference(const Dataset&);

/// What an analysis found, in the same form for all kinds: facts about the whole, and rows of texts and
/// numbers in columns. A number that is not known is none, and the row's note says why.
struct AnalysisResult {
    struct Row {
        std::string code;
        std::string label;
        std::string note;  // what the row is: "more", "few", "missing", a role
        std::vector<std::string> texts = {};
        std::vector<std::optional<double>> numbers = {};

        bool operator==(const Row&) const = default;
    };

    std::map<std::string, std::string> texts = {};
    std::map<std::string, double> numbers = {};
    std::vector<std::string> text_columns = {};
    std::vector<std::string> number_columns = {};
    std::vector<Row> rows = {};
    std::vector<Complaint> warnings = {};

    std::string text(const std::string& name) const;
    /// 0 where there is none of that name.
    double number(const std::string& name) const;
    std::optional<double> number(const Row&, std::string_view column) const;
    std::string text(const Row&, std::string_view column) const;
    const Row* row_of(std::string_view code) const;
    /// The rows with that note, in their order.
    std::vector<const Row*> noted(std::string_view note) const;
    bool operator==(const AnalysisResult&) const = default;
};

/// A figure of a result that a text may cite: "55:lq" is a column of a row, "change" a fact of the whole.
/// None where the result has no such number, or it is hidden.
std::optional<double> figure_in(const AnalysisResult&, std::string_view figure);

struct Priority;
struct SwotItem;

/// That a paragraph, a priority or an item of a SWOT rests on a figure of a run: one of the three is named,
/// and none when it was taken off, so that its number is not used again.
struct Citation {
    Id<Citation> id = {};
    Id<Process> process = {};
    int number = 0;
    Id<Node> node = {};
    Id<AnalysisRun> run = {};
    std::string figure = {};  // see figure_in()
    Instant cited_at = {};
    Id<AnalysisRun> was = {};  // the run that it cited before somebody looked at newer data
    std::optional<Instant> looked_at = {};
    Id<Priority> priority = {};
    Id<SwotItem> swot_item = {};
    Id<Dataset> holds_over = {};  // the newer data over which somebody said that it holds all the same
    std::optional<Instant> held_at = {};
    std::string held_why = {};
    std::string held_role = {};
};

/// Which dimension of a dataset holds what, by position; a guess from names and codes, for a person to
/// correct.
struct DimensionRoles {
    std::optional<std::size_t> regions;
    std::optional<std::size_t> industries;
    std::optional<std::size_t> periods;
    std::optional<std::size_t> destinations;  // of flows between regions
    // Of statistics on people: see domain/statistics/population.hpp.
    std::optional<std::size_t> ages = {};
    std::optional<std::size_t> sexes = {};
    std::optional<std::size_t> measures = {};  // people, and what befalls them

    bool are_about_people() const { return ages && sexes && measures; }
};
DimensionRoles guessed_roles(const std::vector<Dataset::Dimension>&);

/// Why statistics of those dimensions cannot answer that kind of question, and what would help, as a sentence
/// in English for a catalog to translate; nullptr where they can.
const char* why_not(AnalysisRun::Kind, const std::vector<Dataset::Dimension>&);

/// The county of a municipality by its code, "2303" -> "23"; any other code is itself.
std::string county_of(const std::string& code);
/// The official name of a county, "23" -> "Jämtlands län"; empty for any other code.
std::string county_name(std::string_view code);
/// The section of SNI 2007 (NACE Rev. 2) that an industry's code begins in, "55" or "55-56" -> 'I'; a blank
/// for what is no such code.
char section_of(std::string_view code);

}  // namespace medskapa
