#include "app/conversation/opinion.hpp"
#include "app/inspel/inspel.hpp"
#include "app/mail/following.hpp"
#include "app/panel/panel.hpp"
#include "app/priority/weighing.hpp"
#include "app/privacy/person_extract.hpp"
#include "app/referral/answer_draft.hpp"
#include "app/referral/referral.hpp"
#include "base/text.hpp"
#include "domain/inspel/receipt_code.hpp"
#include "domain/own_page/own_page.hpp"
#include "store/conversation/opinion_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/moderation/report_store.hpp"
#include "store/own_page/own_page_store.hpp"
#include "store/panel/panel_store.hpp"
#include "store/priority/weighing_store.hpp"
#include "store/referral/referral_store.hpp"
#include "store/site/site_store.hpp"

namespace medskapa::app {
namespace {

using store::PersonRef;
using Refs = std::vector<PersonRef>;

template <class Found>
void add(
    Refs& refs, std::string_view table, const Found& found, PersonRef::Share share = PersonRef::Share::own) {
    if (found) refs.push_back({std::string{table}, found->id.value, share});
}

/// The last part of an address, without what stands after it.
std::string last_part(const std::string& typed) {
    auto part = text::one_line(typed);
    part = part.substr(0, part.find_first_of("?#"));
    while (part.ends_with('/')) part.pop_back();
    return part.substr(part.rfind('/') + 1);
}

void add_of_receipt(Refs& refs, sql::Connection& db, const Process& process, const std::string& typed) {
    if (!read_receipt_code(typed)) return;
    const auto digest = digest_of_code(typed);
    add(refs, "inspel", store::inspel_of_code(db, process.id, digest));
    add(refs, "content_report", store::report_of_code(db, process.id, digest));
}

/// What was said by the link of a panel's member, which several people of an organisation may have.
void add_of_panel(Refs& refs, sql::Connection& db, const Process& process, const std::string& link,
    const std::string& secret) {
    const auto member = panel_member_by_link(db, link, secret);
    if (!member || member->process != process.id) return;
    for (const auto& panel : store::panels_of(db, process.id))
        if (panel.id == member->panel)
            for (const auto& one : store::estimates_by(db, panel.id, member_of(link, panel)))
                refs.push_back({"panel_estimate", one.id.value, PersonRef::Share::mention});
}

/// Several people may have the link of a party or of who approves, and may have written what it leads to.
void add_of_link(Refs& refs, sql::Connection& db, const Process& process, const std::string& link,
    const std::string& secret) {
    if (const auto party = party_of_link(db, process, link, secret)) {
        const auto of_several = PersonRef::Share::mention;
        add(refs, "party", party, of_several);
        add(refs, "referral_answer", store::unsent_answer_of(db, party->id), of_several);
        add(refs, "referral_answer", store::standing_answer_of(db, party->id), of_several);
    }
    if (const auto invitation = invitation_by_link(db, link, secret))
        for (const auto& weighing : store::weighings_of(db, process.id))
            if (weighing.id == invitation->weighing)
                add(refs, "weighing_answer",
                    store::answer_by(db, weighing.id, person_of({weighing.number, {}, link, {}}, weighing)),
                    PersonRef::Share::mention);
    add_of_panel(refs, db, process, link, secret);
    add(refs, "referral_answer", answer_of_writer(db, process, link, secret));
    add(refs, "referral_answer", answer_of_approver(db, process, link, secret), PersonRef::Share::mention);
    add(refs, "subscriber", subscriber_of_link(db, process, {link, secret}));
}

/// By the key that only the person's own browser has.
void add_of_key(Refs& refs, sql::Connection& db, const Process& process, const std::string& key) {
    if (!is_participant_key(key)) return;
    for (const auto& activity : store::activities_of(db, process.id))
        if (const auto id = store::participant_of(db, digest_of_key(key, activity.id)))
            refs.push_back({"participant", id->value, PersonRef::Share::own});
    for (const auto& weighing : store::weighings_of(db, process.id))
        add(refs, "weighing_answer",
            store::answer_by(db, weighing.id, person_of({weighing.number, key, {}, {}}, weighing)));
}

/// By the mark that stands on the page of who came by eID.
void add_of_identity(Refs& refs, sql::Connection& db, const std::string& typed) {
    const auto identity = read_identity(typed);
    if (!identity) return;
    const Owner owner{{}, *identity};
    for (const auto& inspel : store::inspel_of_owner(db, owner))
        refs.push_back({"inspel", inspel.id.value, PersonRef::Share::own});
    for (const auto id : store::own_session_ids(db, owner))
        refs.push_back({"own_session", id, PersonRef::Share::own});
}

}  // namespace

Refs rows_of_code(sql::Connection& db, const std::string& typed, const std::string& secret) {
    Refs refs;
    const auto part = last_part(typed);
    if (part.empty()) return refs;
    for (const auto& process : store::processes(db)) {
        add_of_receipt(refs, db, process, typed);
        add_of_link(refs, db, process, part, secret);
        add_of_key(refs, db, process, part);
    }
    add_of_identity(refs, db, part);
    return refs;
}

}  // namespace medskapa::app
