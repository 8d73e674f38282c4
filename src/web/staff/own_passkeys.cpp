#include "web/staff/own_passkeys.hpp"

#include "app/staff/passkey.hpp"
#include "store/staff/passkey_store.hpp"
#include "store/staff/passphrase_store.hpp"
#include "web/frame/cookies.hpp"
#include "web/frame/forms/ask_again.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/frame/sign_in/passkey_try.hpp"
#include "web/staff/addresses.hpp"
#include "web/staff/one_process.hpp"
#include "web/staff/own_passphrase.hpp"
#include "web/ui/forms/field_names.hpp"

#include <algorithm>

namespace medskapa::web::staff {
namespace {

constexpr auto name_field = "namn";

std::vector<Passkey> own(const Visit& visit) {
    return store::passkeys_of(visit.db, visit.signed_in->user.id);
}

Html dates_of(const Visit& visit, const Passkey& passkey) {
    const auto& words = visit.words;
    const auto moment = [&](Instant when) { return words.moment(visit.site.clock.local(when)); };
    return html(R"(<p class="meta">{} {}</p>)", words("Made {}.", moment(passkey.made_at)),
        passkey.used_at ? words("Last used {}.", moment(*passkey.used_at)) : words("Not used yet."));
}

Html rename_form(const Visit& visit, const Passkey& passkey, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto field = name_field + ('-' + std::to_string(passkey.id.value));
    const auto typed = visit.field(field);
    const auto form = post_form(
        visit, {.action = visit.href(address::rename_passkey, passkey.id.value),
                   .fields = ui::text_field({.name = field,
                                                .label = words("New name"),
                                                .value = typed.empty() ? passkey.name : std::string{typed}},
                       ui::Input::text, complaints, words),
                   .button = ui::submit(words("Save the name of {}", passkey.name), ui::Weight::small)});
    const auto is_here = [&](const Complaint& one) { return ui::name_in_form(one.place) == field; };
    const bool is_open = std::any_of(complaints.begin(), complaints.end(), is_here);
    return html(R"(<details class="more"{}><summary>{}</summary>{}</details>)", when(is_open, html(" open")),
        words("Rename {}", passkey.name), form);
}

Html remove_form(const Visit& visit, const Passkey& passkey) {
    const auto& words = visit.words;
    return ui::guarded(words("Remove {}", passkey.name),
        words("You can no longer sign in with it here. Remove it from the device too, in its settings."),
        post_button(visit, visit.href(address::remove_passkey, passkey.id.value),
            ui::submit(words("Remove the passkey {}", passkey.name), ui::Weight::small)));
}

Html passkey_view(const Visit& visit, const Passkey& passkey, const ui::Complaints& complaints) {
    return html("<section><h3>{name}</h3>{dates}{scope}{rename}{remove}</section>", "name"_a = passkey.name,
        "dates"_a = dates_of(visit, passkey),
        "scope"_a = passkey.process ? html("<p>{}</p>", opens_alone(visit, passkey.process)) : Html{},
        "rename"_a = rename_form(visit, passkey, complaints), "remove"_a = remove_form(visit, passkey));
}

/// What a link from a leader may have set up goes when the person comes by a way of their own.
Html what_goes(const Visit& visit) {
    if (!replaces_what_opens_one_process(visit)) return {};
    return html("<p>{}</p>",
        visit.words("What opens one process alone stops working when you make a passkey here: it was set up "
                    "after a link from a process leader, and somebody else may have done it."));
}

std::string free_name(const Visit& visit) {
    return visit.words("Passkey {}", static_cast<int>(own(visit).size()) + 1);
}

Html add_form(const Visit& visit, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto typed = visit.field(name_field);
    const auto name =
        ui::text_field({.name = name_field,
                           .label = words("Name of the passkey"),
                           .value = typed.empty() ? free_name(visit) : std::string{typed},
                           .hint = words("So that you know it again: Work computer, for example.")},
            ui::Input::text, complaints, words);
    const auto form =
        post_form(visit, {.action = visit.href(address::own_passkeys),
                             .fields = html("{}{}", name, passkey_input()),
                             .button = ui::submit(words("Make a passkey"), ui::Weight::filled)});
    return html("{}{}<p data-no-passkey>{}</p>", what_goes(visit),
        passkey_box(visit, visit.href(address::new_passkey_challenge), form),
        words(
            "A passkey is made in a browser that knows them, with scripts switched on. This one does not, or "
            "scripts are off."));
}

/// Those of a person with a passphrase are on its page.
Html recovery_codes_view(const Visit& visit) {
    const auto& words = visit.words;
    const auto user = visit.signed_in->user.id;
    if (own(visit).empty() || store::passphrase_of(visit.db, user)) return {};
    return html("<h2>{title}</h2><p>{left} {use}</p>{renew}", "title"_a = words("Recovery codes"),
        "left"_a = words.count(
            "{} recovery code left.", "{} recovery codes left.", store::recovery_codes_left(visit.db, user)),
        "use"_a = words("When no passkey is at hand you sign in with a link and one of them."),
        "renew"_a = ui::guarded(words("Make new recovery codes"), words("Those that you have stop working."),
            post_button(visit, visit.href(address::recovery_codes),
                ui::submit(words("Make ten new codes"), ui::Weight::small))));
}

Html list_view(const Visit& visit, const ui::Complaints& complaints) {
    const auto all = own(visit);
    if (all.empty()) return {};
    return html("<h2>{}</h2>{}", visit.words("Your passkeys"),
        each(all, [&](const Passkey& one) { return passkey_view(visit, one, complaints); }));
}

Response passkeys_page(const Visit& visit, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto title = words("Passkeys");
    const auto body = html(R"({errors}<h1>{title}</h1><p class="lead">{lead}</p><p>{called}</p>
{list}<h2>{anew}</h2><p>{ends}</p>{add}{codes})",
        "errors"_a = ui::error_summary(complaints, words), "title"_a = title,
        "lead"_a =
            words("With a passkey you sign in by fingerprint, face or the code of your device. There is "
                  "nothing to remember, and nothing that others can trick you into giving them."),
        "called"_a =
            words("It lies in your phone, your computer, a password manager or a security key, which "
                  "may call it a key or a passkey. Make one on each device that you use: then you come "
                  "in also when one of them is lost."),
        "list"_a = list_view(visit, complaints), "anew"_a = words("Make a new passkey"),
        "ends"_a = words("A new passkey signs you out on all other devices."),
        "add"_a = passkey_site(visit)
                      ? add_form(visit, complaints)
                      : html("<p>{}</p>", words("Passkeys cannot be used at this address of the site")),
        "codes"_a = recovery_codes_view(visit));
    auto content = site_page(visit, title, body);
    content.width = ui::Width::column;
    content.crumbs = {{visit.href(address::own_account), words("Your account")}};
    content.has_errors = !complaints.empty();
    return not_stored(page(content, visit, status));
}

Response changed(const Visit& visit, const Result<app::ChangedSignIn>& done) {
    if (done) return in_changed_session(visit, *done, visit.href(address::own_passkeys));
    if (done.error().complaints.empty()) return problem(visit, done.error().kind);
    return passkeys_page(visit, done.error().complaints, status_of(done.error().kind));
}

Id<Passkey> asked_for(const Visit& visit) {
    return {Visit::number(visit.path.at("passkey")).value_or(0)};
}

}  // namespace

Html passkeys_note(const Visit& visit) {
    const auto& words = visit.words;
    const auto count = static_cast<std::int64_t>(own(visit).size());
    if (count == 0 && !passkey_site(visit)) return {};
    return html("<p>{}</p><p>{}</p>",
        count > 0 ? words.count("You have {} passkey.", "You have {} passkeys.", count)
                  : words("With a passkey you sign in by fingerprint, face or the code of your device."),
        ui::button_link(visit.href(address::own_passkeys),
            count > 0 ? words("See and change your passkeys") : words("Make a passkey"), ui::Weight::quiet));
}

Response own_passkeys(const Visit& visit) {
    if (!visit.signed_in->is_fresh)
        return ask_again_first(
            visit, visit.href(address::prove_for_passkeys), visit.href(address::own_passkeys));
    return passkeys_page(visit, {}, 200);
}

Response prove_for_passkeys(const Visit& visit) {
    return see_other(visit.href(address::own_passkeys));
}

Response add_passkey(const Visit& visit) {
    if (!passkey_site(visit)) return passkeys_page(visit, {}, 422);
    const auto answer = webauthn::read_made_answer(visit.field(passkey_field));
    return changed(visit, visit.write([&](auto& act) {
        return app::add_passkey(act, visit.session,
            {std::string{visit.field(name_field)}, answer.value_or(webauthn::MadeAnswer{}),
                passkey_question(visit, webauthn::Purpose::make, visit.session)});
    }));
}

Response rename_passkey(const Visit& visit) {
    const auto id = asked_for(visit);
    const auto field = name_field + ('-' + std::to_string(id.value));
    const auto done = visit.write([&](auto& act) {
        return app::rename_passkey(act, visit.session, id, std::string{visit.field(field)});
    });
    if (done) return see_other(visit.href(address::own_passkeys));
    if (done.error().complaints.empty()) return problem(visit, done.error().kind);
    return passkeys_page(visit, done.error().complaints, status_of(done.error().kind));
}

Response remove_passkey(const Visit& visit) {
    return changed(visit,
        visit.write([&](auto& act) { return app::remove_passkey(act, visit.session, asked_for(visit)); }));
}

}  // namespace medskapa::web::staff
