#pragma once

#include "base/result.hpp"
#include "engine/opinion/covotes.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace medskapa::opinion {

/// Names given by the caller. Results depend on them only through their order.
using ParticipantId = std::int64_t;
using StatementId = std::int64_t;

/// What moderation says of a statement. A rejected one, and one about the conversation itself (meta), is left
/// out of the map; its votes stay, so that it can come back.
struct Standing {
    enum class Verdict : std::int8_t { rejected = -1, pending = 0, accepted = 1 };

    Verdict verdict = Verdict::accepted;
    bool is_meta = false;

    bool is_left_out() const { return verdict == Verdict::rejected || is_meta; }
    bool operator==(const Standing&) const = default;
};

/// Everybody's current votes in one conversation: participants x statements, mostly missing.
///
/// A server keeps one of these in memory: `count_pairs` once after loading, then `vote` for each vote as it
/// comes and `draw_map` (opinion/map.hpp) when a fresh map is wanted. Everything read from it depends only on
/// the set of current votes, never on how they came: the same votes in another order, or votes of somebody
/// who was erased in between, leave no difference.
///
/// Not thread-safe; copy it, or draw from one thread.
class Conversation {
public:
    static constexpr std::size_t most_statements = Ballot::most_statements;

    /// Cheap when ids come in rising order; otherwise O(votes). Naming a statement anew changes its standing.
    /// Refuses more than `most_statements`.
    tl::expected<void, Failure> add_statement(StatementId, Standing = {});

    /// The last vote of a participant on a statement counts. Refuses an unknown statement. O(votes of that
    /// participant).
    tl::expected<void, Failure> vote(ParticipantId, StatementId, Vote);
    /// False when there was no such vote.
    bool withdraw(ParticipantId, StatementId);
    /// As if never there. False when there was no such participant.
    bool erase(ParticipantId);

    /// Counts for each pair of statements how they were voted on together, and keeps the counts from then on,
    /// so that a vote costs microseconds and a new map needs no count from scratch. O(sum of squared votes a
    /// participant); 8 bytes times the square of the statements. Does nothing beyond `most_counted`
    /// statements.
    void count_pairs(unsigned threads);
    static constexpr std::size_t most_counted = 3000;
    const CoVotes* pairs() const { return pairs_ ? &*pairs_ : nullptr; }

    /// In rising order; an index into it names the statement in a ballot.
    const std::vector<StatementId>& statements() const { return statements_; }
    const Standing& standing(std::size_t statement) const { return standings_[statement]; }
    std::optional<std::size_t> index_of(StatementId) const;

    /// Who has a vote, in no particular order; an index into it names the participant.
    const std::vector<ParticipantId>& participants() const { return participants_; }
    std::optional<std::size_t> seat_of(ParticipantId) const;
    /// In rising order of statements.
    std::span<const Ballot> ballots(std::size_t participant) const { return ballots_[participant]; }
    std::span<const std::vector<Ballot>> all_ballots() const { return ballots_; }
    /// The participants' indices in rising order of their ids: the order of all results.
    std::vector<std::uint32_t> seats_by_id() const;
    std::size_t votes() const { return votes_; }

private:
    void make_room_for_statement(std::size_t index);
    void remove_seat(std::size_t seat);

    std::vector<StatementId> statements_;
    std::vector<Standing> standings_;
    std::vector<ParticipantId> participants_;
    std::vector<std::vector<Ballot>> ballots_;
    std::unordered_map<ParticipantId, std::uint32_t> seats_;
    std::optional<CoVotes> pairs_;
    std::size_t votes_ = 0;
};

}  // namespace medskapa::opinion
