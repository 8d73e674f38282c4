#include "web/staff/sign_in.hpp"

#include "domain/mail/address.hpp"
#include "domain/mail/mail.hpp"
#include "store/site/site_store.hpp"
#include "store/staff/staff_store.hpp"
#include "web/frame/cookies.hpp"
#include "web/frame/routing/language_address.hpp"
#include "web/frame/sign_in/provider_refusal.hpp"
#include "web/frame/sign_in/security_notes.hpp"
#include "web/issue/addresses.hpp"
#include "web/site/addresses.hpp"
#include "web/staff/addresses.hpp"
#include "web/staff/passkey_door.hpp"
#include "web/staff/provider/services.hpp"
#include "web/ui/forms/form.hpp"

namespace medskapa::web::staff {
namespace {

constexpr auto passphrase_email = "anvandare";

Response simple_page(const Visit& visit, const std::string& title, Html body, int status) {
    auto content = site_page(visit, title, std::move(body));
    content.width = ui::Width::column;
    return not_stored(page(content, visit, status));
}

/// Whose form it is that comes back: the other is as it was.
enum class Door { none, passphrase, link };

Html email_input(const Visit& visit, const std::string& id, const std::string& label, const std::string& hint,
    const ui::Complaints& complaints) {
    return ui::text_field({.name = id,
                              .label = label,
                              .value = std::string{visit.field(id)},
                              .hint = hint,
                              .autocomplete = id == passphrase_email ? "username" : "email"},
        ui::Input::email, complaints, visit.words);
}

Html passphrase_door(const Visit& visit, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    return html(R"(<section aria-labelledby="med-losenfras"><h2 id="med-losenfras">{title}</h2>
<form method="post" action="{action}" novalidate>{guard}{email}{passphrase}{code}{own}<p>{submit}</p></form></section>)",
        "title"_a = words("With passphrase and code"),
        "action"_a = visit.href(address::sign_in_by_passphrase), "guard"_a = form_guard(visit, ""),
        "email"_a =
            email_input(visit, passphrase_email, words("Your e-mail address at work"), {}, complaints),
        "passphrase"_a = passphrase_input(visit, complaints), "code"_a = code_input(visit, complaints),
        "own"_a = own_device_input(visit), "submit"_a = ui::submit(words("Sign in"), ui::Weight::filled));
}

Html link_door(const Visit& visit, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    return html(R"(<section aria-labelledby="med-lank"><h2 id="med-lank">{title}</h2>
<form method="post" action="{action}" novalidate>{guard}{email}<p>{submit}</p></form></section>)",
        "title"_a = words("With a link by e-mail"), "action"_a = visit.href(address::ask_for_link),
        "guard"_a = form_guard(visit, ""),
        "email"_a = email_input(visit, "epost", words("Your e-mail address at work"),
            words("We mail you a link to sign in with. This is also the way if you have forgotten the "
                  "passphrase."),
            complaints),
        "submit"_a = ui::submit(words("Send me a link"), ui::Weight::quiet));
}

Response doors(const Visit& visit, Door tried, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto title = words("Sign in");
    const auto own = [&](Door door) { return tried == door ? complaints : ui::Complaints{}; };
    auto content = site_page(visit, title,
        html(
            R"({errors}<h1>{title}</h1><p class="lead">{lead}</p>{providers}{passkey}<div class="sides even">{passphrase}{link}</div>)",
            "errors"_a = ui::error_summary(complaints, words), "title"_a = title,
            "lead"_a = words(
                "This is for those who work here. You need not sign in to read, send an inspel or vote."),
            "providers"_a = provider_door(visit), "passkey"_a = passkey_door(visit),
            "passphrase"_a = passphrase_door(visit, own(Door::passphrase)),
            "link"_a = link_door(visit, own(Door::link))));
    content.has_errors = !complaints.empty();
    return not_stored(page(content, visit, status));
}

Response with_wait(Response response, std::chrono::seconds wait) {
    if (wait.count() > 0) response.headers.emplace_back("Retry-After", std::to_string(wait.count()));
    return response;
}

Response link_page(const Visit& visit, const app::LinkHolder& holder, const SignInTry& tried) {
    const auto& words = visit.words;
    const auto title = words("Sign in");
    auto content = site_page(visit, title,
        html(R"({errors}<h1>{title}</h1><p class="lead">{lead}</p>
<form method="post" action="{action}" novalidate>{guard}{code}{own}<p>{submit}</p></form>)",
            "errors"_a = ui::error_summary(tried.complaints, words), "title"_a = title,
            "lead"_a =
                words("The link works once. You stay signed in until you sign out, at most twelve hours."),
            "action"_a = visit.href(address::sign_in, visit.path.at("token")),
            "guard"_a = form_guard(visit, ""),
            "code"_a = holder.is_asked_for_code ? code_input(visit, tried.complaints) : Html{},
            "own"_a = own_device_input(visit),
            "submit"_a = ui::submit(words("Sign in"), ui::Weight::filled)));
    content.width = ui::Width::column;
    content.has_errors = !tried.complaints.empty();
    return with_wait(not_stored(page(content, visit, tried.status)), tried.wait);
}

}  // namespace

std::string home_of(const Visit& visit, const std::string& session) {
    return home_of(visit, app::signed_in(visit.db, session, visit.now), visit.words.language());
}

Response refused_at_the_doors(const Visit& visit, const SignInTry& tried) {
    return with_wait(doors(visit, Door::none, tried.complaints, tried.status), tried.wait);
}

Response used_up(const Visit& visit) {
    const auto title = visit.words("The link cannot be used");
    return simple_page(visit, title,
        html("<h1>{}</h1><p class=\"lead\">{}</p><p>{}</p>", title,
            visit.words(
                "It has been used already, or it is too old, or there is a newer one. Sign in with your "
                "passphrase and code, or let us mail you a new link."),
            ui::button_link(visit.href(address::ask_for_link), visit.words("Sign in"), ui::Weight::filled)),
        410);
}

std::string home_of(const Visit& visit, const std::optional<app::SignedIn>& who, Language language) {
    if (who && !who->actor.roles.empty())
        if (const auto process = store::find_process(visit.db, who->actor.roles.rbegin()->first))
            return in_language(language, path_to(address::to_answer, process->slug));
    return in_language(language, path_to(address::front_page));
}

Response enter(const Visit& visit, const std::string& session, const std::string& home, Device device) {
    auto response = see_other(home);
    set_session_cookie(response, visit.site, session, device);
    return response;
}

Response ask_for_link(const Visit& visit) {
    return doors(visit, Door::none, complaints_about_provider(visit, Comers::staff), 200);
}

Response request_link(const Visit& visit) {
    const auto typed = std::string{visit.field("epost")};
    if (!mail_address(typed))
        return doors(visit, Door::link,
            {{"epost", N_("Write an e-mail address with @, for example name@example.org")}}, 422);
    (void)visit.write([&](auto& act) {
        return app::request_sign_in_link(
            act, typed, std::string{visit.words.language().tag()}, visit.site.secret);
    });
    const auto& words = visit.words;
    const auto title = words("Look in your mailbox");
    return simple_page(visit, title,
        html("<h1>{}</h1><p class=\"lead\">{}</p><p>{}</p>", title,
            words("If the address belongs to somebody who works here, a link is on its way. It works once, "
                  "within {} minutes.",
                static_cast<int>(mailed_link_life.count())),
            words("Has nothing come after a few minutes? Look among unwanted mail, check that you wrote the "
                  "address that you work with, or ask the process leader for a link.")),
        200);
}

Response sign_in_by_passphrase(const Visit& visit) {
    const auto typed = std::string{visit.field(passphrase_email)};
    if (typed.empty() || visit.field(passphrase_field).empty() || visit.field(code_field).empty())
        return doors(visit, Door::passphrase,
            {{std::string{passphrase_field}, N_("Fill in the address, the passphrase and the code")}}, 422);
    const auto device = device_in(visit);
    const auto tried = try_passphrase(visit, typed, device);
    if (!tried.session.empty()) return enter(visit, tried.session, home_of(visit, tried.session), device);
    return with_wait(doors(visit, Door::passphrase, tried.complaints, tried.status), tried.wait);
}

Response ask_to_sign_in(const Visit& visit) {
    const auto holder = app::holder_of_link(visit.db, visit.path.at("token"), visit.now);
    return holder ? link_page(visit, *holder, {.status = 200}) : used_up(visit);
}

Response sign_in(const Visit& visit) {
    const auto& token = visit.path.at("token");
    const auto holder = app::holder_of_link(visit.db, token, visit.now);
    const auto device = device_in(visit);
    const auto tried = try_link(visit, token, device);
    if (!tried.session.empty()) return enter(visit, tried.session, home_of(visit, tried.session), device);
    return holder && tried.status != 410 ? link_page(visit, *holder, tried) : used_up(visit);
}

Response sign_out(const Visit& visit) {
    (void)visit.write([&](auto& act) { return app::sign_out(act, visit.session); });
    note_security(visit, {.event = SecurityEvent::session_ended, .reason = "signed_out"});
    auto response = see_other(visit.href(address::front_page));
    remove_cookie(response, visit.site, session_cookie);
    return response;
}

}  // namespace medskapa::web::staff
