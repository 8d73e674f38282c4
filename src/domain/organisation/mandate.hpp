#pragma once

#include "domain/organisation/organisation.hpp"

#include <optional>
#include <string>

namespace medskapa {

struct Inspel;
struct Process;

/// That a person speaks for an organisation: asked for by the sender of an inspel, confirmed by the
/// organisation. It is that person's own, by their own address; nobody signs in as an organisation.
struct Mandate {
    /// What it is good for: the inspel that it was asked for with, or the process.
    enum class Scope { inspel, process };
    enum class State {
        asked,
        half,  // confirmed, and waits for a second person of the organisation
        stands,
        declined,   // the organisation does not know of it
        withdrawn,  // what was said meanwhile stands, and is marked
    };

    Id<Mandate> id = {};
    Id<Process> process = {};
    Id<Organisation> organisation = {};
    Id<Inspel> inspel = {};      // with which it was asked for
    std::string public_id = {};  // random; the log's name for it
    std::string link_key =
        {};                    // random, anew each time that it is asked for: links to confirm are made of it
    std::string speaker = {};  // who speaks, by name
    std::string address = {};  // their own
    std::string sent_to = {};  // the registrar's address that was asked; empty: representatives only
    Instant asked_at = {};
    Scope scope = Scope::inspel;
    std::optional<Day> last_day = {};
    std::string confirmer = {};
    std::optional<Instant> confirmed_at = {};
    Id<Mandate> through = {};  // of the representative who confirmed it; none: by the registrar's address
    bool needs_second = false;
    std::string approver = {};
    std::optional<Instant> approved_at = {};
    std::optional<Instant> declined_at = {};
    std::optional<Instant> withdrawn_at = {};

    State state() const;
    /// When the organisation had said yes, also where it has been withdrawn since; nothing where it has not.
    std::optional<Instant> stood_from() const;
    /// Whether its person may confirm others in the process.
    bool is_representative(Day today) const;
};
template <>
inline constexpr auto names_of<Mandate::Scope> = names<Mandate::Scope>({
    {Mandate::Scope::inspel, "inspel", N_("This inspel only")},
    {Mandate::Scope::process, "process", N_("The whole process")},
});
template <>
inline constexpr auto names_of<Mandate::State> = names<Mandate::State>({
    {Mandate::State::asked, "asked", NC_("mandate", "Asked for")},
    {Mandate::State::half, "half", NC_("mandate", "Waits for a second person")},
    {Mandate::State::stands, "stands", NC_("mandate", "Confirmed")},
    {Mandate::State::declined, "declined", NC_("mandate", "Declined")},
    {Mandate::State::withdrawn, "withdrawn", NC_("mandate", "Withdrawn")},
});

/// Who asks, as they wrote it: refuses one without a name or an address that mail reaches.
struct MandateRequest {
    std::string speaker;
    std::string address;
};
Result<MandateRequest> checked(MandateRequest);

/// What the organisation says.
struct Confirmation {
    std::string confirmer = {};
    Mandate::Scope scope = Mandate::Scope::inspel;
    std::optional<Day> last_day = {};
};
inline constexpr int most_years_of_mandate = 4;
/// The mandate as the organisation has confirmed it, and with a second person to approve where it `asks` for
/// one. Refuses a confirmation without a name, and a last day that has been or lies too far away.
Result<Mandate> confirmed(Mandate, const Confirmation&, const Organisation&, Instant now, Day today);
/// The mandate as a second person has approved it. Refuses whoever confirmed it, and whom it is about.
Result<Mandate> approved(Mandate, const std::string& approver, Instant now);

}  // namespace medskapa
