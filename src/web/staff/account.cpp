#include "web/staff/account.hpp"

#include "store/site/site_store.hpp"
#include "store/staff/passphrase_store.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/frame/sign_in/passkey_try.hpp"
#include "web/frame/sign_in/security_notes.hpp"
#include "web/issue/addresses.hpp"
#include "web/staff/addresses.hpp"
#include "web/staff/own_passkeys.hpp"
#include "web/staff/provider/services.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/table.hpp"

namespace medskapa::web::staff {
namespace {

Html way_out(const Visit& visit, const app::LivingSession& one) {
    if (one.is_this) return html("{}", visit.words("This device"));
    return post_button(visit, visit.href(address::one_session, one.name),
        ui::submit(visit.words("Sign out there"), ui::Weight::small));
}

Html sign_out_the_others(const Visit& visit) {
    const auto& words = visit.words;
    return post_form(visit, {.action = visit.href(address::other_sessions),
                                .fields = html("<p>{}</p>",
                                    words("Sign out everywhere but here, if you do not know one of them.")),
                                .button = ui::submit(words("Sign out the others"), ui::Weight::small)});
}

Html sessions_view(const Visit& visit) {
    const auto& words = visit.words;
    const auto& clock = visit.site.clock;
    const auto sessions = app::living_sessions(visit.db, visit.session, visit.now);
    ui::Table table{.caption = words("Where you are signed in"),
        .columns = {{words("Since")}, {words("Last used")}, {words("How")}, {words("Device")},
            {words("Sign out")}},
        .narrow = ui::Narrow::stacks};
    for (const auto& one : sessions)
        table.rows.push_back({html("{}", words.moment(clock.local(one.session.started_at))),
            html("{}", words.moment(clock.local(one.session.seen_at))),
            html("{}", shown(one.session.way_in, words)),
            html("{}", one.session.device == Device::own ? words("Own") : words("Shared")),
            way_out(visit, one)});
    return html("{}{}", ui::table(table), sessions.size() > 1 ? sign_out_the_others(visit) : Html{});
}

/// The way back to each desk that the person works at.
Html desks_of(const Visit& visit) {
    Html links;
    for (const auto& [id, role] : visit.signed_in->actor.roles)
        if (const auto process = store::find_process(visit.db, id))
            links += html(R"(<a class="alone" href="{}">{}</a>)", visit.href_in(*process, address::to_answer),
                visit.words("To the desk: {}", visit.in(process->name)));
    return links.empty() ? links : html(R"(<p class="row">{}</p>)", links);
}

/// What one signs in with besides links.
Html ways_in(const Visit& visit) {
    const auto& words = visit.words;
    const auto user = visit.signed_in->user.id;
    const auto known = store::passphrase_of(visit.db, user);
    const auto state =
        known
            ? words("Passphrase and app since {}.", words.moment(visit.site.clock.local(known->changed_at))) +
                  ' ' +
                  words.count("{} recovery code left.", "{} recovery codes left.",
                      store::recovery_codes_left(visit.db, user))
        : has_passkey(visit) ? words("You have no passphrase.")
                             : words(
                                   "You sign in with links. With a passphrase and an app on your phone you "
                                   "need not wait for mail, "
                                   "and nobody comes in who has only your mailbox.");
    return html("<h2>{title}</h2><p>{state}</p><p>{way}</p>{services}", "title"_a = words("How you sign in"),
        "state"_a = state,
        "way"_a = ui::button_link(visit.href(address::own_passphrase),
            known ? words("Change how you sign in") : words("Set up passphrase and code"), ui::Weight::quiet),
        "services"_a = services_in_brief(visit));
}

Response account_page(const Visit& visit, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto& user = visit.signed_in->user;
    const auto typed = visit.field("namn");
    const auto name = ui::text_field(
        {.name = "namn", .label = words("Name"), .value = typed.empty() ? user.name : std::string{typed}},
        ui::Input::text, complaints, words);
    const auto body = html(R"({errors}<h1>{title}</h1><p>{email}</p>{desks}
{name}
{ways}
{sessions})",
        "errors"_a = ui::error_summary(complaints, words), "title"_a = words("Your account"),
        "email"_a = user.email, "desks"_a = desks_of(visit),
        "name"_a = post_form(visit, {.action = visit.href(address::own_name),
                                        .fields = name,
                                        .button = ui::submit(words("Save the name"), ui::Weight::filled)}),
        "ways"_a = html("{}{}", ways_in(visit), passkeys_note(visit)), "sessions"_a = sessions_view(visit));
    auto content = site_page(visit, words("Your account"), body);
    content.width = ui::Width::column;
    content.has_errors = !complaints.empty();
    return not_stored(page(content, visit, status));
}

}  // namespace

Response account(const Visit& visit) {
    return account_page(visit, {}, 200);
}

Response rename_self(const Visit& visit) {
    const auto done = visit.write(
        [&](auto& act) { return app::rename_self(act, visit.session, std::string{visit.field("namn")}); });
    if (done) return see_other(visit.href(address::own_account));
    if (done.error().complaints.empty()) return problem(visit, done.error().kind);
    return account_page(visit, done.error().complaints, status_of(done.error().kind));
}

Response end_other_sessions(const Visit& visit) {
    (void)visit.write([&](auto& act) { return app::end_other_sessions(act, visit.session); });
    note_security(visit, {.event = SecurityEvent::session_ended, .reason = "signed_out_elsewhere"});
    return see_other(visit.href(address::own_account));
}

Response end_session(const Visit& visit) {
    const auto done = visit.write(
        [&](auto& act) { return app::end_session(act, visit.session, visit.path.at("session")); });
    if (!done) return problem(visit, done.error().kind);
    note_security(visit, {.event = SecurityEvent::session_ended, .reason = "signed_out_elsewhere"});
    return see_other(visit.href(address::own_account));
}

}  // namespace medskapa::web::staff
