#include "web/staff/sign_in.hpp"

#include "domain/mail/address.hpp"
#include "domain/mail/mail.hpp"
#include "store/site/site_store.hpp"
#include "store/staff/staff_store.hpp"
#include "web/frame/router.hpp"
#include "web/issue/addresses.hpp"
#include "web/site/addresses.hpp"
#include "web/staff/addresses.hpp"
#include "web/ui/form.hpp"

namespace medskapa::web::staff {
namespace {

std::string cookie_of(const Visit& visit, const std::string& session, std::string_view more) {
    const auto name = session_cookie_name(visit.site);
    const auto* secure = name.starts_with("__Host-") ? "; Secure" : "";
    return fmt::format("{}={}; Path=/; HttpOnly; SameSite=Lax{}{}", name, session, secure, more);
}

Response simple_page(const Visit& visit, const std::string& title, Html body, int status) {
    auto content = site_page(visit, title, std::move(body));
    content.width = ui::Width::column;
    return not_stored(page(content, visit, status));
}

Response link_form(const Visit& visit, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto title = words("Sign in");
    return simple_page(visit, title,
        html(R"({errors}<h1>{title}</h1><p class="lead">{lead}</p>
<form method="post" action="{action}" novalidate>{guard}{email}<p>{submit}</p></form>)",
            "errors"_a = ui::error_summary(complaints, words), "title"_a = title,
            "lead"_a =
                words("This is for those who work here. You need not sign in to read, send an inspel or "
                      "vote."),
            "action"_a = visit.href(address::ask_for_link), "guard"_a = form_guard(visit, ""),
            "email"_a = ui::text_field({.name = "epost",
                                           .label = words("Your e-mail address at work"),
                                           .value = std::string{visit.field("epost")},
                                           .hint = words("We mail you a link to sign in with."),
                                           .autocomplete = "email"},
                ui::Input::email, complaints, words),
            "submit"_a = ui::submit(words("Send me a link"), ui::Weight::filled)),
        status);
}

}  // namespace

Response used_up(const Visit& visit) {
    const auto title = visit.words("The link cannot be used");
    return simple_page(visit, title,
        html("<h1>{}</h1><p class=\"lead\">{}</p>", title,
            visit.words(
                "It has been used already, or it is too old, or there is a newer one. Ask the process leader "
                "for a new one.")),
        410);
}

Response enter(const Visit& visit, const std::string& session, const std::string& home) {
    auto response = see_other(home);
    response.headers.emplace_back("Set-Cookie", cookie_of(visit, session, ""));
    return response;
}

Response ask_for_link(const Visit& visit) {
    return link_form(visit, {}, 200);
}

Response request_link(const Visit& visit) {
    const auto typed = std::string{visit.field("epost")};
    if (!mail_address(typed))
        return link_form(
            visit, {{"epost", N_("Write an e-mail address with @, for example name@example.org")}}, 422);
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

Response ask_to_sign_in(const Visit& visit) {
    const auto& token = visit.path.at("token");
    if (!store::sign_in_link_is_good(visit.db, app::digest_of_token(token), visit.now)) return used_up(visit);
    const auto title = visit.words("Sign in");
    return simple_page(visit, title,
        html(
            R"(<h1>{title}</h1><p class="lead">{lead}</p><form method="post" action="{action}">{guard}{submit}</form>)",
            "title"_a = title,
            "lead"_a = visit.words(
                "The link works once. You stay signed in until you sign out, at most twelve hours."),
            "action"_a = visit.href(address::sign_in, token), "guard"_a = form_guard(visit, ""),
            "submit"_a = ui::submit(visit.words("Sign in"), ui::Weight::filled)),
        200);
}

Response sign_in(const Visit& visit) {
    const auto session = visit.write([&](auto& act) { return app::sign_in(act, visit.path.at("token")); });
    if (!session) return used_up(visit);
    const auto who = app::signed_in(visit.db, *session, visit.now);
    auto home = visit.href(address::front_page);
    if (who && !who->actor.roles.empty())
        if (const auto process = store::find_process(visit.db, who->actor.roles.rbegin()->first))
            home = visit.href_in(*process, address::to_answer);
    return enter(visit, *session, home);
}

Response sign_out(const Visit& visit) {
    (void)visit.write([&](auto& act) { return app::sign_out(act, visit.session); });
    auto response = see_other(visit.href(address::front_page));
    response.headers.emplace_back("Set-Cookie", cookie_of(visit, "", "; Max-Age=0"));
    return response;
}

}  // namespace medskapa::web::staff
