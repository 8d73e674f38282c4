#pragma once

#include "domain/inspel/kinds.hpp"
#include "domain/staff/authorisation.hpp"

namespace medskapa {

struct Inspel;

/// That an inspel was declined or taken down, and by whom, so that somebody else looks at an appeal.
struct Refusal {
    /// What made somebody look.
    enum class Basis { review, report };

    Id<Refusal> id;
    Id<Inspel> inspel;
    DeclineReason rule = DeclineReason::off_topic;
    Basis basis = Basis::review;
    Instant decided_at;
    Id<User> decided_by;  // none: at the command line, or before this was kept
};
template <>
inline constexpr auto names_of<Refusal::Basis> = names<Refusal::Basis>({
    {Refusal::Basis::review, "review", N_("We read it ourselves")},
    {Refusal::Basis::report, "report", N_("Somebody reported it, and we read it")},
});

/// The sender asks that another person decides again.
struct Appeal {
    enum class Outcome { upheld, restored };

    Id<Appeal> id;
    Id<Inspel> inspel;
    Id<Refusal> refusal;
    std::string public_id;  // random; the log's name for it
    std::string text;       // why the sender thinks that it should be shown
    Instant received_at;
    std::optional<Outcome> outcome;  // nothing: it waits
    std::string answer;              // to the sender
    std::optional<Instant> decided_at;
    Id<User> decided_by;
};
template <>
inline constexpr auto names_of<Appeal::Outcome> = names<Appeal::Outcome>({
    {Appeal::Outcome::upheld, "upheld", N_("The decision stands")},
    {Appeal::Outcome::restored, "restored", N_("The inspel is shown")},
});

/// Refuses one without words, or with too many.
Result<Appeal> compose_appeal(const std::string& typed);

/// Whether this person may look again: anybody but the one who decided first. Where that is not known,
/// anybody may.
bool may_look_again(const Refusal&, Id<User>);

/// What the second person decides. A conflict when it has been decided, and not allowed to the first decider.
struct AppealRuling {
    std::string outcome;
    std::string answer;
};
Result<Appeal> decide(Appeal, const Refusal&, const AppealRuling&, Id<User> by, Instant now);

}  // namespace medskapa
