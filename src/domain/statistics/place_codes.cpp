#include "domain/statistics/place_codes.hpp"

#include "base/text.hpp"
#include "domain/statistics/analysis.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace medskapa {
namespace {

constexpr std::array<std::string_view, 8> country_names{
    "riket", "hela riket", "sverige", "sweden", "hela landet", "totalt", "samtliga", "total"};

bool is_county(std::string_view code) {
    return !county_name(code).empty();
}

/// "2303" of "2303 Ragunda", as tables are saved where code and name stand in one column.
std::string without_name(const std::string& code) {
    const auto blank = code.find(' ');
    const auto digits = code.substr(0, blank);
    const bool is_number =
        std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    return is_number ? digits : code;
}

SwedishPlace swedish_place(const std::string& code) {
    constexpr std::size_t of_county = 2;
    constexpr std::size_t of_municipality = 4;
    if (code.size() == of_municipality && code.starts_with("00") && is_county(code.substr(of_county)))
        return {.county = code.substr(of_county)};
    if (code.size() == of_county && is_county(code)) return {.county = code};
    if (code.size() < of_municipality || !is_county(code.substr(0, of_county))) return {};
    const auto municipality = code.substr(0, of_municipality);
    if (county_of(municipality) != code.substr(0, of_county)) return {};  // no four digits
    return {code.substr(0, of_county), municipality, code.substr(of_municipality)};
}

/// Eurostat's, of Sweden: "SE3", "SE33", "SE332".
bool is_of_nuts(const std::string& code) {
    constexpr std::size_t longest = 5;
    return code.starts_with("SE") && code.size() > 2 && code.size() <= longest &&
           std::all_of(code.begin() + 2, code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Another country's, or a place of it, by the two letters that begin it: "NO", "FI1".
bool is_of_elsewhere(const std::string& code) {
    const auto is_letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    return code.size() >= 2 && !code.starts_with("SE") && is_letter(code[0]) && is_letter(code[1]) &&
           std::none_of(code.begin() + 2, code.end(), is_letter);
}

bool is_the_country(const std::string& code, const std::string& label) {
    if (code == "00" || code == "0000" || code == "SE") return true;
    const auto name = text::lower(text::trimmed(label));
    return std::find(country_names.begin(), country_names.end(), name) != country_names.end();
}

Inside swedish_lies_in(const SwedishPlace& place, const SwedishPlace& whole) {
    if (place.county != whole.county) return Inside::no;
    if (whole.municipality.empty()) return place.municipality.empty() ? Inside::no : Inside::yes;
    const bool is_part = place.municipality == whole.municipality && place.part != whole.part &&
                         place.part.starts_with(whole.part);
    if (!is_part) return Inside::no;
    return whole.part.empty() ? Inside::yes : Inside::unknown;
}

}  // namespace

NamedPlace::NamedPlace(std::string its_code, const std::string& label)
    : code{std::move(its_code)},
      swedish{swedish_place(without_name(code))},
      is_country{is_the_country(without_name(code), label)},
      is_nuts{is_of_nuts(code)},
      is_foreign{is_of_elsewhere(code)},
      is_called_county{text::lower(label).ends_with(" län")} {}

Inside lies_in(const NamedPlace& place, const NamedPlace& whole) {
    if (place.code == whole.code || place.is_country) return Inside::no;
    if (whole.is_country) return place.is_foreign ? Inside::no : Inside::yes;
    if (!place.swedish.county.empty() && !whole.swedish.county.empty())
        return swedish_lies_in(place.swedish, whole.swedish);
    const bool is_begun = !whole.code.empty() && place.code.starts_with(whole.code);
    if (is_begun) return place.is_nuts && whole.is_nuts ? Inside::yes : Inside::unknown;
    const bool is_name_alone = whole.swedish.county.empty() && whole.is_called_county;
    return is_name_alone && !place.is_called_county ? Inside::unknown : Inside::no;
}

}  // namespace medskapa
