#pragma once

#include "domain/conversation/opinion_result.hpp"
#include "store/sql/connection.hpp"

#include <map>
#include <optional>
#include <vector>

/// Statements, votes and maps of the conversations in activities.
namespace medskapa::store {

/// The conversation of an activity, or what one begins as.
Conversation conversation_of(sql::Connection&, const Activity&);
void save(sql::Transaction&, const Conversation&);
/// Those that have a row: somebody has taken part in them.
std::vector<Conversation> conversations(sql::Connection&);

/// `form_key` makes a resend known again; empty for what staff write.
Id<Statement> add(sql::Transaction&, const Statement&, const std::string& form_key);
/// Saves what may change: state, reason, note and time of decision.
void change(sql::Transaction&, const Statement&);
void set_inspel(sql::Transaction&, const Statement&, Id<Inspel>);
std::optional<Statement> statement_of_inspel(sql::Connection&, Id<Inspel>);
int next_statement_number(sql::Connection&, Id<Activity>);
std::optional<Statement> find_statement(sql::Connection&, Id<Statement>);
std::optional<Statement> statement_numbered(sql::Connection&, Id<Activity>, int number);
std::optional<Statement> statement_of_form(sql::Connection&, Id<Activity>, const std::string& form_key);
std::vector<Statement> statements_of(sql::Connection&, Id<Activity>);

std::optional<Id<Participant>> participant_of(sql::Connection&, const std::string& key_digest);
Id<Participant> add_participant(
    sql::Transaction&, const Conversation&, const std::string& key_digest, Assurance);

struct CastVote {
    Id<Participant> participant;
    Id<Statement> statement;
    Stance stance = Stance::pass;
    Instant at;
    std::optional<double> probability;  // that the statement had to be shown
};
/// The person's vote that counts, in place of an earlier one, and its line in the history.
void cast(sql::Transaction&, Id<Activity>, const CastVote&);

/// What somebody has said so far, by statement number.
OwnVotes votes_of(sql::Connection&, Id<Participant>);
std::int64_t count_votable(sql::Connection&, const Conversation&);

/// A statement that somebody may be shown next.
struct Servable {
    int number = 0;
    double priority = 1;
    std::int64_t exposures = 0;
};
/// What the participant has not voted on; everything votable for somebody who has not voted yet.
std::vector<Servable> servable(sql::Connection&, const Conversation&, std::optional<Id<Participant>>);
void set_priority(
    sql::Transaction&, Id<Activity>, int statement_number, double priority, std::int64_t exposures);

/// A line of the history. Those of voters who have been erased are not there.
struct HistoryLine {
    std::int64_t place = 0;  // rises with time
    std::int64_t participant = 0;
    int statement = 0;  // number
    Stance stance = Stance::pass;
    Instant at;
};
std::vector<HistoryLine> history(sql::Connection&, Id<Activity>, std::int64_t after, int limit);
std::int64_t last_cast(sql::Connection&, Id<Activity>);

/// The last map of a day.
struct OpinionSnapshot {
    Day day;
    Instant drawn_at;
    std::int64_t last_cast = 0;
    bool is_final = false;  // drawn after the conversation was closed, from nothing but its votes
    OpinionResult result;
};
/// In place of an earlier one of the same day. Throws std::logic_error for a result that nobody may see, see
/// breach_of_privacy().
void keep(sql::Transaction&, const Conversation&, const OpinionSnapshot&);
std::optional<OpinionSnapshot> newest_snapshot(sql::Connection&, Id<Activity>);
std::optional<OpinionSnapshot> snapshot_of(sql::Connection&, Id<Activity>, Day);
std::vector<Day> days_with_snapshot(sql::Connection&, Id<Activity>);

std::string memory_of(sql::Connection&, Id<Activity>);
void keep_memory(sql::Transaction&, const Conversation&, const std::string& memory);

/// Names that staff have given to groups, by label.
std::map<int, std::string> group_names(sql::Connection&, Id<Activity>);
void name_group(sql::Transaction&, const Conversation&, int label, const std::string& name);

}  // namespace medskapa::store
