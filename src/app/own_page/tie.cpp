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

bool is_theirs(const Act& act, const Inspel& inspel, const Owner& owner) {
    return store::inspel_of_owner(act.db(), owner, inspel.process, inspel.number).has_value();
}

void record_tie(const Act& act, const Inspel& inspel, std::vector<openlog::Field> by) {
    const auto process = store::find_process(act.db(), inspel.process).value();
    record(
        in_process(act, process), LogRecord{EntryType::inspel_address_confirmed,
                                      object_named(ObjectKind::inspel, inspel.public_id), {}, std::move(by)});
}

/// Somebody else's eID: theirs is none, or the holder's.
bool is_tied_to_another(const Act& act, const Inspel& inspel, const Owner& holder) {
    const auto identity = store::identity_of(act.db(), inspel.id);
    return !identity.empty() && identity != holder.identity;
}

}  // namespace

Result<bool> may_be_tied(const Act& act, const Inspel& inspel, const Owner& owner, const Owner& holder) {
    if (inspel.state == Inspel::State::erased) return refuse(Failure::Kind::closed);
    if (store::is_answer_to_referral(act.db(), inspel.id))
        return refuse(Failure::Kind::invalid,
            {{Field::email, N_("This is an organisation's answer to a formal consultation. Follow it by the "
                               "link that the organisation got")}});
    if (is_theirs(act, inspel, owner)) return true;
    if (!store::contact_of(act.db(), inspel.id).empty())
        return refuse(Failure::Kind::invalid,
            {{Field::email, N_("The inspel has other contact details already. Use the address that you gave "
                               "when you sent it, or write to us if it is to be changed")}});
    if (is_tied_to_another(act, inspel, holder))
        return refuse(Failure::Kind::invalid,
            {{Field::email, N_("The inspel is tied to an eID. Open My pages with it in this browser first, "
                               "and do it again")}});
    return true;
}

Result<bool> tie_to_owner(const Act& act, const Inspel& inspel, const Owner& owner, const Owner& holder) {
    const auto may = may_be_tied(act, inspel, owner, holder);
    if (!may) return may;
    if (is_theirs(act, inspel, owner)) return false;
    if (!owner.identity.empty()) {
        tie_sent(act, inspel, owner.identity);
        return true;
    }
    store::set_contact(tx(act), inspel, owner.address);
    store::index_for_desk(tx(act), inspel.id);
    record_tie(act, inspel, {});
    return true;
}

void tie_sent(const Act& act, const Inspel& inspel, const std::string& identity) {
    store::set_identity(tx(act), inspel, identity);
    record_tie(act, inspel, {{"by", "eid"}});
}

}  // namespace medskapa::app
