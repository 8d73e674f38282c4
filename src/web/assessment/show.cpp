#include "store/assessment/assessment_store.hpp"
#include "web/assessment/addresses.hpp"
#include "web/assessment/note.hpp"
#include "web/assessment/pages.hpp"
#include "web/assessment/views.hpp"
#include "web/frame/log_link.hpp"
#include "web/frame/menus/region_nav.hpp"
#include "web/inspel/addresses.hpp"
#include "web/site/open.hpp"
#include "web/ui/in_language.hpp"
#include "web/ui/pieces.hpp"

#include <set>

namespace medskapa::web::assessment {
namespace {

using When = AssessmentStep::When;

std::optional<store::OpenedAssessment> asked_for(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("assessment"));
    const auto found =
        number ? store::assessment_numbered(visit.db, visit.process->id, *number) : std::nullopt;
    if (!found) return std::nullopt;
    return store::opened(visit.db, *found);
}

Html given_view(const StepAnswer& answer, const Words& words) {
    return html(R"(<p class="given">{}</p>)", ui::in_language(answer.text, "sv", words));
}

/// What was answered before, the newest first.
Html earlier_view(const Visit& visit, const StepAnswer& newest) {
    auto all = store::answers_of(visit.db, newest.assessment, newest.step);
    if (all.size() < 2) return {};
    all.erase(all.begin());
    return html(R"(<details class="more"><summary>{}</summary>{}</details>)", visit.words("Earlier answers"),
        each(all, [&](const StepAnswer& one) {
            return html(R"({}<p class="meta">{} · {}</p>)", given_view(one, visit.words),
                shown(one.outcome, visit.words), ground_of(visit, one));
        }));
}

Html answer_view(const Visit& visit, const store::OpenedStep& step) {
    const auto& words = visit.words;
    if (!step.answer) return html(R"(<p class="meta">{}</p>)", step.step->help.in(words.language()));
    return html("{}{}", given_view(*step.answer, words),
        step.standing == StepStanding::old ? changed_view(visit, step) : Html{});
}

Html step_view(const Visit& visit, const store::OpenedStep& step) {
    const auto& words = visit.words;
    const auto kind = step.standing == StepStanding::met || step.standing == StepStanding::not_relevant
                          ? "met"
                      : step.standing == StepStanding::old     ? "old"
                      : step.standing == StepStanding::stopped ? "stopped"
                                                               : "bare";
    return html(R"(
<li class="{kind}" id="steg-{code}"><h3>{title}</h3>{answer}<p class="outcome-line">{standing}<span class="meta">{ground}</span></p>{earlier}</li>)",
        "kind"_a = kind, "code"_a = step.step->code, "title"_a = title_of(*step.step, words),
        "answer"_a = answer_view(visit, step), "standing"_a = standing_view(step.standing, words),
        "ground"_a = step.answer ? ground_of(visit, *step.answer) : Html{},
        "earlier"_a = step.answer ? earlier_view(visit, *step.answer) : Html{});
}

Html steps_view(const Visit& visit, const store::OpenedAssessment& opened, When when) {
    Html all;
    for (const auto& step : opened.steps)
        if (step.step->when == when) all += step_view(visit, step);
    if (all.empty()) return {};
    return html(R"(
<h2>{}</h2><ol class="assess" role="list">{}
</ol>)",
        when == When::before_decision ? visit.words("The steps")
                                      : visit.words("When the strategy is adopted"),
        all);
}

Html conflict_view(const GoalConflict& conflict, const Words& words) {
    return html(R"(
<article class="pd"><h3>{name}</h3><p><span class="lab">{wants}</span>{goal}</p><p><span class="lab">{costs}</span>{against}</p><p class="across"><span class="lab">{weighed}</span>{weighing}</p></article>)",
        "name"_a = ui::in_language(conflict.name, "sv", words), "wants"_a = words("What the one goal wants"),
        "goal"_a = ui::in_language(conflict.goal, "sv", words), "costs"_a = words("What it costs the other"),
        "against"_a = ui::in_language(conflict.against, "sv", words),
        "weighed"_a = words("How it was weighed"),
        "weighing"_a = conflict.weighing.empty()
                           ? html(R"(<span class="state gone">{}</span>)", words("Not weighed yet"))
                           : ui::in_language(conflict.weighing, "sv", words));
}

Html conflicts_view(const Visit& visit, const store::OpenedAssessment& opened) {
    if (opened.conflicts.empty()) return {};
    return html(R"(
<h2 id="malkonflikter">{}</h2>{})",
        visit.words("Goal conflicts"),
        each(opened.conflicts, [&](const auto& one) { return conflict_view(one, visit.words); }));
}

/// That paragraphs have other words than steps rest on; only where that is so.
Html changed_notice(const Visit& visit, const store::OpenedAssessment& opened) {
    std::set<std::int64_t> changed;
    std::vector<Id<Node>> nodes;
    for (const auto& step : opened.steps)
        for (const auto node : step.changed)
            if (step.standing == StepStanding::old && step.step->follows_text &&
                changed.insert(node.value).second)
                nodes.push_back(node);
    if (nodes.empty()) return {};
    return ui::notice(ui::Tone::warn,
        html("<h2>{}</h2><p>{} {}</p>", visit.words("The text has changed"),
            visit.words("Steps of this assessment were answered about other words. Somebody has to look at "
                        "them again. It is about:"),
            paragraph_links(visit, nodes)));
}

Html facts_view(const Visit& visit, const store::OpenedAssessment& opened) {
    const auto& words = visit.words;
    const auto& one = opened.assessment;
    Html facts =
        html("<dt>{}</dt><dd>{}</dd>", words("What is assessed"), ui::in_language(one.subject, "sv", words));
    std::vector<Id<Node>> nodes;
    for (const auto& paragraph : opened.paragraphs) nodes.push_back(paragraph.node);
    if (!nodes.empty())
        facts += html("<dt>{}</dt><dd>{}</dd>", words("Paragraphs"), paragraph_links(visit, nodes));
    else if (opened.lacks_paragraphs())
        facts += html("<dt>{}</dt><dd>{}</dd>", words("Paragraphs"),
            words("Not said yet, so nobody is told when the text changes"));
    if (!one.role.empty())
        facts +=
            html("<dt>{}</dt><dd>{}</dd>", words("Who sees to it"), ui::in_language(one.role, "sv", words));
    if (one.due) facts += html("<dt>{}</dt><dd>{}</dd>", words("To be done by"), words.day(*one.due));
    facts += html("<dt>{}</dt><dd>{}</dd>", words("Begun"), words.day(visit.site.clock.day(one.begun_at)));
    return html(R"(<dl class="facts">{}</dl><p class="meta">{} {}</p>)", facts,
        words("The template's version {}.", one.version), rules_of(*opened.its_template, words));
}

Html others_view(const Visit& visit, const Assessment& here) {
    Html all;
    for (const auto& one : store::opened_assessments(visit.db, visit.process->id))
        if (one.assessment.number != here.number)
            all += html(R"(<li><a href="{}">{}</a><br>{}</li>)",
                visit.href(address::assessment_page, one.assessment.number),
                one.its_template->title.in(visit.words.language()), whole_view(one, visit.words));
    if (all.empty()) return {};
    return html(R"(<h2>{}</h2><ul class="uses">{}</ul>)", visit.words("Other assessments"), all);
}

Html inspel_link(const Visit& visit, const store::OpenedAssessment& opened) {
    if (!site::open_activity(visit, *visit.process)) return {};
    const auto about = visit.words(
        "About {}: {}", reference(opened.assessment), opened.its_template->title.in(visit.words.language()));
    return html(R"(<p><a class="alone" href="{}">{}</a></p>)",
        with_query(visit.href(address::inspel_form), {{"rubrik", about}}),
        visit.words("Give an inspel about the assessment"));
}

Html main_view(const Visit& visit, const store::OpenedAssessment& opened) {
    auto all = changed_notice(visit, opened);
    all += steps_view(visit, opened, When::before_decision);
    all += conflicts_view(visit, opened);
    all += steps_view(visit, opened, When::at_adoption);
    all += inspel_link(visit, opened);
    all += log_link(visit, openlog::object_named(openlog::ObjectKind::assessment, opened.assessment.number));
    return all;
}

}  // namespace

Response show(const Visit& visit) {
    const auto opened = asked_for(visit);
    if (!opened) return problem(visit, Failure::Kind::not_found);
    const auto& words = visit.words;
    const auto title = opened->its_template->question.in(words.language());
    const auto body = html(R"(
<p class="kicker">{kicker}</p>
<h1>{title}</h1>
<p class="lead">{finding}</p>
<p>{lead}</p>
<div class="sides"><div>{main}</div>
<aside aria-labelledby="om-bedomningen"><h2 id="om-bedomningen">{about}</h2>{facts}{others}</aside></div>
{nav})",
        "kicker"_a = words("Impact assessment") + " " + reference(opened->assessment) + " · " +
                     opened->its_template->title.in(words.language()),
        "title"_a = title, "finding"_a = finding_of(*opened, words),
        "lead"_a = opened->its_template->lead.in(words.language()), "main"_a = main_view(visit, *opened),
        "about"_a = words("About the assessment"), "facts"_a = facts_view(visit, *opened),
        "others"_a = others_view(visit, opened->assessment),
        "nav"_a = region_nav(visit, RegionPage::assessments));
    auto content = process_page(visit, title, body, "forutsattningar");
    content.crumbs = {{visit.href(address::assessments_page), words("Impact assessments")}};
    return page(content, visit);
}

}  // namespace medskapa::web::assessment
