#include "app/own_page/own_page.hpp"
#include "store/inspel/inspel_store.hpp"
#include "web/frame/cookies.hpp"
#include "web/frame/sign_in/provider_refusal.hpp"
#include "web/inspel/views.hpp"
#include "web/own_page/addresses.hpp"
#include "web/own_page/eid.hpp"
#include "web/own_page/owner.hpp"
#include "web/own_page/pages.hpp"

namespace medskapa::web::own_page {
namespace {

constexpr std::string_view everywhere_field = "overallt";

std::string language_of(const Visit& visit) {
    return std::string{visit.words.language().tag()};
}

/// That the session was used is worth a write, but no page.
void touch(const Visit& visit, const std::string& session) {
    try {
        (void)visit.write([&](auto& act) { return app::touch_own_session(act, session); });
    } catch (const sql::Error&) {}
}

Html ask_form(const Visit& visit, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    return html(R"(<form method="post" action="{action}" novalidate>{guard}{email}<p>{submit}</p></form>)",
        "action"_a = visit.href(address::own_page), "guard"_a = form_guard(visit, ""),
        "email"_a =
            ui::text_field({.name = "epost",
                               .label = words("Your e-mail address"),
                               .value = std::string{visit.field("epost")},
                               .hint = words("The one that you gave with your inspel or follow us by."),
                               .autocomplete = "email"},
                ui::Input::email, complaints, words),
        "submit"_a = ui::submit(words("Send me the link"), ui::Weight::filled));
}

/// What stood in a form that came when the session was over: it can be copied.
Html typed_view(const Visit& visit) {
    Html typed;
    for (const auto* field : {"text", "kod"})
        if (const auto words = visit.field(field); !words.empty())
            typed += html("<div class=\"original as-typed\">{}</div>", std::string{words});
    if (typed.empty()) return {};
    return html("<h2>{}</h2><p>{}</p>{}", visit.words("What you wrote"),
        visit.words("It is not sent. Copy it before you leave the page."), typed);
}

Response link_is_dead(const Visit& visit) {
    const auto title = visit.words("The link cannot be used");
    return shown_page(visit, title,
        html(R"(<h1>{}</h1><p class="lead">{}</p><p>{}</p>)", title,
            visit.words("It has been used already, or it is more than {} minutes old. Ask for a new one.",
                static_cast<int>(own_link_life.count())),
            ui::button_link(
                visit.href(address::own_page), visit.words("Ask for a new link"), ui::Weight::filled)),
        {}, 410);
}

/// The link was good, but what it was to tie has got another address meanwhile.
Response not_tied(const Visit& visit, const Failure& failure) {
    const auto title = visit.words("The inspel could not be tied to your address");
    const auto why = failure.complaints.empty() ? visit.words("Its content has been erased.")
                                                : visit.words.complaint(failure.complaints.front());
    return shown_page(visit, title,
        html(R"(<h1>{}</h1><p class="lead">{}.</p><p>{}</p>)", title, why,
            ui::button_link(visit.href(address::own_page), visit.words("To My pages"), ui::Weight::filled)),
        {}, 409);
}

/// A stranger may have written the code of theirs, so that it becomes the reader's.
Html tie_view(const Visit& visit, const OwnLink& link) {
    const auto inspel = link.inspel ? store::find_inspel(visit.db, link.inspel) : std::nullopt;
    if (!inspel) return {};
    const auto& words = visit.words;
    return html("<p>{}</p><p><b>{}</b></p><p>{}</p>",
        words("When you open it, this inspel is tied to the address:"),
        inspel::reference(*inspel) + " " + inspel->title,
        words("Have you not sent it? Then do not open this link: ask for a link of your own on My pages."));
}

}  // namespace

std::string own_cookie_of(const Visit& visit) {
    return visit.request.cookie(name_of_cookie(visit.site, own_cookie));
}

std::optional<OwnSession> owner(const Visit& visit) {
    const auto session = own_cookie_of(visit);
    auto found = app::own_session(visit.db, session, visit.now);
    if (found && app::wants_own_touch(*found, visit.now)) touch(visit, session);
    return found;
}

std::string name_of_owner(const OwnSession& owner) {
    return owner.identity.empty() ? owner.address : shown_identity(owner.identity);
}

Response shown_page(
    const Visit& visit, const std::string& title, Html body, const ui::Complaints& complaints, int status) {
    auto content = site_page(visit, title, std::move(body));
    content.width = ui::Width::column;
    content.about.is_for_indexes = false;
    content.has_errors = !complaints.empty();
    content.head += html(R"(
  <meta name="robots" content="noindex">)");
    return not_stored(page(content, visit, status));
}

Response ask_for_address(const Visit& visit, const ui::Complaints& why, int status) {
    const auto& words = visit.words;
    auto complaints = why;
    for (auto& about_eid : complaints_about_provider(visit, Comers::participants))
        complaints.push_back(std::move(about_eid));
    const auto title = words("My pages");
    return shown_page(visit, title,
        html(R"({errors}<h1>{title}</h1><p class="lead">{lead}</p>{form}{typed}<p>{no_account}</p>{eid})",
            "errors"_a = ui::error_summary(complaints, words), "title"_a = title,
            "lead"_a = words("See your inspel and their answers, and what you follow, on one page. We mail "
                             "you a link that opens it."),
            "form"_a = ask_form(visit, complaints), "typed"_a = typed_view(visit),
            "no_account"_a = words("You need no account. Whoever reads the mail to the address can open the "
                                   "page, so choose an address that is yours alone."),
            "eid"_a = eid_section(visit)),
        complaints, status);
}

Response look_in_mailbox(const Visit& visit) {
    const auto& words = visit.words;
    const auto title = words("Look in your mailbox");
    return shown_page(visit, title,
        html("<h1>{}</h1><p class=\"lead\">{}</p><p>{}</p>", title,
            words("We have sent a link to the address. It works once, within {} minutes.",
                static_cast<int>(own_link_life.count())),
            words("Has nothing come after a few minutes? Look among unwanted mail, and check the address. An "
                  "address gets three links in half an hour at most.")));
}

Response request_link(const Visit& visit) {
    const auto asked = visit.write([&](auto& act) {
        return app::request_own_link(
            act, std::string{visit.field("epost")}, language_of(visit), visit.site.secret);
    });
    if (!asked) return ask_for_address(visit, asked.error().complaints, status_of(asked.error().kind));
    return look_in_mailbox(visit);
}

Response open_form(const Visit& visit) {
    const auto& token = visit.path.at("token");
    const auto link = app::own_link_of(visit.db, token, visit.now);
    if (!link) return link_is_dead(visit);
    const auto& words = visit.words;
    const auto title = words("Open My pages");
    return shown_page(visit, title,
        html(R"(<h1>{title}</h1><p class="lead">{lead}</p>{ties}
<form method="post" action="{action}">{guard}<p>{submit}</p></form><p>{stays}</p>)",
            "title"_a = title, "lead"_a = words("For the address {}.", link->address),
            "ties"_a = tie_view(visit, *link), "action"_a = visit.href(address::open_own_page, token),
            "guard"_a = form_guard(visit, ""),
            "submit"_a = ui::submit(words("Open My pages"), ui::Weight::filled),
            "stays"_a = words("The page is open in this browser until you sign out, close it or have not "
                              "clicked for half an hour. A cookie is set for that.")));
}

Response open(const Visit& visit) {
    const auto opened = visit.write(
        [&](auto& act) { return app::open_own_page(act, visit.path.at("token"), own_cookie_of(visit)); });
    if (!opened && opened.error().kind == Failure::Kind::not_found) return link_is_dead(visit);
    if (!opened) return not_tied(visit, opened.error());
    auto response = see_other(visit.href(address::own_page));
    set_cookie(response, visit.site, own_cookie, *opened);
    return response;
}

Response sign_out(const Visit& visit) {
    const auto where =
        visit.field(everywhere_field).empty() ? app::OwnSignOut::here : app::OwnSignOut::everywhere;
    (void)visit.write([&](auto& act) { return app::sign_out_own(act, own_cookie_of(visit), where); });
    auto response = see_other(visit.href(address::own_page));
    remove_cookie(response, visit.site, own_cookie);
    return response;
}

}  // namespace medskapa::web::own_page
