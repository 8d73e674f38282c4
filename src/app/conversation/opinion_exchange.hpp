#pragma once

#include "app/act/act.hpp"
#include "app/conversation/opinion.hpp"
#include "engine/opinion/exchange/polis_export.hpp"
#include "store/sql/connection.hpp"

namespace medskapa::app {

/// A stored conversation as the engine takes it, and its statements as Polis' export tells them: all that is
/// needed to draw its map anew. O(votes given).
struct StoredConversation {
    opinion::Conversation votes;
    std::vector<opinion::exchange::Comment> comments;
};
StoredConversation stored_conversation(sql::Connection&, const Activity&);

/// One line of votes.csv for each vote given, in order; at most `limit` of them after the place `after`.
/// Returns the last one's place, or nothing when there are no more.
std::optional<std::int64_t> write_votes(
    sql::Connection&, const Activity&, std::int64_t after, int limit, std::ostream&);

/// The files of every single vote, in Polis' form.
enum class VoteFile { comments, votes, participants_votes, all };
/// The log says that staff fetch it; the public sees which and when.
Result<VoteFile> export_votes(Permitted<Action::export_votes>, const Occasion&, VoteFile);

/// A conversation that was held elsewhere, or made up. Statements and participants by its own ids.
struct PastConversation {
    std::vector<opinion::exchange::Comment> comments;
    std::vector<opinion::exchange::Event> votes;
};

/// Takes in votes of newcomers whose keys nobody has, each with its time, on statements by their numbers.
/// Returns how many. The log tells of the act, not of each vote; commit_votes() commits to those.
Result<std::int64_t> import_votes(
    Permitted<Action::steer_conversation>, const Occasion&, const std::vector<opinion::exchange::Event>&);

/// Takes in a past conversation whole, or nothing of it: its statements after those that are there, in rising
/// order of ids and with the rulings they had, and every vote with its time. Statements that are longer than
/// ours are kept whole. Refuses those that break our other rules, each by its id, and votes on statements
/// that are not there. Returns how many votes were taken.
Result<std::int64_t> import_conversation(
    Permitted<Action::steer_conversation>, const Occasion&, const PastConversation&);

}  // namespace medskapa::app

template <>
inline constexpr auto medskapa::names_of<medskapa::app::VoteFile> = medskapa::names<medskapa::app::VoteFile>({
    {medskapa::app::VoteFile::comments, "comments.csv"},
    {medskapa::app::VoteFile::votes, "votes.csv"},
    {medskapa::app::VoteFile::participants_votes, "participants-votes.csv"},
    {medskapa::app::VoteFile::all, "comments.csv votes.csv participants-votes.csv"},
});
