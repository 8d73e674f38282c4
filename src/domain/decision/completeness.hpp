#pragma once

#include "domain/assessment/assessment.hpp"
#include "domain/inspel/inspel.hpp"

namespace medskapa {

/// How much of a process lacks an answer, and of its impact assessments is left to do. Nothing goes to
/// decision while something does.
struct Missing {
    std::int64_t unread = 0;      // inspel that wait for review
    std::int64_t unsplit = 0;     // published inspel without issues
    std::int64_t unanswered = 0;  // issues of published inspel without a published answer
    std::int64_t unassessed = 0;  // gaps of impact assessments: see AssessmentGap
    std::string gaps = {};        // which they are: see lines_of()

    bool is_nothing() const { return lacks_no_answer() && unassessed == 0; }
    bool lacks_no_answer() const { return unread == 0 && unsplit == 0 && unanswered == 0; }
    bool operator==(const Missing&) const = default;
};

/// Which gaps there are, a line each in an order of their own: the same text for the same gaps alone.
std::string lines_of(const std::vector<AssessmentGap>&);

/// A public decision to go on although something lacks an answer. It stands for what lacked one then: not for
/// more, not for what comes later, and not for other gaps of as many.
struct Waiver {
    Id<Waiver> id;
    Id<Process> process;
    std::string reason;
    Missing missing;
    int newest_inspel = 0;  // the highest number in the process when it was made
    Instant waived_at;

    bool covers(const Missing& now, int newest) const;
};

/// What stands between the answers and a decision.
struct Gate {
    Missing missing;
    int newest_inspel = 0;
    std::optional<Waiver> waiver;  // the newest

    bool is_open() const { return missing.is_nothing() || is_waived(); }
    bool is_waived() const { return waiver && waiver->covers(missing, newest_inspel); }
};

/// Lets through when nothing lacks an answer, and then without a waiver; or by one that covers what does.
/// Anything else is a conflict that says how much is missing.
Result<Id<Waiver>> pass(const Gate&);

/// Refuses without a reason, and when nothing lacks an answer.
Result<Waiver> waive(const Gate&, const std::string& reason);

/// When it was said that every answer is public, and how much there was to answer.
struct AnswersDeclared {
    std::int64_t inspel = 0;
    std::int64_t issues = 0;
    Id<Waiver> waiver;
    Instant declared_at;
};

}  // namespace medskapa
