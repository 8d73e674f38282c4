#include "web/site/pages.hpp"

#include "store/decision/decision_store.hpp"
#include "store/site/site_store.hpp"
#include "web/site/dates.hpp"
#include "web/site/open.hpp"
#include "web/site/views.hpp"
#include "web/ui/form.hpp"
#include "web/ui/pieces.hpp"
#include "web/ui/said.hpp"
#include "web/ui/table.hpp"
#include "web/ui/trail.hpp"

#include <algorithm>

namespace medskapa::web::site {
namespace {

constexpr int few = 4;

Html land() {
    return html(R"svg(
  <svg class="land" viewBox="0 0 1440 240" preserveAspectRatio="xMaxYMax slice" aria-hidden="true">
    <circle class="sun" cx="1210" cy="60" r="42"/>
    <path class="far" d="M0 148 L130 126 220 142 340 102 450 124 560 94 660 120 780 82 870 102 950 60 1020 30 1050 24 1090 42 1140 36 1200 72 1270 60 1350 90 1440 76V240H0z"/>
    <path class="mid" d="M0 178 Q150 144 300 166 T570 152 T810 136 Q910 108 995 86 T1190 110 T1440 114V240H0z"/>
    <path class="near" d="M0 208 Q190 174 390 196 T770 182 Q970 148 1140 148 T1440 162V240H0z"/>
    <path class="page" d="M0 228 Q250 206 530 222 T1010 208 Q1230 190 1440 204V241H0z"/>
  </svg>)svg");
}

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
        const auto address = visit.process_href("/steg/" + std::to_string(step.number));
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

Answer4 where_now(const Visit& visit, const std::vector<Step>& steps) {
    const auto question = visit.words("Where are we now?");
    const auto* now = current_step(steps, visit.today());
    if (now != nullptr)
        return {question, html("{}", visit.in(now->title)),
            html("{}", visit.words("Step {} of {}, {}.", now->number, steps.size(),
                           shown(now->period, visit.words)))};
    return {question, html("{}", visit.words("Between two steps")),
        html("{}", visit.words("See the way to the decision below."))};
}

Answer4 what_can_i_do(const Visit& visit) {
    const auto question = visit.words("What can I do, and until when?");
    if (const auto open = open_activity(visit, *visit.process))
        return {question,
            html(R"(<a href="{}">{}</a>)", visit.process_href("/inspel/nytt"), visit.in(open->title)),
            html("{}", window(*open, visit.today(), visit.words))};
    return {question,
        html(R"(<a href="{}">{}</a>)", visit.process_href("/inspel"), visit.words("Read what became of it")),
        {}};
}

Html four_answers(const Visit& visit, const std::vector<Step>& steps) {
    const auto& process = *visit.process;
    return answers_view({
        {visit.words("What is decided, and by whom?"), html("{}", visit.in(process.decided)),
            html("{}", visit.in(process.decided_by))},
        where_now(visit, steps),
        what_can_i_do(visit),
        {visit.words("Whom can I ask?"), html("{}", visit.in(process.contact_role)), contact_lines(process)},
    });
}

Html hero(const Visit& visit) {
    const auto& process = *visit.process;
    const auto& question = process.question.sv.empty() ? process.name : process.question;
    return html(R"(
<div class="hero">{}
  <div class="wrap">
    <h1>{}</h1>
    <p class="lead">{}</p>
    <p class="row">{} {}</p>
  </div>
</div>)",
        land(), visit.in(question), visit.in(process.summary),
        open_activity(visit, process) ? ui::button_link(visit.process_href("/inspel/nytt"),
                                            visit.words("Give an inspel"), ui::Weight::filled)
                                      : ui::button_link(visit.process_href("/dokument"),
                                            visit.words("Read the text"), ui::Weight::filled),
        ui::button_link(
            visit.process_href("/inspel"), visit.words("Read inspel and answers"), ui::Weight::quiet));
}

/// What is open, with the way to all the rest; where nothing is, the way to a process where something is.
Html open_now(const Visit& visit, const std::vector<Activity>& activities) {
    const auto& words = visit.words;
    const auto today = visit.today();
    const auto open = activity_cards(visit, activities, words("What you can do now"),
        [&](const Activity& activity) { return activity.is_open(today); });
    const auto later = activity_cards(visit, activities, words("Opens later"),
        [&](const Activity& activity) { return is_coming(activity, today); });
    return html(R"({}{}<p><a class="alone" href="{}">{}</a></p>)",
        open.empty() ? open_elsewhere(visit) : open, later, visit.process_href("/aktiviteter"),
        words("All ways to take part"));
}

Html news_list(const Visit& visit, const std::vector<NewsItem>& items) {
    if (items.empty()) return html("<p>{}</p>", visit.words("No news yet."));
    return html(R"(<ul class="plain news">{}</ul>)", each(items, [&](const NewsItem& item) {
        if (item.withdrawn) return Html{};
        return html(R"(
<li><a href="{}#nyhet-{}">{}</a><p class="meta">{}</p></li>)",
            visit.process_href("/nyheter"), item.id.value, visit.in(item.title), visit.words.day(item.day));
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
  <section aria-labelledby="nytt"><h2 id="nytt">{}</h2>{}<p><a class="alone" href="{}">{}</a></p></section>
  <section aria-labelledby="kal"><h2 id="kal">{}</h2>{}<p><a class="alone" href="{}">{}</a></p></section>
</div>)",
        words("News"), news_list(visit, store::newest_news(visit.db, visit.process->id, few)),
        visit.process_href("/nyheter"), words("All news"), words("Calendar"), calendar,
        visit.process_href("/kalender"), words("The whole calendar"));
}

/// What is to be known of a process before it is opened: what can be done there, else what was decided.
ui::Card process_card(const Visit& visit, const Process& process) {
    ui::Card card{.href = visit.href("/processer/" + process.slug),
        .title = visit.in(process.name),
        .text = html("{}", visit.in(process.summary))};
    if (const auto activity = open_activity(visit, process)) {
        card.is_open = true;
        card.until = visit.words("Open for inspel") + ". " + window(*activity, visit.today(), visit.words);
    } else if (const auto decisions = store::decisions_of(visit.db, process.id); !decisions.empty()) {
        card.until = visit.words("Decided {}", visit.words.day(decisions.back().decided_on));
    }
    return card;
}

Html process_cards(const Visit& visit) {
    Html open;
    Html others;
    for (const auto& process : store::processes(visit.db)) {
        const auto card = process_card(visit, process);
        (card.is_open ? open : others) += ui::card(card);
    }
    open += others;
    return ui::grid(open);
}

Html facts_view(const Visit& visit) {
    if (visit.process->facts.empty()) return {};
    return html("<dl>{}</dl>", each(visit.process->facts, [&](const Fact& fact) {
        return html("<dt>{}</dt><dd>{}</dd>", visit.in(fact.question), visit.in(fact.answer));
    }));
}

Html body_view(const Visit& visit, const Body& body) {
    const auto& words = visit.words;
    ui::Table table{.caption = words("Seats: {}", visit.in(body.title)),
        .caption_is = ui::Caption::for_listeners,
        .columns = {{words("Role")}, {words("Organisation")}, {words("Time")}},
        .rows = {}};
    for (const auto& seat : body.seats)
        table.rows.push_back({ui::said(seat.role, "sv", words), ui::said(seat.organisation, "sv", words),
            html("{}", seat.to ? words.days(seat.from, *seat.to) : words("since {}", words.day(seat.from)))});
    return html("<section><h2>{}</h2>{}</section>", ui::said(body.title, words),
        body.seats.empty() ? html("<p>{}</p>", words("No seats are written down.")) : ui::table(table));
}

/// Whether nobody sits in it any longer.
bool has_ended(const Body& body, Day today) {
    return !body.seats.empty() && std::all_of(body.seats.begin(), body.seats.end(),
                                      [&](const Seat& seat) { return seat.to && *seat.to < today; });
}

}  // namespace

namespace {

/// Where everything here is an example, nobody may take it for what a region has decided.
Html example_notice(const Visit& visit) {
    const auto processes = store::processes(visit.db);
    const bool is_example = !processes.empty() && std::all_of(processes.begin(), processes.end(),
                                                      [](const Process& p) { return p.is_example; });
    if (!is_example) return {};
    return ui::notice(ui::Tone::info,
        html("<p>{}</p>",
            visit.words(
                "This is a demonstration: inspel, answers and decisions are invented, also where they "
                "bear a real body's name.")));
}

}  // namespace

Response front(const Visit& visit) {
    const auto& words = visit.words;
    const auto body = html(R"(
<h1>{}</h1>
<p class="lead">{}</p>{}<h2 class="vh">{}</h2>{})",
        words("Write the strategy together"),
        words("Here everyone can follow how the region's strategy is written, say what they think and see "
              "what became of it."),
        example_notice(visit), words("Processes"), process_cards(visit));
    auto content = houses_page(visit, words("Processes"), body);
    content.other_language = words.language() == Language::sv ? "/en" : "/";
    return page(content, visit);
}

Response start(const Visit& visit) {
    const auto steps = store::steps_of(visit.db, visit.process->id);
    const auto activities = store::activities_of(visit.db, visit.process->id);
    const auto body = html(R"({}
<div class="wrap">{}
  <section aria-labelledby="vagen"><h2 id="vagen">{}</h2>{}</section>{}{}
</div>)",
        hero(visit), four_answers(visit, steps), visit.words("The way to the decision"),
        steps_view(visit, steps), open_now(visit, activities), news_and_calendar(visit));
    auto content = process_page(visit, visit.words("Start"), body, "");
    content.width = ui::Width::free;
    content.is_front = true;
    return page(content, visit);
}

Response about(const Visit& visit) {
    const auto& words = visit.words;
    const auto& process = *visit.process;
    const auto hashtag =
        process.hashtag.empty() ? Html{} : html("<p>{} {}</p>", words("Hashtag:"), process.hashtag);
    const auto body = html("<h1>{}</h1><p class=\"lead\">{}</p>{}{}{}{}{}", words("About the process"),
        visit.in(process.summary), section_of(words("What is decided, and by whom"), facts_view(visit)),
        section_of(words("What the law asks for"), text_of(visit, process.law)),
        section_of(words("How we work"), text_of(visit, process.method)),
        section_of(words("What happens to what you write"), text_of(visit, process.handling)), hashtag);
    return answer(visit, words("About the process"), body, "om");
}

Response step(const Visit& visit) {
    const auto steps = store::steps_of(visit.db, visit.process->id);
    const auto number = Visit::number(visit.path.at("number"));
    const auto found = std::find_if(
        steps.begin(), steps.end(), [&](const Step& s) { return number && s.number == *number; });
    if (found == steps.end()) return problem(visit, Failure::Kind::not_found);

    const auto cards = activity_cards(visit, store::activities_of(visit.db, visit.process->id),
        visit.words("Ways to take part in this step"),
        [&](const Activity& activity) { return activity.step == found->id; });
    const auto change = shown(found->changed, visit.words);
    const auto body = html("<h1>{}</h1><p class=\"meta\">{}</p>{}{}{}", visit.in(found->title),
        shown(found->period, visit.words),
        found->withdrawn
            ? ui::notice(ui::Tone::warn, html("<p>{}</p>", taken_out(*found->withdrawn, visit.words)))
        : change.empty() ? Html{}
                         : html("<p class=\"changed\">{}</p>", change),
        text_of(visit, found->text), cards);
    return answer(visit, visit.in(found->title), body, "-", {{visit.process_href(), visit.words("Start")}});
}

Response news(const Visit& visit) {
    const auto items = store::newest_news(visit.db, visit.process->id, 200);
    const auto body = html("<h1>{}</h1>{}", visit.words("News"), each(items, [&](const NewsItem& item) {
        return html(R"(
<article id="nyhet-{}"><h2>{}</h2><p class="meta"><time datetime="{}">{}</time></p>{}</article>)",
            item.id.value, visit.in(item.title), time::iso(item.day), visit.words.day(item.day),
            item.withdrawn ? html("<p class=\"changed\">{}</p>",
                                 visit.words("Withdrawn {}: {}", visit.words.day(item.withdrawn->at),
                                     item.withdrawn->reason))
                           : text_of(visit, item.text));
    }));
    return answer(visit, visit.words("News"), body, "nyheter");
}

Response organisation(const Visit& visit) {
    const auto& words = visit.words;
    Html now;
    Html before;
    for (const auto& body : store::bodies_of(visit.db, visit.process->id))
        (has_ended(body, visit.today()) ? before : now) += body_view(visit, body);
    const auto body = html("<h1>{}</h1><p class=\"lead\">{}</p>{}{}", words("Organisation"),
        words("Those who decide, prepare and lead the work, by role and organisation."), now,
        before.empty() ? before : html("<h2>{}</h2>{}", words("Before"), before));
    return answer(visit, words("Organisation"), body, "organisation");
}

}  // namespace medskapa::web::site
