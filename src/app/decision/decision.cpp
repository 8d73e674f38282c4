#include "app/decision/decision.hpp"

#include "app/act/record.hpp"
#include "app/act/seen.hpp"
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

Result<Subject> subject_of(const Act& act, const Decision& decision) {
    const auto body = body_of(act.db(), act.process(), decision.body);
    const auto version = store::find_version(act.db(), decision.version);
    std::vector<Complaint> complaints;
    if (!body) complaints.push_back({Field::body, N_("Choose who decided")});
    if (!version || version->process != act.process().id)
        complaints.push_back({Field::version, N_("Choose the version that was decided on")});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    auto becomes = adopted(*version);
    if (!becomes) return tl::unexpected{becomes.error()};
    return Subject{*body, *std::move(becomes)};
}

std::string object(const Decision& decision) {
    return object_named(ObjectKind::decision, decision.id.value);
}

std::string object(const SamiConsultation& consultation) {
    return object_named(ObjectKind::consultation, consultation.id.value);
}

/// Digests are kept in hexadecimal digits and logged in base 64.
std::string as_logged(const std::string& digest) {
    return base64(from_hex(digest).value());
}

/// What is decided on is said in the open, so that anybody can hold the text against it.
void record_decision(const Act& act, const Decision& decision, const Subject& subject) {
    const auto document = store::find_document(act.db(), subject.version.document).value();
    record(act, {EntryType::decision_taken, object(decision),
                    {{"dissent", decision.dissent}, {"text", decision.text}},
                    {{"body", subject.body.slug}, {"date", time::iso(decision.decided_on)},
                        {"case_number", decision.diary_number}, {"sha256", as_logged(decision.digest)},
                        {"document", address_of(act.process(), document, subject.version)}}});
}

/// Minutes and letters have a digest; what is only told of has none.
void record_event(const Act& act, const SamiConsultation& c, const SamiConsultation::Event& event) {
    LogRecord entry{
        event.digest.empty() ? EntryType::consultation_noted : EntryType::consultation_minutes_registered,
        object(c), {{"counterpart", c.counterpart}, {"text", event.text}},
        {{"date", time::iso(event.day)}, {"event", std::string{name_of(event.kind)}}}};
    if (!event.digest.empty()) entry.said.push_back({"sha256", as_logged(event.digest)});
    record(act, entry);
}

void record_outcome(const Act& act, const SamiConsultation& c) {
    record(act, {EntryType::consultation_outcome_changed, object(c),
                    {{"counterpart", c.counterpart}, {"motive", c.motive}},
                    {{"outcome", std::string{name_of(c.outcome)}}}});
}

}  // namespace

Result<Decision> decide(Permitted<Action::decide> act, const Decision& draft, Day today) {
    const auto& process = act.process();
    auto decision = checked(draft, today);
    if (!decision) return decision;
    const auto subject = subject_of(act, *decision);
    if (!subject) return tl::unexpected{subject.error()};
    const auto waiver = pass(store::gate_of(act.db(), process.id));
    if (!waiver) return tl::unexpected{waiver.error()};

    decision->process = process.id;
    decision->digest = subject->version.digest;
    decision->waiver = *waiver;
    decision->was_consulted = is_settled(store::sami_consultations_of(act.db(), process.id));
    decision->recorded_at = act.now();
    *decision = store::add(tx(act), *decision);
    store::change(tx(act), subject->version);
    record_decision(act, *decision, *subject);
    return decision;
}

Result<Decision> announce_decision(Permitted<Action::decide> act, int number, Day noticed_on, Day today) {
    auto known = store::decision_numbered(act.db(), act.process().id, number);
    if (!known) return refuse(Failure::Kind::not_found);
    demand_seen(act, store::version_of_notice(*known));
    known->noticed_on = noticed_on;
    auto decision = checked(*known, today);
    if (!decision) return decision;
    store::change(tx(act), *decision);
    record(act, {EntryType::decision_announced, object(*decision), {}, {{"date", time::iso(noticed_on)}}});
    return decision;
}

Result<SamiConsultation> open_consultation(Permitted<Action::decide> act, const SamiConsultation& draft) {
    auto consultation = checked(draft);
    if (!consultation) return consultation;
    consultation->process = act.process().id;
    consultation->events.clear();
    *consultation = store::add(tx(act), *consultation);
    record_outcome(act, *consultation);
    return consultation;
}

Result<SamiConsultation> change_consultation(Permitted<Action::decide> act, const SamiConsultation& changed) {
    auto known = store::sami_consultation_numbered(act.db(), act.process().id, changed.number);
    if (!known) return refuse(Failure::Kind::not_found);
    known->counterpart = changed.counterpart;
    known->outcome = changed.outcome;
    known->motive = changed.motive;
    auto consultation = checked(*std::move(known));
    if (!consultation) return consultation;
    store::change(tx(act), *consultation);
    record_outcome(act, *consultation);
    return consultation;
}

Result<SamiConsultation> note_consultation(
    Permitted<Action::decide> act, int number, const SamiConsultation::Event& draft, Day today) {
    const auto known = store::sami_consultation_numbered(act.db(), act.process().id, number);
    if (!known) return refuse(Failure::Kind::not_found);
    const auto event = checked(draft, today);
    if (!event) return tl::unexpected{event.error()};
    store::add(tx(act), *known, *event);
    record_event(act, *known, *event);
    return store::sami_consultation_numbered(act.db(), act.process().id, number).value();
}

}  // namespace medskapa::app
