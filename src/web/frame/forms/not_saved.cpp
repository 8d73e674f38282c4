#include "web/frame/forms/not_saved.hpp"

#include "web/frame/forms/form_again.hpp"
#include "web/staff/addresses.hpp"
#include "web/ui/forms/form.hpp"

namespace medskapa::web {
namespace {

Html send_again(const Visit& visit) {
    return form_again(visit, hidden_again, visit.words("Send again"));
}

/// The page with the words stays where it is.
Html sign_in_elsewhere(const Visit& visit) {
    return html(R"(
<p><a class="btn quiet" href="{}" target="_blank" rel="noopener">{}</a></p>)",
        visit.href(address::ask_for_link), visit.words("Sign in, in a new tab"));
}

/// The same as a form of this page's own.
Html send_from_here(const Visit& visit) {
    const auto fresh = [&](const std::pair<std::string, std::string>& field) {
        if (field.first == "bevis") return ui::hidden_field("bevis", visit.csrf_token());
        if (field.first == "nyckel") return ui::hidden_field("nyckel", visit.new_form_key());
        return hidden_again(field);
    };
    return form_again(visit, fresh, visit.words("Send again"));
}

/// What was typed can be changed; what was shown is what stands there now.
Html compare_and_send(const Visit& visit, const app::SeenOtherwise& now) {
    int number = 0;
    const auto claim = now.row + ':';
    const auto fresh = [&](const std::pair<std::string, std::string>& field) {
        if (field.first == "nyckel") return ui::hidden_field("nyckel", visit.new_form_key());
        if (field.first == seen_name && field.second.starts_with(claim)) return Html{};
        if (!is_written(field)) return hidden_again(field);
        const auto id = "skrivet-" + std::to_string(++number);
        return html(
            R"(<div class="field"><label for="{id}">{label}</label><textarea id="{id}" name="{name}" rows="6">
{value}</textarea></div>)",
            "id"_a = id, "label"_a = visit.words("What you wrote"), "name"_a = field.first,
            "value"_a = field.second);
    };
    return form_again(visit, fresh, visit.words("Save this"),
        ui::hidden_field(std::string{seen_name}, claim + now.version));
}

struct Refusal {
    int status = 503;
    std::string title;
    std::string lead;
    std::chrono::seconds wait{};  // none: there is no need to
};

Response given_back(const Visit& visit, const Refusal& refusal, const Html& again, const Html& texts) {
    const auto body = html(R"(
<h1>{title}</h1>
<p class="lead">{lead}</p>{again}{texts}
<p class="meta">{code}</p>)",
        "title"_a = refusal.title, "lead"_a = refusal.lead, "again"_a = again, "texts"_a = texts,
        "code"_a = visit.words("Code {}, number {}", refusal.status, visit.request.id));
    auto content =
        visit.process ? process_page(visit, refusal.title, body, "-") : site_page(visit, refusal.title, body);
    content.width = ui::Width::column;
    auto response = page(content, visit, refusal.status);
    if (refusal.wait.count() > 0)
        response.headers.emplace_back("Retry-After", std::to_string(refusal.wait.count()));
    return response;
}

Response to_be_sent_again(const Visit& visit, const Refusal& refusal) {
    const auto is_read =
        visit.request.method == http::Method::get || visit.request.stage == http::Request::Stage::head;
    return given_back(visit, refusal, is_read ? Html{} : send_again(visit), written(visit));
}

std::string spoken(std::chrono::seconds wait, const Words& words) {
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(wait);
    return minutes.count() > 1 ? words.count("{} minute", "{} minutes", minutes.count())
                               : words.count("{} second", "{} seconds", wait.count());
}

}  // namespace

Html written(const Visit& visit) {
    if (visit.request.method != http::Method::post) return {};
    const auto texts = each(visit.request.form, [](const auto& field) {
        return is_written(field) ? html("<div class=\"original as-typed\">{}</div>", field.second) : Html{};
    });
    return texts.empty() ? texts : html("<h2>{}</h2>{}", visit.words("This is what you wrote"), texts);
}

int status_of(const sql::Error& error) {
    if (dynamic_cast<const sql::DiskFull*>(&error) != nullptr) return 507;
    return dynamic_cast<const sql::Unavailable*>(&error) != nullptr ? 503 : 500;
}

Outcome outcome_of(const sql::Error& error) {
    return dynamic_cast<const sql::OutcomeUnknown*>(&error) != nullptr ? Outcome::unknown
                                                                       : Outcome::nothing_saved;
}

Response not_saved(const Visit& visit, int status, Outcome outcome) {
    const auto& words = visit.words;
    return to_be_sent_again(visit,
        {status, status == 500 ? words("Something went wrong with us") : words("Right now you can only read"),
            outcome == Outcome::unknown
                ? words("We do not know whether it was saved: the database gave no answer. All you wrote is "
                        "on this "
                        "page. Look first whether it is there; if not, send it again.")
                : words("Nothing was saved just now. All you wrote is on this page: send it again in a "
                        "while, or "
                        "copy it and keep it."),
            std::chrono::seconds{60}});
}

Response too_much(const Visit& visit, std::chrono::seconds wait) {
    const auto& words = visit.words;
    const auto in_a_while = spoken(wait, words);
    if (visit.request.stage == http::Request::Stage::head)
        return to_be_sent_again(
            visit, {429, words("Very much comes from your network right now"),
                       words("All who share a network, at a library for example, share how "
                             "much it may send. Nothing was "
                             "saved just now. Go back: what you wrote should still be in the "
                             "form. Send it again in {}.",
                           in_a_while),
                       wait});
    return to_be_sent_again(visit,
        {429, words("Very much comes from your network right now"),
            visit.request.method == http::Method::get
                ? words("All who share a network, at a library for example, share how much it may ask "
                        "for. Load the page again in {}.",
                      in_a_while)
                : words("All who share a network, at a library for example, share how much it may send. "
                        "Nothing was saved just now, and nothing is lost: what you wrote is on this page. "
                        "Send it again in {}.",
                      in_a_while),
            wait});
}

Response signed_out(const Visit& visit) {
    const auto& words = visit.words;
    if (visit.request.stage == http::Request::Stage::head)
        return given_back(visit,
            {403, words("You are not signed in"),
                words("Nothing was saved just now. Go back: what you wrote should still be in the form. Sign "
                      "in again in another tab, with a passkey, with your passphrase and code or with a link "
                      "that we mail "
                      "you. "
                      "Then send it again."),
                {}},
            {}, {});
    return given_back(visit,
        {403, words("You are not signed in"),
            words("Nothing was saved just now, and nothing is lost: what you wrote is on this page. Sign in "
                  "again in another tab, with a passkey, with your passphrase and code or with a link that "
                  "we mail you. "
                  "Then "
                  "come back here and send it again."),
            {}},
        html("{}{}", sign_in_elsewhere(visit), send_again(visit)), written(visit));
}

Response of_another_session(const Visit& visit) {
    const auto& words = visit.words;
    return given_back(visit,
        {403, words("You have signed in since you opened the page"),
            words(
                "Nothing was saved just now. What you wrote is on this page: look at it, and send it again."),
            {}},
        send_from_here(visit), written(visit));
}

Response seen_otherwise(const Visit& visit, const app::SeenOtherwise& now) {
    const auto& words = visit.words;
    const auto standing = each(now.standing,
        [](const std::string& text) { return html("<div class=\"original as-typed\">{}</div>", text); });
    return given_back(visit,
        {409, words("Somebody changed this after you opened the page"),
            words("Nothing was saved just now. Below is what you wrote, and what applies now. Compare them, "
                  "and change yours before you save it. If you leave the page, nothing changes."),
            {}},
        compare_and_send(visit, now),
        standing.empty() ? Html{} : html("<h2>{}</h2>{}", words("This is what applies now"), standing));
}

Response sent_before(const Visit& visit) {
    const auto& words = visit.words;
    return given_back(visit,
        {409, words("You have sent this form already"),
            words(
                "It was saved the first time, with other words. What you wrote now is on this page: send it "
                "again if you mean both. To change the first, open it."),
            {}},
        send_from_here(visit), written(visit));
}

}  // namespace medskapa::web
