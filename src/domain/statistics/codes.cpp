#include "domain/statistics/analysis.hpp"

#include "base/text.hpp"
#include "domain/statistics/population.hpp"

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

bool holds_periods(const Dataset::Dimension& dimension, const std::string& name) {
    if (is_called(name, {"period", "year", "tid", "månad", "kvartal"})) return true;
    if (is_exactly(name, {"år", "ar", "time"})) return true;
    return !dimension.members.empty() &&
           std::all_of(dimension.members.begin(), dimension.members.end(),
               [](const auto& member) {
                   return are_digits(member.code) && member.code.size() == 4 && member.code >= "1900" &&
                          member.code <= "2100";
               }) &&
           !is_called(name, {"region", "kommun"});
}

bool holds_industries(const Dataset::Dimension& dimension, const std::string& name) {
    if (is_called(name, {"näring", "industr", "bransch", "sektor", "sector", "yrke", "occupation"}))
        return true;
    if (is_called(name, {"sni", "nace", "ssyk"})) return true;
    const auto sectioned = std::count_if(dimension.members.begin(), dimension.members.end(),
        [](const auto& member) { return section_of(member.code) != ' '; });
    return !is_called(name, {"ålder", "age"}) &&
           sectioned * 2 > static_cast<std::ptrdiff_t>(dimension.members.size()) && sectioned > 1;
}

bool any_member(const Dataset::Dimension& dimension, auto fits) {
    return std::any_of(dimension.members.begin(), dimension.members.end(), fits);
}

/// People, and at least one of what befalls them.
bool holds_people(const Dataset::Dimension& dimension) {
    const auto is_people = [](const auto& one) { return people_measure_of(one) == PeopleMeasure::people; };
    const auto is_rate = [&](const auto& one) { return people_measure_of(one) && !is_people(one); };
    return any_member(dimension, is_people) && any_member(dimension, is_rate);
}

/// Both of them.
bool holds_sexes(const Dataset::Dimension& dimension) {
    return any_member(dimension, [](const auto& one) { return sex_of(one) == 0; }) &&
           any_member(dimension, [](const auto& one) { return sex_of(one) == 1; });
}

const std::string& called(const Dataset::Dimension& dimension) {
    return dimension.label.empty() ? dimension.name : dimension.label;
}

}  // namespace

const char* why_not(AnalysisRun::Kind kind, const std::vector<Dataset::Dimension>& dimensions) {
    const auto roles = guessed_roles(dimensions);
    const auto size = [&](std::optional<std::size_t> role) {
        return role ? dimensions[*role].members.size() : 0;
    };
    if (size(roles.regions) == 0)
        return N_("No dimension holds regions. Read the file in again and call it \"Region\"");
    if (kind == AnalysisRun::Kind::labour_markets)
        return size(roles.destinations) < 2
                   ? N_("Commuting needs two dimensions of places: where people live and where they work")
                   : nullptr;
    if (roles.destinations)
        return N_("Commuting answers nothing else. Choose statistics with one dimension of places");
    if (kind == AnalysisRun::Kind::projection)
        return roles.are_about_people() && roles.periods
                   ? nullptr
                   : N_("It needs dimensions of years, ages, sexes, and of what is measured: people, "
                        "fertility, death risk, moving out and moving in");
    if (size(roles.regions) < 2) return N_("There is one region only, and nothing to compare it with");
    if (kind == AnalysisRun::Kind::indicator_map) return nullptr;
    if (roles.are_about_people())
        return N_(
            "Its numbers are people and rates, which cannot be put in one sum. Ask how many we may "
            "become");
    constexpr std::size_t least_compared = 3;
    if (kind == AnalysisRun::Kind::neighbours)
        return size(roles.regions) < least_compared || size(roles.industries) < least_compared
                   ? N_("It needs three regions and three measures or more to say who is alike")
                   : nullptr;
    if (!roles.industries ||
        !holds_industries(dimensions[*roles.industries], called(dimensions[*roles.industries])))
        return N_("No dimension holds industries. Read the file in again and call it \"Industry\"");
    const bool is_of_times = kind == AnalysisRun::Kind::shift_share || kind == AnalysisRun::Kind::variety ||
                             kind == AnalysisRun::Kind::entry_exit;
    if (is_of_times && size(roles.periods) < 2)
        return N_("It needs two times or more, and there is one only");
    const bool is_related = kind == AnalysisRun::Kind::opportunities || kind == AnalysisRun::Kind::entry_exit;
    if (is_related && size(roles.regions) < least_compared)
        return N_("It needs three regions or more to see what tends to stand together");
    return nullptr;
}

namespace {

void guess_people(DimensionRoles& roles, const std::vector<Dataset::Dimension>& dimensions) {
    for (std::size_t k = 0; k < dimensions.size(); ++k) {
        const auto& name = called(dimensions[k]);
        if (holds_people(dimensions[k]))
            roles.measures = k;
        else if (holds_sexes(dimensions[k]))
            roles.sexes = k;
        else if (is_exactly(name, {"age", "ages", "age group"}) || is_called(name, {"ålder"}))
            roles.ages = k;
    }
}

}  // namespace

DimensionRoles guessed_roles(const std::vector<Dataset::Dimension>& dimensions) {
    DimensionRoles roles;
    guess_people(roles, dimensions);
    std::optional<std::size_t> other;
    for (std::size_t k = 0; k < dimensions.size(); ++k) {
        const auto& name = called(dimensions[k]);
        if (is_exactly(name, {"to", "till", "arbetsställe", "arbetsställekommun"}) ||
            is_called(name, {"arbetsst", "arbetskommun", "workplace", "till "}))
            roles.destinations = k;
        else if (!roles.periods && holds_periods(dimensions[k], name))
            roles.periods = k;
        else if (!roles.regions &&
                 (is_called(name, {"region", "kommun", "municipality", "län", "bostad", "geo"}) ||
                     is_exactly(name, {"from", "från", "area"})))
            roles.regions = k;
        else if (!roles.industries && holds_industries(dimensions[k], name))
            roles.industries = k;
        else if (!other && dimensions[k].members.size() > 1)
            other = k;
    }
    if (!roles.industries) roles.industries = other;
    return roles;
}

const char* known_label(std::string_view dimension_name) {
    const std::string name{dimension_name};
    if (is_exactly(name, {"from", "från", "bostadskommun"})) return N_("Where they live");
    if (is_exactly(name, {"to", "till", "arbetsställekommun", "arbetsställe"})) return N_("Where they work");
    if (is_exactly(name, {"municipality", "kommun"})) return N_("Municipality");
    if (is_exactly(name, {"region", "area", "geo"})) return N_("Region");
    if (is_exactly(name, {"industry", "näringsgren", "sni2007", "nace_r2"})) return N_("Industry");
    if (is_exactly(name, {"year", "år"})) return N_("Year");
    if (is_exactly(name, {"period", "time", "time_period", "tid"})) return N_("Time");
    if (is_exactly(name, {"sex", "kön", "gender"})) return N_("Sex");
    if (is_exactly(name, {"age", "ålder"})) return N_("Age");
    if (is_exactly(name, {"unit", "enhet"})) return N_("Unit");
    if (is_exactly(name, {"indicator", "indikator", "kpi", "mått"})) return N_("Indicator");
    return nullptr;
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
