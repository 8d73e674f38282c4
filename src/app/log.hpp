#pragma once

#include "domain/authorisation.hpp"
#include "openlog/entry.hpp"
#include "store/sql/connection.hpp"

#include <string>
#include <vector>

namespace medskapa::app {

/// Something said in an act that the log commits to without showing it: a salted digest stands for it.
struct Committed {
    std::string label;
    std::string value;
};

/// Writes the act's entry in the open log, in the act's own transaction. Returns the entry's place in the
/// log. `object` is a kind and a public name, such as "inspel/7f3a9c", never a person's. `fields` stand there
/// in the open.
std::int64_t record(sql::Transaction&, const Process&, const std::string& type, const std::string& object,
    const std::vector<Committed>& committed = {}, const std::vector<openlog::Field>& fields = {});

/// Whether the permit was given for this act in this process: a verb asks, so that a route that names the
/// wrong action lets nobody do another.
inline bool allows(const Permit& permit, Action action, const Process& process) {
    return permit.action() == action && permit.process() == process.id;
}

}  // namespace medskapa::app
