#include "web/assessment/views.hpp"

#include "store/document/document_store.hpp"
#include "store/document/trace_store.hpp"
#include "web/checklist/views.hpp"
#include "web/document/addresses.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace medskapa::web::assessment {
namespace {

using When = AssessmentStep::When;

const char* sign_of(StepStanding standing) {
    switch (standing) {
        case StepStanding::met: return "met";
        case StepStanding::not_relevant: return "na";
        case StepStanding::old: return "old";
        case StepStanding::stopped:
        case StepStanding::missing: break;
    }
    return "gone";
}

Html state(const char* sign, const std::string& word) {
    return html(R"(<span class="state {}">{}</span>)", sign, word);
}

std::int64_t count_of(const store::OpenedAssessment& opened, StepStanding standing) {
    return static_cast<std::int64_t>(opened.count_of(standing, When::before_decision));
}

}  // namespace

Html standing_view(StepStanding standing, const Words& words) {
    return state(sign_of(standing), shown(standing, words));
}

Html whole_view(const store::OpenedAssessment& opened, const Words& words) {
    for (const auto worst : {StepStanding::stopped, StepStanding::old})
        if (count_of(opened, worst) > 0) return standing_view(worst, words);
    if (opened.is_done()) return standing_view(StepStanding::met, words);
    return state("partly", words("Begun"));
}

std::string finding_of(const store::OpenedAssessment& opened, const Words& words) {
    const auto done = count_of(opened, StepStanding::met) + count_of(opened, StepStanding::not_relevant);
    const auto old = count_of(opened, StepStanding::old);
    const auto stopped = count_of(opened, StepStanding::stopped);
    const auto missing = count_of(opened, StepStanding::missing);
    auto text = words("{} of {} steps are done.", done, done + old + stopped + missing);
    if (stopped > 0) text += " " + words.count("{} step says stop.", "{} steps say stop.", stopped);
    if (old > 0)
        text += " " + words.count("{} must be done again, since the text or the data has changed.",
                          "{} must be done again, since the text or the data has changed.", old);
    if (missing > 0) text += " " + words.count("{} is missing.", "{} are missing.", missing);
    const auto unweighed = std::count_if(opened.conflicts.begin(), opened.conflicts.end(),
        [](const GoalConflict& one) { return one.weighing.empty(); });
    if (unweighed > 0)
        text += " " + words.count("{} goal conflict is not weighed.", "{} goal conflicts are not weighed.",
                          static_cast<std::int64_t>(unweighed));
    return text;
}

std::string title_of(const AssessmentStep& step, const Words& words) {
    return step.code + ". " + step.title.in(words.language());
}

std::string shown_role(const std::string& role, const Words& words) {
    Role its{};
    return find_name<Role>(role, its) ? shown(its, words) : words("the site's operator");
}

Html ground_of(const Visit& visit, const StepAnswer& answer) {
    const auto& words = visit.words;
    const auto day = words.day(visit.site.clock.day(answer.answered_at));
    const auto who = shown_role(answer.role, words);
    return html("{}{}{}",
        answer.is_looked_at ? words("Looked at {} by {}, and it still holds", day, who)
                            : words("Answered {} by {}", day, who),
        answer.day ? html(" · {}", words("done {}", words.day(*answer.day))) : Html{},
        checklist::evidence_links(visit, answer.evidence));
}

Html changed_view(const Visit& visit, const store::OpenedStep& step) {
    const auto& words = visit.words;
    Html all;
    if (step.step->follows_text && !step.changed.empty())
        all += html(
            R"(<p class="meta">{} {}</p>)", words("Changed since:"), paragraph_links(visit, step.changed));
    if (!step.replaced.empty())
        all += html(R"(<p class="meta">{}{}</p>)", words("Its data has been replaced since"),
            checklist::evidence_links(visit, fmt::format("{}", fmt::join(step.replaced, "\n"))));
    return all;
}

Html paragraph_links(const Visit& visit, const std::vector<Id<Node>>& nodes) {
    Html all;
    for (const auto node : nodes) {
        const auto known = store::find_node(visit.db, node);
        if (!known) continue;
        const auto& code = known->node.code;
        if (!all.empty()) all += html(", ");
        // one that no frozen version has had is its writers' alone, and so is its code
        all += store::is_public(visit.db, node)
                   ? html(R"(<a href="{}">{}</a>)", visit.href(address::paragraph_page, code), code)
                   : html("{}", visit.words("a paragraph that is being written"));
    }
    return all;
}

std::string rules_of(const AssessmentTemplate& its, const Words& words) {
    auto text = its.valid_to
                    ? words("Valid from {} to {}.", words.day(its.valid_from), words.day(*its.valid_to))
                    : words("Valid from {}.", words.day(its.valid_from));
    text += " " + words("Source: {}.", its.source);
    if (its.is_to_verify) text += " " + words("To verify before it is quoted as law.");
    return text;
}

}  // namespace medskapa::web::assessment
