#pragma once

#include "base/language/language.hpp"
#include "base/names.hpp"
#include "base/time.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medskapa {

/// One thing that an assessment has to answer, in our own words.
struct AssessmentStep {
    /// What its answer is: words; words at a point where the work may have to stop; words about conflicts
    /// between goals, each of which gets a name of its own.
    enum class Kind { words, stop, conflicts };
    /// When it has to be there: before the decision, or with it.
    enum class When { before_decision, at_adoption };

    std::string code = {};  // in its template: "3"; never changes meaning
    Localized title = {};
    Localized help = {};
    Kind kind = Kind::words;
    When when = When::before_decision;
    bool follows_text = true;  // its answer grows old when a paragraph that is assessed gets other words
    bool needs_day = false;    // its answer says on which day it was done
};
template <>
inline constexpr auto names_of<AssessmentStep::Kind> = names<AssessmentStep::Kind>({
    {AssessmentStep::Kind::words, "words"},
    {AssessmentStep::Kind::stop, "stop"},
    {AssessmentStep::Kind::conflicts, "conflicts"},
});
template <>
inline constexpr auto names_of<AssessmentStep::When> = names<AssessmentStep::When>({
    {AssessmentStep::When::before_decision, "before_decision"},
    {AssessmentStep::When::at_adoption, "at_adoption"},
});

/// How one kind of impact assessment is done, as it stood on some days. It comes from a file in
/// data/assessments, which never changes once released: other steps are another version.
struct AssessmentTemplate {
    std::string code = {};  // "barn"
    std::string version = {};
    Day valid_from = {};
    std::optional<Day> valid_to = {};  // the last day; none: still
    std::string source = {};
    bool is_to_verify = true;  // nobody has held it against its source yet
    bool is_optional = false;  // a plan need not say whether it is done
    Localized title = {};      // "The child's best interest"
    Localized question = {};   // what it asks, as the heading of its page
    Localized lead = {};
    std::vector<AssessmentStep> steps = {};

    bool is_valid_on(Day day) const { return valid_from <= day && (!valid_to || day <= *valid_to); }
    const AssessmentStep* step(std::string_view code) const;
};
using AssessmentTemplates = std::vector<AssessmentTemplate>;

/// All versions that the two tables hold: templates.csv and steps.csv. Throws std::runtime_error with the
/// row where one is not as data/assessments/README.md says.
AssessmentTemplates read_assessment_templates(std::string_view templates, std::string_view steps);

/// Those inside the program.
const AssessmentTemplates& all_assessment_templates();

/// The version of each template that is valid on the day, in the order of the file; of one that is valid on
/// later days alone its first.
std::vector<const AssessmentTemplate*> templates_on(const AssessmentTemplates&, Day);
/// That of one template; nothing where there is no such template.
const AssessmentTemplate* template_on(const AssessmentTemplates&, std::string_view code, Day);
/// A version that an assessment was begun by. Nothing where the program does not hold it.
const AssessmentTemplate* template_of_version(
    const AssessmentTemplates&, std::string_view code, std::string_view version);

}  // namespace medskapa
