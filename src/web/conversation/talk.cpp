#include "web/conversation/talk.hpp"

#include "store/site/site_store.hpp"

namespace medskapa::web::conversation {
namespace {

constexpr auto half_a_year = "15552000";  // seconds: longer than any conversation is open

bool is_secure(const Visit& visit) {
    return visit.site.base_url.starts_with("https://");
}

std::string_view cookie_name(const Visit& visit) {
    return is_secure(visit) ? "__Host-deltar" : "deltar";
}

}  // namespace

std::optional<Talk> talk_of(const Visit& visit) {
    auto activity = store::activity_named(visit.db, visit.process->id, visit.path.at("activity"));
    if (!activity || activity->kind != Activity::Kind::opinion) return std::nullopt;
    const auto conversation = store::conversation_of(visit.db, *activity);
    return Talk{*std::move(activity), conversation};
}

app::Occasion occasion(const Visit& visit, const Talk& talk) {
    return {*visit.process, talk.activity, visit.today()};
}

std::string talk_href(const Visit& visit, const Activity& activity, const std::string& below) {
    return visit.process_href("/aktiviteter/" + activity.slug + below);
}

std::string talk_desk_href(const Visit& visit, const Activity& activity, const std::string& below) {
    return visit.process_href("/handlaggning/pastaenden/" + activity.slug + below);
}

std::string participant_key(const Visit& visit) {
    auto key = visit.request.cookie(cookie_name(visit));
    return app::is_participant_key(key) ? key : std::string{};
}

std::optional<Id<Participant>> participant(const Visit& visit, const Talk& talk) {
    const auto key = participant_key(visit);
    if (key.empty()) return std::nullopt;
    return store::participant_of(visit.db, app::digest_of_key(key, talk.activity.id));
}

std::string participant_cookie(const Visit& visit, const std::string& key) {
    return std::string{cookie_name(visit)} + '=' + key + "; Path=/; Max-Age=" + half_a_year +
           "; HttpOnly; SameSite=Lax" + (is_secure(visit) ? "; Secure" : "");
}

std::string shown(RejectReason reason, const Words& words) {
    switch (reason) {
        case RejectReason::duplicate: return words("Says the same as another statement");
        case RejectReason::two_thoughts: return words("Holds two thoughts");
        case RejectReason::leading: return words("Is a leading question");
        case RejectReason::personal: return words("Points out a person");
        case RejectReason::insult: return words("It insults somebody");
        case RejectReason::out_of_scope: return words("Is not for the county to decide");
        case RejectReason::unlawful: break;
    }
    return words("It breaks the law");
}

std::string shown(Conversation::State state, const Words& words) {
    switch (state) {
        case Conversation::State::open: return words("Votes are taken");
        case Conversation::State::closed: return words("Closed for votes");
        case Conversation::State::frozen: break;
    }
    return words("Frozen: the result stands");
}

std::string shown(AgeClass age, const Words& words) {
    switch (age) {
        case AgeClass::youngest: return words("Below 25");
        case AgeClass::younger: return words("25 to 44");
        case AgeClass::older: return words("45 to 64");
        case AgeClass::oldest: break;
    }
    return words("65 or above");
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
