#include "domain/inspel/receipt_code.hpp"
#include "app/inspel/inspel.hpp"
#include "app/log/log_receipt.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/site/site_store.hpp"
#include "web/frame/forms/page_with_form.hpp"
#include "web/inspel/addresses.hpp"
#include "web/inspel/pages.hpp"
#include "web/own_page/note.hpp"

namespace medskapa::web::inspel {
namespace {

Html ask_form(const Visit& visit, const std::string& typed, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    return html(R"({errors}
<h1>{title}</h1>
<p class="lead">{lead}</p>
<form method="post" action="{action}" novalidate>{guard}{code}<p>{submit}</p></form>{lost})",
        "errors"_a = ui::error_summary(complaints, words), "title"_a = words("Follow your inspel"),
        "lead"_a = words("With the receipt code you can follow, complete or withdraw what you sent."),
        "action"_a = visit.href(address::find_receipt), "guard"_a = form_guard(visit, ""),
        "code"_a =
            ui::text_field({.name = "kod",
                               .label = words("Receipt code"),
                               .value = typed,
                               .hint = words("21 characters. Capitals, hyphens and blanks do not matter."),
                               .autocomplete = "off"},
                ui::Input::text, complaints, words),
        "submit"_a = ui::submit(words("Show the inspel"), ui::Weight::filled),
        "lost"_a = own_page::lost_code_note(visit));
}

Response ask_page(
    const Visit& visit, const std::string& typed, const ui::Complaints& complaints, int status) {
    auto content =
        process_page(visit, visit.words("Follow your inspel"), ask_form(visit, typed, complaints), "-");
    content.width = ui::Width::column;
    return page_with_form(std::move(content), visit, complaints, status);
}

/// A code that leads nowhere: of the log, mistyped, or of nothing here.
Complaint what_is_wrong(const Visit& visit, const std::string& typed, bool is_whole) {
    if (app::entry_with_code(visit.db, typed))
        return {"kod",
            N_("This is the log's code, which everybody may see. Write the receipt code: 21 characters in "
               "groups "
               "of three"),
            {}};
    if (!is_whole)
        return {"kod",
            N_("Some character of the code is wrong. Compare it with the receipt: 21 characters in groups of "
               "three"),
            {}};
    return {
        "kod", N_("No inspel has this code. Compare it with the receipt, and see whose site it is from"), {}};
}

}  // namespace

Response ask_for_code(const Visit& visit) {
    return ask_page(visit, "", {}, 200);
}

Response find_by_code(const Visit& visit) {
    const std::string typed{visit.field("kod")};
    const auto code = read_receipt_code(typed);
    const auto inspel = code ? store::inspel_of_code(visit.db, app::digest_of_code(*code)) : std::nullopt;
    if (inspel) {
        const auto process = store::find_process(visit.db, inspel->process);
        return see_other(visit.href_in(*process, address::receipt_page, *code));
    }
    return ask_page(visit, typed, {what_is_wrong(visit, typed, code.has_value())}, 422);
}

}  // namespace medskapa::web::inspel
