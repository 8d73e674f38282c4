#pragma once

#include "domain/priority/weighing.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <vector>

namespace medskapa::store {

/// Gives it the next number of its process. Returns it with number and id.
Weighing add(sql::Transaction&, Weighing);
WeighingInvitation add(sql::Transaction&, WeighingInvitation);
/// Adds the person's answer, or changes the one that there is.
void keep(sql::Transaction&, const WeighingAnswer&);
void remove(sql::Transaction&, const WeighingAnswer&);

/// By number.
std::vector<Weighing> weighings_of(sql::Connection&, Id<Process>);
std::optional<Weighing> weighing_numbered(sql::Connection&, Id<Process>, int number);
std::vector<WeighingInvitation> invitations_of(sql::Connection&, Id<Weighing>);
std::optional<WeighingInvitation> find_invitation(sql::Connection&, Id<WeighingInvitation>);
std::vector<WeighingAnswer> answers_of(sql::Connection&, Id<Weighing>);
std::int64_t answers_to(sql::Connection&, Id<Weighing>);
std::optional<WeighingAnswer> answer_by(sql::Connection&, Id<Weighing>, const std::string& person);

}  // namespace medskapa::store
