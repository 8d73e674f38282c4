#include "web/own_page/eid.hpp"

#include "app/own_page/own_identity.hpp"
#include "web/conversation/activity_conversation.hpp"
#include "web/conversation/addresses.hpp"
#include "web/frame/cookies.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/frame/routing/language_address.hpp"
#include "web/frame/sign_in/at_provider.hpp"
#include "web/inspel/addresses.hpp"
#include "web/own_page/addresses.hpp"
#include "web/own_page/note.hpp"
#include "web/own_page/owner.hpp"
#include "web/own_page/pages.hpp"
#include "web/ui/pieces.hpp"

#include <algorithm>

namespace medskapa::web::own_page {
namespace {

constexpr std::string_view home_field = "till";
constexpr std::size_t longest_home = 300;

std::string return_path(const std::string& provider) {
    return path_to(address::own_from_provider, provider);
}

bool is_below_processes(std::string_view path) {
    const auto pattern = address::conversation_page.pattern();
    return language_address(path).path.starts_with(pattern.substr(0, pattern.find('{')));
}

/// An address of ours, of a process, that nothing can be hidden in; else none.
std::string home_in(std::string_view typed) {
    const auto is_plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_' || c == '/';
    };
    const bool is_ours = typed.size() <= longest_home && typed.find("//") == typed.npos &&
                         std::all_of(typed.begin(), typed.end(), is_plain) && is_below_processes(typed);
    return is_ours ? std::string{typed} : std::string{};
}

std::string own_page_in(Language language) {
    return in_language(language, path_to(address::own_page));
}

Html link_to(const Visit& visit, const openid::Provider& provider, const std::string& home) {
    const auto address = visit.href(address::own_at_provider, provider.settings().name);
    return html(R"(<span id="{}">{}</span> )", id_of_button(provider),
        ui::button_link(home.empty() ? address : with_query(address, {{home_field, home}}),
            visit.words("Sign in with {}", visit.in(provider.settings().label)), ui::Weight::quiet));
}

/// The services, each as a link that comes back to `home`: a form may not lead to another site.
Html links_to_services(const Visit& visit, const std::string& home) {
    return html("<p class=\"row\">{}</p>",
        each(providers_for(visit, Comers::participants),
            [&](const auto& provider) { return link_to(visit, *provider, home); }));
}

bool is_offered(const Visit& visit) {
    return !providers_for(visit, Comers::participants).empty();
}

/// Where this visitor is counted already, or how they can be.
Html way_to_be_counted(const Visit& visit, const std::string& activity, const std::string& identity) {
    if (identity.empty()) return links_to_services(visit, visit.href(address::conversation_page, activity));
    const auto button = ui::submit(visit.words("Count my answers as given with eID"), ui::Weight::small);
    return post_button(visit, visit.href(address::show_as_person, activity), button);
}

}  // namespace

std::string identity_of_visitor(const Visit& visit) {
    const auto whose = is_offered(visit) ? owner(visit) : std::nullopt;
    return whose ? whose->identity : std::string{};
}

Html eid_section(const Visit& visit) {
    if (!is_offered(visit)) return {};
    const auto& words = visit.words;
    return html(
        R"(<section aria-labelledby="med-eid"><h2 id="med-eid">{title}</h2><p>{what}</p>{links}<p class="meta">{kept}</p></section>)",
        "title"_a = words("With eID"),
        "what"_a = words("You see what you have tied to your eID, without a mail and without codes."),
        "links"_a = links_to_services(visit, {}),
        "kept"_a = words("We keep a coded mark that is made of your eID, never your name or your personal "
                         "identity number."));
}

Html eid_tie_note(const Visit& visit, const std::string& code) {
    if (!is_offered(visit)) return {};
    const auto& words = visit.words;
    const auto button = ui::submit(words("Tie the inspel to my eID"), ui::Weight::quiet);
    const auto way =
        identity_of_visitor(visit).empty()
            ? links_to_services(visit, visit.href(address::receipt_page, code))
            : post_button(visit, visit.href(address::tie_inspel), button, ui::hidden_field("kod", code));
    return html(R"(<details class="more"><summary>{}</summary><p>{}</p>{}</details>)",
        words("Tie it to your eID"),
        words("Then you see it on My pages without the code. Do it only if it is you who sent it: it is "
              "yours alone from then on."),
        way);
}

Html eid_choice(const Visit& visit) {
    if (!is_offered(visit)) return {};
    const auto& words = visit.words;
    if (identity_of_visitor(visit).empty())
        return html(R"(<details class="more"><summary>{}</summary><p>{}</p>{}</details>)",
            words("Send it with eID"),
            words("Sign in before you write: the form is empty when you come back. You can also tie the "
                  "inspel to your eID afterwards, from its receipt, if you leave no contact details."),
            links_to_services(visit, visit.href(address::inspel_form)));
    return ui::checkbox({.name = std::string{tie_field},
                            .label = words("Tie the inspel to my eID"),
                            .value = std::string{visit.field(tie_field)},
                            .hint = words("You are signed in with eID in this browser. Is it not you? Then "
                                          "do not tick this, and sign out on My pages."),
                            .is_optional = true},
        {}, words);
}

Html voice_note(const Visit& visit, const conversation::ActivityConversation& conversation) {
    if (!is_offered(visit)) return {};
    const auto& words = visit.words;
    const auto identity = identity_of_visitor(visit);
    const bool is_done =
        !identity.empty() && app::is_counted(visit.db, conversation.activity.id, identity, visit.site.secret);
    if (is_done)
        return html("<p class=\"meta\">{}</p>",
            words("Your eID is counted in this conversation, once. With which answers is not kept."));
    return html(R"(<details class="more"><summary>{}</summary><p>{}</p>{}</details>)",
        words("Show that you are one person, with eID"),
        words("The result shows how those who have shown an eID answered, next to all others. Nobody's "
              "answer counts more. We note that your eID has been used here, so that it counts once, and "
              "not with which answers. If you take back your answers, it cannot be counted here again."),
        way_to_be_counted(visit, conversation.activity.slug, identity));
}

Response go_to_eid(const Visit& visit) {
    const auto* provider = provider_named(visit, Comers::participants, visit.path.at("provider"));
    if (provider == nullptr) return problem(visit, Failure::Kind::not_found);
    auto cookie = new_attempt_at(visit, *provider, Errand::own_page);
    cookie.home = home_in(visit.query(home_field));
    auto away = sent_away(visit, *provider, cookie, return_path(cookie.provider));
    if (away) return *std::move(away);
    // Whatever is on its way was begun before, and goes on.
    return not_stored(see_other(address_with(own_page_in(cookie.language), cookie.provider, away.error())));
}

Response come_from_eid(const Visit& visit) {
    const auto& name = visit.path.at("provider");
    const auto* provider = provider_named(visit, Comers::participants, name);
    if (provider == nullptr) return problem(visit, Failure::Kind::not_found);
    const auto cookie = begun_here(visit, Comers::participants, *provider);
    if (!cookie) return sent_back(visit, visit.href(address::own_page), name, Reason::lost);
    const auto person = who_came(visit, *provider, *cookie, return_path(name));
    if (!person) return sent_back(visit, own_page_in(cookie->language), name, person.error());
    const auto identity = app::own_identity(provider->settings().issuer, person->subject, visit.site.secret);
    const auto session =
        visit.write([&](auto& act) { return app::enter_own_page(act, identity, own_cookie_of(visit)); });
    if (!session) return problem(visit, session.error().kind);
    auto response =
        not_stored(see_other(cookie->home.empty() ? own_page_in(cookie->language) : cookie->home));
    set_cookie(response, visit.site, own_cookie, *session);
    remove_cookie(response, visit.site, attempt_cookie);
    return response;
}

Response forget_identity(const Visit& visit) {
    const auto untied =
        visit.write([&](auto& act) { return app::forget_own_identity(act, own_cookie_of(visit)); });
    if (!untied) return problem(visit, untied.error().kind);
    auto response = see_other(visit.href(address::own_page));
    remove_cookie(response, visit.site, own_cookie);
    return response;
}

Response show_as_person(const Visit& visit) {
    const auto conversation = conversation::conversation_of(visit);
    if (!conversation) return problem(visit, Failure::Kind::not_found);
    const auto counted = visit.write([&](auto& act) {
        return app::show_as_person(act, conversation::occasion(visit, *conversation),
            {own_cookie_of(visit), conversation::participant_key(visit), visit.site.secret});
    });
    const auto page = visit.href(address::conversation_page, conversation->activity.slug);
    if (counted) return see_other(with_query(page, {{"tack", "eid"}}));
    const auto kind = counted.error().kind;
    // Who is signed out meanwhile signs in first.
    if (kind == Failure::Kind::not_allowed) return see_other(visit.href(address::own_page));
    if (kind == Failure::Kind::conflict) return see_other(with_query(page, {{"tack", "eid-fanns"}}));
    if (kind == Failure::Kind::not_found) return see_other(with_query(page, {{"tack", "eid-forst"}}));
    return problem(visit, kind);
}

}  // namespace medskapa::web::own_page
