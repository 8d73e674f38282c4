#include "web/frame/not_saved.hpp"

#include "web/ui/form.hpp"

namespace medskapa::web {
namespace {

/// Keys, codes and choices are one word each; what has several was written by somebody.
bool is_written(std::string_view value) {
    return value.find_first_of(" \n") != value.npos;
}

Html written(const Visit& visit) {
    const auto texts = each(visit.request.form, [](const auto& field) {
        return is_written(field.second) ? html("<div class=\"original as-typed\">{}</div>", field.second)
                                        : Html{};
    });
    return texts.empty() ? texts : html("<h2>{}</h2>{}", visit.words("This is what you wrote"), texts);
}

/// A page cannot hold a file, so who sent one chooses it again.
Html choose_again(const Visit& visit, const http::Upload& upload) {
    if (upload.bytes.empty()) return {};
    return ui::text_field(
        {.name = upload.field, .label = visit.words("Choose the file again: {}", upload.file_name)},
        ui::Input::file, {}, visit.words);
}

Html send_again(const Visit& visit) {
    const auto& sent = visit.request;
    return html(R"(
<form method="post" action="{action}"{encoding}>{fields}{uploads}<p>{submit}</p></form>)",
        "action"_a = sent.path,
        "encoding"_a = sent.uploads.empty() ? Html{} : html(" enctype=\"multipart/form-data\""),
        "fields"_a =
            each(sent.form, [](const auto& field) { return ui::hidden_field(field.first, field.second); }),
        "uploads"_a = each(sent.uploads, [&](const auto& upload) { return choose_again(visit, upload); }),
        "submit"_a = ui::submit(visit.words("Send again"), ui::Weight::filled));
}

struct Refusal {
    int status = 503;
    std::string title;
    std::string lead;
    std::chrono::seconds wait{};
};

Response given_back(const Visit& visit, const Refusal& refusal) {
    const auto is_read =
        visit.request.method == http::Method::get || visit.request.stage == http::Request::Stage::head;
    const auto body = html(R"(
<h1>{title}</h1>
<p class="lead">{lead}</p>{again}{written}
<p class="meta">{code}</p>)",
        "title"_a = refusal.title, "lead"_a = refusal.lead, "again"_a = is_read ? Html{} : send_again(visit),
        "written"_a = written(visit),
        "code"_a = visit.words("Code {}, number {}", refusal.status, visit.request.id));
    auto content =
        visit.process ? process_page(visit, refusal.title, body, "-") : site_page(visit, refusal.title, body);
    content.width = ui::Width::column;
    auto response = page(content, visit, refusal.status);
    response.headers.emplace_back("Retry-After", std::to_string(refusal.wait.count()));
    return response;
}

std::string spoken(std::chrono::seconds wait, const Words& words) {
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(wait);
    return minutes.count() > 1 ? words.count("{} minute", "{} minutes", minutes.count())
                               : words.count("{} second", "{} seconds", wait.count());
}

}  // namespace

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
    return given_back(visit,
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
        return given_back(visit, {429, words("Very much comes from your network right now"),
                                     words("All who share a network, at a library for example, share how "
                                           "much it may send. Nothing was "
                                           "saved just now. Go back: what you wrote should still be in the "
                                           "form. Send it again in {}.",
                                         in_a_while),
                                     wait});
    return given_back(visit,
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

}  // namespace medskapa::web
