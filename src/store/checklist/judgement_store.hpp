#pragma once

#include "domain/checklist/checklist.hpp"
#include "store/sql/connection.hpp"

#include <map>
#include <utility>
#include <vector>

namespace medskapa::store {

Judgement add(sql::Transaction&, Judgement);

/// All of a requirement, the newest first.
std::vector<Judgement> judgements_of(sql::Connection&, Id<Process>, Checklist::Kind, const std::string& code);
/// The newest of each requirement of the list, by its code, and the one before it where there is one.
struct NewestJudgement {
    Judgement newest;
    std::optional<Judgement> before;
};
std::map<std::string, NewestJudgement> newest_judgements(sql::Connection&, Id<Process>, Checklist::Kind);

}  // namespace medskapa::store
