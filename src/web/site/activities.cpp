#include "store/inspel/inspel_store.hpp"
#include "store/referral/referral_store.hpp"
#include "store/site/site_store.hpp"
#include "web/conversation/addresses.hpp"
#include "web/document/addresses.hpp"
#include "web/inspel/addresses.hpp"
#include "web/markup/markdown.hpp"
#include "web/referral/addresses.hpp"
#include "web/site/addresses.hpp"
#include "web/site/dates.hpp"
#include "web/site/pages.hpp"
#include "web/site/views.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/pieces.hpp"

#include <algorithm>

namespace medskapa::web::site {
namespace {

using ui::button_link;
using ui::Weight;

/// What to write with, by what the activity is for.
std::string invitation(const Visit& visit, Activity::Kind kind) {
    const auto& words = visit.words;
    switch (kind) {
        case Activity::Kind::questions: return words("Ask your question");
        case Activity::Kind::workshop: return words("Send in what your workshop arrived at");
        case Activity::Kind::project_report: return words("Send in your report");
        default: return words("Give an inspel");
    }
}

Html opinion_ways(const Visit& visit, const Activity& activity) {
    const auto vote = activity.is_open(visit.today())
                          ? button_link(visit.href(address::conversation_page, activity.slug),
                                visit.words("Vote on statements"), Weight::filled)
                          : Html{};
    return html("{} {}", vote,
        button_link(visit.href(address::result_page, activity.slug), visit.words("See the opinion map"),
            Weight::quiet));
}

Html referral_ways(const Visit& visit) {
    if (store::referrals_of(visit.db, visit.process->id).empty())
        return html(
            "{}", visit.words("The text has not been sent out yet. Anybody may answer, invited or not."));
    return button_link(
        visit.href(address::newest_referral), visit.words("The letter and the answers"), Weight::filled);
}

/// What came in during the activity's step, for those who read afterwards.
Html what_came_in(const Visit& visit, const Activity& activity) {
    for (const auto& step : store::steps_of(visit.db, visit.process->id))
        if (step.id == activity.step)
            return button_link(
                with_query(visit.href(address::inspel_list), {{"steg", std::to_string(step.number)}}),
                visit.words("Read what came in"), Weight::quiet);
    return {};
}

/// What can be done in the activity, and where its result is read.
Html ways_on(const Visit& visit, const Activity& activity) {
    const bool is_open = activity.is_open(visit.today());
    const auto text =
        button_link(visit.href(address::documents_page), visit.words("Read the text"), Weight::quiet);
    switch (activity.kind) {
        case Activity::Kind::opinion: return opinion_ways(visit, activity);
        case Activity::Kind::referral: return referral_ways(visit);
        case Activity::Kind::meeting:
            return button_link(visit.href(address::calendar_page),
                visit.words("Days and places in the calendar"), Weight::filled);
        case Activity::Kind::proofreading: return text;
        default: break;
    }
    if (!is_open) return is_coming(activity, visit.today()) ? Html{} : what_came_in(visit, activity);
    if (!activity.takes_inspel()) return {};
    return html("{} {}",
        button_link(with_query(visit.href(address::inspel_form), {{"aktivitet", activity.slug}}),
            invitation(visit, activity.kind), Weight::filled),
        when(activity.kind == Activity::Kind::inspel, text));
}

}  // namespace

bool is_coming(const Activity& activity, Day today) {
    return !activity.withdrawn && activity.opens && today < *activity.opens;
}

Html activity_card(const Visit& visit, const Activity& activity) {
    return ui::card({.href = visit.href(address::activity_page, activity.slug),
        .title = visit.in(activity.title),
        .text = html("{}", visit.in(activity.text)),
        .until = window(activity, visit.today(), visit.words),
        .meta = shown(activity.changed, visit.words),
        .is_open = activity.is_open(visit.today())});
}

Html activity_cards(const Visit& visit, const std::vector<Activity>& activities, const std::string& heading,
    const std::function<bool(const Activity&)>& wanted) {
    Html cards;
    for (const auto& activity : activities)
        if (wanted(activity)) cards += activity_card(visit, activity);
    return cards.empty() ? cards : html("<section><h2>{}</h2>{}</section>", heading, ui::grid(cards));
}

Response activities(const Visit& visit) {
    const auto all = store::activities_of(visit.db, visit.process->id);
    const auto today = visit.today();
    const auto& words = visit.words;
    const auto open = activity_cards(
        visit, all, words("Open now"), [&](const Activity& activity) { return activity.is_open(today); });
    const auto body = html("<h1>{title}</h1><p class=\"lead\">{lead}</p>{open}{later}{closed}",
        "title"_a = words("Take part"),
        "lead"_a = words("All ways to take part: open now, coming and closed."),
        "open"_a = open.empty() ? html("<p>{}</p>", words("Nothing is open right now.")) : open,
        "later"_a = activity_cards(visit, all, words("Opens later"),
            [&](const Activity& activity) { return is_coming(activity, today); }),
        "closed"_a = activity_cards(visit, all, words("Closed"), [&](const Activity& activity) {
            return !activity.is_open(today) && !is_coming(activity, today);
        }));
    return answer(visit, words("Take part"), body, "delta");
}

Response activity(const Visit& visit) {
    const auto found = store::activity_named(visit.db, visit.process->id, visit.path.at("activity"));
    if (!found) return problem(visit, Failure::Kind::not_found);
    const auto ways = ways_on(visit, *found);
    const auto change = shown(found->changed, visit.words);
    const auto body = html(R"(
<h1>{title}</h1><p class="meta"><span class="until">{window}</span></p>{change}{text}{ways}
<h2>{contact}</h2><p>{role}<br>{lines}</p>)",
        "title"_a = visit.in(found->title), "window"_a = window(*found, visit.today(), visit.words),
        "change"_a = change.empty() ? Html{} : html("<p class=\"changed\">{}</p>", change),
        "text"_a = text_of(visit, found->text),
        "ways"_a = ways.empty() ? ways : html(R"(<p class="row">{}</p>)", ways),
        "contact"_a = visit.words("Who can I ask?"), "role"_a = visit.in(visit.process->contact_role),
        "lines"_a = contact_lines(*visit.process));
    return answer(visit, visit.in(found->title), body, "delta",
        {{visit.href(address::start_page), visit.words("Start")},
            {visit.href(address::activities_page), visit.words("Take part")}});
}

}  // namespace medskapa::web::site
