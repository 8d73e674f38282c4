#include "web/statistics/labels.hpp"

#include "domain/statistics/analysis.hpp"
#include "web/ui/in_language.hpp"

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
