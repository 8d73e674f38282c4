#include "app/organisation/mandate.hpp"
#include "domain/field.hpp"
#include "domain/inspel/receipt_code.hpp"
#include "web/inspel/addresses.hpp"
#include "web/inspel/pages.hpp"
#include "web/organisation/pages.hpp"

namespace medskapa::web::organisation {

Response ask(const Visit& visit) {
    const auto typed = [&](Field field) { return std::string{visit.field(name_of(field))}; };
    const MandateRequest request{typed(Field::person), typed(Field::email)};
    const auto code = visit.path.at("code");
    const auto asked =
        visit.write([&](auto& act) { return app::ask_for_mandate(act, code, request, visit.today()); });
    if (!asked && !asked.error().complaints.empty())
        return inspel::receipt_again(visit, asked.error().complaints, status_of(asked.error().kind));
    // A conflict has been answered meanwhile, or asked by a second click: the receipt says how it stands.
    if (!asked && asked.error().kind != Failure::Kind::conflict) return problem(visit, asked.error().kind);
    return see_other(visit.href(address::receipt_page, read_receipt_code(code).value_or(std::string{})));
}

}  // namespace medskapa::web::organisation
