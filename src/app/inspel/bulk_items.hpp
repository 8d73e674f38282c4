#pragma once

#include "app/act/act.hpp"
#include "domain/inspel/inspel.hpp"
#include "domain/staff/desk.hpp"

#include <string>
#include <vector>

/// What doing many at once and undoing it share.
namespace medskapa::app {

inline constexpr const char* changed = N_("It was changed after you looked at the list. Look at it again");

/// Why one of them was left alone, as a sentence without holes.
std::string reason_of(const Failure&);

template <class T>
void note_outcome(BulkItem& item, const Result<T>& result) {
    if (!result) item.refusal = reason_of(result.error());
}

// What an act on issues changes, as an item remembers it.
std::string assignee_of(const Issue&);
std::string topic_of(const Issue&);
std::string group_of(const Issue&);

/// Keeps what came of each for the person who acts.
BulkAct remembered(const Act&, BulkKind, const std::vector<BulkItem>&);

}  // namespace medskapa::app
