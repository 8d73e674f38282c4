#include "web/frame/forms/form_again.hpp"

#include "web/frame/sign_in/passphrase_try.hpp"
#include "web/ui/forms/files_field.hpp"
#include "web/ui/forms/form.hpp"

#include <map>

namespace medskapa::web {
namespace {

/// Fields that nobody types in: those of form_guard(), seen_field() and the site's own forms.
bool is_of_the_form(std::string_view name) {
    return name == "nyckel" || name == "bevis" || name == "sett" || name == seen_name;
}

/// A page cannot hold a file, so who sent some chooses them again.
Html choose_again(const Visit& visit) {
    std::map<std::string, std::string> names;  // by their field
    for (const auto& upload : visit.request.uploads)
        if (!upload.bytes.empty())
            names[upload.field] += (names[upload.field].empty() ? "" : ", ") + upload.file_name;
    return each(names, [&](const auto& field) {
        return ui::files_field(
            {.name = field.first, .label = visit.words("Choose the file again: {}", field.second)}, {}, {},
            visit.words);
    });
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
        "fields"_a = html("{}{}", each(sent.form, shown), more), "uploads"_a = choose_again(visit),
        "submit"_a = ui::submit(button, ui::Weight::filled));
}

}  // namespace medskapa::web
