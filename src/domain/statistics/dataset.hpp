#pragma once

#include "base/id.hpp"
#include "base/names.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "domain/site/process.hpp"

#include <optional>
#include <string>
#include <vector>

namespace medskapa {

/// Statistics that somebody has published, as they were read from one file. It never changes; newer figures
/// are another dataset, which may say that it replaces this one.
struct Dataset {
    /// Whether numbers below five may be shown. They may not, unless somebody has said why they may.
    enum class SmallNumbers { hidden, protected_by_source, no_people };

    struct Member {
        std::string code;
        std::string label;  // the same as the code where there is no other

        bool operator==(const Member&) const = default;
    };
    struct Dimension {
        std::string name;  // as the file has it, by which parameters of analyses know it
        std::vector<Member> members;
        std::string label = {};  // what people call it; empty: nobody has said

        bool operator==(const Dimension&) const = default;
    };
    /// Whether a number is shown. `few`: it counts so few people that it must not be. `withheld`: one of
    /// several in a sum, of which at least one is such a number; which one is not said.
    enum class Shown { shown, few, withheld };

    /// A number, or the sign that stands for none: missing is never 0.
    struct Cell {
        std::int64_t place = 0;  // among all combinations of members; the last dimension runs fastest
        std::optional<double> value;
        std::string sign;
        Shown shown = Shown::shown;  // see mark_hidden()

        bool is_hidden() const { return shown != Shown::shown; }
        bool operator==(const Cell&) const = default;
    };

    Id<Dataset> id = {};
    int number = 0;
    std::string title = {};
    std::string source = {};
    std::string licence = {};
    std::string digest =
        {};  // SHA-256 of the file, hexadecimal; for the staff alone where numbers are hidden
    std::int64_t cells = 0;
    std::int64_t missing = 0;  // of them without a number
    Instant imported_at = {};
    std::vector<Dimension> dimensions = {};
    Id<Process> process = {};  // none: it is the region's, and every process shows it
    std::string vintage = {};  // what time it is about, in the words of who kept it: "2015 and 2019"
    SmallNumbers small_numbers = SmallNumbers::hidden;
    Id<Dataset> replaces = {};       // the version before it
    std::string file_name = {};      // of the file that is kept; empty: the file is not
    std::string measure = {};        // what its numbers count: "sysselsatta"; empty: not said
    std::int64_t few = 0;            // of the cells that are hidden because they count fewer than five
    std::int64_t withheld = 0;       // and because a sum would give such a one away
    std::string salt = {};           // of the published digest, hexadecimal; empty where nothing is hidden
    std::string public_digest = {};  // what everybody sees: see published_digest()

    bool has_hidden() const { return few + withheld > 0; }
    bool is_shown_in(Id<Process> where) const { return !process || process == where; }
    /// Whether the cell may count so few people that it must not be shown: a whole number of 1 to 4, on
    /// either side of 0. A number with decimals counts nobody.
    bool hides(const Cell&) const;
    /// How many combinations of members there are, none above 10^15.
    std::optional<std::int64_t> places() const;
    /// A place's member in each dimension.
    std::vector<std::size_t> members_at(std::int64_t place) const;
};

template <>
inline constexpr auto names_of<Dataset::SmallNumbers> = names<Dataset::SmallNumbers>({
    {Dataset::SmallNumbers::hidden, "hidden", N_("Hide numbers below five")},
    {Dataset::SmallNumbers::protected_by_source, "protected_by_source",
        N_("Show them: the source has protected them itself")},
    {Dataset::SmallNumbers::no_people, "no_people", N_("Show them: no number counts fewer than five people")},
});

template <>
inline constexpr auto names_of<Dataset::Shown> = names<Dataset::Shown>({
    {Dataset::Shown::shown, "shown"},
    {Dataset::Shown::few, "few"},
    {Dataset::Shown::withheld, "withheld"},
});

/// SHA-256 of the salt's bytes and the file's digest, hexadecimal: who has the file and the salt can check
/// it, and who has neither cannot try out what the hidden numbers are. Without a salt the file's own digest.
std::string published_digest(const std::string& salt, const std::string& digest);

/// The sign that stands for a number in a file: "<5" for one that is hidden, "hidden" for one of several that
/// are hidden together, and otherwise the source's own.
std::string published_sign(const Dataset::Cell&);

/// What a dimension is called where nobody has said what: its known name in English ("Region" of "kommun",
/// "Time" of "period"), for a catalog to translate; nullptr for any other.
const char* known_label(std::string_view dimension_name);

/// Refuses a dataset without title, source, licence, dimensions or cells, one of more combinations than can
/// be counted, and cells that stand twice or in no place.
Result<Dataset> checked(Dataset, const std::vector<Dataset::Cell>&);

/// Borders of one level, as they were read from one file.
struct RegionMap {
    enum class Level { municipality, county, labour_market, functional_region };
    struct Area {
        std::string code;
        std::string name;
        std::string polygons;  // the coordinates of a GeoJSON MultiPolygon (RFC 7946), WGS 84

        bool operator==(const Area&) const = default;
    };

    Id<RegionMap> id = {};
    int number = 0;
    Level level = Level::municipality;
    std::string source = {};   // empty: not said
    std::string licence = {};  // likewise
    std::string digest = {};   // SHA-256 of the file, hexadecimal
    std::int64_t areas = 0;
    Instant imported_at = {};
};
template <>
inline constexpr auto names_of<RegionMap::Level> = names<RegionMap::Level>({
    {RegionMap::Level::municipality, "municipality"},
    {RegionMap::Level::county, "county"},
    {RegionMap::Level::labour_market, "labour_market"},
    {RegionMap::Level::functional_region, "functional_region"},
});

}  // namespace medskapa
