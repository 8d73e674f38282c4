#include "web/conversation/activity_conversation.hpp"

#include "base/signer.hpp"
#include "store/site/site_store.hpp"
#include "web/conversation/addresses.hpp"
#include "web/site/addresses.hpp"

namespace medskapa::web::conversation {
namespace {

constexpr auto half_a_year = "15552000";  // seconds: longer than any conversation is open

// Signed, so that nobody votes under keys of their own making.
constexpr std::string_view voter_purpose = "medskapa.voter.v1";

bool is_secure(const Visit& visit) {
    return visit.site.base_url.starts_with("https://");
}

std::string_view cookie_name(const Visit& visit) {
    return is_secure(visit) ? "__Host-deltar" : "deltar";
}

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
    const auto key = verify(voter_purpose, visit.request.cookie(cookie_name(visit)), visit.site.secret);
    return key && app::is_participant_key(*key) ? *key : std::string{};
}

std::optional<Id<Participant>> participant(const Visit& visit, const ActivityConversation& conversation) {
    const auto key = participant_key(visit);
    if (key.empty()) return std::nullopt;
    return store::participant_of(visit.db, app::digest_of_key(key, conversation.activity.id));
}

std::string participant_cookie(const Visit& visit, const std::string& key) {
    return std::string{cookie_name(visit)} + '=' + sign(voter_purpose, key, visit.site.secret) +
           "; Path=/; Max-Age=" + half_a_year + "; HttpOnly; SameSite=Lax" +
           (is_secure(visit) ? "; Secure" : "");
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
