#include "web/assessment/note.hpp"

#include "store/assessment/assessment_store.hpp"
#include "store/plan/gaps.hpp"
#include "web/assessment/addresses.hpp"
#include "web/assessment/views.hpp"
#include "web/ui/in_language.hpp"

#include <algorithm>

namespace medskapa::web::assessment {
namespace {

using Kind = AssessmentGap::Kind;

/// Of a kind that no version is valid of any more.
std::string last_name_of(const AssessmentTemplates& all, const std::string& kind, const Words& words) {
    const auto last = std::find_if(
        all.rbegin(), all.rend(), [&](const AssessmentTemplate& one) { return one.code == kind; });
    return last == all.rend() ? kind : last->title.in(words.language());
}

std::string step_title(const Visit& visit, const AssessmentGap& gap) {
    const auto found = store::assessment_numbered(visit.db, visit.process->id, gap.assessment);
    const auto* its =
        found ? template_of_version(all_assessment_templates(), found->kind, found->version) : nullptr;
    const auto* step = its ? its->step(gap.step) : nullptr;
    return step ? title_of(*step, visit.words) : gap.step;
}

std::string sentence_of(const Visit& visit, const AssessmentGap& gap) {
    const auto& words = visit.words;
    const auto name = name_of_kind(visit, gap.assessment_kind);
    switch (gap.kind) {
        case Kind::not_begun: return words("{}: promised in the plan, and nobody has begun", name);
        case Kind::unanswered: return words("{}: no answer to \"{}\"", name, step_title(visit, gap));
        case Kind::old:
            return words("{}: the text or the data has changed since \"{}\"", name, step_title(visit, gap));
        case Kind::unlinked:
            return words(
                "{}: does not say which paragraphs it is about, so its answers would never be checked again",
                name);
        case Kind::stopped: return words("{}: \"{}\" says stop", name, step_title(visit, gap));
        case Kind::unweighed: break;
    }
    return words("{}: the goal conflict \"{}\" has not been weighed", name, gap.step);
}

std::string href_of(const Visit& visit, const AssessmentGap& gap, LeadsTo leads_to) {
    if (leads_to == LeadsTo::page)
        return gap.assessment == 0 ? visit.href(address::assessments_page)
               : gap.kind == Kind::unweighed
                   ? visit.href(address::assessment_page, gap.assessment) + "#malkonflikter"
               : gap.kind == Kind::unlinked
                   ? visit.href(address::assessment_page, gap.assessment)
                   : visit.href(address::assessment_page, gap.assessment) + "#steg-" + gap.step;
    if (gap.assessment == 0) return visit.href(address::edit_assessment, "ny");
    if (gap.kind == Kind::unweighed || gap.kind == Kind::unlinked)
        return visit.href(address::edit_assessment, gap.assessment);
    return visit.href(address::answer_step, gap.assessment, gap.step);
}

}  // namespace

Html gaps_view(const Visit& visit, const std::vector<AssessmentGap>& gaps, LeadsTo leads_to) {
    if (gaps.empty()) return {};
    return html("<ul>{}</ul>", each(gaps, [&](const AssessmentGap& gap) {
        return html(
            R"(<li><a href="{}">{}</a></li>)", href_of(visit, gap, leads_to), sentence_of(visit, gap));
    }));
}

Html gaps_before_decision(const Visit& visit) {
    const auto gaps = store::gaps_before_decision(visit.db, visit.process->id);
    if (gaps.empty()) return {};
    const bool may_write = authorize(visit.actor(), Action::edit_text, visit.process->id);
    return html(R"(
<section><h2>{}</h2>{}</section>)",
        visit.words("What the impact assessments lack"),
        gaps_view(visit, gaps, may_write ? LeadsTo::desk : LeadsTo::page));
}

Html gaps_at_adoption(const Visit& visit) {
    const auto gaps = store::gaps_at_adoption(visit.db, visit.process->id);
    if (gaps.empty()) return {};
    return html(R"(<p>{}</p>{})",
        visit.words("What the assessments had to say when the strategy was adopted, and do not say yet:"),
        gaps_view(visit, gaps, LeadsTo::page));
}

Html kind_view(const Visit& visit, const std::string& kind) {
    Html all;
    for (const auto& one : store::assessments_of(visit.db, visit.process->id)) {
        if (one.kind != kind) continue;
        all += html(R"({break}{whole} <a href="{href}">{reference}</a>)",
            "break"_a = when(!all.empty(), html("<br>")),
            "whole"_a = whole_view(store::opened(visit.db, one), visit.words),
            "href"_a = visit.href(address::assessment_page, one.number), "reference"_a = reference(one));
    }
    if (all.empty()) return html(R"(<span class="state gone">{}</span>)", visit.words("Not begun"));
    return all;
}

std::string name_of_kind(const Visit& visit, const std::string& kind) {
    const auto& all = all_assessment_templates();
    const auto* its = template_on(all, kind, visit.today());
    return its ? its->title.in(visit.words.language()) : last_name_of(all, kind, visit.words);
}

Html about_paragraph(const Visit& visit, Id<Node> node) {
    const auto found = store::assessments_about(visit.db, node);
    if (found.empty()) return {};
    return html(R"(
<section><h2>{}</h2><ul class="plain">{}</ul></section>)",
        visit.words("Impact assessments of it"), each(found, [&](const Assessment& one) {
            return html(R"(<li><a href="{href}">{name}</a> {whole}</li>)",
                "href"_a = visit.href(address::assessment_page, one.number),
                "name"_a = reference(one) + " " + name_of_kind(visit, one.kind),
                "whole"_a = whole_view(store::opened(visit.db, one), visit.words));
        }));
}

Html citing(const Visit& visit, const std::string& reference) {
    const auto found = store::assessments_citing(visit.db, visit.process->id, reference);
    if (found.empty()) return {};
    return html(R"(
<section><h2>{}</h2><ul class="plain">{}</ul></section>)",
        visit.words("Impact assessments that cite it"), each(found, [&](const Assessment& one) {
            return html(R"(<li><a href="{}">{} {}</a></li>)",
                visit.href(address::assessment_page, one.number), medskapa::reference(one),
                name_of_kind(visit, one.kind));
        }));
}

}  // namespace medskapa::web::assessment
