#include "app/organisation/mandate.hpp"
#include "base/signer.hpp"
#include "store/organisation/mandate_store.hpp"
#include "store/organisation/organisation_store.hpp"

/// The ways to a mandate.
namespace medskapa::app {
namespace {

constexpr std::string_view confirming = "medskapa.link.v1\nmandate-registrar";
constexpr std::string_view approving = "medskapa.link.v1\nmandate-approver";
constexpr std::string_view speaking = "medskapa.link.v1\nmandate-person";

std::optional<OpenedMandate> opened(sql::Connection& db, std::optional<Mandate> mandate, MandateDoor door) {
    if (!mandate || mandate->link_key.empty()) return std::nullopt;
    const auto named = store::find_organisation(db, mandate->organisation).value();
    return OpenedMandate{*std::move(mandate), store::standing_organisation(db, named), door};
}

}  // namespace

std::string registrars_link(const Mandate& mandate, const std::string& secret) {
    return sign(confirming, mandate.link_key, secret);
}

std::string approvers_link(const Mandate& mandate, const std::string& secret) {
    return sign(approving, mandate.link_key, secret);
}

std::string persons_link(const Mandate& mandate, const std::string& secret) {
    return sign(speaking, mandate.public_id, secret);
}

std::optional<OpenedMandate> opened_mandate(
    sql::Connection& db, const Process& process, const MandateLink& link) {
    if (const auto key = verify(confirming, link.link, link.secret))
        return opened(db, store::mandate_with_link_key(db, process.id, *key), MandateDoor::registrar);
    if (const auto key = verify(approving, link.link, link.secret))
        return opened(db, store::mandate_with_link_key(db, process.id, *key), MandateDoor::approver);
    if (const auto name = verify(speaking, link.link, link.secret))
        return opened(db, store::mandate_with_public_id(db, process.id, *name), MandateDoor::person);
    return std::nullopt;
}

bool is_still_registrar(const OpenedMandate& opened) {
    return !opened.mandate.sent_to.empty() && opened.mandate.sent_to == opened.organisation.registrar;
}

bool has_standing_confirmer(sql::Connection& db, const OpenedMandate& opened, Day today) {
    if (!opened.mandate.through) return is_still_registrar(opened);
    const auto by = store::find_mandate(db, opened.mandate.through);
    return by && by->is_representative(today);
}

std::vector<Mandate> waiting_for(sql::Connection& db, const OpenedMandate& opened, Day today) {
    std::vector<Mandate> waiting;
    if (opened.door != MandateDoor::person || !opened.mandate.is_representative(today)) return waiting;
    for (auto& one : store::mandates_of(db, opened.mandate.process, opened.organisation.id))
        if (one.state() == Mandate::State::asked && !one.link_key.empty()) waiting.push_back(std::move(one));
    return waiting;
}

}  // namespace medskapa::app
