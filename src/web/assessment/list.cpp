#include "web/assessment/addresses.hpp"
#include "web/assessment/note.hpp"
#include "web/assessment/pages.hpp"
#include "web/assessment/views.hpp"
#include "web/frame/menus/region_nav.hpp"
#include "web/plan/addresses.hpp"
#include "web/ui/in_language.hpp"

#include <algorithm>

namespace medskapa::web::assessment {
namespace {

using All = std::vector<store::OpenedAssessment>;

Html one_view(const Visit& visit, const store::OpenedAssessment& opened) {
    const auto& words = visit.words;
    const auto& one = opened.assessment;
    return html(R"(
<li><h2><a href="{href}">{question}</a></h2>
<p>{finding}</p>
<p class="meta">{whole} · {reference} · {title} · {subject}</p></li>)",
        "href"_a = visit.href(address::assessment_page, one.number),
        "question"_a = opened.its_template->question.in(words.language()),
        "finding"_a = finding_of(opened, words), "whole"_a = whole_view(opened, words),
        "reference"_a = reference(one), "title"_a = opened.its_template->title.in(words.language()),
        "subject"_a = ui::in_language(one.subject, "sv", words));
}

std::string lead_of(const All& all, const Words& words) {
    if (all.empty())
        return words(
            "No impact assessment has begun. Each will say what it rests on, and can be read from its "
            "first day.");
    const auto done = std::count_if(
        all.begin(), all.end(), [](const store::OpenedAssessment& one) { return one.is_done(); });
    return words(
        "{} of {} impact assessments are done. Each step has an answer with what shows it, or says "
        "why it is not relevant.",
        static_cast<std::int64_t>(done), static_cast<std::int64_t>(all.size()));
}

Html gate_view(const Visit& visit, const All& all) {
    const auto& words = visit.words;
    const auto gaps = store::gaps_before_decision(visit.db, visit.process->id, all);
    const auto body = gaps.empty() ? html("<p>{}</p>", words("Nothing is left to do."))
                                   : html("<p>{}</p>{}",
                                         words("Nothing is decided until this is done, or it is said in "
                                               "public why it goes on all the same:"),
                                         gaps_view(visit, gaps, LeadsTo::page));
    return html(R"(
<section class="gate" aria-labelledby="fore-beslut"><h2 id="fore-beslut">{}</h2>{}</section>)",
        words("Before the decision"), body);
}

}  // namespace

Response list(const Visit& visit) {
    const auto& words = visit.words;
    const auto all = store::opened_assessments(visit.db, visit.process->id);
    const auto title = words("Impact assessments");
    const auto body = html(R"(
<h1>{title}</h1>
<p class="lead">{lead}</p>
<div class="sides"><div><ul class="assessments" role="list">{all}
</ul></div>
<aside>{gate}
<p><a class="alone" href="{plan}">{plan_name}</a></p></aside></div>
{nav})",
        "title"_a = title, "lead"_a = lead_of(all, words),
        "all"_a = each(all, [&](const auto& one) { return one_view(visit, one); }),
        "gate"_a = gate_view(visit, all), "plan"_a = visit.href(address::plan_page),
        "plan_name"_a = words("Which assessments were promised, and why not others"),
        "nav"_a = region_nav(visit, RegionPage::assessments));
    return page(process_page(visit, title, body, "forutsattningar"), visit);
}

}  // namespace medskapa::web::assessment
