#pragma once

#include "engine/opinion/exchange/polis_export.hpp"
#include "engine/opinion/statistics/group_votes.hpp"

#include <iosfwd>

namespace medskapa::opinion::exchange {

/// The same tables written: what read_* reads back gives the same conversation. Text is UTF-8, lines end in
/// LF.

/// participants-votes.csv, rows and columns in rising order of ids. `groups` by participant in that order;
/// empty where groups are not published.
void write_matrix(
    std::ostream&, const Conversation&, const Grouping& groups, const std::vector<Comment>& authors);

/// comments.csv, with the columns is-meta and is-seed, without which groups cannot be computed anew.
void write_comments(std::ostream&, const std::vector<Comment>&, const Conversation&);

/// votes.csv, event by event, so that a long list need not be held.
class EventWriter {
public:
    explicit EventWriter(std::ostream&);
    void write(const Event&);

private:
    std::ostream& out_;
    std::int64_t second_ = -1;
    std::string date_;
};

}  // namespace medskapa::opinion::exchange
