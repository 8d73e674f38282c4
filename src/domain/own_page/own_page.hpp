#pragma once

#include "base/id.hpp"
#include "base/names.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "domain/mail/mail.hpp"

#include <optional>
#include <string>

/// The page with all that is tied to one's own e-mail address, without an account.
namespace medskapa {

struct Inspel;
struct Process;

/// A link that was mailed to an address.
struct OwnLink {
    std::string address = {};  // that mail_address() gave
    Id<Inspel> inspel = {};    // that becomes tied to the address when the link is used; none: nothing does
    Instant expires_at = {};
};
inline constexpr auto own_link_life = mailed_link_life;

/// Whose something is: who reads the mail to an address, or who has an eID. One of the two is empty.
struct Owner {
    std::string address = {};
    std::string identity = {};  // a keyed digest, 26 characters: see app::own_identity()

    const std::string& name() const { return identity.empty() ? address : identity; }
};

/// A browser in which somebody has shown that an address is theirs, or who they are.
struct OwnSession {
    /// How they have shown it.
    enum class Proof { mail, eid };

    std::string address = {};   // empty: by eID
    std::string identity = {};  // empty: by mail
    Proof proof = Proof::mail;
    Instant started_at = {};
    Instant seen_at = {};
};
template <>
inline constexpr auto names_of<OwnSession::Proof> = names<OwnSession::Proof>({
    {OwnSession::Proof::mail, "mail", N_("By a link to the address")},
    {OwnSession::Proof::eid, "eid", N_("By eID")},
});

Owner owner_of(const OwnSession&);

/// What stands on the page of who came by eID and in its forms, in groups: "ABCDE-FGHJK-…".
std::string shown_identity(const std::string& identity);
/// The identity in what somebody has typed of that, however it is written; nothing when it is none.
std::optional<std::string> read_identity(std::string_view typed);

/// Without a click for so long, and one is signed out.
inline constexpr std::chrono::minutes own_idle_limit{30};
/// However much one clicks.
inline constexpr std::chrono::hours own_session_limit{4};

/// Whether it opens nothing any more. A clock that has been set back does not make a session longer.
bool is_over(const OwnSession&, Instant now);

/// What the sender of an inspel asks of the region about it.
struct OwnRequest {
    enum class Kind { correction, erasure };

    Id<OwnRequest> id = {};
    Id<Process> process = {};
    Id<Inspel> inspel = {};
    std::string public_id = {};  // random; the log's name for it
    Kind kind = Kind::correction;
    std::string text = {};
    Instant made_at = {};
    std::string answer = {};
    std::optional<Instant> answered_at = {};
};
template <>
inline constexpr auto names_of<OwnRequest::Kind> = names<OwnRequest::Kind>({
    {OwnRequest::Kind::correction, "correction", N_("Put something right")},
    {OwnRequest::Kind::erasure, "erasure", N_("Erase it, or hide my name")},
});

inline constexpr std::size_t longest_own_request = 4'000;  // characters

/// Tidies the words. Refuses a request without words, and one that is too long.
Result<OwnRequest> checked(OwnRequest);
/// Refuses an answer without words; a conflict when there is one already.
Result<OwnRequest> answered(OwnRequest, const std::string& answer, Instant now);

}  // namespace medskapa
