#include "app/conversation/opinion_exchange.hpp"

#include "app/act/record.hpp"
#include "base/digest.hpp"
#include "engine/opinion/exchange/write_export.hpp"
#include "store/conversation/opinion_store.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace medskapa::app {
namespace {

constexpr int lines_at_a_time = 50'000;

opinion::exchange::Comment comment(const Statement& statement) {
    using Verdict = opinion::Standing::Verdict;
    const auto verdict = statement.state == Statement::State::accepted   ? Verdict::accepted
                         : statement.state == Statement::State::rejected ? Verdict::rejected
                                                                         : Verdict::pending;
    return {statement.proposed_at.time_since_epoch().count(), statement.number, 0, {verdict, false},
        statement.origin == Statement::Origin::seed, statement.text};
}

opinion::exchange::Event event(const store::HistoryLine& line) {
    return {line.at.time_since_epoch().count(), line.statement, line.participant,
        static_cast<opinion::Vote>(static_cast<int>(line.stance))};
}

Instant instant(std::int64_t milliseconds) {
    return Instant{std::chrono::milliseconds{milliseconds}};
}

/// The statement that a comment becomes. A rejection elsewhere had reasons of its own.
Result<Statement> statement_of(const opinion::exchange::Comment& comment) {
    using Verdict = opinion::Standing::Verdict;
    const auto origin = comment.is_seed ? Statement::Origin::seed : Statement::Origin::participant;
    auto statement = past_statement(comment.body, origin, instant(comment.timestamp));
    if (!statement || comment.standing.verdict == Verdict::pending) return statement;
    const bool is_rejected = comment.standing.is_left_out();
    if (!is_rejected && origin == Statement::Origin::seed) return statement;
    return ruled(
        *statement, {is_rejected ? "rejected" : "accepted", "out_of_scope", ""}, instant(comment.timestamp));
}

using StatementIds = std::map<opinion::StatementId, Id<Statement>>;

Result<StatementIds> add_statements(
    const Act& act, const Conversation& conversation, std::vector<opinion::exchange::Comment> comments) {
    std::sort(comments.begin(), comments.end(),
        [](const auto& a, const auto& b) { return a.statement < b.statement; });
    StatementIds ids;
    std::vector<Complaint> complaints;
    auto number = store::next_statement_number(act.db(), conversation.activity);
    for (const auto& comment : comments) {
        auto statement = statement_of(comment);
        if (!statement) {
            auto complaint = statement.error().complaints.front();
            complaint.place = "comment-id " + std::to_string(comment.statement);
            complaints.push_back(std::move(complaint));
            continue;
        }
        statement->process = conversation.process;
        statement->activity = conversation.activity;
        statement->number = number++;
        statement->public_id = hex(random_bytes(6));
        statement->id = ids[comment.statement] = store::add(tx(act), *statement, "");
        store::change(tx(act), *statement);
    }
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return ids;
}

/// Each participant of the past is a new one here, whose key nobody has.
class Newcomers {
public:
    Newcomers(const Act& act, const Conversation& conversation) : act_{act}, conversation_{conversation} {}

    Id<Participant> of(opinion::ParticipantId past) {
        auto& id = ids_[past];
        if (!id) id = store::add_participant(tx(act_), conversation_, random_bytes(32), Assurance::imported);
        return id;
    }

private:
    const Act& act_;
    const Conversation& conversation_;
    std::unordered_map<opinion::ParticipantId, Id<Participant>> ids_;
};

Result<Conversation> importable(const Act& act, const Occasion& at) {
    if (at.activity.process != act.process().id || at.activity.kind != Activity::Kind::opinion)
        return refuse(Failure::Kind::not_allowed);
    auto conversation = store::conversation_of(act.db(), at.activity);
    if (conversation.state != Conversation::State::open) return refuse(Failure::Kind::closed);
    return conversation;
}

struct PastVotes {
    const StatementIds& statements;
    const std::vector<opinion::exchange::Event>& votes;
};

Result<std::int64_t> add_votes(
    const Act& act, const Occasion& at, const Conversation& conversation, const PastVotes& past) {
    Newcomers newcomers{act, conversation};
    for (const auto& vote : past.votes) {
        const auto statement = past.statements.find(vote.statement);
        if (statement == past.statements.end())
            return refuse(Failure::Kind::invalid,
                {{Place{"votes.csv"}, N_("There is no statement {}."), {std::to_string(vote.statement)}}});
        store::cast(tx(act), at.activity.id,
            {newcomers.of(vote.participant), statement->second,
                static_cast<Stance>(static_cast<int>(vote.vote)), instant(vote.timestamp), std::nullopt});
    }
    const auto count = static_cast<std::int64_t>(past.votes.size());
    record(act, LogRecord{EntryType::votes_imported, object_named(ObjectKind::conversation, at.activity.slug),
                    {}, {{"count", std::to_string(count)}}});
    return count;
}

}  // namespace

StoredConversation stored_conversation(sql::Connection& db, const Activity& activity) {
    StoredConversation talk;
    for (const auto& statement : store::statements_of(db, activity.id)) {
        talk.comments.push_back(comment(statement));
        (void)talk.votes.add_statement(statement.number, talk.comments.back().standing);
    }
    std::int64_t last = 0;
    for (bool has_more = true; has_more;) {
        const auto lines = store::history(db, activity.id, last, lines_at_a_time);
        for (const auto& line : lines)
            (void)talk.votes.vote(line.participant, line.statement, event(line).vote);
        if (!lines.empty()) last = lines.back().place;
        has_more = lines.size() == lines_at_a_time;
    }
    return talk;
}

std::optional<std::int64_t> write_votes(
    sql::Connection& db, const Activity& activity, std::int64_t after, int limit, std::ostream& out) {
    const auto lines = store::history(db, activity.id, after, limit);
    opinion::exchange::EventWriter writer{out};
    for (const auto& line : lines) writer.write(event(line));
    if (static_cast<int>(lines.size()) < limit) return std::nullopt;
    return lines.back().place;
}

Result<VoteFile> export_votes(Permitted<Action::export_votes> act, const Occasion& at, VoteFile file) {
    if (at.activity.process != act.process().id || at.activity.kind != Activity::Kind::opinion)
        return refuse(Failure::Kind::not_allowed);
    record(act, LogRecord{EntryType::votes_exported, object_named(ObjectKind::conversation, at.activity.slug),
                    {}, {{"file", std::string{name_of(file)}}}});
    return file;
}

Result<std::int64_t> import_votes(Permitted<Action::steer_conversation> act, const Occasion& at,
    const std::vector<opinion::exchange::Event>& votes) {
    const auto conversation = importable(act, at);
    if (!conversation) return tl::unexpected{conversation.error()};
    StatementIds statements;
    for (const auto& statement : store::statements_of(act.db(), at.activity.id))
        statements[statement.number] = statement.id;
    return add_votes(act, at, *conversation, {statements, votes});
}

Result<std::int64_t> import_conversation(
    Permitted<Action::steer_conversation> act, const Occasion& at, const PastConversation& past) {
    const auto conversation = importable(act, at);
    if (!conversation) return tl::unexpected{conversation.error()};
    store::save(tx(act), *conversation);
    const auto statements = add_statements(act, *conversation, past.comments);
    if (!statements) return tl::unexpected{statements.error()};
    return add_votes(act, at, *conversation, {*statements, past.votes});
}

}  // namespace medskapa::app
