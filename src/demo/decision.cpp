#include "demo/decision.hpp"

#include "app/correction/correction.hpp"
#include "app/decision/completeness.hpp"
#include "app/decision/decision.hpp"
#include "app/document/document.hpp"
#include "app/issue/issues.hpp"
#include "store/decision/completeness_store.hpp"
#include "store/document/document_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/site/site_store.hpp"

#include <fmt/format.h>

namespace medskapa::demo {
namespace {

constexpr int more_than_there_are = 10'000;

LocalTime moment(const char* iso) {
    return time::read_local(iso).value();
}

std::string named(const std::vector<int>& changes) {
    if (changes.size() == 1) return fmt::format("ändring Ä-{}", changes.front());
    const std::vector<int> first{changes.begin(), changes.end() - 1};
    return fmt::format("ändringarna Ä-{} och Ä-{}", fmt::join(first, ", Ä-"), changes.back());
}

/// What an answer led to, each reason once.
std::string summary_of(const std::vector<Change>& changes) {
    std::vector<std::pair<std::string, std::vector<int>>> by_reason;
    for (const auto& change : changes) {
        if (by_reason.empty() || by_reason.back().first != change.reason)
            by_reason.push_back({change.reason, {}});
        by_reason.back().second.push_back(change.number);
    }
    std::string text;
    for (const auto& [reason, numbers] : by_reason)
        text += fmt::format("{}Ledde till {}. {}", text.empty() ? "" : " ", named(numbers), reason);
    return text;
}

/// Gives a whole inspel the answer that the changes which cite it give by themselves: what they are and why.
void answer_whole(Stage& stage, const Inspel& inspel) {
    const auto what = "answer to I-" + std::to_string(inspel.number);
    const auto changes = store::changes_caused_by(stage.db(), {Cause::Kind::inspel, inspel.id.value});
    const auto text = changes.empty() ? std::string{"Tack. Svaret har lästs och vägts in i helheten."}
                                      : summary_of(changes);
    const auto issue = stage.write(what, [&](auto& act) {
        return app::split_inspel(act, inspel.number, {inspel.shown_text, "", "", "", {}}, stage.today());
    });
    stage.write(what, [&](auto& act) {
        return app::answer_issue(act, issue.id, changes.empty() ? "noterat" : "tillgodosett", text, {});
    });
    if (!changes.empty())
        stage.write(what, [&](auto& act) { return app::link_answer(act, issue.id, changes.front().number); });
}

/// The referral's answers are cited by changes as wholes, and split by no table.
void answer_the_rest(Stage& stage) {
    for (const auto& one : store::unanswered_in(stage.db(), stage.process.id, 0, 0, more_than_there_are))
        if (one.kind == store::Unanswered::Kind::unsplit)
            answer_whole(stage, *store::inspel_numbered(stage.db(), stage.process.id, one.inspel));
    stage.write("answers", [&](auto& act) { return app::publish_answers(act, {}); });
    stage.write("answers", [&](auto& act) { return app::declare_answers(act); });
}

void settle_consultation(Stage& stage) {
    SamiConsultation consultation;
    consultation.counterpart = "Företrädare för samerna i länet";
    consultation.outcome = SamiConsultation::Outcome::not_applicable;
    consultation.motive =
        "Lagen (2022:66) om konsultation fanns inte när beslutet togs; för regioner gäller den från den 1 "
        "mars "
        "2024. Samiska företrädare deltog genom en adjungerad plats i samverkansrådet, inspel och remissen.";
    stage.write("consultation", [&](auto& act) { return app::open_consultation(act, consultation); });
}

Id<Body> assembly(const Stage& stage) {
    for (const auto& body : store::bodies_of(stage.db(), stage.process.id))
        if (body.kind == Body::Kind::assembly) return body.id;
    return {};
}

Decision decision_on(const Stage& stage, const Version& proposal) {
    Decision decision;
    decision.body = assembly(stage);
    decision.version = proposal.id;
    decision.decided_on = stage.today();
    decision.paragraph = "§ 21 (påhittad)";  // as it was registered: see adopt_text()
    decision.diary_number = "RS/0000/2021 (påhittat)";
    decision.text =
        "Regionfullmäktige antar *Jämtlands län 2050* som länets regionala utvecklingsstrategi. Den ersätter "
        "strategin från december 2013.";
    return decision;
}

}  // namespace

void adopt_text(Stage& stage, const Document& document) {
    answer_the_rest(stage);
    settle_consultation(stage);
    const auto proposal = stage.write("proposal", [&](auto& act) {
        return app::freeze(act, document, Version::Kind::proposal, "Antagen av regionfullmäktige");
    });
    stage.at(moment("2021-02-17T16:00"));
    const auto decision = stage.write(
        "decision", [&](auto& act) { return app::decide(act, decision_on(stage, proposal), stage.today()); });
    stage.at(moment("2021-02-18T10:00"));
    const Correcting turned{{{Correction::Aspect::paragraph, "§ 12 (påhittad)"}},
        "Siffrorna i paragrafens nummer kastades om när beslutet registrerades."};
    stage.write("correction",
        [&](auto& act) { return app::correct_decision(act, decision.number, turned, stage.today()); });
    stage.at(moment("2021-02-24T09:00"));
    stage.write("notice", [&](auto& act) {
        return app::announce_decision(act, decision.number, stage.today(), stage.today());
    });
}

}  // namespace medskapa::demo
