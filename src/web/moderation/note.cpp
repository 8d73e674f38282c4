#include "web/moderation/note.hpp"

#include "domain/inspel/receipt_code.hpp"
#include "domain/moderation/conduct.hpp"
#include "store/moderation/appeal_store.hpp"
#include "store/moderation/conduct_store.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/inspel/addresses.hpp"
#include "web/moderation/addresses.hpp"
#include "web/moderation/views.hpp"

namespace medskapa::web::moderation {
namespace {

Html quiet_link(const Visit& visit, const std::string& href) {
    return html(R"(<p class="meta"><a rel="nofollow" href="{}">{}</a></p>)", href, visit.words("Report"));
}

Html reasons(const Visit& visit, const Inspel& inspel, const Refusal& refusal) {
    const auto& words = visit.words;
    const auto& rule = rule_of(refusal.rule);
    return html(
        R"(<h2>{title}</h2><dl class="facts"><dt>{reason_label}</dt><dd>{reason}</dd><dt>{rule_label}</dt><dd>{number}. {rule_words} <a href="{rules}">{all_rules}</a></dd>
<dt>{ground_label}</dt><dd>{ground}</dd><dt>{basis_label}</dt><dd>{basis}</dd><dt>{who}</dt><dd>{person}</dd>
<dt>{when}</dt><dd>{day}</dd></dl><div class="as-typed">{note}</div>)",
        "title"_a = words("Why it is not shown"), "reason_label"_a = words("Reason"),
        "reason"_a = shown(refusal.rule, words), "rule_label"_a = words("The rule"),
        "number"_a = number_of_rule(refusal.rule),
        "rule_words"_a = rule_text(visit, store::conduct_in_force(visit.db), rule),
        "rules"_a = visit.href(address::conduct_page), "all_rules"_a = words("All the rules"),
        "ground_label"_a = words("What the rule rests on"), "ground"_a = words(rule.ground),
        "basis_label"_a = words("Why we looked"), "basis"_a = shown(refusal.basis, words),
        "who"_a = words("Decided by"), "person"_a = words("A person, not a program"),
        "when"_a = words("Decided"), "day"_a = day_of(visit, refusal.decided_at),
        "note"_a = inspel.decline_note);
}

Html appeal_form(const Visit& visit, const std::string& code, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    return html("<h2>{title}</h2><p>{lead}</p>{form}", "title"_a = words("If you think that we are wrong"),
        "lead"_a = words("Somebody else than the one who decided reads your inspel again. It costs nothing."),
        "form"_a =
            post_form(visit, {.action = visit.href(address::appeal_refusal, code),
                                 .fields = ui::text_area({.name = "skal",
                                                             .label = words("Why should it be shown?"),
                                                             .value = std::string{visit.field("skal")}},
                                     4, complaints, words),
                                 .button = ui::submit(words("Ask for a new decision"), ui::Weight::quiet),
                                 .key = visit.new_form_key()}));
}

Html appeal_view(const Visit& visit, const Appeal& appeal) {
    const auto& words = visit.words;
    const auto state =
        appeal.decided_at
            ? html("<p>{} · {}</p><div class=\"as-typed\">{}</div>", shown(*appeal.outcome, words),
                  day_of(visit, *appeal.decided_at), appeal.answer)
            : html("<p>{}</p>", words("It waits for somebody else than the one who decided. The answer comes "
                                      "here."));
    return html(
        "<h2>{title}</h2><p class=\"meta\">{sent}</p><div class=\"original as-typed\">{text}</div>{state}",
        "title"_a = words("You have asked for a new decision"),
        "sent"_a = words("Received {}", day_of(visit, appeal.received_at)), "text"_a = appeal.text,
        "state"_a = state);
}

}  // namespace

Html report_link(const Visit& visit, const Inspel& inspel) {
    return quiet_link(visit, visit.href(address::report_inspel, inspel.number));
}

Html report_link(const Visit& visit, const std::string& activity, int statement) {
    return quiet_link(visit, visit.href(address::report_statement, activity, statement));
}

Html statement_of_reasons(
    const Visit& visit, const Inspel& inspel, const std::string& code, const ui::Complaints& complaints) {
    const auto refusal = store::refusal_of(visit.db, inspel.id);
    const auto appeal = refusal ? store::appeal_against(visit.db, refusal->id) : std::nullopt;
    if (inspel.state == Inspel::State::published && appeal) return appeal_view(visit, *appeal);
    if (inspel.state != Inspel::State::declined || !refusal) return {};
    return html("{}{}", reasons(visit, inspel, *refusal),
        appeal ? appeal_view(visit, *appeal) : appeal_form(visit, code, complaints));
}

}  // namespace medskapa::web::moderation
