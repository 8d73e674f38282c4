#include "web/frame/forms/form_again.hpp"

#include "web/frame/passphrase_try.hpp"
#include "web/ui/form.hpp"

namespace medskapa::web {
namespace {

/// Fields that nobody types in: those of form_guard(), seen_field() and the site's own forms.
bool is_of_the_form(std::string_view name) {
    return name == "nyckel" || name == "bevis" || name == "sett" || name == seen_name;
}

Html choose_again(const Visit& visit, const http::Upload& upload) {
    if (upload.bytes.empty()) return {};
    return ui::text_field(
        {.name = upload.field, .label = visit.words("Choose the file again: {}", upload.file_name)},
        ui::Input::file, {}, visit.words);
}

}  // namespace

bool is_written(const SentField& field) {
    const auto& [name, value] = field;
    if (is_of_the_form(name) || is_secret_field(name)) return false;
    return value.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") != value.npos;
}

Html hidden_again(const SentField& field) {
    return is_secret_field(field.first) ? Html{} : ui::hidden_field(field.first, field.second);
}

Html form_again(const Visit& visit, const std::function<Html(const SentField&)>& shown,
    const std::string& button, const Html& more) {
    const auto& sent = visit.request;
    return html(R"(
<form method="post" action="{action}"{encoding}>{fields}{uploads}<p>{submit}</p></form>)",
        "action"_a = sent.path,
        "encoding"_a = sent.uploads.empty() ? Html{} : html(" enctype=\"multipart/form-data\""),
        "fields"_a = html("{}{}", each(sent.form, shown), more),
        "uploads"_a = each(sent.uploads, [&](const auto& upload) { return choose_again(visit, upload); }),
        "submit"_a = ui::submit(button, ui::Weight::filled));
}

}  // namespace medskapa::web
