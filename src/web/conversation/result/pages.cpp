#include "web/conversation/result/pages.hpp"
#include "store/conversation/opinion_result_json.hpp"
#include "web/conversation/result/sections.hpp"
#include "web/frame/log_link.hpp"
#include "web/ui/form.hpp"
#include "web/ui/pieces.hpp"
#include "web/ui/table.hpp"

#include <algorithm>

namespace medskapa::web::conversation::result {
namespace {

Html uncertainty_notice(const Context& context) {
    if (!context.result().is_uncertain) return {};
    return ui::notice(ui::Tone::warn,
        html("<p>{}</p>",
            context.visit.words(
                "The groups are uncertain: they change when we recount on votes drawn at random. "
                "What unites is surer than where the borders go.")));
}

Html history_form(const Context& context) {
    const auto& words = context.visit.words;
    const auto days = store::days_with_snapshot(context.visit.db, context.conversation.activity.id);
    if (days.size() < 2) return {};
    const auto option = [&](Day day) {
        return html(R"(<option value="{}"{}>{}</option>)", time::iso(day),
            when(day == context.snapshot.day, html(" selected")), words.day(day));
    };
    return html(R"(
<form class="filter" method="get"><div><label for="dag">{}</label><select id="dag" name="dag">{}</select></div><button class="btn quiet" type="submit">{}</button></form>)",
        words("The map as it was"), each(days, option), words("Show"));
}

Html figure(const Context& context, std::optional<OpinionResult::Point> me) {
    const auto& words = context.visit.words;
    const auto& result = context.result();
    return html(R"(
<figure class="chart" aria-labelledby="karta-r">
  <figcaption><h2 id="karta-r">{}</h2></figcaption>{}{}
  <p class="source">{} {} <a href="{}">{}</a></p>
</figure>)",
        result.groups.size() < 2
            ? words("No groups that hold: people agree across the board, or differ each in their own way")
            : words.count("{} group of opinion", "{} groups of opinion",
                  static_cast<std::int64_t>(result.groups.size())),
        map_view(result, context.names, me, words), map_key(result, context.names, words),
        words.count("Each mark is about {} person.", "Each mark is about {} people.", result.people_a_mark),
        words("Dashed line: nine in ten of the group stand inside. Counted {}; the same votes always give "
              "the same map.",
            words.moment(context.visit.site.clock.local(context.snapshot.drawn_at))),
        conversation_href(context.visit, context.conversation.activity, "/resultat.json"),
        words("Fetch the figures"));
}

Html how_to_read(const Context& context) {
    const auto& words = context.visit.words;
    return html(R"(
<aside aria-labelledby="las"><h2 id="las">{}</h2><p>{}</p>
<details class="more"><summary>{}</summary><p>{}</p></details>
<details class="more"><summary>{}</summary><p>{}</p></details>
<details class="more"><summary>{}</summary>{}</details>{}</aside>)",
        words("How to read the map"),
        words("No group is right or wrong, and none is an association or a party. The computer only sees who "
              "often voted alike."),
        words("How sure is the picture?"),
        words("When we recount on votes drawn at random, the groups agree to {} of 100 with those shown, "
              "where 0 is chance.",
            std::max(0, static_cast<int>(context.result().agreement * 100))),
        words("Who may be seen?"),
        words("A group, and a group's votes on a statement, are shown from {} people. Nobody's own votes can "
              "be seen.",
            OpinionResult::fewest_shown),
        words("What stands out?"), flagged_section(context), history_form(context));
}

Html lead(const Context& context) {
    const auto& words = context.visit.words;
    return html("{} {} {} {}",
        words.count("{} person has voted.", "{} people have voted.", context.result().participants),
        words.count(
            "{} vote on statements in all.", "{} votes on statements in all.", context.result().votes),
        when(context.conversation.takes_votes(context.visit.today()),
            html("{}",
                words("New votes show here once {} more people have voted.", OpinionResult::fewest_shown))),
        words("Those who voted alike stand near each other. Distance means something; up, down, left and "
              "right do not."));
}

Html links(const Visit& visit, const ActivityConversation& conversation) {
    return html(R"(<p class="row">{} <a href="{}">{}</a> <a href="{}">{}</a></p>)",
        when(conversation.takes_votes(visit.today()),
            ui::button_link(conversation_href(visit, conversation.activity, "/pastaenden"),
                visit.words("Vote on statements"), ui::Weight::filled)),
        conversation_href(visit, conversation.activity, "/resultat/jag"), visit.words("Where am I?"),
        conversation_href(visit, conversation.activity, "/granskning"),
        visit.words("How statements are read"));
}

Response nothing_yet(const Visit& visit, const ActivityConversation& conversation) {
    const auto body = html("<h1>{}</h1><p class=\"lead\">{}</p>{}", visit.words("The opinion map"),
        visit.words(
            "The map is shown when {} people have voted and it has been drawn.", OpinionResult::fewest_shown),
        links(visit, conversation));
    auto content = process_page(visit, visit.words("The opinion map"), body, "delta");
    content.crumbs = crumbs(visit, conversation);
    return page(content, visit);
}

Html example_notice(const Visit& visit) {
    if (!visit.process->is_example) return {};
    return ui::notice(ui::Tone::info,
        html("<p>{}</p>", visit.words("This is an example: the votes are made up by the computer.")));
}

Response result_page(const Context& context, const Html& above, std::optional<OpinionResult::Point> me) {
    const auto& words = context.visit.words;
    const auto body = html(R"(
<h1>{}</h1>
<p class="lead">{}</p>{}{}
<div class="sides">{}{}</div>
{})",
        words("The opinion map"), lead(context),
        html("{}{}", example_notice(context.visit), uncertainty_notice(context)),
        html("{}{}", above, links(context.visit, context.conversation)), figure(context, me),
        how_to_read(context),
        html("{}{}{}{}{}", common_ground(context), statements_table(context), weights_section(context),
            tiers_section(context),
            log_link(context.visit, "opinion/" + context.conversation.activity.slug)));
    auto content = process_page(context.visit, words("The opinion map"), body, "delta");
    content.crumbs = crumbs(context.visit, context.conversation);
    return page(content, context.visit);
}

/// Where a person is on the map, and the group nearest: its size, never its members.
Html own_group(const Context& context, const OwnVotes& votes, std::optional<OpinionResult::Point> me) {
    const auto& words = context.visit.words;
    if (const auto more = votes_until_placed(context.result(), votes); more > 0)
        return html("<p>{}</p>", words.count("Vote on {} more statement to be placed on the map.",
                                     "Vote on {} more statements to be placed on the map.", more));
    if (!me) return html("<p>{}</p>", words("There is nothing to be placed by yet."));
    const auto group = nearest_group(context.result(), *me);
    if (!group || context.result().groups.size() < 2)
        return html("<p>{}</p>", words("Your place is marked on the map."));
    const auto& near = context.result().groups[*group];
    return html(
        "<p>{}</p>", words("Your place is marked on the map. You stand nearest {}, where {} people are.",
                         group_title(near, context.names, words), near.size));
}

}  // namespace

Response show(const Visit& visit) {
    const auto conversation = conversation_of(visit);
    if (!conversation) return problem(visit, Failure::Kind::not_found);
    const auto context = context_of(visit, *conversation);
    if (!context) return nothing_yet(visit, *conversation);
    return result_page(*context, {}, std::nullopt);
}

Response own_place(const Visit& visit) {
    const auto conversation = conversation_of(visit);
    if (!conversation) return problem(visit, Failure::Kind::not_found);
    const auto context = context_of(visit, *conversation);
    if (!context) return not_stored(nothing_yet(visit, *conversation));
    const auto person = participant(visit, *conversation);
    const auto votes = person ? store::votes_of(visit.db, *person) : OwnVotes{};
    const auto me = position_of(context->result(), votes);
    return not_stored(result_page(*context, ui::notice(ui::Tone::info, own_group(*context, votes, me)), me));
}

Response as_json(const Visit& visit) {
    const auto conversation = conversation_of(visit);
    if (!conversation) return problem(visit, Failure::Kind::not_found);
    const auto snapshot = store::newest_snapshot(visit.db, conversation->activity.id);
    Response response;
    response.content_type = "application/json; charset=utf-8";
    response.headers = {{"Cache-Control", "public, max-age=0, must-revalidate"}};
    response.body =
        snapshot && snapshot->result.is_shown() ? store::as_json(snapshot->result) : std::string{"{}"};
    return response;
}

}  // namespace medskapa::web::conversation::result
