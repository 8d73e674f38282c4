#include "web/conversation/result/pages.hpp"
#include "app/conversation/addresses.hpp"
#include "store/conversation/opinion_result_json.hpp"
#include "store/conversation/release_store.hpp"
#include "web/conversation/addresses.hpp"
#include "web/conversation/result/sections.hpp"
#include "web/frame/log_link.hpp"
#include "web/ui/forms/form.hpp"
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

Html groups_notice(const Context& context) {
    if (!context.result().has_groups_withheld) return {};
    return ui::notice(ui::Tone::info,
        html("<p>{}</p>",
            context.visit.words(
                "The groups are not shown in this map: so few people have moved between them since they "
                "were last shown that somebody could be seen. They are shown again when more have "
                "answered.")));
}

std::string figure_title(const OpinionResult& result, const Words& words) {
    if (result.has_groups_withheld) return words("Where the answers lie");
    if (result.groups.size() < 2)
        return words("No stable groups: people agree on most things, or differ each in their own way");
    return words.count(
        "{} group of opinion", "{} groups of opinion", static_cast<std::int64_t>(result.groups.size()));
}

/// How the picture was made.
std::string source_text(const Context& context) {
    const auto& words = context.visit.words;
    return words(
               "Each mark is at least {} people who answered alike: the larger the mark, the more people. "
               "Its place is rounded.",
               OpinionResult::fewest_shown) +
           ' ' +
           words("Counted {}; the same votes always give the same map.",
               words.moment(context.visit.site.clock.local(context.snapshot.drawn_at)));
}

Html figure(const Context& context, std::optional<OpinionResult::Point> me) {
    const auto& words = context.visit.words;
    const auto& result = context.result();
    return html(R"(
<figure class="chart" aria-labelledby="karta-r">
  <figcaption><h2 id="karta-r">{title}</h2></figcaption>
  {map}
  {key}
  <p class="source">{source} <a href="{json}">{fetch}</a></p>
</figure>)",
        "title"_a = figure_title(result, words), "map"_a = map_view(result, context.names, me, words),
        "key"_a = map_key(result, context.names, words), "source"_a = source_text(context),
        "json"_a = context.visit.href(address::result_json, context.conversation.activity.slug),
        "fetch"_a = words("Fetch the figures"));
}

/// How many wait for the next map, in fives.
std::string waiting_text(const Visit& visit, const ActivityConversation& conversation) {
    const auto waiting = store::waiting_voters(visit.db, conversation.activity.id);
    if (waiting == 0 || conversation.state != Conversation::State::open) return {};
    return visit.words(
        "At least {} people have answered or changed their answers since: they are in the next map.",
        visit.words.number(waiting));
}

int answers_to_be_counted(const OpinionResult& result) {
    return std::min(OpinionResult::enough_votes, static_cast<int>(result.statements.size()));
}

Html lead(const Context& context) {
    const auto& words = context.visit.words;
    const auto& result = context.result();
    return html("{people} {votes} {waiting} {explanation}",
        "people"_a = words("About {} people are counted: those who have answered at least {} statements.",
            words.number(result.participants), answers_to_be_counted(result)),
        "votes"_a = words("They have given about {} answers.", words.number(result.votes)),
        "waiting"_a = waiting_text(context.visit, context.conversation),
        "explanation"_a = words("Those who answered alike are near each other. Only the distance between "
                                "them means something, not the direction."));
}

Html links(const Visit& visit, const ActivityConversation& conversation) {
    return html(
        R"(<p class="row">{vote} <a href="{own}">{own_text}</a> <a href="{rulings}">{rulings_text}</a></p>)",
        "vote"_a = when(conversation.takes_votes(visit.today()),
            ui::button_link(visit.href(address::conversation_page, conversation.activity.slug),
                visit.words("Vote on statements"), ui::Weight::filled)),
        "own"_a = visit.href(address::own_result_page, conversation.activity.slug),
        "own_text"_a = visit.words("Where am I?"),
        "rulings"_a = visit.href(address::statement_rulings, conversation.activity.slug),
        "rulings_text"_a = visit.words("How statements are reviewed"));
}

Response nothing_yet(const Visit& visit, const ActivityConversation& conversation) {
    const auto waiting = store::waiting_voters(visit.db, conversation.activity.id);
    auto lead = visit.words("The map is shown when at least {} people have answered {} statements each.",
        OpinionResult::fewest_people, OpinionResult::enough_votes);
    if (waiting > 0) lead += " " + visit.words("So far at least {} have.", waiting);
    const auto body = html("<h1>{}</h1><p class=\"lead\">{}</p>{}", visit.words("The opinion map"), lead,
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

/// The title, and what is to be known before the figures are read.
Html result_head(const Context& context, const Html& above) {
    return html(R"(
<h1>{title}</h1>
<p class="lead">{lead}</p>
{example}
{uncertainty}
{withheld}
{above}
{links})",
        "title"_a = context.visit.words("The opinion map"), "lead"_a = lead(context),
        "example"_a = example_notice(context.visit), "uncertainty"_a = uncertainty_notice(context),
        "withheld"_a = groups_notice(context), "above"_a = above,
        "links"_a = links(context.visit, context.conversation));
}

Html map_part(const Context& context, std::optional<OpinionResult::Point> me) {
    return html(R"(
<div class="sides">
  {}
  {}
</div>)",
        figure(context, me), how_to_read(context));
}

Response result_page(const Context& context, const Html& above, std::optional<OpinionResult::Point> me) {
    const auto body = html(R"({head}{map}
{common_ground}
{slate}
{statements}
{weights}
{tiers}
{log})",
        "head"_a = result_head(context, above), "map"_a = map_part(context, me),
        "common_ground"_a = common_ground(context), "slate"_a = slate_section(context),
        "statements"_a = statements_table(context), "weights"_a = weights_section(context),
        "tiers"_a = tiers_section(context),
        "log"_a = log_link(context.visit,
            openlog::object_named(openlog::ObjectKind::conversation, context.conversation.activity.slug)));
    auto content = process_page(context.visit, context.visit.words("The opinion map"), body, "delta");
    content.crumbs = crumbs(context.visit, context.conversation);
    return page(content, context.visit);
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
