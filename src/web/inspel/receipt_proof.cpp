#include "web/inspel/receipt_proof.hpp"

#include "app/log/log_receipt.hpp"
#include "base/digest.hpp"
#include "store/log/log_store.hpp"
#include "web/inspel/addresses.hpp"
#include "web/log/addresses.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::inspel {
namespace {

/// The receipt as a file, once the log has been signed with the inspel in it.
Html receipt_as_file(const Visit& visit, const store::StoredEntry& entry, const std::string& code) {
    const auto& words = visit.words;
    const auto newest = store::newest_signed(visit.db);
    if (!newest || newest->head.size <= static_cast<std::uint64_t>(entry.place))
        return html("<p>{}</p>", words("Within a minute the log is signed, and the receipt can be saved as a "
                                       "file. Come back with the code, or load the page again."));
    const auto file = visit.href(address::receipt_file, code);
    return html("<p class=\"row\">{} {}</p>",
        ui::button_link(file, words("Save the receipt as a file"), ui::Weight::quiet),
        ui::button_link(with_query(file, {{"kod", "ja"}}), words("The same with the receipt code in it"),
            ui::Weight::quiet));
}

}  // namespace

Html proof_part(const Visit& visit, const Inspel& inspel, const std::string& code) {
    const auto& words = visit.words;
    const auto entry = app::receipt_entry(visit.db, inspel);
    if (!entry) return {};
    return html("<h2>{title}</h2><p>{entry}</p>{file}{fingerprint}<p><a href=\"{href}\">{how}</a></p>",
        "title"_a = words("Proof that we have received it"),
        "entry"_a = words("Your inspel is entry {} in the open log. Nobody can remove or change it "
                          "afterwards without that being seen.",
            words.number(entry->place)),
        "file"_a = receipt_as_file(visit, *entry, code),
        "fingerprint"_a = ui::proof(
            words("The fingerprint"), {words("log code (others may see it): {}", app::code_of(*entry)),
                                          words("fingerprint: {}", hex(as_text(entry->leaf)))}),
        "href"_a = visit.href(address::check_receipt), "how"_a = words("How to check a receipt"));
}

}  // namespace medskapa::web::inspel
