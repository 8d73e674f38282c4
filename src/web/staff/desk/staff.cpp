#include "app/staff/staff.hpp"
#include "app/staff/ways_in.hpp"
#include "store/staff/staff_store.hpp"
#include "web/frame/flash.hpp"
#include "web/frame/roles.hpp"
#include "web/frame/sign_in/security_notes.hpp"
#include "web/staff/addresses.hpp"
#include "web/staff/desk/pages.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/pieces.hpp"
#include "web/ui/table.hpp"

#include <algorithm>

namespace medskapa::web::staff::desk {
namespace {

std::string meaning_of(Role role, const Words& words) {
    switch (role) {
        case Role::process_leader: return words("Does all that the others do, and chooses who they are.");
        case Role::handler: return words("Reviews, splits and answers inspel, and publishes answers.");
        case Role::editor: return words("Changes what the site says.");
        case Role::moderator: return words("Reviews inspel and enters letters and calls.");
        case Role::viewer: break;
    }
    return words("Reads the desk, and changes nothing.");
}

std::vector<ui::Choice> role_choices(const Words& words) {
    std::vector<ui::Choice> choices;
    for (const auto& [role, word, label] : names_of<Role>)
        choices.push_back({std::string{word}, words(label), meaning_of(role, words)});
    std::reverse(choices.begin(), choices.end());  // those who may most first
    return choices;
}

Html way_out(const Visit& visit, const User& user) {
    const auto& words = visit.words;
    const auto address = visit.href(address::remove_member, user.id.value);
    return ui::guarded(words("Take the role away"),
        words("{} can no longer work with the process. What they have done stays.", user.name),
        html("<form method=\"post\" action=\"{}\">{}{}</form>", address, form_guard(visit, ""),
            ui::submit(words("Take the role from {}", user.name), ui::Weight::small)));
}

Html new_link(const Visit& visit, const User& user) {
    return html("<form method=\"post\" action=\"{}\">{}{}</form>",
        visit.href(address::member_link, user.id.value), form_guard(visit, ""),
        ui::submit(visit.words("Make a link for {}", user.name), ui::Weight::small));
}

/// For who has lost what they sign in with. One's own is changed on the page of one's account.
Html new_sign_in(const Visit& visit, const User& user) {
    if (user.id == visit.actor().user || app::opened_by(visit.db, user.id).empty()) return {};
    const auto& words = visit.words;
    return ui::guarded(words("Has lost phone, passphrase or passkey"),
        words("Be sure that it is {} who asks you. Their passphrase, app, recovery codes and passkeys stop "
              "working, they are "
              "signed out everywhere, and you get a link to give them. It is written in the open log.",
            user.name),
        html("<form method=\"post\" action=\"{}\">{}{}</form>",
            visit.href(address::reset_member, user.id.value), form_guard(visit, ""),
            ui::submit(words("Let {} begin anew", user.name), ui::Weight::small)));
}

Html members_view(const Visit& visit) {
    const auto& words = visit.words;
    ui::Table table{.caption = words("Who works with the process"),
        .columns = {
            {words("Name")}, {words("E-mail")}, {words("Role")}, {words("Sign-in link")}, {words("Remove")}}};
    for (const auto& [user, role] : store::members_of(visit.db, visit.process->id))
        table.rows.push_back({html("{}", user.name), html("{}", user.email), html("{}", shown(role, words)),
            html("{}{}", new_link(visit, user), new_sign_in(visit, user)), way_out(visit, user)});
    return ui::table(table);
}

Response staff_page(const Visit& visit, const ui::Complaints& complaints, const Html& notice, int status) {
    const auto& words = visit.words;
    const auto typed = [&](const char* name) { return std::string{visit.field(name)}; };
    const auto body = html(R"({errors}{notice}
<h1>{title}</h1>{members}
<h2>{invite}</h2><p>{how}</p>
<form method="post" action="{action}" class="narrow" novalidate>{guard}{name}{email}{role}<p>{submit}</p></form>)",
        "errors"_a = ui::error_summary(complaints, words), "notice"_a = notice, "title"_a = words("Staff"),
        "members"_a = members_view(visit), "invite"_a = words("Invite, or change a role"),
        "how"_a = words("Who is new gets a sign-in link. Who has an account already gets the role and keeps "
                        "their name. A "
                        "link is good once and for an hour, and opens this process only."),
        "action"_a = visit.href(address::staff_page), "guard"_a = form_guard(visit, ""),
        "name"_a = ui::text_field({.name = "namn", .label = words("Name"), .value = typed("namn")},
            ui::Input::text, complaints, words),
        "email"_a = ui::text_field({.name = "epost", .label = words("E-mail"), .value = typed("epost")},
            ui::Input::email, complaints, words),
        "role"_a = ui::radio_group({.name = "roll", .label = words("Role"), .value = typed("roll")},
            role_choices(words), complaints, words),
        "submit"_a = ui::submit(words("Invite"), ui::Weight::filled));
    auto content = desk_page(visit, words("Staff"), body, "personal");
    content.has_errors = !complaints.empty();
    return not_stored(page(content, visit, status));
}

Html link_notice(const Visit& visit, const User& user, const std::string& token) {
    return ui::notice(ui::Tone::good,
        html("<p>{}</p><p><code>{}</code></p>",
            visit.words("Send this link to {}, and to nobody else. It is shown only now.", user.name),
            visit.site.base_url + visit.href(address::sign_in, token)));
}

void note_role(const Visit& visit, Id<User> whose, ProgramWord role, ProgramWord what) {
    note_security(visit,
        {.event = SecurityEvent::role_changed, .subject = whose.value, .resource = role, .reason = what});
}

Html role_notice(const Visit& visit, const User& user) {
    return ui::notice(ui::Tone::good,
        html("<p>{}</p>",
            visit.words(
                "{} had an account already, and has the role now. Nobody has got a new link.", user.name)));
}

}  // namespace

Response staff(const Visit& visit) {
    return staff_page(visit, {}, {}, 200);
}

Response invite(const Visit& visit) {
    const User user{{}, std::string{visit.field("epost")}, std::string{visit.field("namn")}};
    Role role{};
    auto complaints = app::complaints_about(user);
    if (!find_name<Role>(visit.field("roll"), role)) complaints.push_back({"roll", N_("Choose a role"), {}});
    if (!complaints.empty()) return staff_page(visit, complaints, {}, 422);
    const auto invited = visit.write([&](auto& act) { return app::invite(act, user, role); });
    if (!invited) return staff_page(visit, invited.error().complaints, {}, status_of(invited.error().kind));
    note_role(visit, invited->user.id, ProgramWord::of(role), "given");
    return staff_page(visit, {},
        invited->token ? link_notice(visit, invited->user, *invited->token)
                       : role_notice(visit, invited->user),
        200);
}

Response make_link(const Visit& visit) {
    const Id<User> member{Visit::number(visit.path.at("member")).value_or(0)};
    const auto token = visit.write([&](auto& act) { return app::make_sign_in_link(act, member); });
    if (!token) return problem(visit, token.error().kind);
    note_role(visit, member, {}, "sign_in_link_made");
    return staff_page(visit, {}, link_notice(visit, *store::find_user(visit.db, member), *token), 200);
}

Response reset_sign_in(const Visit& visit) {
    const Id<User> member{Visit::number(visit.path.at("member")).value_or(0)};
    const auto token = visit.write([&](auto& act) { return app::reset_sign_in(act, member); });
    if (token) {
        note_role(visit, member, {}, "sign_in_reset");
        return staff_page(visit, {}, link_notice(visit, *store::find_user(visit.db, member), *token), 200);
    }
    if (token.error().complaints.empty()) return problem(visit, token.error().kind);
    return staff_page(visit, token.error().complaints, {}, status_of(token.error().kind));
}

Response remove_member(const Visit& visit) {
    const Id<User> member{Visit::number(visit.path.at("member")).value_or(0)};
    const auto removed = visit.write([&](auto& act) { return app::remove_member(act, member); });
    if (removed) {
        note_role(visit, member, {}, "taken");
        return see_other(with_notice(Notice::role_removed, visit.href(address::staff_page)));
    }
    if (removed.error().complaints.empty()) return problem(visit, removed.error().kind);
    return staff_page(visit, removed.error().complaints, {}, status_of(removed.error().kind));
}

}  // namespace medskapa::web::staff::desk
