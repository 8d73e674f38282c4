#include "app/document/addresses.hpp"
#include "store/decision/completeness_store.hpp"
#include "store/decision/decision_store.hpp"
#include "store/document/document_store.hpp"
#include "web/assessment/note.hpp"
#include "web/correction/note.hpp"
#include "web/decision/addresses.hpp"
#include "web/decision/note.hpp"
#include "web/decision/pages.hpp"
#include "web/decision/waiver.hpp"
#include "web/document/addresses.hpp"
#include "web/frame/log_link.hpp"
#include "web/frame/menus/process_nav.hpp"
#include "web/markup/markdown.hpp"
#include "web/plan/note.hpp"
#include "web/site/addresses.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::decision {
namespace {

/// Whether the Sámi were consulted, as it was when the decision was taken.
Html consulted_view(const Visit& visit, const Decision& decision) {
    const auto& words = visit.words;
    if (decision.was_consulted)
        return html("<p><a href=\"{}\">{}</a></p>", visit.href(address::decisions_page) + "#konsultation",
            words("How the Sámi were consulted, or why that was not needed"));
    return ui::notice(ui::Tone::warn,
        html("<p>{}</p>",
            words("When this was decided no consultation with Sámi representatives (law 2022:66) "
                  "had been held to its end, or been found not to be needed.")));
}

bool is_final(const Visit& visit, const Decision& decision) {
    const auto last = decision.last_day_to_appeal();
    return last && *last < visit.today();
}

/// What could be done against the decision, shown as past when its time is.
Html appeal_rules(const Visit& visit, bool is_over) {
    const auto& words = visit.words;
    return html("\n<h2>{}</h2>\n<p>{}</p>",
        is_over ? words("How it could be appealed") : words("How to appeal"),
        is_over
            ? words("A member of the region could have the decision's legality tried (laglighetsprövning) "
                    "by writing to the administrative court within three weeks of the day when the notice "
                    "board told that the minutes were approved.")
            : words("A member of the region may have the decision's legality tried (laglighetsprövning): "
                    "write to the administrative court, say which decision and why it is against the law, "
                    "within three weeks of the day when the notice board tells that the minutes are "
                    "approved."));
}

std::string appeal_days(const Visit& visit, const Decision& decision, bool is_over) {
    const auto& words = visit.words;
    const auto last = decision.last_day_to_appeal();
    if (!last)
        return words(
            "The minutes have not been announced yet. The three weeks are counted from the day they "
            "are.");
    const auto noticed = words.day(*decision.noticed_on);
    return is_over ? words("The notice was put up {}, and the time ended {}.", noticed, words.day(*last))
                   : words("The notice was put up {}. An appeal must have come in by {}.", noticed,
                         words.day(*last));
}

Html appeal_view(const Visit& visit, const Decision& decision) {
    const bool is_over = is_final(visit, decision);
    return html("{}\n<p>{}</p>\n<p class=\"meta\">{}</p>", appeal_rules(visit, is_over),
        appeal_days(visit, decision, is_over),
        visit.words("Local Government Act (2017:725), chapter 13. A summary written in November 2026; the "
                    "words of the law are what counts."));
}

Html force_of(const Visit& visit, const Decision& decision) {
    const auto last = decision.last_day_to_appeal();
    if (!last) return html("{}", visit.words("not yet"));
    return html("{}", is_final(visit, decision)
                          ? visit.words("the time to appeal ended {}", visit.words.day(*last))
                          : visit.words("can be appealed until {}", visit.words.day(*last)));
}

/// What was adopted, and where it stands.
struct Adopted {
    Document document;
    Version version;
    std::string href;
};

Adopted adopted_by(const Visit& visit, const Decision& decision) {
    const auto version = store::find_version(visit.db, decision.version).value();
    const auto document = store::find_document(visit.db, version.document).value();
    return {document, version, visit.href(address::version_page, document.code, version.number)};
}

Html days_of(const Visit& visit, const Decision& decision) {
    const auto& words = visit.words;
    const auto recorded = visit.site.clock.day(decision.recorded_at);
    const auto noticed = decision.noticed_on ? words.day(*decision.noticed_on) : words("not yet");
    return html(R"(
<dt>{decided_on}</dt><dd>{decided_day}</dd>
<dt>{notice_board}</dt><dd>{notice_day}</dd>
<dt>{written_in}</dt><dd>{written_day}</dd>)",
        "decided_on"_a = words("Decided on"), "decided_day"_a = words.day(decision.decided_on),
        "notice_board"_a = words("On the notice board"), "notice_day"_a = noticed,
        "written_in"_a = words("Written in here"), "written_day"_a = words.day(recorded));
}

Html facts_of(const Visit& visit, const Decision& decision, const Adopted& adopted) {
    const auto& words = visit.words;
    const auto fact = [](const std::string& name, const Html& value) {
        return html("<dt>{}</dt><dd>{}</dd>", name, value);
    };
    auto facts = fact(
        words("Decided by"), html("{}", name_of_body(visit.db, visit.process->id, decision.body, words)));
    facts += fact(words("Paragraph"), html("{}", decision.paragraph));
    facts += fact(words("Case number"), html("{}", decision.diary_number));
    facts += days_of(visit, decision);
    facts += fact(words("Legal force"), force_of(visit, decision));
    facts +=
        fact(words("The text"), html("<a href=\"{}\">{}</a>", adopted.href,
                                    words("{}, version {}", adopted.version.title, adopted.version.number)));
    facts += fact(words("What was changed"),
        html("<a href=\"{}\">{}</a>", visit.href(address::comparison_page, adopted.document.code),
            words("Word by word, and why")));
    return html("<dl>{}</dl>", facts);
}

/// The number that shows whether a copy of the text is the one that was decided on, and how to try it.
Html fingerprint_view(const Visit& visit, const Decision& decision, const Adopted& adopted) {
    const auto& words = visit.words;
    const auto file = fmt::format("{}-{}.md", adopted.document.code, adopted.version.number);
    return html(R"(
<h2>{}</h2><p>{}</p>{})",
        words("Check the text"),
        words.rich("The number below is computed from the text that was decided on (SHA-256). You can check "
                   "that the text is unchanged: fetch {}. Compute the number with {} or, in Windows, {}. If "
                   "a single character differs you get another number.",
            html(R"(<a href="{}">{}</a>)",
                visit.href(address::version_markdown, adopted.document.code, adopted.version.number), file),
            html("<code>sha256sum {}</code>", file), html("<code>certutil -hashfile {} SHA256</code>", file)),
        ui::proof(words("SHA-256 of the text as Markdown"), {decision.digest}));
}

/// The minutes' own words, in the language they are written in.
Html decided_words(const Visit& visit, const Decision& decision) {
    const auto lang = visit.words.lang(minutes_language);
    const auto dissent = decision.dissent.empty() ? Html{}
                                                  : html("<h2>{}</h2><div{}>{}</div>", visit.words("Dissent"),
                                                        lang, markdown(decision.dissent));
    return html("<div{}>{}</div>{}", lang, markdown(decision.text), dissent);
}

/// Why the text was decided on though answers or assessments were missing, where that was so.
Html in_spite_of(const Visit& visit, const Decision& decision) {
    const auto waiver = store::find_waiver(visit.db, decision.waiver);
    if (!waiver) return {};
    return html("<h2>{}</h2>{}", waiver_heading(*waiver, visit.words), waiver_view(visit, *waiver));
}

/// What was decided, and what can be done about it; the facts stand next to it.
Html decision_view(const Visit& visit, const Decision& decision) {
    const auto adopted = adopted_by(visit, decision);
    return html(R"(
<div class="sides">
  <div>
    {words}
    {waiver}
    {plan}
    {appeal}
    {fingerprint}
  </div>
  <aside>{facts}</aside>
</div>)",
        "words"_a = decided_words(visit, decision), "waiver"_a = in_spite_of(visit, decision),
        "plan"_a = html("{}{}", plan::promised_and_done(visit), assessment::gaps_at_adoption(visit)),
        "appeal"_a = appeal_view(visit, decision),
        "fingerprint"_a = fingerprint_view(visit, decision, adopted),
        "facts"_a = facts_of(visit, decision, adopted));
}

std::optional<Decision> asked_for(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("number"));
    return number ? store::decision_numbered(visit.db, visit.process->id, *number) : std::nullopt;
}

}  // namespace

Response show(const Visit& visit) {
    const auto decision = asked_for(visit);
    if (!decision) return problem(visit, Failure::Kind::not_found);
    const auto& words = visit.words;
    const auto title = title_of(visit.db, *decision, words);
    const auto body = html(R"(
<p class="kicker">{number}</p>
<h1>{title}</h1>
{corrections}{consulted}{decision}
{log}
{nav})",
        "number"_a = words("Decision B-{}", decision->number), "title"_a = title,
        "corrections"_a = correction::note(visit, Correction::Kind::decision, decision->id.value),
        "consulted"_a = consulted_view(visit, *decision), "decision"_a = decision_view(visit, *decision),
        "log"_a = log_link(visit, openlog::object_named(openlog::ObjectKind::decision, decision->id.value)),
        "nav"_a = process_nav(visit, ProcessStage::decisions));
    auto content = process_page(visit, title, body, "-");
    content.crumbs = {{visit.href(address::start_page), words("Start")},
        {visit.href(address::decisions_page), words("Decisions")}};
    return page(content, visit);
}

}  // namespace medskapa::web::decision
