#include "web/priority/score_card.hpp"

#include "base/text.hpp"
#include "store/priority/priority_store.hpp"
#include "store/statistics/analysis_store.hpp"
#include "web/priority/addresses.hpp"
#include "web/statistics/views.hpp"
#include "web/ui/in_language.hpp"

#include <algorithm>

namespace medskapa::web::priority {
namespace {

using State = Ground::State;

Ground evidence_ground(const Visit& visit, const std::vector<Citation>& citations) {
    const auto stale = std::count_if(citations.begin(), citations.end(),
        [&](const Citation& one) { return statistics::is_stale(visit, one); });
    Ground ground{visit.words("Evidence"), visit.words("no figure"), State::absent};
    if (citations.empty()) return ground;
    ground.what = visit.words.count("{} figure", "{} figures", static_cast<std::int64_t>(citations.size()));
    ground.state = stale > 0 ? State::stale : State::there;
    return ground;
}

Ground meetings_ground(const Words& words, const std::vector<Discovery>& discoveries) {
    Ground ground{words("Meetings where it was tried"), words("no meeting"), State::absent};
    if (discoveries.empty()) return ground;
    const auto sectors = sectors_of(discoveries).size();
    std::int64_t people = 0;
    for (const auto& one : discoveries) people += one.people;
    ground.what = words.count("{} kind of actors", "{} kinds of actors", static_cast<std::int64_t>(sectors));
    if (people > 0) ground.what = words.count("{} person", "{} people", people) + ", " + ground.what;
    ground.state = sectors >= sectors_needed ? State::there : State::partly;
    return ground;
}

Ground mass_ground(const Words& words, const Priority& priority) {
    Ground ground{words("Critical mass"), words("not known"), State::absent};
    if (priority.jobs) {
        ground.what = words.count("{} job", "{} jobs", *priority.jobs);
        ground.state = *priority.jobs >= critical_mass ? State::there : State::partly;
        if (ground.state == State::partly)
            ground.what = words("{}, below {}", ground.what, words.number(critical_mass));
    } else if (!priority.mass.empty()) {
        ground.what = words("in words only");
        ground.state = State::partly;
    }
    return ground;
}

Ground relatedness_ground(
    const Visit& visit, const Priority& priority, const std::vector<Citation>& citations) {
    Ground ground{visit.words("Relatedness"), visit.words("not examined"), State::absent};
    const auto is_of_relatedness = [&](const Citation& one) {
        return store::find_run(visit.db, one.run)->kind == AnalysisRun::Kind::opportunities;
    };
    if (std::any_of(citations.begin(), citations.end(), is_of_relatedness)) {
        ground.what = visit.words("by an analysis");
        ground.state = State::there;
    } else if (!priority.relatedness.empty()) {
        ground.what = visit.words("in words only");
        ground.state = State::partly;
    }
    return ground;
}

Html title_view(const Visit& visit, const Priority& priority, CardTitle title) {
    const auto words = ui::in_language(priority.title, visit.words);
    if (title == CardTitle::is_here) return html("<h2>{}</h2>", visit.words("In short"));
    const auto text = ui::in_language(text::excerpt(priority.text.in(visit.words.language()), 160),
        priority.text.language_in(visit.words.language()).tag(), visit.words);
    return html(R"(<h3><a href="{}">{}</a></h3><p>{}</p>)",
        visit.href(address::priority_page, priority.number), words, text);
}

}  // namespace

std::vector<Ground> grounds_of(const Visit& visit, const Priority& priority) {
    const auto citations = store::citations_of(visit.db, priority.id);
    return {evidence_ground(visit, citations),
        meetings_ground(visit.words, store::discoveries_of(visit.db, priority.id)),
        mass_ground(visit.words, priority), relatedness_ground(visit, priority, citations)};
}

std::vector<std::string> objections_of(const Priority& priority) {
    std::vector<std::string> lines;
    for (const auto& line : text::split(priority.objections, '\n'))
        if (auto words = text::one_line(line); !words.empty()) lines.push_back(std::move(words));
    return lines;
}

Html state_view(State state, const Words& words) {
    switch (state) {
        case State::there: return html(R"(<span class="state met">{}</span>)", words("There"));
        case State::partly: return html(R"(<span class="state partly">{}</span>)", words("Partly"));
        case State::stale: return html(R"(<span class="state old">{}</span>)", words("Needs a look"));
        case State::absent: break;
    }
    return html(R"(<span class="state gone">{}</span>)", words("Missing"));
}

Html score_card(const Visit& visit, const Priority& priority, CardTitle title) {
    const auto& words = visit.words;
    const auto objections = objections_of(priority).size();
    const auto grounds = grounds_of(visit, priority);
    return html(R"(
<article class="score">{title}<dl class="grounds">{grounds}</dl><p class="verdict"><b>{against}</b>{objections}</p></article>)",
        "title"_a = title_view(visit, priority, title),
        "grounds"_a = each(grounds,
            [&](const Ground& ground) {
                return html(R"(<div><dt>{}<br><span class="meta">{}</span></dt><dd>{}</dd></div>)",
                    ground.name, ground.what, state_view(ground.state, words));
            }),
        "against"_a = words("What speaks against it"),
        "objections"_a = objections == 0 ? words("Nothing is written down")
                                         : words.count("{} objection", "{} objections",
                                               static_cast<std::int64_t>(objections)));
}

}  // namespace medskapa::web::priority
