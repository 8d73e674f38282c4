#pragma once

#include "domain/site/process.hpp"

namespace medskapa {

/// What somebody says of a statement. Passing is an answer too.
enum class Stance : std::int8_t { disagree = -1, pass = 0, agree = 1 };

/// Nothing for anything but "1", "0" and "-1".
std::optional<Stance> stance_of(std::string_view typed);

/// How an activity's statements are voted on: who reads them first, and whether votes are still taken.
struct Conversation {
    enum class Moderation { before, after };  // a new statement is shown once read, or until it is rejected
    enum class State { open, closed, frozen };

    Id<Activity> activity;
    Id<Process> process;
    Moderation moderation = Moderation::before;
    State state = State::open;
};
template <>
inline constexpr auto names_of<Conversation::Moderation> = names<Conversation::Moderation>({
    {Conversation::Moderation::before, "before"},
    {Conversation::Moderation::after, "after"},
});
template <>
inline constexpr auto names_of<Conversation::State> = names<Conversation::State>({
    {Conversation::State::open, "open", N_("Votes are taken")},
    {Conversation::State::closed, "closed", N_("Closed for votes")},
    {Conversation::State::frozen, "frozen", N_("Frozen: the result does not change")},
});

enum class RejectReason { duplicate, two_thoughts, leading, personal, insult, out_of_scope, unlawful };
template <>
inline constexpr auto names_of<RejectReason> = names<RejectReason>({
    {RejectReason::duplicate, "duplicate", N_("Says the same as another statement")},
    {RejectReason::two_thoughts, "two_thoughts", N_("Holds two thoughts")},
    {RejectReason::leading, "leading", N_("Is a leading question")},
    {RejectReason::personal, "personal", N_("Points out a person")},
    {RejectReason::insult, "insult", N_("It insults somebody")},
    {RejectReason::out_of_scope, "out_of_scope", N_("Is not for the region to decide")},
    {RejectReason::unlawful, "unlawful", N_("It is against the law")},
});

/// Somebody who has voted, known in this conversation only, by the digest of a key that they keep.
struct Participant;

/// One thought that people can agree with or not. Its words never change: votes were given on them.
struct Statement {
    enum class Origin { participant, seed };
    enum class State { pending, accepted, rejected };

    Id<Statement> id;
    Id<Process> process;
    Id<Activity> activity;
    int number = 0;         // in the conversation, in the order in which they came
    std::string public_id;  // random; the log's name for it
    std::string text;
    Origin origin = Origin::participant;
    State state = State::pending;
    std::optional<RejectReason> reason;
    std::string note;  // the moderator's words to everybody, with a rejection
    Instant proposed_at;
    std::optional<Instant> decided_at;
    Id<struct Inspel> inspel;  // that staff have made of it, if they have

    bool is_votable(Conversation::Moderation moderation) const {
        return state == State::accepted ||
               (state == State::pending && moderation == Conversation::Moderation::after);
    }
};
template <>
inline constexpr auto names_of<Statement::Origin> = names<Statement::Origin>({
    {Statement::Origin::participant, "participant"},
    {Statement::Origin::seed, "seed"},
});
template <>
inline constexpr auto names_of<Statement::State> = names<Statement::State>({
    {Statement::State::pending, "pending"},
    {Statement::State::accepted, "accepted"},
    {Statement::State::rejected, "rejected"},
});

inline constexpr std::size_t longest_statement = 280;
inline constexpr std::size_t advised_statement = 140;

/// One line of at most `longest_statement` characters. A seed is accepted from the start.
Result<Statement> compose_statement(const std::string& typed, Statement::Origin, Instant now);
/// One that was voted on elsewhere, where statements may be longer: it is kept whole, up to
/// `longest_past_statement`.
inline constexpr std::size_t longest_past_statement = 5000;
Result<Statement> past_statement(const std::string& text, Statement::Origin, Instant proposed_at);

/// What a moderator decides. A rejection needs one of the known reasons; all rulings can be changed later.
struct Ruling {
    std::string verdict;  // "accepted", "rejected", or "pending": a ruling is taken back
    std::string reason;
    std::string note;
};
Result<Statement> ruled(Statement, const Ruling&, Instant now);

}  // namespace medskapa
