#include "app/act/record.hpp"

#include "base/digest.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <stdexcept>

namespace medskapa::app {

Instant time_of_next(const Act& act) {
    const auto before = store::newest_entry(act.db());
    if (!before) return act.now();
    const auto entry = openlog::read_entry(*before);
    return entry ? std::max(entry->time, act.now()) : act.now();
}

std::int64_t record(const Act& act, const LogRecord& what) {
    constexpr std::size_t bytes_of_salt = 32;
    openlog::Entry entry{std::string{name_of(what.type)}, time_of_next(act), act.process().slug, what.object,
        what.object.empty() ? std::nullopt : store::last_about(act.db(), what.object), {}, what.said};
    std::vector<store::Salt> salts;
    for (const auto& [label, value] : what.committed) {
        salts.push_back({label, random_bytes(bytes_of_salt)});
        entry.commitments.push_back({label, openlog::commit(salts.back().salt, label, value)});
    }
    if (const auto unsound = openlog::unsound_fields(what.type, entry); !unsound.empty())
        throw std::logic_error{fmt::format("An entry {} without a sound {}", entry.type, unsound.front())};
    // What nobody could read again is never signed.
    if (!openlog::read_entry(openlog::canonical(entry)))
        throw std::logic_error{fmt::format("An entry {} that cannot be read", entry.type)};
    return store::append(tx(act), entry, salts);
}

std::int64_t record(
    const Act& act, EntryType type, const std::string& object, const std::vector<Committed>& committed) {
    return record(act, LogRecord{type, object, committed});
}

}  // namespace medskapa::app
