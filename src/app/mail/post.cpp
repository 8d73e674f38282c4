#include "app/mail/post.hpp"

#include "app/act/transaction.hpp"
#include "base/digest.hpp"
#include "domain/mail/address.hpp"
#include "store/mail/mail_store.hpp"

namespace medskapa::app {
namespace {

// A form with somebody else's address in it must not fill their mailbox.
constexpr std::int64_t most_within_an_hour = 12;
constexpr std::int64_t most_links_within_an_hour = 3;  // that somebody may have asked for in another's name
// Answers are published several at a time: one mail tells of those within a while.
constexpr std::chrono::minutes gathering_answers{10};

std::int64_t most_for(Mail::Kind kind) {
    const bool is_link = holds_link_that_signs_in(kind) || kind == Mail::Kind::confirmation;
    return is_link ? most_links_within_an_hour : most_within_an_hour;
}

bool is_told_of_already(const Act& act, const Mail& draft) {
    return draft.kind == Mail::Kind::answered && store::waits(act.db(), draft.kind, draft.inspel);
}

}  // namespace

std::optional<Mail> post(const Act& act, Mail draft, std::string_view typed) {
    const auto address = mail_address(typed);
    if (!address || is_told_of_already(act, draft)) return std::nullopt;
    draft.recipient = *address;
    const auto lately =
        act.now() - (holds_link_that_signs_in(draft.kind) ? mailed_link_life : std::chrono::minutes{60});
    if (store::mail_made_since(act.db(), draft.kind, draft.recipient, lately) >= most_for(draft.kind))
        return std::nullopt;
    draft.process = act.process().id;
    draft.public_id = hex(random_bytes(12));
    draft.made_at = act.now();
    draft.next_at = act.now();
    if (draft.kind == Mail::Kind::answered) draft.next_at += gathering_answers;
    draft.id = store::add(tx(act), draft);
    return draft;
}

}  // namespace medskapa::app
