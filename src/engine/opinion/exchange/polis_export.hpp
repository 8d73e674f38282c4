#pragma once

#include "engine/opinion/conversation.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <utility>

/// Polis' open-data export, the format in which conversations are exchanged: comma-separated tables in UTF-8,
/// agreeing is +1. All readers take a file in pieces and refuse with the line where it cannot be read.
namespace medskapa::opinion::exchange {

/// Gives the next piece of a file, valid until the next call; nothing at its end.
using Pieces = std::function<std::string_view()>;

struct Matrix {
    Conversation conversation;
    std::vector<std::pair<ParticipantId, int>> groups;  // as published, where the file says
};

/// participants-votes.csv: a row a participant, a column a statement, empty where there is no vote.
/// Statements are those of the header, participants those with a vote.
Result<Matrix> read_matrix(const Pieces&);

/// One row of comments.csv.
struct Comment {
    std::int64_t timestamp = 0;  // ms; 0 when the file does not say
    StatementId statement = 0;
    ParticipantId author = 0;
    Standing standing;
    bool is_seed = false;
    std::string body;
};
Result<std::vector<Comment>> read_comments(const Pieces&);
/// Gives each statement of the conversation its standing; comments on no statement are passed over.
void apply(const std::vector<Comment>&, Conversation&);

/// One row of votes.csv. The same participant may vote again on the same statement.
struct Event {
    std::int64_t timestamp;  // ms
    StatementId statement;
    ParticipantId participant;
    Vote vote;
};
/// In order of time; votes of the same moment in the order of the file.
Result<std::vector<Event>> read_events(const Pieces&);

/// A table `participant,group`, as `--groups` takes it.
Result<std::vector<std::pair<ParticipantId, int>>> read_groups(const Pieces&);

}  // namespace medskapa::opinion::exchange
