#include "engine/regional/read/json/json.hpp"
#include "engine/regional/read/wide/demography.hpp"
#include "engine/regional/read/wide/demography_cells.hpp"

#include <nlohmann/json.hpp>

namespace medskapa::regional::read {
namespace {

/// A county's year as it counts from the start.
std::optional<std::size_t> year_after(std::int64_t year, const Year& start_year) {
    const bool is_calendar = start_year && year >= 1000;
    const auto after = year - (is_calendar ? *start_year : 0);
    if (after < 1) return std::nullopt;
    return static_cast<std::size_t>(after);
}

/// The numbers of a list; none when it is no list of people.
std::optional<std::vector<double>> people_in(const nlohmann::json& list) {
    if (!list.is_array()) return std::nullopt;
    std::vector<double> people;
    for (const auto& number : list) {
        if (!number.is_number() || !(number.get<double>() <= most_people)) return std::nullopt;
        people.push_back(number.get<double>());
    }
    return people;
}

/// `{"1": [[women by age], [men by age]], ..}`.
Result<CountyFigures> json_county(std::string_view bytes, const Year& start_year, std::size_t ages) {
    const auto json = read_json(bytes);
    if (!json) return tl::unexpected{json.error()};
    CountyFigures county(ages);
    if (!json->is_object()) return county;
    for (const auto& [name, sexes] : json->items()) {
        const auto year = year_of({}, name, true);
        if (!year) return tl::unexpected{year.error()};
        for (const auto sex : both_sexes) {
            const auto at = static_cast<std::size_t>(sex);
            auto people = sexes.is_array() && sexes.size() == 2 ? people_in(sexes[at]) : std::nullopt;
            if (!people) {
                return because(
                    {name, N_("The county's year {} is no list of two: women by age, then men. Write it so."),
                        {name}});
            }
            const auto after = year_after(**year, start_year);
            if (!after) continue;
            if (auto fault = county.add(*after, sex, std::move(*people))) return because(std::move(*fault));
        }
    }
    return county;
}

}  // namespace

Result<CountyFigures> read_county(std::string_view bytes, std::optional<std::int64_t> start_year,
    std::size_t ages, const Choices& choices) {
    const auto first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (first != bytes.npos && bytes[first] == '{') return json_county(bytes, start_year, ages);
    const auto table = read_number_table(bytes, {year_column(WordColumn::Need::needed), sex_column}, choices);
    if (!table) return tl::unexpected{table.error()};
    const auto columns = age_columns(table->columns);
    if (!columns) return tl::unexpected{columns.error()};
    CountyFigures county(ages);
    for (const auto& row : table->rows) {
        const auto year = year_of(row, row.words[0], true);
        if (!year) return tl::unexpected{year.error()};
        const auto sex = sex_of(row, row.words[1]);
        if (!sex) return tl::unexpected{sex.error()};
        auto people = people_of(*table, row, *columns);
        if (!people) return tl::unexpected{people.error()};
        const auto after = year_after(**year, start_year);
        if (!after) continue;
        if (auto fault = county.add(*after, *sex, std::move(*people))) return because(std::move(*fault));
    }
    if (auto fault = county.fault()) return because(std::move(*fault));
    return county;
}

}  // namespace medskapa::regional::read
