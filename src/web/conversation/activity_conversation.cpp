#include "web/conversation/activity_conversation.hpp"

#include "base/signer.hpp"
#include "store/site/site_store.hpp"
#include "web/conversation/addresses.hpp"
#include "web/frame/cookies.hpp"
#include "web/site/addresses.hpp"

namespace medskapa::web::conversation {
namespace {

// Signed, so that nobody votes under keys of their own making.
constexpr std::string_view voter_purpose = "medskapa.voter.v1";

}  // namespace

std::optional<ActivityConversation> conversation_of(const Visit& visit) {
    auto activity = store::activity_named(visit.db, visit.process->id, visit.path.at("activity"));
    if (!activity || activity->kind != Activity::Kind::opinion) return std::nullopt;
    const auto conversation = store::conversation_of(visit.db, *activity);
    return ActivityConversation{conversation, *std::move(activity)};
}

app::Occasion occasion(const Visit& visit, const ActivityConversation& conversation) {
    return {conversation.activity, visit.today()};
}

std::string statement_href(const Visit& visit, const ActivityConversation& conversation, int number) {
    return with_query(visit.href(address::conversation_page, conversation.activity.slug),
        {{"nummer", std::to_string(number)}});
}

std::string participant_key(const Visit& visit) {
    const auto key = verify(
        voter_purpose, visit.request.cookie(name_of_cookie(visit.site, voter_cookie)), visit.site.secret);
    return key && app::is_participant_key(*key) ? *key : std::string{};
}

std::optional<Id<Participant>> participant(const Visit& visit, const ActivityConversation& conversation) {
    const auto key = participant_key(visit);
    if (key.empty()) return std::nullopt;
    return store::participant_of(visit.db, app::digest_of_key(key, conversation.activity.id));
}

void give_participant_cookie(Response& response, const Visit& visit, const std::string& key) {
    set_cookie(response, visit.site, voter_cookie, sign(voter_purpose, key, visit.site.secret));
}

std::vector<ui::Link> crumbs(const Visit& visit, const ActivityConversation& conversation) {
    return {{visit.href(address::start_page), visit.words("Start")},
        {visit.href(address::activity_page, conversation.activity.slug),
            visit.in(conversation.activity.title)}};
}

std::string shown(Stance stance, const Words& words) {
    switch (stance) {
        case Stance::agree: return words("Agree");
        case Stance::disagree: return words("Disagree");
        case Stance::pass: break;
    }
    return words("Pass");
}

}  // namespace medskapa::web::conversation
