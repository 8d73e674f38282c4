#pragma once

#include "domain/assessment/template.hpp"
#include "domain/document/document.hpp"

#include <optional>
#include <string>
#include <vector>

namespace medskapa {

/// An impact assessment of the process' text: a template's steps, each answered with evidence. Everybody
/// reads it from its first day.
struct Assessment {
    Id<Assessment> id = {};
    Id<Process> process = {};
    int number = 0;               // in the process: "KB-3"
    std::string kind = {};        // the template's code
    std::string version = {};     // of the template, as it stood when the assessment began
    std::string subject = {};     // what is assessed
    std::string role = {};        // who sees to it: a role, never a person's name
    std::optional<Day> due = {};  // when it is to be done
    Instant begun_at = {};
};

/// "KB-3"
std::string reference(const Assessment&);

/// Refuses one without what is assessed, and what is too long.
Result<Assessment> checked(Assessment);

/// That an assessment is about a paragraph.
struct AssessedParagraph {
    Id<AssessedParagraph> id = {};
    Id<Process> process = {};
    Id<Assessment> assessment = {};
    Id<Node> node = {};
    Instant linked_at = {};
};

/// What somebody has answered in a step. An answer never changes: another is a new one, and what was
/// answered before stays to be read.
struct StepAnswer {
    /// Stopped: at a stop point, the work may not go on as the text stands.
    enum class Outcome { answered, stopped, not_relevant };

    Id<StepAnswer> id = {};
    Id<Process> process = {};
    Id<Assessment> assessment = {};
    std::string step = {};  // its code
    Outcome outcome = Outcome::answered;
    std::string text = {};      // the answer; of one that is not relevant, why
    std::string evidence = {};  // a reference a line: A-17, D-4, I-12, RUS-2.1-p1, an https address
    std::optional<Day> day = {};
    bool is_looked_at = false;  // the answer before, found to hold though a paragraph got other words
    std::string role = {};      // of who answered
    Instant answered_at = {};
};
template <>
inline constexpr auto names_of<StepAnswer::Outcome> = names<StepAnswer::Outcome>({
    {StepAnswer::Outcome::answered, "answered", NC_("assessment", "Answered")},
    {StepAnswer::Outcome::stopped, "stopped", NC_("assessment", "Stop: it cannot go on like this")},
    {StepAnswer::Outcome::not_relevant, "not_relevant", NC_("assessment", "Not relevant")},
});

/// Which words of a paragraph an answer was given about.
struct AnswerBasis {
    Id<AnswerBasis> id = {};
    Id<Process> process = {};
    Id<StepAnswer> answer = {};
    Id<Node> node = {};
    Id<Revision> revision = {};  // none: it was not in the text
};

/// Refuses an answer without words or without evidence, one that is not relevant without why, a stop where
/// the step is no stop point, a missing day where the step needs one, and a day that has not been.
Result<StepAnswer> checked(StepAnswer, const AssessmentStep&, Day today);

/// Two goals that pull in different directions. It has a name, so that people can talk about it.
struct GoalConflict {
    Id<GoalConflict> id = {};
    Id<Process> process = {};
    Id<Assessment> assessment = {};
    int number = 0;             // in its assessment
    std::string name = {};      // "Shorter queues or shorter journeys"
    std::string goal = {};      // what the one wants
    std::string against = {};   // what it costs the other
    std::string weighing = {};  // how it was weighed; empty: not yet
    std::string role = {};      // of who wrote last
    Instant noted_at = {};
};

/// Refuses one without a name or without what stands against what, and what is too long.
Result<GoalConflict> checked(GoalConflict);

/// How a step stands now.
enum class StepStanding { met, not_relevant, old, stopped, missing };
template <>
inline constexpr auto names_of<StepStanding> = names<StepStanding>({
    {StepStanding::met, "met", NC_("assessment", "Done")},
    {StepStanding::not_relevant, "not_relevant", NC_("assessment", "Not relevant")},
    {StepStanding::old, "old", NC_("assessment", "To be done again")},
    {StepStanding::stopped, "stopped", NC_("assessment", "Stopped")},
    {StepStanding::missing, "missing", NC_("assessment", "Missing")},
});
/// What is another than when an answer was given: words of a paragraph, data that it cites.
struct ChangedSince {
    bool has_other_words = false;
    bool has_other_data = false;
};
/// Of a step whose newest answer this is. Other words make an answer old where the step is about the text;
/// other data does in every step.
StepStanding standing_of(const AssessmentStep&, const std::optional<StepAnswer>&, const ChangedSince&);

/// Something that is left to do before a decision.
struct AssessmentGap {
    /// Unlinked: a step about the text is answered, and the assessment names no paragraph of it, so that the
    /// answer would never grow old.
    enum class Kind { not_begun, unanswered, old, stopped, unlinked, unweighed };

    Kind kind = Kind::not_begun;
    std::string assessment_kind = {};  // the template's code
    int assessment = 0;                // its number; 0: none has begun
    std::string step = {};             // its code; of a conflict its name
    Id<StepAnswer> answer = {};        // the step's newest
};
template <>
inline constexpr auto names_of<AssessmentGap::Kind> = names<AssessmentGap::Kind>({
    {AssessmentGap::Kind::not_begun, "not_begun"},
    {AssessmentGap::Kind::unanswered, "unanswered"},
    {AssessmentGap::Kind::old, "old"},
    {AssessmentGap::Kind::stopped, "stopped"},
    {AssessmentGap::Kind::unlinked, "unlinked"},
    {AssessmentGap::Kind::unweighed, "unweighed"},
});

}  // namespace medskapa
