#pragma once

#include "domain/inspel/kinds.hpp"
#include "domain/staff/authorisation.hpp"

namespace medskapa {

struct Inspel;
struct Statement;

/// What somebody typed who says that something published breaks a rule or the law.
struct ReportDraft {
    std::string rule;  // a DeclineReason's name, or "other"
    std::string text;
    std::string contact = {};
};

/// A report as it is kept. Whoever sent it learns by a code what was decided and why.
struct ContentReport {
    /// What became of the thing that was reported.
    enum class Outcome { stays, masked, taken_down, gone };

    Id<ContentReport> id;
    Id<Process> process;
    std::string public_id;              // random; the log's name for it
    Id<Inspel> inspel;                  // this one,
    Id<Statement> statement;            // or this
    std::optional<DeclineReason> rule;  // nothing: something else
    std::string text;                   // why, in the words of the one who reported
    std::string contact;                // how they are reached, if they say it; never public
    Instant received_at;
    std::optional<Outcome> outcome;  // nothing: it waits
    std::string answer;              // to the one who reported: what was decided and why
    std::optional<Instant> decided_at;
    Id<User> decided_by;  // none: at the command line
};
template <>
inline constexpr auto names_of<ContentReport::Outcome> = names<ContentReport::Outcome>({
    {ContentReport::Outcome::stays, "stays", N_("It breaks no rule and stays")},
    {ContentReport::Outcome::masked, "masked", N_("What broke the rules has been masked, the rest stays")},
    {ContentReport::Outcome::taken_down, "taken_down", N_("It breaks a rule and is taken down")},
    {ContentReport::Outcome::gone, "gone", N_("It was no longer shown")},
});

inline constexpr std::size_t longest_report = 5'000;

/// Turns what was typed into a report, or says all that is wrong with it at once. What it is about and when
/// it came are the caller's.
Result<ContentReport> compose_report(const ReportDraft&);

/// What a member of staff decides of a report.
struct ReportRuling {
    std::string outcome;
    std::string rule = {};  // that it breaks, when it is taken down
    std::string answer;
};
/// A conflict when it has been decided; a decision always has a reason in words, and to take something down
/// a rule.
Result<ContentReport> decide(ContentReport, const ReportRuling&, Id<User> by, Instant now);

}  // namespace medskapa
