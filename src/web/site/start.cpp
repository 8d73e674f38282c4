#include "web/site/pages.hpp"

#include "store/decision/decision_store.hpp"
#include "store/site/appearance_store.hpp"
#include "store/site/site_store.hpp"
#include "web/document/addresses.hpp"
#include "web/inspel/addresses.hpp"
#include "web/site/addresses.hpp"
#include "web/site/dates.hpp"
#include "web/site/land.hpp"
#include "web/site/open.hpp"
#include "web/site/views.hpp"
#include "web/statistics/note.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/in_language.hpp"
#include "web/ui/pieces.hpp"
#include "web/ui/trail.hpp"

#include <algorithm>
#include <limits>

namespace medskapa::web::site {
namespace {

constexpr int few = 4;

ui::Place place_of(Step::State state) {
    switch (state) {
        case Step::State::done: return ui::Place::done;
        case Step::State::now: return ui::Place::here;
        case Step::State::ahead: break;
    }
    return ui::Place::ahead;
}

Html steps_view(const Visit& visit, const std::vector<Step>& steps) {
    std::vector<ui::Step> shown_steps;
    for (const auto& step : steps) {
        const auto address = visit.href(address::step_page, step.number);
        auto when = shown(step.period, visit.words);
        if (const auto change = shown(step.changed, visit.words); !change.empty()) when += ". " + change;
        if (step.withdrawn) when = taken_out(*step.withdrawn, visit.words);
        shown_steps.push_back({place_of(step.state(visit.today())), visit.in(step.title), when, {}, address,
            step.withdrawn.has_value()});
    }
    return ui::steps(shown_steps, visit.words);
}

const Step* current_step(const std::vector<Step>& steps, Day today) {
    const Step* latest = nullptr;
    for (const auto& step : steps)
        if (step.state(today) == Step::State::now) latest = &step;
    return latest;
}

struct Answer4 {
    std::string question;
    Html big;
    Html small;
};

Html answers_view(const std::vector<Answer4>& answers) {
    return html(R"(
<dl class="answers">{}
</dl>)",
        each(answers, [](const Answer4& a) {
            return html(R"(
  <div><dt>{}</dt><dd class="big">{}</dd><dd class="small">{}</dd></div>)",
                a.question, a.big, a.small);
        }));
}

/// Steps up to this number that have not been taken out of the plan.
std::int64_t how_many_stand(const std::vector<Step>& steps, int last = std::numeric_limits<int>::max()) {
    return std::count_if(
        steps.begin(), steps.end(), [&](const Step& step) { return !step.withdrawn && step.number <= last; });
}

/// Where no step goes on: the two that the day lies between, or the one that comes or has been.
std::string between_steps(const std::vector<Step>& steps, const Visit& visit) {
    const Step* before = nullptr;
    const Step* after = nullptr;
    for (const auto& step : steps) {
        if (step.withdrawn) continue;
        if (step.state(visit.today()) == Step::State::done) before = &step;
        if (step.state(visit.today()) == Step::State::ahead && after == nullptr) after = &step;
    }
    const auto place = [&](const Step* step) { return how_many_stand(steps, step->number); };
    if (before != nullptr && after != nullptr)
        return visit.words("Between steps {} and {}", place(before), place(after));
    if (after != nullptr) return visit.words("Before step {}", place(after));
    return visit.words("All steps are finished");
}

Answer4 where_now(const Visit& visit, const std::vector<Step>& steps) {
    const auto question = visit.words("Where are we now?");
    const auto* now = current_step(steps, visit.today());
    if (now != nullptr)
        return {question, html("{}", visit.in(now->title)),
            html("{}", visit.words("Step {} of {}, {}.", how_many_stand(steps, now->number),
                           how_many_stand(steps), shown(now->period, visit.words)))};
    return {question, html("{}", between_steps(steps, visit)),
        html("{}", visit.words("See the timeline below."))};
}

Answer4 what_can_i_do(const Visit& visit) {
    const auto question = visit.words("What can I do, and until when?");
    if (const auto open = open_activity(visit, *visit.process))
        return {question,
            html(R"(<a href="{}">{}</a>)", visit.href(address::inspel_form), visit.in(open->title)),
            html("{}", window(*open, visit.today(), visit.words))};
    return {question,
        html(R"(<a href="{}">{}</a>)", visit.href(address::inspel_list),
            visit.words("Read what became of it")),
        {}};
}

Html four_answers(const Visit& visit, const std::vector<Step>& steps) {
    const auto& process = *visit.process;
    return answers_view({
        {visit.words("What is being decided, and by whom?"), html("{}", visit.in(process.decided)),
            html("{}", visit.in(process.decided_by))},
        where_now(visit, steps),
        what_can_i_do(visit),
        {visit.words("Who can I ask?"), html("{}", visit.in(process.contact_role)), contact_lines(process)},
    });
}

Html hero(const Visit& visit) {
    const auto& process = *visit.process;
    const auto& question = process.question.empty() ? process.name : process.question;
    return html(R"(
<div class="hero">{land}
  <div class="wrap">
    <h1>{question}</h1>
    <p class="lead">{summary}</p>
    <p class="row">{first} {second}</p>
  </div>
</div>)",
        "land"_a = land(store::site_appearance(visit.db).landscape), "question"_a = visit.in(question),
        "summary"_a = visit.in(process.summary),
        "first"_a = open_activity(visit, process) ? ui::button_link(visit.href(address::inspel_form),
                                                        visit.words("Give an inspel"), ui::Weight::filled)
                                                  : ui::button_link(visit.href(address::documents_page),
                                                        visit.words("Read the text"), ui::Weight::filled),
        "second"_a = ui::button_link(
            visit.href(address::inspel_list), visit.words("Read inspel and answers"), ui::Weight::quiet));
}

/// What is open, with the way to all the rest; where nothing is, the way to a process where something is.
Html open_now(const Visit& visit, const std::vector<Activity>& activities) {
    const auto& words = visit.words;
    const auto today = visit.today();
    const auto open = activity_cards(visit, activities, words("What you can do now"),
        [&](const Activity& activity) { return activity.is_open(today); });
    const auto later = activity_cards(visit, activities, words("Opens later"),
        [&](const Activity& activity) { return is_coming(activity, today); });
    return html(R"({open}{later}<p><a class="alone" href="{href}">{all}</a></p>)",
        "open"_a = open.empty() ? open_elsewhere(visit) : open, "later"_a = later,
        "href"_a = visit.href(address::activities_page), "all"_a = words("All ways to take part"));
}

Html news_list(const Visit& visit, const std::vector<NewsItem>& items) {
    if (items.empty()) return html("<p>{}</p>", visit.words("No news yet."));
    return html(R"(<ul class="plain news">{}</ul>)", each(items, [&](const NewsItem& item) {
        if (item.withdrawn) return Html{};
        return html(R"(
<li><a href="{href}#nyhet-{number}">{title}</a><p class="meta">{day}</p></li>)",
            "href"_a = visit.href(address::news_page), "number"_a = item.id.value,
            "title"_a = visit.in(item.title), "day"_a = visit.words.day(item.day));
    }));
}

Html news_and_calendar(const Visit& visit) {
    const auto& words = visit.words;
    const auto from = visit.site.clock.local(visit.now);
    const auto coming = store::coming_events(visit.db, visit.process->id, from, few);
    const auto calendar =
        coming.empty() ? html("<p>{}</p>", words("No meetings are planned.")) : agenda_view(visit, coming);
    return html(R"(
<div class="sides even apart">
  <section aria-labelledby="nytt"><h2 id="nytt">{news}</h2>{news_list}<p><a class="alone" href="{news_href}">{all_news}</a></p></section>
  <section aria-labelledby="kal"><h2 id="kal">{calendar}</h2>{coming}<p><a class="alone" href="{calendar_href}">{whole_calendar}</a></p></section>
</div>)",
        "news"_a = words("News"),
        "news_list"_a = news_list(visit, store::newest_news(visit.db, visit.process->id, few)),
        "news_href"_a = visit.href(address::news_page), "all_news"_a = words("All news"),
        "calendar"_a = words("Calendar"), "coming"_a = calendar,
        "calendar_href"_a = visit.href(address::calendar_page),
        "whole_calendar"_a = words("The whole calendar"));
}

}  // namespace

Response start(const Visit& visit) {
    const auto steps = store::steps_of(visit.db, visit.process->id);
    const auto activities = store::activities_of(visit.db, visit.process->id);
    const auto body = html(R"({hero}
<div class="wrap">{answers}
  <section aria-labelledby="vagen"><h2 id="vagen">{way}</h2>{steps}</section>{open}{region}{news}
</div>)",
        "hero"_a = hero(visit), "answers"_a = four_answers(visit, steps), "way"_a = visit.words("Timeline"),
        "steps"_a = steps_view(visit, steps), "open"_a = open_now(visit, activities),
        "region"_a = statistics::newest_finding(visit), "news"_a = news_and_calendar(visit));
    auto content = process_page(visit, visit.words("Start"), body, "");
    content.width = ui::Width::free;
    content.is_front = true;
    return page(content, visit);
}

}  // namespace medskapa::web::site
