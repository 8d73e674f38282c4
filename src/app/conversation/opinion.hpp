#pragma once

#include "app/act/act.hpp"
#include "domain/conversation/statement.hpp"
#include "store/sql/connection.hpp"

/// What is done in a conversation: an activity where statements are voted on.
namespace medskapa::app {

/// Where and when something is said.
struct Occasion {
    const Activity& activity;
    Day today;
};

/// Takes a participant's statement. A resend of the same form gives the first one.
Result<Statement> propose_statement(
    Permitted<Action::vote>, const Occasion&, const std::string& text, const std::string& form_key);
/// A statement of the staff's own, votable from the start. Seeds may be added before the activity opens.
Result<Statement> seed_statement(
    Permitted<Action::moderate_statements>, const Occasion&, const std::string& text);
Result<Statement> moderate_statement(
    Permitted<Action::moderate_statements>, const Occasion&, int number, const Ruling&);
/// For the verb that decides a report. Also in a frozen conversation: the figures stand, without the words.
Result<Statement> take_down_statement(const Act&, const Statement&, RejectReason);

/// One vote as it came: whose key (128 bits, in hexadecimal digits), on which statement, how.
struct VoteRequest {
    std::string key;
    int statement = 0;  // number
    Stance stance = Stance::pass;
    std::optional<double> probability = {};  // that the statement had to be shown; unknown for a changed vote
};

/// A new key for somebody who votes for the first time.
std::string new_participant_key();
bool is_participant_key(std::string_view);
/// What is kept of a key: another digest in each activity.
std::string digest_of_key(std::string_view key, Id<Activity>);

/// Counts the vote, in place of the person's earlier one on the statement. Refuses a statement that is
/// unknown, hidden or in a conversation that takes no votes; then nobody has become a participant either.
Result<Id<Participant>> vote(Permitted<Action::vote>, const Occasion&, const VoteRequest&);

Result<Conversation> set_moderation(
    Permitted<Action::steer_conversation>, const Occasion&, std::string_view moderation);
/// No more votes or statements; the votes not yet in the log are committed, unless fewer than five people
/// cast them.
Result<Conversation> close_conversation(Permitted<Action::steer_conversation>, const Occasion&);
Result<Conversation> reopen_conversation(Permitted<Action::steer_conversation>, const Occasion&);
/// For good: writes the digest of the last map, drawn from all votes, in the log. Refuses until that map has
/// been drawn.
Result<Conversation> freeze_conversation(Permitted<Action::steer_conversation>, const Occasion&);
/// Plain words for a group of the map, instead of its letter alone. Empty words take them away.
Result<std::string> name_group(
    Permitted<Action::steer_conversation>, const Occasion&, int label, const std::string& name);

enum class VotesToCommit { when_enough, all };
/// Writes one log entry with the root of commitments to the votes since the last one, sorted so that order
/// tells nothing. Fewer than `fewest_committed` wait for more, unless all are to be committed; those of fewer
/// than five people wait always. Returns how many.
Result<std::int64_t> commit_votes(Permitted<Action::steer_conversation>, const Activity&, VotesToCommit);
inline constexpr std::size_t fewest_committed = 20;

}  // namespace medskapa::app
