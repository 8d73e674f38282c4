#include "web/staff/own_passphrase.hpp"

#include "base/digest.hpp"
#include "base/secret/one_time_code.hpp"
#include "store/site/description_store.hpp"
#include "store/staff/passphrase_store.hpp"
#include "web/frame/cookies.hpp"
#include "web/frame/forms/ask_again.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/staff/addresses.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::staff {
namespace {

constexpr auto key_field = "appnyckel";

Response simple_page(const Visit& visit, const std::string& title, const Html& body,
    const ui::Complaints& complaints, int status) {
    auto content = site_page(
        visit, title, html("{}<h1>{}</h1>{}", ui::error_summary(complaints, visit.words), title, body));
    content.width = ui::Width::column;
    content.crumbs = {{visit.href(address::own_account), visit.words("Your account")}};
    content.has_errors = !complaints.empty();
    return not_stored(page(content, visit, status));
}

/// The key that the form was made with, or a new one.
std::string key_of_form(const Visit& visit) {
    auto key = from_hex(visit.field(key_field));
    return key && key->size() == one_time_key_bytes ? *std::move(key) : random_bytes(one_time_key_bytes);
}

std::string in_groups_of_four(const std::string& text) {
    std::string shown;
    for (std::size_t i = 0; i < text.size(); i += 4) shown += (i == 0 ? "" : " ") + text.substr(i, 4);
    return shown;
}

Html key_view(const Visit& visit, const std::string& key) {
    const auto& words = visit.words;
    const auto address = one_time_address(key, name_in_app(visit), visit.signed_in->user.email);
    return html(R"(<p>{how}</p>{key}<p>{here}</p>)",
        "how"_a = words(
            "Get an app that shows codes, from your employer or of your own choice, and add an account in it "
            "by hand with this key. The codes are by time, with six digits."),
        "key"_a = ui::proof(words("Key for the app"), {in_groups_of_four(base32_of_key(key))}),
        "here"_a = html(R"(<a href="{}">{}</a>)", address, words("Open the app, if it is on this device")));
}

Html new_passphrase_input(const Visit& visit, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    return ui::text_field(
        {.name = std::string{new_passphrase_field},
            .label = words("New passphrase"),
            .hint = words("At least {} characters. Four words that do not belong together are easy to "
                          "remember and hard to guess.",
                static_cast<int>(shortest_passphrase)),
            .autocomplete = "new-password"},
        ui::Input::password, complaints, words);
}

Html set_up_form(const Visit& visit, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto key = key_of_form(visit);
    const auto code = ui::text_field({.name = std::string{code_field},
                                         .label = words("Code that the app shows now"),
                                         .hint = words("Six digits."),
                                         .autocomplete = "one-time-code",
                                         .is_short = true},
        ui::Input::text, complaints, words);
    const auto fields = html(R"(<h2>1. {first}</h2>{passphrase}<h2>2. {second}</h2>{key}{code}{hidden})",
        "first"_a = words("Choose a passphrase"), "passphrase"_a = new_passphrase_input(visit, complaints),
        "second"_a = words("Put the key in an app"), "key"_a = key_view(visit, key), "code"_a = code,
        "hidden"_a = ui::hidden_field(key_field, hex(key)));
    return post_form(
        visit, {.action = visit.href(address::own_passphrase),
                   .fields = fields,
                   .button = ui::submit(words("Set up and show recovery codes"), ui::Weight::filled)});
}

Html change_form(const Visit& visit, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    return post_form(visit, {.action = visit.href(address::change_passphrase),
                                .fields = new_passphrase_input(visit, complaints),
                                .button = ui::submit(words("Change the passphrase"), ui::Weight::filled)});
}

Html small_act(const Visit& visit, const std::string& action, const std::string& text) {
    return post_button(visit, action, ui::submit(text, ui::Weight::small));
}

/// What can be done by who has set up a passphrase.
Html changes(const Visit& visit, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    return html(
        R"(<h2>{passphrase}</h2>{change}<h2>{codes}</h2><p>{left}</p>{renew}<h2>{app}</h2>{anew}{drop})",
        "passphrase"_a = words("Another passphrase"), "change"_a = change_form(visit, complaints),
        "codes"_a = words("Recovery codes"),
        "left"_a = words.count("{} recovery code left.", "{} recovery codes left.",
            store::recovery_codes_left(visit.db, visit.signed_in->user.id)),
        "renew"_a = ui::guarded(words("Make new recovery codes"), words("Those that you have stop working."),
            small_act(visit, visit.href(address::recovery_codes), words("Make ten new codes"))),
        "app"_a = words("App"),
        "anew"_a = ui::guarded(words("Begin anew with another phone"),
            words("The app, the passphrase and the recovery codes that you have stop working."),
            small_act(visit, visit.href(address::own_passphrase), words("Show a new key"))),
        "drop"_a = ui::guarded(words("Sign in without a passphrase"),
            words("Passphrase and app stop working, and the recovery codes too when you have no passkey."),
            small_act(visit, visit.href(address::drop_passphrase), words("Take the passphrase away"))));
}

Response form_page(const Visit& visit, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const bool is_known = store::passphrase_of(visit.db, visit.signed_in->user.id).has_value();
    const bool sets_up = !is_known || !visit.field(key_field).empty();
    const auto lead = html(
        R"(<p class="lead">{}</p>)", words("Whatever you change here signs you out on all other devices."));
    return simple_page(visit,
        is_known ? words("Change how you sign in") : words("Set up passphrase and code"),
        html("{}{}", lead, sets_up ? set_up_form(visit, complaints) : changes(visit, complaints)), complaints,
        status);
}

Response codes_page(const Visit& visit, const std::vector<std::string>& codes) {
    const auto& words = visit.words;
    return simple_page(visit, words("Your recovery codes"),
        html(R"(<p class="lead">{lead}</p><ul class="plain">{codes}</ul><p>{how}</p><p>{way}</p>)",
            "lead"_a = words(
                "They are shown only now. Print them, or keep them where you keep other secrets, but not on "
                "the phone that has the app or the passkey."),
            "codes"_a = each(codes, [](const auto& code) { return html("<li><code>{}</code></li>", code); }),
            "how"_a = words("Each works once: in place of the code of the app, or with a link when no "
                            "passkey is at hand."),
            "way"_a = ui::button_link(
                visit.href(address::own_account), words("I have kept them"), ui::Weight::filled)),
        {}, 200);
}

Response changed(const Visit& visit, const Result<app::ChangedSignIn>& done) {
    if (!done && done.error().complaints.empty()) return problem(visit, done.error().kind);
    if (!done) return form_page(visit, done.error().complaints, status_of(done.error().kind));
    return in_changed_session(visit, *done, visit.href(address::own_account));
}

Response try_again_soon(const Visit& visit) {
    return form_page(visit,
        {{std::string{new_passphrase_field},
            N_("Many are signing in just now. Wait a few seconds and try again")}},
        503);
}

}  // namespace

std::string name_in_app(const Visit& visit) {
    const auto owner = store::site_description(visit.db).owner;
    return owner.empty() ? "Medskapa" : owner;
}

Response in_changed_session(const Visit& visit, const app::ChangedSignIn& done, const std::string& back) {
    auto in_new_session = visit;
    in_new_session.session = done.session;
    auto response =
        done.recovery_codes.empty() ? see_other(back) : codes_page(in_new_session, done.recovery_codes);
    set_session_cookie(response, visit.site, done.session, visit.signed_in->device);
    return response;
}

Response own_passphrase(const Visit& visit) {
    if (!visit.signed_in->is_fresh)
        return ask_again_first(
            visit, visit.href(address::prove_oneself), visit.href(address::own_passphrase));
    return form_page(visit, {}, 200);
}

Response set_up_passphrase(const Visit& visit) {
    const auto typed = visit.field(new_passphrase_field);
    const auto key = key_of_form(visit);
    if (visit.field(key_field).empty())
        return simple_page(
            visit, visit.words("Begin anew with another phone"), set_up_form(visit, {}), {}, 200);
    const auto complaints = complaints_about_passphrase(typed, visit.signed_in->user);
    if (!complaints.empty()) return form_page(visit, complaints, 422);
    const auto hash = visit.site.door->passphrases.hash_of(typed);
    if (!hash) return try_again_soon(visit);
    return changed(visit, visit.write([&](auto& act) {
        return app::set_up_passphrase(
            act, visit.session, {*hash, key, std::string{visit.field(code_field)}, visit.site.secret});
    }));
}

Response change_passphrase(const Visit& visit) {
    const auto typed = visit.field(new_passphrase_field);
    const auto complaints = complaints_about_passphrase(typed, visit.signed_in->user);
    if (!complaints.empty()) return form_page(visit, complaints, 422);
    const auto hash = visit.site.door->passphrases.hash_of(typed);
    if (!hash) return try_again_soon(visit);
    return changed(
        visit, visit.write([&](auto& act) { return app::change_passphrase(act, visit.session, *hash); }));
}

Response drop_passphrase(const Visit& visit) {
    return changed(visit, visit.write([&](auto& act) { return app::drop_passphrase(act, visit.session); }));
}

Response renew_recovery_codes(const Visit& visit) {
    return changed(visit, visit.write([&](auto& act) {
        return app::renew_recovery_codes(act, visit.session, visit.site.secret);
    }));
}

Response prove_oneself(const Visit& visit) {
    return see_other(visit.href(address::own_passphrase));
}

}  // namespace medskapa::web::staff
