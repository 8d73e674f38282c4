#include "store/completeness_store.hpp"
#include "store/decision_store.hpp"
#include "store/document_store.hpp"
#include "web/decision/pages.hpp"
#include "web/decision/views.hpp"
#include "web/log_link.hpp"
#include "web/markdown.hpp"
#include "web/spine.hpp"
#include "web/ui/form.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::decision {
namespace {

std::string decision_href(const Visit& visit, const Decision& decision) {
    return visit.process_href("/beslut/" + std::to_string(decision.number));
}

Html waiver_view(const Visit& visit, const Waiver& waiver) {
    const auto& words = visit.words;
    return html("\n<p>{}</p>\n<blockquote><p>{}</p></blockquote>",
        words("{} it was decided to go on although {} inspel were not read, {} were not split and {} issues "
              "had "
              "no public answer. The reason:",
            words.day(visit.site.clock.day(waiver.waived_at)), waiver.missing.unread, waiver.missing.unsplit,
            waiver.missing.unanswered),
        waiver.reason);
}

Html decision_item(const Visit& visit, const Decision& decision) {
    return html("\n<li><a href=\"{}\">{}</a></li>", decision_href(visit, decision),
        sentence_of(visit.db, decision, visit.words));
}

/// Whether the Sámi were consulted, as it was when the decision was taken.
Html consulted_view(const Visit& visit, const Decision& decision) {
    const auto& words = visit.words;
    if (decision.was_consulted)
        return html("<p><a href=\"{}\">{}</a></p>", visit.process_href("/beslut#konsultation"),
            words("How the Sámi were consulted"));
    return ui::notice(ui::Tone::warn,
        html("<p>{}</p>",
            words("When this was decided no consultation with Sámi representatives (law 2022:66) "
                  "had been held to its end, or been found not to be needed.")));
}

Html appeal_view(const Visit& visit, const Decision& decision) {
    const auto& words = visit.words;
    const auto last = decision.last_day_to_appeal();
    const auto when = last ? words(
                                 "The notice was put up {}. An appeal must have come in by {}; where that is "
                                 "a Saturday, a Sunday or "
                                 "a holiday, the next weekday will do.",
                                 words.day(*decision.noticed_on), words.day(*last))
                           : words(
                                 "The minutes have not been announced yet. The three weeks are counted from "
                                 "the day they are.");
    return html("\n<h2>{}</h2>\n<p>{}</p>\n<p>{}</p>\n<p class=\"meta\">{}</p>", words("How to appeal"),
        words("A member of the region may have the decision's legality tried (laglighetsprövning): write to "
              "the "
              "administrative court, say which decision and why it is against the law, within three weeks of "
              "the "
              "day when the notice board tells that the minutes are approved."),
        when,
        words("Local Government Act (2017:725), chapter 13. A summary written in November 2026; the words of "
              "the law "
              "are what counts."));
}

Html force_of(const Visit& visit, const Decision& decision) {
    const auto last = decision.last_day_to_appeal();
    if (!last) return html("{}", visit.words("not yet"));
    const bool is_over = *last < visit.today();
    return html("{}", is_over ? visit.words("the time to appeal ended {}", visit.words.day(*last))
                              : visit.words("can be appealed until {}", visit.words.day(*last)));
}

Html facts_of(const Visit& visit, const Decision& decision) {
    const auto& words = visit.words;
    const auto version = store::find_version(visit.db, decision.version).value();
    const auto document = store::find_document(visit.db, version.document).value();
    const auto text_href =
        visit.process_href("/dokument/" + document.code + "/version/" + std::to_string(version.number));
    const auto fact = [](const std::string& name, const Html& value) {
        return html("<dt>{}</dt><dd>{}</dd>", name, value);
    };
    const auto notice = decision.noticed_on ? words.day(*decision.noticed_on) : words("not yet");
    auto facts = fact(
        words("Decided by"), html("{}", name_of_body(visit.db, visit.process->id, decision.body, words)));
    facts += fact(words("Day"), html("{}", words.day(decision.decided_on)));
    facts += fact(words("Paragraph"), html("{}", decision.paragraph));
    facts += fact(words("Diary number"), html("{}", decision.diary_number));
    facts += fact(words("On the notice board"), html("{}", notice));
    facts += fact(words("Legal force"), force_of(visit, decision));
    facts += fact(words("The text"),
        html("<a href=\"{}\">{}</a>", text_href, words("{}, version {}", version.title, version.number)));
    facts += fact(words("What was changed"),
        html("<a href=\"{}\">{}</a>", visit.process_href("/dokument/" + document.code + "/jamfor"),
            words("Word by word, and why")));
    return html("<dl>{}</dl>", facts);
}

Html answers_state(const Visit& visit) {
    const auto& words = visit.words;
    const auto declared = store::answers_declared(visit.db, visit.process->id);
    const auto waivers = each(store::waivers_of(visit.db, visit.process->id),
        [&](const Waiver& waiver) { return waiver_view(visit, waiver); });
    const auto said =
        declared
            ? html("<p>{}</p>", words("{} it was declared that {} inspel with {} issues have their answers.",
                                    words.day(visit.site.clock.day(declared->declared_at)), declared->inspel,
                                    declared->issues))
            : html("<p>{}</p>", words("It has not been declared yet that every issue has an answer."));
    return html("\n<h2>{}</h2>{}{}", words("Is everything answered?"), said, waivers);
}

}  // namespace

Response list(const Visit& visit) {
    const auto& words = visit.words;
    const auto decisions = store::decisions_of(visit.db, visit.process->id);
    const auto consultations = each(store::sami_consultations_of(visit.db, visit.process->id),
        [&](const SamiConsultation& c) { return consultation_view(c, words); });
    const auto body = html(R"(
<h1>{}</h1>{}{}
<h2 id="konsultation">{}</h2>{}{})",
        words("Decisions"),
        decisions.empty() ? html("<p class=\"lead\">{}</p>", words("Nothing has been decided yet."))
                          : html("<ul>{}</ul>",
                                each(decisions, [&](const Decision& d) { return decision_item(visit, d); })),
        answers_state(visit), words("Consultation with Sámi representatives"),
        consultations.empty() ? html("<p>{}</p>", words("No consultation is written down.")) : consultations,
        spine(visit, Stop::decisions));
    auto content = process_page(visit, words("Decisions"), body, "-");
    content.crumbs = {{visit.process_href(), words("Start")}};
    return page(content, visit);
}

Response show(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("number"));
    const auto decision =
        number ? store::decision_numbered(visit.db, visit.process->id, *number) : std::nullopt;
    if (!decision) return problem(visit, Failure::Kind::not_found);
    const auto& words = visit.words;
    const auto waiver = store::find_waiver(visit.db, decision->waiver);
    const auto body = html(R"(
<h1>{}</h1>{}
<div class="sides"><div>{}{}{}{}{}</div><aside>{}</aside></div>{})",
        words("Decision B-{}", decision->number), consulted_view(visit, *decision), markdown(decision->text),
        decision->dissent.empty() ? Html{}
                                  : html("<h2>{}</h2>{}", words("Dissent"), markdown(decision->dissent)),
        waiver
            ? html("<h2>{}</h2>{}", words("Decided in spite of missing answers"), waiver_view(visit, *waiver))
            : Html{},
        html("<p class=\"meta\">{0}</p>{1}", words("SHA-256 of the text as Markdown"),
            ui::proof(words("SHA-256 of the text as Markdown"), {decision->digest})),
        appeal_view(visit, *decision), facts_of(visit, *decision),
        html("{}{}", log_link(visit, fmt::format("decision/{}", decision->id.value)),
            spine(visit, Stop::decisions)));
    auto content = process_page(visit, words("Decision B-{}", decision->number), body, "-");
    content.crumbs = {
        {visit.process_href(), words("Start")}, {visit.process_href("/beslut"), words("Decisions")}};
    return page(content, visit);
}

}  // namespace medskapa::web::decision
