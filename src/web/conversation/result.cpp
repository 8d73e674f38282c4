#include "store/conversation/opinion_result_json.hpp"
#include "web/conversation/pages.hpp"
#include "web/conversation/showing.hpp"
#include "web/frame/log_link.hpp"
#include "web/ui/form.hpp"
#include "web/ui/pieces.hpp"
#include "web/ui/table.hpp"

#include <algorithm>

namespace medskapa::web::conversation {
namespace {

Html uncertainty_notice(const Showing& s) {
    if (!s.result().is_uncertain) return {};
    return ui::notice(ui::Tone::warn,
        html("<p>{}</p>",
            s.visit.words("The groups are uncertain: they change when we recount on votes drawn at random. "
                          "What unites is surer than where the borders go.")));
}

Html history_form(const Showing& s) {
    const auto& words = s.visit.words;
    const auto days = store::days_with_snapshot(s.visit.db, s.talk.activity.id);
    if (days.size() < 2) return {};
    const auto option = [&](Day day) {
        return html(R"(<option value="{}"{}>{}</option>)", time::iso(day),
            when(day == s.snapshot.day, html(" selected")), words.day(day));
    };
    return html(R"(
<form class="filter" method="get"><div><label for="dag">{}</label><select id="dag" name="dag">{}</select></div><button class="btn quiet" type="submit">{}</button></form>)",
        words("The map as it was"), each(days, option), words("Show"));
}

Html figure(const Showing& s, std::optional<OpinionResult::Point> me) {
    const auto& words = s.visit.words;
    const auto& result = s.result();
    return html(R"(
<figure class="chart" aria-labelledby="karta-r">
  <figcaption><h2 id="karta-r">{}</h2></figcaption>{}{}
  <p class="source">{} {} <a href="{}">{}</a></p>
</figure>)",
        result.groups.size() < 2
            ? words("No groups that hold: people agree across the board, or differ each in their own way")
            : words.count("{} group of opinion", "{} groups of opinion",
                  static_cast<std::int64_t>(result.groups.size())),
        map_view(result, s.names, me, words), map_key(result, s.names, words),
        words.count("Each mark is about {} person.", "Each mark is about {} people.", result.people_a_mark),
        words("Dashed line: nine in ten of the group stand inside. Counted {}; the same votes always give "
              "the same map.",
            words.moment(s.visit.site.clock.local(s.snapshot.drawn_at))),
        talk_href(s.visit, s.talk.activity, "/resultat.json"), words("Fetch the figures"));
}

Html how_to_read(const Showing& s) {
    const auto& words = s.visit.words;
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
            std::max(0, static_cast<int>(s.result().agreement * 100))),
        words("Who may be seen?"),
        words("A group, and a group's votes on a statement, are shown from {} people. Nobody's own votes can "
              "be seen.",
            OpinionResult::fewest_shown),
        words("What stands out?"), flagged_section(s), history_form(s));
}

Html lead(const Showing& s) {
    const auto& words = s.visit.words;
    return html("{} {} {} {}",
        words.count("{} person has voted.", "{} people have voted.", s.result().participants),
        words.count("{} vote on statements in all.", "{} votes on statements in all.", s.result().votes),
        when(s.talk.takes_votes(s.visit.today()),
            html("{}",
                words("New votes show here once {} more people have voted.", OpinionResult::fewest_shown))),
        words("Those who voted alike stand near each other. Distance means something; up, down, left and "
              "right do not."));
}

std::vector<ui::Link> crumbs(const Visit& visit, const Talk& talk) {
    return {{visit.process_href(), visit.words("Start")},
        {talk_href(visit, talk.activity, ""), visit.in(talk.activity.title)}};
}

Html links(const Visit& visit, const Talk& talk) {
    return html(R"(<p class="row">{} <a href="{}">{}</a> <a href="{}">{}</a></p>)",
        when(talk.takes_votes(visit.today()), ui::button_link(talk_href(visit, talk.activity, "/pastaenden"),
                                                  visit.words("Vote on statements"), ui::Weight::filled)),
        talk_href(visit, talk.activity, "/resultat/jag"), visit.words("Where am I?"),
        talk_href(visit, talk.activity, "/granskning"), visit.words("How statements are read"));
}

Response nothing_yet(const Visit& visit, const Talk& talk) {
    const auto body = html("<h1>{}</h1><p class=\"lead\">{}</p>{}", visit.words("The opinion map"),
        visit.words(
            "The map is shown when {} people have voted and it has been drawn.", OpinionResult::fewest_shown),
        links(visit, talk));
    auto content = process_page(visit, visit.words("The opinion map"), body, "delta");
    content.crumbs = crumbs(visit, talk);
    return page(content, visit);
}

Html example_notice(const Visit& visit) {
    if (!visit.process->is_example) return {};
    return ui::notice(ui::Tone::info,
        html("<p>{}</p>", visit.words("This is an example: the votes are made up by the computer.")));
}

Response result_page(const Showing& s, const Html& above, std::optional<OpinionResult::Point> me) {
    const auto& words = s.visit.words;
    const auto body = html(R"(
<h1>{}</h1>
<p class="lead">{}</p>{}{}
<div class="sides">{}{}</div>
{})",
        words("The opinion map"), lead(s), html("{}{}", example_notice(s.visit), uncertainty_notice(s)),
        html("{}{}", above, links(s.visit, s.talk)), figure(s, me), how_to_read(s),
        html("{}{}{}{}{}", common_ground(s), statements_table(s), weights_section(s), tiers_section(s),
            log_link(s.visit, "opinion/" + s.talk.activity.slug)));
    auto content = process_page(s.visit, words("The opinion map"), body, "delta");
    content.crumbs = crumbs(s.visit, s.talk);
    return page(content, s.visit);
}

/// What a person is told of where they stand: a place, and a group in numbers only.
Html own_group(const Showing& s, const OwnVotes& votes, std::optional<OpinionResult::Point> me) {
    const auto& words = s.visit.words;
    if (const auto more = votes_until_placed(s.result(), votes); more > 0)
        return html("<p>{}</p>", words.count("Vote on {} more statement to be placed on the map.",
                                     "Vote on {} more statements to be placed on the map.", more));
    if (!me) return html("<p>{}</p>", words("There is nothing to be placed by yet."));
    const auto group = nearest_group(s.result(), *me);
    if (!group || s.result().groups.size() < 2)
        return html("<p>{}</p>", words("Your place is marked on the map."));
    const auto& near = s.result().groups[*group];
    return html(
        "<p>{}</p>", words("Your place is marked on the map. You stand nearest {}, where {} people are.",
                         group_title(near, s.names, words), near.size));
}

}  // namespace

Response result(const Visit& visit) {
    const auto talk = talk_of(visit);
    if (!talk) return problem(visit, Failure::Kind::not_found);
    const auto shown = showing(visit, *talk);
    if (!shown) return nothing_yet(visit, *talk);
    return result_page(*shown, {}, std::nullopt);
}

Response own_place(const Visit& visit) {
    const auto talk = talk_of(visit);
    if (!talk) return problem(visit, Failure::Kind::not_found);
    const auto shown = showing(visit, *talk);
    if (!shown) return not_stored(nothing_yet(visit, *talk));
    const auto person = participant(visit, *talk);
    const auto votes = person ? store::votes_of(visit.db, *person) : OwnVotes{};
    const auto me = position_of(shown->result(), votes);
    return not_stored(result_page(*shown, ui::notice(ui::Tone::info, own_group(*shown, votes, me)), me));
}

Response result_json(const Visit& visit) {
    const auto talk = talk_of(visit);
    if (!talk) return problem(visit, Failure::Kind::not_found);
    const auto snapshot = store::newest_snapshot(visit.db, talk->activity.id);
    Response response;
    response.content_type = "application/json; charset=utf-8";
    response.headers = {{"Cache-Control", "public, max-age=0, must-revalidate"}};
    response.body =
        snapshot && snapshot->result.is_shown() ? store::as_json(snapshot->result) : std::string{"{}"};
    return response;
}

}  // namespace medskapa::web::conversation
