#include "domain/assessment/template.hpp"

#include <stdexcept>

#include "support/fuzz.hpp"

using namespace medskapa;

namespace {

constexpr std::string_view parting = "\n--\n";

void must_be_sound(const AssessmentTemplate& one, const AssessmentTemplates& all) {
    must(!one.code.empty() && !one.version.empty() && !one.source.empty() && !one.title.empty());
    must(!one.valid_to || *one.valid_to >= one.valid_from);
    must(!one.steps.empty());
    must(template_of_version(all, one.code, one.version) == &one);
    must(template_on(all, one.code, one.valid_from) != nullptr);
    for (const auto& step : one.steps) {
        must(one.step(step.code) == &step);
        must(step.code.find_first_of("/\\<>\"? \n") == std::string::npos);
    }
}

}  // namespace

/// The two tables, with a line "--" between them: refused as a whole, or read to templates that are sound.
void try_input(std::string_view bytes) {
    const auto at = bytes.find(parting);
    const auto templates = bytes.substr(0, at);
    const auto steps = at == bytes.npos ? std::string_view{} : bytes.substr(at + parting.size());
    try {
        const auto all = read_assessment_templates(templates, steps);
        for (const auto& one : all) must_be_sound(one, all);
        (void)templates_on(all, Day{});
    } catch (const std::runtime_error&) {}
}
