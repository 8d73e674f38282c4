#include "app/opinion_exchange.hpp"

#include "opinion/exchange/write_export.hpp"
#include "store/opinion_store.hpp"

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

}  // namespace

StoredTalk stored_talk(sql::Connection& db, const Activity& activity) {
    StoredTalk talk;
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

}  // namespace medskapa::app
