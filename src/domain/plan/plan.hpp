#pragma once

#include "domain/assessment/assessment.hpp"

#include <optional>
#include <string>
#include <vector>

namespace medskapa {

/// The plan for participation and assessment: what a process promises before it begins. An edition that is
/// published never changes; what comes after is a new edition. One at most is a draft, which the staff reads.
struct Plan {
    Id<Plan> id = {};
    Id<Process> process = {};
    int edition = 0;           // 1 for the first
    Localized purpose = {};    // why, and what is to come of it
    Localized open_to = {};    // what can be influenced
    Localized fixed = {};      // what cannot
    std::string changed = {};  // what is new in this edition, and why
    std::optional<Instant> published_at = {};

    bool is_published() const { return published_at.has_value(); }
};

/// One thing that the plan says: a decision to be made, a day, people who are affected and their way to take
/// part, an alternative, or whether an assessment is done.
struct PlanLine {
    enum class Kind { decision, occasion, group, alternative, assessment };

    Id<PlanLine> id = {};
    Id<Process> process = {};
    Id<Plan> plan = {};
    int number = 0;  // in the process; the same in every edition
    Kind kind = Kind::group;
    Localized name = {};             // of an assessment: none, its template has one
    Localized text = {};             // who decides; how they are affected; what it would mean; why or why not
    Localized way = {};              // of a group: what it is promised, so that it can take part
    std::optional<Day> day = {};     // of a decision or a day
    std::string template_code = {};  // of an assessment
    bool is_promised = false;        // of an assessment: whether it is done

    /// Whether it is a promise, which is held or not.
    bool promises() const { return kind == Kind::group || (kind == Kind::assessment && is_promised); }
};
template <>
inline constexpr auto names_of<PlanLine::Kind> = names<PlanLine::Kind>({
    {PlanLine::Kind::decision, "beslut", NC_("plan", "Decision")},
    {PlanLine::Kind::occasion, "dag", NC_("plan", "Day")},
    {PlanLine::Kind::group, "grupp", NC_("plan", "Affected group")},
    {PlanLine::Kind::alternative, "alternativ", NC_("plan", "Alternative")},
    {PlanLine::Kind::assessment, "bedomning", NC_("plan", "Assessment")},
});

/// What became of a promise to a group, as somebody found. The newest counts, and those before it stay.
struct PromiseOutcome {
    enum class Status { kept, partly, broken };

    Id<PromiseOutcome> id = {};
    Id<Process> process = {};
    int line = 0;  // the number of the plan's line
    Status status = Status::kept;
    std::string text = {};
    std::string evidence = {};
    std::string role = {};
    Instant noted_at = {};
    int edition = 0;  // of the plan, that had the promise as it answers it; 0: not known
};
template <>
inline constexpr auto names_of<PromiseOutcome::Status> = names<PromiseOutcome::Status>({
    {PromiseOutcome::Status::kept, "kept", NC_("promise", "Kept")},
    {PromiseOutcome::Status::partly, "partly", NC_("promise", "Partly kept")},
    {PromiseOutcome::Status::broken, "broken", NC_("promise", "Not kept")},
});

/// Refuses what is too long.
Result<Plan> checked(Plan);
/// Refuses what its kind needs and has not: a name; a decision without who decides; a day without its day; a
/// group without how it is affected or without its way; an alternative without what it would mean; an
/// assessment of no known template or without why.
Result<PlanLine> checked(PlanLine);
/// Refuses one without what was done.
Result<PromiseOutcome> checked(PromiseOutcome);

/// What is missing for the plan to be published on this day; nothing when it can be. Every template that is
/// not optional is done or not, with why.
std::vector<Complaint> lacks_of(const Plan&, const std::vector<PlanLine>&, const AssessmentTemplates&, Day);

/// All that an edition says, as the log commits to it: the same text for the same words alone.
std::string text_of(const Plan&, const std::vector<PlanLine>&);

}  // namespace medskapa
