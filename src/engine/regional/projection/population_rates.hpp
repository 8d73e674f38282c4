#pragma once

#include "base/result.hpp"
#include "engine/regional/projection/population.hpp"

#include <map>
#include <optional>
#include <tuple>

namespace medskapa::regional {

/// What a row of rates is about. `net_moving` stands in place of moving out and in where only that is known.
enum class Rate : std::uint8_t { fertility, death_risk, moving_out, moving_in, net_moving };
}  // namespace medskapa::regional

namespace medskapa {

template <>
inline constexpr auto names_of<regional::Rate> = names<regional::Rate>({
    {regional::Rate::fertility, "fertility"},
    {regional::Rate::death_risk, "death risk"},
    {regional::Rate::moving_out, "moving out"},
    {regional::Rate::moving_in, "moving in"},
    {regional::Rate::net_moving, "net moving"},
});

}  // namespace medskapa

namespace medskapa::regional {

/// The rates of one sex in one municipality, by age in whole years.
struct SexRates {
    std::vector<double> dies;       // 0..1, by age at the start of the year
    std::vector<double> moves_out;  // 0..1 of the survivors, by age at the start
    std::vector<double> move_in;    // people, by age at the end; of 0 are those who were born in the year
    double born_dies = 0;           // of those born in the year
    double born_moves_out = 0;
};

struct MunicipalityRates {
    std::vector<double> fertility;  // births a woman and year, by her age at the end of the year
    SexRates women;
    SexRates men;

    const SexRates& of(Sex sex) const { return sex == Sex::women ? women : men; }
    SexRates& of(Sex sex) { return sex == Sex::women ? women : men; }
};

/// In the order of a population's municipalities.
using PopulationRates = std::vector<MunicipalityRates>;

/// One row as a file gives it; what is not known is none. Fertility has no `born`.
struct RateRow {
    std::string municipality;  // every_municipality for all that have no row of their own
    Rate rate = Rate::fertility;
    Sex sex = Sex::women;
    std::optional<double> born = {};  // those born in the year
    std::vector<std::optional<double>> by_age = {};
    std::size_t line = 0;  // in the file
};
inline constexpr std::string_view every_municipality = "(all)";

/// Why a value of the row cannot be, with line, age, sex and municipality named; none when it can. No `age`
/// means those born in the year. Rates are 0..1; births a woman are 0 or more, and 0 at age 0; people
/// who move in are 0 or more where a share moves out, and any number where only the net is known.
std::optional<Complaint> rate_fault(const RateRow&, std::optional<std::size_t> age);

/// Gathers rows of rates in any order.
class RatesBuilder {
public:
    /// Refuses the first value that `rate_fault` finds wrong, and a row that stands twice.
    std::optional<Complaint> add(RateRow);

    /// The rates of a population. Refuses a municipality that lacks a row, rows of another number of ages,
    /// and a negative number of people moving in where a share moves out.
    Result<PopulationRates> finish(const Population&) const;

private:
    using Key = std::tuple<std::string, Rate, Sex>;
    const RateRow* row(const std::string& municipality, Rate, Sex) const;
    Result<const RateRow*> needed(const Population&, std::size_t municipality, Rate, Sex) const;
    Result<SexRates> of_sex(const Population&, std::size_t municipality, Sex) const;
    std::optional<Failure> add_moves(SexRates&, const Population&, std::size_t municipality, Sex) const;

    std::map<Key, RateRow> rows_;
};

}  // namespace medskapa::regional
