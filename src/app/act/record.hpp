#pragma once

#include "app/act/transaction.hpp"
#include "engine/openlog/entry.hpp"
#include "store/log/log_store.hpp"

#include <string>
#include <vector>

namespace medskapa::app {

/// Something said in an act that the log commits to without showing it: a salted digest stands for it.
struct Committed {
    std::string label;
    std::string value;
};

/// What the log says of an act. `object` is a kind and a public name, such as "inspel/7f3a9c", never a
/// person's.
struct LogRecord {
    std::string type;
    std::string object;
    std::vector<Committed> committed = {};
    std::vector<openlog::Field> said = {};  // in the open, so nothing that a person has written
};

/// Writes the act's entry in the open log, in the act's own transaction. Returns the entry's place in the
/// log. Time never goes back in the log: an entry is dated as the one before it when the clock has been set
/// back.
std::int64_t record(const Act&, const LogRecord&);
std::int64_t record(const Act&, const std::string& type, const std::string& object,
    const std::vector<Committed>& committed = {});

/// Now, or the time of the newest entry where that is later.
Instant time_of_next(const Act&);

}  // namespace medskapa::app
