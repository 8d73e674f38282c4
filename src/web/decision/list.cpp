#include "store/decision/completeness_store.hpp"
#include "store/decision/decision_store.hpp"
#include "web/decision/addresses.hpp"
#include "web/decision/note.hpp"
#include "web/decision/pages.hpp"
#include "web/decision/waiver.hpp"
#include "web/frame/menus/process_nav.hpp"
#include "web/site/addresses.hpp"

namespace medskapa::web::decision {
namespace {

Html decision_item(const Visit& visit, const Decision& decision) {
    return html(R"(
<li><a href="{}">{}</a><br><span class="meta">{}</span></li>)",
        visit.href(address::decision_page, decision.number), title_of(visit.db, decision, visit.words),
        visit.words("{}, case number {}", decision.paragraph, decision.diary_number));
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
            : html("<p>{}</p>", words("Not every issue has an answer yet."));
    return html("\n<h2>{}</h2>{}{}", words("Is everything answered?"), said, waivers);
}

Html decision_list(const Visit& visit) {
    const auto items = each(store::decisions_of(visit.db, visit.process->id),
        [&](const Decision& decision) { return decision_item(visit, decision); });
    return items.empty() ? html("<p class=\"lead\">{}</p>", visit.words("Nothing has been decided yet."))
                         : html("<ul>{}</ul>", items);
}

Html consultations_view(const Visit& visit) {
    const auto& words = visit.words;
    const auto held = each(store::sami_consultations_of(visit.db, visit.process->id),
        [&](const SamiConsultation& one) { return consultation_view(one, words); });
    if (!held.empty()) return held;
    return html("<p>{}</p>",
        words("No consultation has been noted yet. When one is held it says here with whom, when, and what "
              "came of it."));
}

}  // namespace

Response list(const Visit& visit) {
    const auto& words = visit.words;
    const auto body = html(R"(
<h1>{title}</h1>
{decisions}
{answers}
<h2 id="konsultation">{consultation}</h2>
{consultations}
{nav})",
        "title"_a = words("Decisions"), "decisions"_a = decision_list(visit),
        "answers"_a = answers_state(visit),
        "consultation"_a = words("Consultation with Sámi representatives"),
        "consultations"_a = consultations_view(visit), "nav"_a = process_nav(visit, ProcessStage::decisions));
    auto content = process_page(visit, words("Decisions"), body, "-");
    content.crumbs = {{visit.href(address::start_page), words("Start")}};
    return page(content, visit);
}

}  // namespace medskapa::web::decision
