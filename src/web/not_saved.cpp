#include "web/not_saved.hpp"

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

Html send_again(const Visit& visit) {
    if (!visit.request.uploads.empty()) return {};  // a page cannot hold the file
    return html(R"(
<form method="post" action="{}">{}<p>{}</p></form>)",
        visit.request.path,
        each(visit.request.form,
            [](const auto& field) { return ui::hidden_field(field.first, field.second); }),
        ui::submit(visit.words("Send again"), ui::Weight::filled));
}

}  // namespace

int status_of(const sql::Error& error) {
    if (dynamic_cast<const sql::DiskFull*>(&error) != nullptr) return 507;
    return dynamic_cast<const sql::Unavailable*>(&error) != nullptr ? 503 : 500;
}

Response not_saved(const Visit& visit, int status) {
    const auto& words = visit.words;
    const auto title =
        status == 500 ? words("Something went wrong with us") : words("Right now you can only read");
    const auto body = html(R"(
<h1>{}</h1>
<p class="lead">{}</p>{}{}
<p class="meta">{}</p>)",
        title,
        words("Nothing was saved just now. All you wrote is on this page: send it again in a while, or copy "
              "it and "
              "keep it."),
        send_again(visit), written(visit), words("Code {}, number {}", status, visit.request.id));
    auto content = visit.process ? process_page(visit, title, body, "-") : houses_page(visit, title, body);
    content.width = ui::Width::column;
    auto response = page(content, visit, status);
    response.headers.emplace_back("Retry-After", "60");
    return response;
}

}  // namespace medskapa::web
