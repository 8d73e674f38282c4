#include "web/statistics/labels.hpp"

#include "domain/statistics/analysis.hpp"
#include "web/ui/in_language.hpp"

#include <cmath>

namespace medskapa::web::statistics {

std::string label_of(const Dataset::Dimension& dimension, const Words& words) {
    if (!dimension.label.empty()) return dimension.label;
    const auto* known = known_label(dimension.name);
    return known == nullptr ? dimension.name : words(known);
}

Html label_view(const Dataset::Dimension& dimension, const Words& words) {
    if (dimension.label.empty() && known_label(dimension.name) != nullptr)
        return html("{}", label_of(dimension, words));
    return ui::in_language(label_of(dimension, words), "sv", words);
}

std::string named(const Dataset::Member& member) {
    return member.code == member.label ? member.code : member.code + " " + member.label;
}

std::string region_named(const Dataset& dataset, const std::string& code) {
    for (const auto& dimension : dataset.dimensions)
        for (const auto& member : dimension.members)
            if (member.code == code) return named(member);
    const auto county = county_name(code);
    return county.empty() ? code : code + " " + county;
}

std::string assumption_label(const app::Assumption& one, const Words& words) {
    using Kind = app::Assumption::Kind;
    using regional::Scenario;
    const auto scenario = one.scenario == Scenario::low    ? words("Low")
                          : one.scenario == Scenario::high ? words("High")
                                                           : words("Main");
    switch (one.kind) {
        case Kind::births: return words("{}: births, times", scenario);
        case Kind::moving_in: return words("{}: those who move in, times", scenario);
        case Kind::death_decline: break;
    }
    return words("{}: risks of dying fall, percent a year", scenario);
}

std::string assumption_text(double number, const Words& words) {
    constexpr int most_places = 4;
    int places = 1;
    for (double scaled = number * 10; places < most_places && std::abs(scaled - std::round(scaled)) > 1e-9;
         scaled *= 10)
        ++places;
    return words.decimal(number, places);
}

std::string hidden_sentence(const Dataset& dataset, const Words& words) {
    std::string said;
    if (dataset.few > 0)
        said = words.count("{} number is below five and is not shown, so that nobody can be recognised.",
            "{} numbers are below five and are not shown, so that nobody can be recognised.", dataset.few);
    if (dataset.withheld > 0)
        said +=
            (said.empty() ? "" : " ") +
            words.count("{} number is not shown because a sum would give one below five away.",
                "{} numbers are not shown because a sum would give one below five away.", dataset.withheld);
    return said;
}

}  // namespace medskapa::web::statistics
