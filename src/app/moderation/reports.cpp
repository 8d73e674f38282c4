#include "app/moderation/reports.hpp"

#include "app/act/record.hpp"
#include "app/act/seen.hpp"
#include "app/conversation/opinion.hpp"
#include "app/inspel/refusing.hpp"
#include "base/digest.hpp"
#include "base/signer.hpp"
#include "domain/field.hpp"
#include "domain/inspel/receipt_code.hpp"
#include "store/conversation/columns.hpp"
#include "store/conversation/opinion_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/moderation/columns.hpp"
#include "store/moderation/report_store.hpp"
#include "store/site/site_store.hpp"

#include <algorithm>

namespace medskapa::app {
namespace {

std::string object(const ContentReport& report) {
    return object_named(ObjectKind::report, report.public_id);
}

std::optional<Activity> activity_of(const Act& act, const Statement& statement) {
    for (const auto& activity : store::activities_of(act.db(), act.process().id))
        if (activity.id == statement.activity) return activity;
    return std::nullopt;
}

bool is_shown(const Act& act, const Statement& statement) {
    const auto activity = activity_of(act, statement);
    return activity && statement.is_votable(store::conversation_of(act.db(), *activity).moderation);
}

/// The report is about what everybody can read, or nothing is found.
Result<ContentReport> placed(const Act& act, ContentReport report, const ReportedPlace& place) {
    if (place.inspel > 0) {
        const auto inspel = store::inspel_numbered(act.db(), act.process().id, place.inspel);
        if (!inspel || inspel->state != Inspel::State::published) return refuse(Failure::Kind::not_found);
        report.inspel = inspel->id;
        return report;
    }
    const auto activity = store::activity_named(act.db(), act.process().id, place.activity);
    const auto statement =
        activity ? store::statement_numbered(act.db(), activity->id, place.statement) : std::nullopt;
    if (!statement || !is_shown(act, *statement)) return refuse(Failure::Kind::not_found);
    report.statement = statement->id;
    return report;
}

bool is_the_same(const ContentReport& kept, const ContentReport& sent) {
    return kept.inspel == sent.inspel && kept.statement == sent.statement && kept.rule == sent.rule &&
           kept.text == sent.text && kept.contact == sent.contact;
}

bool is_still_shown(const Act& act, const ContentReport& report) {
    if (report.inspel)
        return store::find_inspel(act.db(), report.inspel).value().state == Inspel::State::published;
    return is_shown(act, store::find_statement(act.db(), report.statement).value());
}

bool was_masked_since(const Act& act, const ContentReport& report) {
    if (!report.inspel) return false;
    const auto masks = store::redactions_of(act.db(), report.inspel);
    return std::any_of(masks.begin(), masks.end(),
        [&](const Redaction& mask) { return mask.redacted_at >= report.received_at; });
}

/// A statement has reasons of its own, which everybody reads.
RejectReason reason_of_statement(DeclineReason rule) {
    switch (rule) {
        case DeclineReason::insult: return RejectReason::insult;
        case DeclineReason::personal_data: return RejectReason::personal;
        case DeclineReason::duplicate: return RejectReason::duplicate;
        case DeclineReason::unlawful: return RejectReason::unlawful;
        case DeclineReason::off_topic:
        case DeclineReason::spam: break;
    }
    return RejectReason::out_of_scope;
}

Result<bool> taken_down(const Act& act, const ContentReport& report, const ReportRuling& ruling) {
    if (report.inspel) {
        const auto number = store::find_inspel(act.db(), report.inspel).value().number;
        const auto down = take_down_inspel(act, number, ruling.rule, report.answer, Refusal::Basis::report);
        if (!down) return tl::unexpected{down.error()};
        return true;
    }
    const auto statement = store::find_statement(act.db(), report.statement).value();
    demand_seen<store::tables::statement>(act, statement, {statement.text, statement.note});
    const auto down =
        take_down_statement(act, statement, reason_of_statement(named<DeclineReason>(ruling.rule)));
    if (!down) return tl::unexpected{down.error()};
    return true;
}

/// What was decided is what became of the thing. `decided`: the newest of those that are decided together, so
/// that what is called masked was masked after each of them.
Result<bool> followed(const Act& act, const ContentReport& decided, const ReportRuling& ruling) {
    using Outcome = ContentReport::Outcome;
    const bool is_there = is_still_shown(act, decided);
    const auto refused = [](const char* why) {
        return refuse(Failure::Kind::invalid, {{Field::outcome, why}});
    };
    if (*decided.outcome == Outcome::gone) {
        if (is_there) return refused(N_("It is still shown. Choose what becomes of it"));
        return true;
    }
    if (!is_there) return refused(N_("It is no longer shown. Choose that"));
    if (*decided.outcome == Outcome::masked && !was_masked_since(act, decided))
        return refused(N_("Nothing has been masked since it was reported. Mask the words first"));
    return *decided.outcome == Outcome::taken_down ? taken_down(act, decided, ruling) : Result<bool>{true};
}

void keep_decision(const Act& act, const ContentReport& decided, const ReportRuling& ruling) {
    store::change(tx(act), decided);
    std::vector<openlog::Field> said{{"outcome", std::string{name_of(*decided.outcome)}}};
    if (decided.outcome == ContentReport::Outcome::taken_down) said.push_back({"reason", ruling.rule});
    record(act, {EntryType::report_decided, object(decided), {{"answer", decided.answer}}, said});
}

}  // namespace

std::string report_code_of(const FormSubmission& form, const Process& process) {
    return receipt_code(signature("medskapa.report.v1\n" + process.slug, form.form_key, form.secret));
}

Result<ReportReceipt> report_content(Permitted<Action::report_content> act, const ReportedPlace& place,
    const ReportDraft& draft, const FormSubmission& form) {
    auto composed = compose_report(draft);
    if (!composed) return tl::unexpected{composed.error()};
    auto report = placed(act, *std::move(composed), place);
    if (!report) return tl::unexpected{report.error()};
    const auto code = report_code_of(form, act.process());
    if (const auto kept = store::report_of_form(act.db(), form.form_key)) {
        if (kept->process != act.process().id || !is_the_same(*kept, *report))
            return refuse(Failure::Kind::conflict);
        return ReportReceipt{kept->id, code};
    }
    report->process = act.process().id;
    report->public_id = hex(random_bytes(6));
    report->received_at = act.now();
    const auto id = store::add(tx(act), *report, {form.form_key, digest_of_code(code)});
    record(act, EntryType::report_received, object(*report), {{"text", report->text}});
    return ReportReceipt{id, code};
}

Result<ContentReport> decide_report(
    Permitted<Action::moderate_inspel> act, Id<ContentReport> newest, const ReportRuling& ruling) {
    const auto shown = store::find_report(act.db(), act.process().id, newest);
    if (!shown) return refuse(Failure::Kind::not_found);
    demand_seen<store::tables::content_report>(act, *shown, {shown->answer});
    if (shown->decided_at) return refuse(Failure::Kind::conflict);
    auto reports = store::waiting_up_to(act.db(), *shown);
    for (auto& report : reports) {
        auto decided = decide(report, ruling, act.actor().user, act.now());
        if (!decided) return decided;
        report = *std::move(decided);
    }
    if (const auto done = followed(act, reports.back(), ruling); !done) return tl::unexpected{done.error()};
    for (const auto& report : reports) keep_decision(act, report, ruling);
    return reports.back();
}

}  // namespace medskapa::app
