#pragma once

#include "domain/inspel/inspel.hpp"
#include "store/sql/connection.hpp"

#include <vector>

/// By when people were promised an answer. It counts from the day their inspel came in, and moves only in
/// public.
namespace medskapa::store {

/// Fixes at receipt within how many days answers are promised.
void promise(sql::Transaction&, Id<Inspel>, int days);
/// Days from the receipt.
int promised_days(sql::Connection&, const Inspel&);

/// That the promised day of an issue was moved, and why.
struct DeadlineMove {
    Id<Issue> issue;
    Day from;
    Day to;
    std::string reason;
    Instant moved_at = {};
};
void add(sql::Transaction&, Id<Process>, const DeadlineMove&);
/// Oldest first.
std::vector<DeadlineMove> moves_of(sql::Connection&, Id<Issue>);
/// Of an issue that is taken back.
void remove_moves(sql::Transaction&, Id<Issue>);

}  // namespace medskapa::store
