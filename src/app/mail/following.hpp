#pragma once

#include "app/act/act.hpp"
#include "domain/mail/subscription.hpp"

/// News of a process by e-mail, for whoever asks. Whom it goes to is nobody else's business: the log says
/// nothing of it.
namespace medskapa::app {

/// Mails a link that confirms the wish. Until it is used nothing else is sent to the address, and who asks
/// learns nothing of who follows already. Refuses an address that is none, and a subject that is not there.
Result<bool> follow(Permitted<Action::follow_inspel>, const std::string& typed_address,
    const std::string& subject, const std::string& language, Day today);

/// The right of a subscriber's link, which each of these asks for: not_found when it is none of ours.
struct FollowerLink {
    std::string link;
    std::string secret;  // the installation's
};
/// From now on the subscriber gets what they have asked for.
Result<Subscriber> confirm_following(Permitted<Action::follow_inspel>, const FollowerLink&);
/// Keeps, of what is followed, what stands in `subjects`.
Result<Subscriber> choose_following(Permitted<Action::follow_inspel>, const FollowerLink&, Subscriber::Pace,
    const std::vector<std::string>& subjects);
/// Ends all, and takes the address away. A link that has been used so is good for nothing more: true again.
Result<bool> stop_following(Permitted<Action::follow_inspel>, const FollowerLink&);

/// A link that does what concerns one subscriber's digests, and nothing else.
std::string link_of(const Subscriber&, const std::string& secret);
std::optional<Subscriber> subscriber_of_link(sql::Connection&, const Process&, const FollowerLink&);

/// Puts digests in the outbox for some of those whose time it is, and forgets those who never confirmed
/// within three days. Returns how many it dealt with: none when all is done.
Result<int> write_digests(Permitted<Action::administer>, LocalTime now);

}  // namespace medskapa::app
