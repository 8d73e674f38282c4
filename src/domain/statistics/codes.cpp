#include "domain/statistics/analysis.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

/// Codes that Swedish statistics use, and what the dimensions of a dataset are called.
namespace medskapa {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 21> counties{{
    {"01", "Stockholms län"},
    {"03", "Uppsala län"},
    {"04", "Södermanlands län"},
    {"05", "Östergötlands län"},
    {"06", "Jönköpings län"},
    {"07", "Kronobergs län"},
    {"08", "Kalmar län"},
    {"09", "Gotlands län"},
    {"10", "Blekinge län"},
    {"12", "Skåne län"},
    {"13", "Hallands län"},
    {"14", "Västra Götalands län"},
    {"17", "Värmlands län"},
    {"18", "Örebro län"},
    {"19", "Västmanlands län"},
    {"20", "Dalarnas län"},
    {"21", "Gävleborgs län"},
    {"22", "Västernorrlands län"},
    {"23", "Jämtlands län"},
    {"24", "Västerbottens län"},
    {"25", "Norrbottens län"},
}};

/// The last division of each section of SNI 2007.
constexpr std::array<std::pair<int, char>, 21> sections{{
    {3, 'A'},
    {9, 'B'},
    {33, 'C'},
    {35, 'D'},
    {39, 'E'},
    {43, 'F'},
    {47, 'G'},
    {53, 'H'},
    {56, 'I'},
    {63, 'J'},
    {66, 'K'},
    {68, 'L'},
    {75, 'M'},
    {82, 'N'},
    {84, 'O'},
    {85, 'P'},
    {88, 'Q'},
    {93, 'R'},
    {96, 'S'},
    {98, 'T'},
    {99, 'U'},
}};

bool are_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_called(const std::string& name, std::initializer_list<std::string_view> words) {
    const auto folded = text::lower(name);
    return std::any_of(
        words.begin(), words.end(), [&](std::string_view word) { return folded.find(word) != folded.npos; });
}

bool is_exactly(const std::string& name, std::initializer_list<std::string_view> words) {
    const auto folded = text::lower(name);
    return std::find(words.begin(), words.end(), folded) != words.end();
}

bool holds_periods(const Dataset::Dimension& dimension) {
    if (is_called(dimension.name, {"period", "year", "tid", "månad", "kvartal"})) return true;
    if (is_exactly(dimension.name, {"år", "ar", "time"})) return true;
    return !dimension.members.empty() &&
           std::all_of(dimension.members.begin(), dimension.members.end(),
               [](const auto& member) {
                   return are_digits(member.code) && member.code.size() == 4 && member.code >= "1900" &&
                          member.code <= "2100";
               }) &&
           !is_called(dimension.name, {"region", "kommun"});
}

}  // namespace

DimensionRoles guessed_roles(const std::vector<Dataset::Dimension>& dimensions) {
    DimensionRoles roles;
    for (std::size_t k = 0; k < dimensions.size(); ++k) {
        const auto& name = dimensions[k].name;
        if (is_exactly(name, {"to", "till", "arbetsställe", "arbetsställekommun"}) ||
            is_called(name, {"arbetsst", "arbetskommun", "workplace", "till "}))
            roles.destinations = k;
        else if (!roles.periods && holds_periods(dimensions[k]))
            roles.periods = k;
        else if (!roles.regions &&
                 (is_called(name, {"region", "kommun", "municipality", "län", "bostad", "geo"}) ||
                     is_exactly(name, {"from", "från", "area"})))
            roles.regions = k;
        else if (!roles.industries && dimensions[k].members.size() > 1)
            roles.industries = k;
    }
    return roles;
}

std::string county_of(const std::string& code) {
    return code.size() == 4 && are_digits(code) ? code.substr(0, 2) : code;
}

std::string county_name(std::string_view code) {
    for (const auto& [known, name] : counties)
        if (known == code) return std::string{name};
    return {};
}

char section_of(std::string_view code) {
    if (code.size() < 2 || !are_digits(code.substr(0, 2))) return ' ';
    const int division = (code[0] - '0') * 10 + (code[1] - '0');
    for (const auto& [last, section] : sections)
        if (division <= last) return section;
    return ' ';
}

}  // namespace medskapa
