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
    return {talk.activity, visit.today()};
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

std::string shown(Stance stance, const Words& words) {
    switch (stance) {
        case Stance::agree: return words("Agree");
        case Stance::disagree: return words("Disagree");
        case Stance::pass: break;
    }
    return words("Pass");
}

}  // namespace medskapa::web::conversation
