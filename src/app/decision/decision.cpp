#include "app/decision/decision.hpp"

#include "app/act/record.hpp"
#include "app/document/document.hpp"
#include "base/digest.hpp"
#include "domain/field.hpp"
#include "store/decision/completeness_store.hpp"
#include "store/decision/decision_store.hpp"
#include "store/document/document_store.hpp"
#include "store/site/site_store.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace medskapa::app {
namespace {

tl::unexpected<Failure> not_yours() {
    return refuse(Failure::Kind::not_allowed);
}

std::optional<Body> body_of(sql::Connection& db, const Process& process, Id<Body> id) {
    const auto bodies = store::bodies_of(db, process.id);
    const auto found = std::find_if(bodies.begin(), bodies.end(), [&](const Body& b) { return b.id == id; });
    return found == bodies.end() ? std::nullopt : std::optional{*found};
}

/// What is decided on and by whom; all that is wrong with the choice at once.
struct Subject {
    Body body;
    Version version;
};

Result<Subject> subject_of(sql::Transaction& tx, const Process& process, const Decision& decision) {
    const auto body = body_of(tx.db(), process, decision.body);
    const auto version = store::find_version(tx.db(), decision.version);
    std::vector<Complaint> complaints;
    if (!body) complaints.push_back({Field::body, N_("Choose who decided")});
    if (!version || version->process != process.id)
        complaints.push_back({Field::version, N_("Choose the version that was decided on")});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    auto becomes = adopted(*version);
    if (!becomes) return tl::unexpected{becomes.error()};
    return Subject{*body, *std::move(becomes)};
}

std::string object(const Decision& decision) {
    return fmt::format("decision/{}", decision.id.value);
}

std::string object(const SamiConsultation& consultation) {
    return fmt::format("consultation/{}", consultation.id.value);
}

/// Digests are kept in hexadecimal digits and logged in base 64.
std::string as_logged(const std::string& digest) {
    return base64(from_hex(digest).value());
}

/// What is decided on is said in the open, so that anybody can hold the text against it.
void record_decision(
    sql::Transaction& tx, const Process& process, const Decision& decision, const Subject& subject) {
    const auto document = store::find_document(tx.db(), subject.version.document).value();
    record(tx, process,
        {"decision", object(decision), {{"dissent", decision.dissent}, {"text", decision.text}},
            {{"body", subject.body.slug}, {"date", time::iso(decision.decided_on)},
                {"case_number", decision.diary_number}, {"sha256", as_logged(decision.digest)},
                {"document", address_of(process, document, subject.version)}}});
}

/// Minutes and letters have a digest; what is only told of has none.
void record_event(sql::Transaction& tx, const Process& process, const SamiConsultation& c,
    const SamiConsultation::Event& event) {
    Act act{event.digest.empty() ? "consultation.noted" : "consultation", object(c),
        {{"counterpart", c.counterpart}, {"text", event.text}},
        {{"date", time::iso(event.day)}, {"event", std::string{name_of(event.kind)}}}};
    if (!event.digest.empty()) act.said.push_back({"sha256", as_logged(event.digest)});
    record(tx, process, act);
}

void record_outcome(sql::Transaction& tx, const Process& process, const SamiConsultation& c) {
    record(tx, process,
        {"consultation.outcome", object(c), {{"counterpart", c.counterpart}, {"motive", c.motive}},
            {{"outcome", std::string{name_of(c.outcome)}}}});
}

}  // namespace

Result<Decision> decide(
    sql::Transaction& tx, const Permit& permit, const Process& process, const Decision& draft, Day today) {
    if (!allows(permit, Action::decide, process)) return not_yours();
    auto decision = checked(draft, today);
    if (!decision) return decision;
    const auto subject = subject_of(tx, process, *decision);
    if (!subject) return tl::unexpected{subject.error()};
    const auto waiver = pass(store::gate_of(tx.db(), process.id));
    if (!waiver) return tl::unexpected{waiver.error()};

    decision->process = process.id;
    decision->digest = subject->version.digest;
    decision->waiver = *waiver;
    decision->was_consulted = is_settled(store::sami_consultations_of(tx.db(), process.id));
    decision->recorded_at = tx.now();
    *decision = store::add(tx, *decision);
    store::change(tx, subject->version);
    record_decision(tx, process, *decision, *subject);
    return decision;
}

Result<Decision> tell_of_notice(sql::Transaction& tx, const Permit& permit, const Process& process,
    int number, Day noticed_on, Day today) {
    if (!allows(permit, Action::decide, process)) return not_yours();
    auto known = store::decision_numbered(tx.db(), process.id, number);
    if (!known) return refuse(Failure::Kind::not_found);
    known->noticed_on = noticed_on;
    auto decision = checked(*known, today);
    if (!decision) return decision;
    store::set_notice(tx, *decision);
    record(tx, process, {"decision.noticed", object(*decision), {}, {{"date", time::iso(noticed_on)}}});
    return decision;
}

Result<SamiConsultation> open_consultation(
    sql::Transaction& tx, const Permit& permit, const Process& process, const SamiConsultation& draft) {
    if (!allows(permit, Action::decide, process)) return not_yours();
    auto consultation = checked(draft);
    if (!consultation) return consultation;
    consultation->process = process.id;
    consultation->events.clear();
    *consultation = store::add(tx, *consultation);
    record_outcome(tx, process, *consultation);
    return consultation;
}

Result<SamiConsultation> change_consultation(
    sql::Transaction& tx, const Permit& permit, const Process& process, const SamiConsultation& changed) {
    if (!allows(permit, Action::decide, process)) return not_yours();
    auto known = store::sami_consultation_numbered(tx.db(), process.id, changed.number);
    if (!known) return refuse(Failure::Kind::not_found);
    known->counterpart = changed.counterpart;
    known->outcome = changed.outcome;
    known->motive = changed.motive;
    auto consultation = checked(*std::move(known));
    if (!consultation) return consultation;
    store::change(tx, *consultation);
    record_outcome(tx, process, *consultation);
    return consultation;
}

Result<SamiConsultation> note_consultation(sql::Transaction& tx, const Permit& permit, const Process& process,
    int number, const SamiConsultation::Event& draft, Day today) {
    if (!allows(permit, Action::decide, process)) return not_yours();
    const auto known = store::sami_consultation_numbered(tx.db(), process.id, number);
    if (!known) return refuse(Failure::Kind::not_found);
    const auto event = checked(draft, today);
    if (!event) return tl::unexpected{event.error()};
    store::add(tx, *known, *event);
    record_event(tx, process, *known, *event);
    return store::sami_consultation_numbered(tx.db(), process.id, number).value();
}

}  // namespace medskapa::app
