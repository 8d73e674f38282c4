#include "domain/assessment/template.hpp"

#include <algorithm>

namespace medskapa {

const AssessmentStep* AssessmentTemplate::step(std::string_view its_code) const {
    const auto found = std::find_if(
        steps.begin(), steps.end(), [&](const AssessmentStep& one) { return one.code == its_code; });
    return found == steps.end() ? nullptr : &*found;
}

const AssessmentTemplate* template_on(const AssessmentTemplates& all, std::string_view code, Day day) {
    const AssessmentTemplate* first_later = nullptr;
    for (const auto& one : all) {
        if (one.code != code) continue;
        if (one.is_valid_on(day)) return &one;
        const bool is_earlier = first_later == nullptr || one.valid_from < first_later->valid_from;
        if (one.valid_from > day && is_earlier) first_later = &one;
    }
    return first_later;
}

std::vector<const AssessmentTemplate*> templates_on(const AssessmentTemplates& all, Day day) {
    std::vector<const AssessmentTemplate*> found;
    for (const auto& one : all) {
        const auto* valid = template_on(all, one.code, day);
        if (valid != nullptr && std::find(found.begin(), found.end(), valid) == found.end())
            found.push_back(valid);
    }
    return found;
}

const AssessmentTemplate* template_of_version(
    const AssessmentTemplates& all, std::string_view code, std::string_view version) {
    const auto found = std::find_if(all.begin(), all.end(),
        [&](const AssessmentTemplate& one) { return one.code == code && one.version == version; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace medskapa
