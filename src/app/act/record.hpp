#pragma once

#include "app/act/transaction.hpp"
#include "engine/openlog/objects.hpp"
#include "engine/openlog/vocabulary.hpp"
#include "store/log/log_store.hpp"

#include <string>
#include <vector>

namespace medskapa::app {

using openlog::EntryType;
using openlog::object_named;
using openlog::ObjectKind;
using openlog::part_named;

/// Something said in an act that the log commits to without showing it: a salted digest stands for it.
struct Committed {
    std::string label;
    std::string value;
};

/// What the log says of an act. `object` is a noun and a public name, such as "inspel/7f3a9c", never a
/// person's; empty for the log itself and the program.
struct LogRecord {
    EntryType type;
    std::string object;
    std::vector<Committed> committed = {};
    std::vector<openlog::Field> said = {};  // in the open, so nothing that a person has written
};

/// Writes the act's entry in the open log, in the act's own transaction. Returns the entry's place in the
/// log. Time never goes back in the log: an entry is dated as the one before it when the clock has been set
/// back. Throws std::logic_error for an entry that lacks a field that its type
/// demands, or could not be read again.
std::int64_t record(const Act&, const LogRecord&);
std::int64_t record(
    const Act&, EntryType, const std::string& object, const std::vector<Committed>& committed = {});

/// Now, or the time of the newest entry where that is later.
Instant time_of_next(const Act&);

}  // namespace medskapa::app
