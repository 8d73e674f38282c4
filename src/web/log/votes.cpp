#include "app/conversation/published/opened_votes.hpp"
#include "app/log/log_receipt.hpp"
#include "base/text.hpp"
#include "store/files/log_folder.hpp"
#include "web/conversation/activity_conversation.hpp"
#include "web/log/addresses.hpp"
#include "web/log/pages.hpp"
#include "web/log/receipt_text.hpp"
#include "web/log/words.hpp"
#include "web/ui/pieces.hpp"
#include "web/ui/table.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace medskapa::web::log {
namespace {

using conversation::ActivityConversation;

/// What this browser has voted on, and how far the log's batches have come.
struct OwnReceipts {
    std::vector<store::VoteLine> votes;
    std::int64_t last_committed = 0;

    bool is_committed(const store::VoteLine& vote) const { return vote.place <= last_committed; }
};

OwnReceipts own_receipts(const Visit& visit, const ActivityConversation& conversation) {
    OwnReceipts own;
    if (const auto person = conversation::participant(visit, conversation))
        own.votes = store::own_lines(visit.db, *person);
    if (const auto batch = store::last_batch(visit.db, conversation.activity.id))
        own.last_committed = batch->last_cast;
    return own;
}

std::string text_of_statement(const Visit& visit, const ActivityConversation& conversation, int number) {
    const auto statement = store::statement_numbered(visit.db, conversation.activity.id, number);
    return statement && statement->is_votable(conversation.moderation) ? statement->text : std::string{"–"};
}

Html receipt_link(const Visit& visit, const ActivityConversation& conversation, const store::VoteLine& vote) {
    return html(R"(<a href="{}">{}</a>)",
        visit.href(address::vote_receipt_file, conversation.activity.slug, vote.statement),
        visit.words("The receipt to statement {}", vote.statement));
}

/// Votes of few people at the end never get into the log.
std::string why_not_committed(const ActivityConversation& conversation, const Words& words) {
    if (conversation.state == Conversation::State::open)
        return words("Waits to be committed together with others.");
    return words(
        "Is saved, but not in the log: fewer than {} people answered last.", OpinionResult::fewest_shown);
}

Html votes_view(const Visit& visit, const ActivityConversation& conversation, const OwnReceipts& own) {
    const auto& words = visit.words;
    if (own.votes.empty()) return html("<p>{}</p>", words("Nothing has been voted on from this browser."));
    ui::Table table{.caption = words("Your votes"),
        .columns = {{words("Statement")}, {words("Your vote")}, {words("Receipt")}},
        .rows = {}};
    for (const auto& vote : own.votes)
        table.rows.push_back({html("{}", text_of_statement(visit, conversation, vote.statement)),
            html("{}", conversation::shown(vote.stance, words)),
            own.is_committed(vote) ? receipt_link(visit, conversation, vote)
                                   : html("{}", why_not_committed(conversation, words))});
    return ui::table(table);
}

/// When the conversation is over everybody can count.
Html openings_view(const Visit& visit, const ActivityConversation& conversation) {
    if (!app::is_opened(visit.db, conversation.activity)) return {};
    return html(R"(
<h2>{title}</h2>
<p>{explanation}</p>
<p><a href="{href}">{text}</a></p>)",
        "title"_a = visit.words("Count the votes yourself"),
        "explanation"_a = visit.words(
            "The votes are opened, without a name or a number for anybody: what the log stood for "
            "while the voting went on can now be counted. Votes that somebody changed later stay closed, and "
            "so "
            "do those that could show fewer than {} people.",
            OpinionResult::fewest_shown),
        "href"_a = app::openings_address(*visit.process, conversation.activity),
        "text"_a = visit.words("The opened votes (CSV)"));
}

/// The vote on the statement that the address names, cast from this browser.
std::optional<store::VoteLine> vote_asked_for(const Visit& visit, const ActivityConversation& conversation) {
    const auto number = Visit::number(visit.path.at("vote"));
    for (const auto& vote : own_receipts(visit, conversation).votes)
        if (vote.statement == number) return vote;
    return std::nullopt;
}

Response text_file(const std::string& name, std::string body) {
    Response response;
    response.content_type = "text/plain; charset=utf-8";
    response.body = std::move(body);
    response.headers = {
        {"Content-Disposition", "attachment; filename=\"" + name + "\""}, {"Cache-Control", "no-store"}};
    return response;
}

/// The batch that a part of the file begins with.
std::size_t part_asked_for(const Visit& visit) {
    return static_cast<std::size_t>(std::max(0, Visit::number(visit.query("del")).value_or(0)));
}

http::Request part_of(const Visit& visit, std::size_t batch) {
    auto request = visit.request;
    request.query = {{"del", std::to_string(batch)}};
    return request;
}

Html receipts_body(const Visit& visit, const conversation::ActivityConversation& conversation) {
    const auto& words = visit.words;
    return html(R"(
<h1>{title}</h1>
<p class="lead">{lead}</p>
<p>{secret}</p>
{votes}
{openings}
<p><a href="{check}">{check_text}</a></p>)",
        "title"_a = words("Receipts for your votes"),
        "lead"_a = words(
            "Votes are committed to the open log, those of at least {} people at a time and sorted so that "
            "nobody sees when each came. The receipt shows that yours is among them.",
            OpinionResult::fewest_shown),
        "secret"_a = words("Whoever has a receipt can see how you voted. Show it to nobody who asks for it."),
        "votes"_a = votes_view(visit, conversation, own_receipts(visit, conversation)),
        "openings"_a = openings_view(visit, conversation), "check"_a = visit.href(address::check_receipt),
        "check_text"_a = words("Check a receipt"));
}

}  // namespace

Response vote_receipts(const Visit& visit) {
    const auto conversation = conversation::conversation_of(visit);
    if (!conversation) return problem(visit, Failure::Kind::not_found);
    auto content = process_page(
        visit, visit.words("Receipts for your votes"), receipts_body(visit, *conversation), "delta");
    content.crumbs = conversation::crumbs(visit, *conversation);
    return not_stored(page(content, visit));
}

Response vote_receipt_file(const Visit& visit) {
    const auto conversation = conversation::conversation_of(visit);
    const auto vote = conversation ? vote_asked_for(visit, *conversation) : std::nullopt;
    const auto receipt = vote ? app::receipt_of(visit.db, conversation->activity, *vote) : std::nullopt;
    const auto entry = receipt ? app::entry_at(visit.db, receipt->log_place) : std::nullopt;
    if (!entry) return problem(visit, Failure::Kind::not_found);
    const auto proof = app::proof_of(
        visit.db, store::files_in(visit.site.log_folder), *entry, {{receipt->opening}, receipt->batch});
    if (!proof) return problem(visit, Failure::Kind::not_found);
    return text_file(fmt::format("kvitto-rost-{}.txt", vote->statement),
        readable_part(visit, visit.words, static_cast<std::uint64_t>(entry->place),
            *openlog::read_entry(entry->data), app::code_of(*entry), {receipt->opening}) +
            *proof);
}

Response openings(const Visit& visit) {
    const auto conversation = conversation::conversation_of(visit);
    if (!conversation || !app::is_opened(visit.db, conversation->activity))
        return problem(visit, Failure::Kind::not_found);
    const auto batches = store::batches_of(visit.db, conversation->activity.id);
    const auto part = part_asked_for(visit);
    Response response;
    response.content_type = "text/csv; charset=utf-8";
    response.headers = {{"Content-Disposition", "attachment; filename=\"oppningar.csv\""},
        {"Cache-Control", "public, max-age=0, must-revalidate"}};
    if (part == 0) response.body = openlog::openings_head;
    if (part < batches.size())
        response.body += app::openings_of(visit.db, conversation->activity, batches[part],
            app::OpenedVotes{visit.db, conversation->activity});
    if (part + 1 < batches.size()) response.rest = part_of(visit, part + 1);
    return response;
}

}  // namespace medskapa::web::log
