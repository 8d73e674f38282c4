#include "web/frame/forms/post_form.hpp"

namespace medskapa::web {

Html post_form(const Visit& visit, const PostForm& form) {
    return html(R"(
<form method="post" action="{action}"{enctype}{narrow} novalidate>
  {guard}{fields}
  <p>{button}</p>
</form>)",
        "action"_a = form.action,
        "enctype"_a = when(form.takes_files, html(R"( enctype="multipart/form-data")")),
        "narrow"_a = when(form.is_narrow, html(R"( class="narrow")")),
        "guard"_a = html("{}{}", form_guard(visit, form.key),
            each(form.seen, [&](const auto& shown) { return seen_field(visit, shown); })),
        "fields"_a = form.fields, "button"_a = form.button);
}

Html post_button(const Visit& visit, const std::string& action, const Html& button, const Html& hidden,
    const std::vector<sql::RowVersion>& seen) {
    return html(R"(<form method="post" action="{action}">{guard}{hidden}{button}</form>)",
        "action"_a = action, "guard"_a = form_guard(visit, seen), "hidden"_a = hidden, "button"_a = button);
}

}  // namespace medskapa::web
