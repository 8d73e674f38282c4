#include "web/own_page/note.hpp"

#include "domain/mail/address.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/own_page/own_page_store.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/own_page/addresses.hpp"
#include "web/own_page/eid.hpp"
#include "web/ui/forms/form.hpp"

namespace medskapa::web::own_page {
namespace {

Html link(const Visit& visit, const std::string& before) {
    return html(R"(<p>{} <a href="{}">{}</a></p>)", before, visit.href(address::own_page),
        visit.words("Open My pages"));
}

}  // namespace

Html tie_note(const Visit& visit, const Inspel& inspel, const std::string& code) {
    const auto& words = visit.words;
    if (inspel.state == Inspel::State::erased || store::is_answer_to_referral(visit.db, inspel.id)) return {};
    const auto contact = store::contact_of(visit.db, inspel.id);
    const auto identity = store::identity_of(visit.db, inspel.id);
    const auto by_eid = identity.empty() && contact.empty() ? eid_tie_note(visit, code) : Html{};
    if (mail_address(contact))
        return link(visit, words("You gave an e-mail address. With it you see the inspel without the code."));
    if (!contact.empty()) return {};
    const auto visitor = identity_of_visitor(visit);
    if (!identity.empty() && identity != visitor)
        return link(visit, words("It is tied to an eID. With that you see the inspel without the code."));
    const auto email = ui::text_field({.name = "epost",
                                          .label = words("Your e-mail address"),
                                          .hint = words("We mail you a link. When you have opened it the "
                                                        "inspel is tied to the address, and we let you know "
                                                        "there when it is answered. Not published."),
                                          .autocomplete = "email"},
        ui::Input::email, {}, words);
    return html(R"({}<details class="more"><summary>{}</summary>{}</details>)", by_eid,
        words("See it without the code"),
        post_form(visit, {.action = visit.href(address::request_tie, code),
                             .fields = email,
                             .button = ui::submit(words("Send me the link"), ui::Weight::quiet)}));
}

Html lost_code_note(const Visit& visit) {
    return link(visit, visit.words("Have you lost the code, but gave an e-mail address?"));
}

}  // namespace medskapa::web::own_page
