#include "domain/statistics/population.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace medskapa {
namespace {

struct MeasureWord {
    std::string_view word;
    PeopleMeasure measure;
};
constexpr std::array<MeasureWord, 13> measure_words{{
    {"people", PeopleMeasure::people},
    {"folkmängd", PeopleMeasure::people},
    {"invånare", PeopleMeasure::people},
    {"fertility", PeopleMeasure::fertility},
    {"fruktsamhet", PeopleMeasure::fertility},
    {"death risk", PeopleMeasure::death_risk},
    {"dödsrisk", PeopleMeasure::death_risk},
    {"moving out", PeopleMeasure::moving_out},
    {"utflyttning", PeopleMeasure::moving_out},
    {"moving in", PeopleMeasure::moving_in},
    {"inflyttning", PeopleMeasure::moving_in},
    {"net moving", PeopleMeasure::net_moving},
    {"flyttnetto", PeopleMeasure::net_moving},
}};

bool is_one_of(const std::string& word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::optional<int> sex_named(const std::string& word) {
    if (is_one_of(word, {"women", "kvinnor", "female", "k", "f", "w"})) return 0;
    if (is_one_of(word, {"men", "män", "male", "m"})) return 1;
    return std::nullopt;
}

}  // namespace

std::optional<PeopleMeasure> people_measure_of(const Dataset::Member& member) {
    for (const auto& word : {text::lower(member.code), text::lower(member.label)})
        for (const auto& known : measure_words)
            if (word == known.word) return known.measure;
    return std::nullopt;
}

std::optional<int> sex_of(const Dataset::Member& member) {
    const auto by_label = sex_named(text::lower(member.label));
    return by_label ? by_label : sex_named(text::lower(member.code));
}

std::optional<AgeGroupName> age_group_of(const Dataset::Member& member) {
    const auto word = text::lower(text::trimmed(member.code));
    if (is_one_of(word, {"born", "född", "födda"})) return AgeGroupName{0, true};
    constexpr int most = 150;
    int first = 0;
    const auto* end = word.data() + word.size();
    const auto [after, fault] = std::from_chars(word.data(), end, first);
    if (fault != std::errc{} || first < 0 || first > most) return std::nullopt;
    const std::string rest{after, end};
    const bool is_age = rest.empty() || rest.starts_with("-") || rest.starts_with("–") ||
                        rest.starts_with("+") || rest.starts_with(" år");
    return is_age ? std::optional{AgeGroupName{first, false}} : std::nullopt;
}

}  // namespace medskapa
