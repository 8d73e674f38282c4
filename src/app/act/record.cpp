#include "app/act/record.hpp"

#include "app/act/entry_type.hpp"
#include "base/digest.hpp"

#include <algorithm>

namespace medskapa::app {

Instant time_of_next(const Act& act) {
    const auto before = store::newest_entry(act.db());
    if (!before) return act.now();
    const auto entry = openlog::read_entry(*before);
    return entry ? std::max(entry->time, act.now()) : act.now();
}

std::int64_t record(const Act& act, const LogRecord& what) {
    constexpr std::size_t bytes_of_salt = 32;
    openlog::Entry entry{what.type, time_of_next(act), act.process().slug, what.object,
        store::last_about(act.db(), what.object), {}, what.said};
    std::vector<store::Salt> salts;
    for (const auto& [label, value] : what.committed) {
        salts.push_back({label, random_bytes(bytes_of_salt)});
        entry.commitments.push_back({label, openlog::commit(salts.back().salt, label, value)});
    }
    entry.type = type_in_log(what.type, entry);
    return store::append(tx(act), entry, salts);
}

std::int64_t record(const Act& act, const std::string& type, const std::string& object,
    const std::vector<Committed>& committed) {
    return record(act, LogRecord{type, object, committed});
}

}  // namespace medskapa::app
