#include "web/frame/forms/ask_again.hpp"

#include "store/staff/identity_store.hpp"
#include "store/staff/passphrase_store.hpp"
#include "web/frame/forms/form_again.hpp"
#include "web/frame/forms/not_saved.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/frame/sign_in/passkey_try.hpp"
#include "web/frame/sign_in/provider_refusal.hpp"
#include "web/staff/addresses.hpp"

#include <algorithm>

namespace medskapa::web {
namespace {

bool has_passphrase(const Visit& visit) {
    return store::passphrase_of(visit.db, visit.signed_in->user.id).has_value();
}

Html proof(const Visit& visit, const ui::Complaints& complaints) {
    return html("{}{}", passphrase_input(visit, complaints), code_input(visit, complaints));
}

/// A link to one's own mailbox, asked for in a tab of its own, so that this page stays.
Html by_link(const Visit& visit, const Html& then) {
    const auto& words = visit.words;
    const auto& email = visit.signed_in->user.email;
    return html(
        R"(<p>{how}</p><form method="post" action="{action}" target="_blank">{guard}{email}<p>{submit}</p></form>
<p>{then_how}</p>{then})",
        "how"_a =
            words("Let us mail a link to {}, and open it in another tab of this browser. If no mail comes, a "
                  "process leader can make a link for you.",
                email),
        "action"_a = visit.href(address::ask_for_link), "guard"_a = form_guard(visit, ""),
        "email"_a = ui::hidden_field("epost", email),
        "submit"_a = ui::submit(words("Mail me a link"), ui::Weight::quiet),
        "then_how"_a = words("When you have signed in, come back to this page and go on."), "then"_a = then);
}

/// The services that the person signs in by, each in a tab of its own: they ask anew. `then` goes on here.
Html by_services(const Visit& visit, const Html& then) {
    const auto& words = visit.words;
    const auto tied = store::identities_of(visit.db, visit.signed_in->user.id);
    Html links;
    for (const auto& provider : providers_for(visit, Comers::staff)) {
        const auto& settings = provider->settings();
        if (std::any_of(
                tied.begin(), tied.end(), [&](const auto& one) { return one.provider == settings.issuer; }))
            links += html(R"(<p><a class="btn quiet" href="{}" target="_blank">{}</a></p>)",
                visit.href(address::prove_at_provider, settings.name),
                words("Sign in anew with {}, in a new tab", visit.in(settings.label)));
    }
    if (links.empty()) return {};
    return html(
        "{}<p>{}</p>{}", links, words("When you have signed in, come back to this page and go on."), then);
}

/// The ways to show again who one is, as forms or links of the page.
struct Ways {
    Html by_passkey;
    Html by_passphrase;
    Html then;  // goes on once the person has signed in elsewhere
};

/// The passkey first, then passphrase and services, for who has them; a link is there for all, folded away
/// under them.
Html all_ways(const Visit& visit, const Ways& ways) {
    const auto asks_passkey = has_passkey(visit)
                                  ? passkey_box(visit, visit.href(address::proof_challenge), ways.by_passkey)
                                  : Html{};
    const auto asked = html("{}{}{}", asks_passkey, has_passphrase(visit) ? ways.by_passphrase : Html{},
        by_services(visit, ways.then));
    const auto link = by_link(visit, ways.then);
    if (asked.empty()) return link;
    return html("{}<details class=\"more\"><summary>{}</summary>{}</details>", asked,
        visit.words("Sign in with a link instead"), link);
}

Response sign_in_page(const Visit& visit, const SignInTry& tried, const Html& ways, const Html& texts) {
    const auto& words = visit.words;
    const auto title = words("Sign in once more");
    const auto body = html(R"({errors}<h1>{title}</h1><p class="lead">{lead}</p>{kept}{ways}{texts})",
        "errors"_a = ui::error_summary(tried.complaints, words), "title"_a = title,
        "lead"_a = words(
            "What you are about to do cannot be taken back, or gives somebody rights. It is more than {} "
            "minutes since you signed in, so show once more that it is you.",
            static_cast<int>(fresh_sign_in.count())),
        "kept"_a = when(visit.request.method == http::Method::post,
            html("<p>{}</p>", words("Nothing has been done yet, and nothing that you wrote is lost."))),
        "ways"_a = ways, "texts"_a = texts);
    auto content = visit.process ? process_page(visit, title, body, "-") : site_page(visit, title, body);
    content.width = ui::Width::column;
    content.has_errors = !tried.complaints.empty();
    auto response = not_stored(page(content, visit, tried.status));
    if (tried.wait.count() > 0)
        response.headers.emplace_back("Retry-After", std::to_string(tried.wait.count()));
    return response;
}

}  // namespace

Response ask_again(const Visit& visit, const SignInTry& tried) {
    const auto& words = visit.words;
    const Ways ways{form_again(visit, hidden_again, words("Use the passkey and go on"), passkey_input()),
        form_again(visit, hidden_again, words("Sign in and go on"), proof(visit, tried.complaints)),
        form_again(visit, hidden_again, words("Go on"))};
    return sign_in_page(visit, tried, all_ways(visit, ways), written(visit));
}

Response ask_again_first(const Visit& visit, const std::string& go_on, const std::string& back) {
    const auto& words = visit.words;
    const auto form = [&](const Html& fields, const std::string& button) {
        return post_form(
            visit, {.action = go_on, .fields = fields, .button = ui::submit(button, ui::Weight::filled)});
    };
    return sign_in_page(visit, {.status = 403},
        all_ways(visit, {form(passkey_input(), words("Use the passkey and go on")),
                            form(proof(visit, {}), words("Sign in and go on")),
                            ui::button_link(back, words("Go on"), ui::Weight::filled)}),
        {});
}

}  // namespace medskapa::web
