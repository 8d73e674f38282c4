#pragma once

#include "domain/decision/completeness.hpp"
#include "store/sql/version.hpp"

#include <optional>
#include <vector>

namespace medskapa::store {

Id<Waiver> add(sql::Transaction&, const Waiver&);
void add(sql::Transaction&, Id<Process>, const AnswersDeclared&);

/// From the kept counts, and from what the assessments lack now.
Missing missing_in(sql::Connection&, Id<Process>);
Gate gate_of(sql::Connection&, Id<Process>);
/// What a page shows of it, for who then goes on.
sql::RowVersion version_of(Id<Process>, const Gate&);

/// Something that lacks an answer: an issue, or a whole inspel that is not read or not split.
struct Unanswered {
    enum class Kind { unread, unsplit, unanswered };

    Kind kind = Kind::unanswered;
    int inspel = 0;    // its number
    int position = 0;  // of the issue; 0 for a whole inspel
    std::string title;
};
/// In the order of receipt, after the one named; at most `limit`.
std::vector<Unanswered> unanswered_in(
    sql::Connection&, Id<Process>, int after_inspel, int after_position, int limit);

std::optional<Waiver> find_waiver(sql::Connection&, Id<Waiver>);
/// The oldest first.
std::vector<Waiver> waivers_of(sql::Connection&, Id<Process>);
std::optional<AnswersDeclared> answers_declared(sql::Connection&, Id<Process>);

}  // namespace medskapa::store
