#include "app/own_page/tie.hpp"

#include "app/act/record.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/desk_index.hpp"
#include "store/own_page/own_page_store.hpp"
#include "store/site/site_store.hpp"

namespace medskapa::app {
namespace {

bool is_theirs(const Act& act, const Inspel& inspel, const std::string& address) {
    return store::inspel_of_address(act.db(), address, inspel.process, inspel.number).has_value();
}

}  // namespace

Result<bool> may_be_tied(const Act& act, const Inspel& inspel, const std::string& address) {
    if (inspel.state == Inspel::State::erased) return refuse(Failure::Kind::closed);
    if (store::is_answer_to_referral(act.db(), inspel.id))
        return refuse(Failure::Kind::invalid,
            {{Field::email, N_("This is an organisation's answer to a formal consultation. Follow it by the "
                               "link that the organisation got")}});
    if (is_theirs(act, inspel, address) || store::contact_of(act.db(), inspel.id).empty()) return true;
    return refuse(Failure::Kind::invalid,
        {{Field::email, N_("The inspel has other contact details already. Use the address that you gave when "
                           "you sent it, or write to us if it is to be changed")}});
}

Result<bool> tie_to_address(const Act& act, const Inspel& inspel, const std::string& address) {
    const auto may = may_be_tied(act, inspel, address);
    if (!may) return may;
    if (is_theirs(act, inspel, address)) return false;
    store::set_contact(tx(act), inspel, address);
    store::index_for_desk(tx(act), inspel.id);
    const auto process = store::find_process(act.db(), inspel.process).value();
    record(in_process(act, process), EntryType::inspel_address_confirmed,
        object_named(ObjectKind::inspel, inspel.public_id));
    return true;
}

}  // namespace medskapa::app
