#include "app/log/log_audit.hpp"

#include "store/log/log_store.hpp"

#include <algorithm>

namespace medskapa::app {
namespace {

using openlog::breach;

void compare(const std::vector<std::string>& published, const std::vector<store::StoredEntry>& kept,
    std::uint64_t first, std::vector<openlog::Finding>& findings) {
    auto entry = kept.begin();
    for (std::size_t i = 0; i < published.size(); ++i) {
        const auto place = first + i;
        if (entry == kept.end() || entry->place != static_cast<std::int64_t>(place)) {
            findings.push_back(breach(place, N_("It was published, and the database has it no more")));
            continue;
        }
        if (entry->data != published[i])
            findings.push_back(breach(place, N_("It was changed in the database after it was published")));
        else if (entry->leaf != openlog::leaf_hash(entry->data))
            findings.push_back(breach(place, N_("Its hash was changed in the database")));
        ++entry;
    }
}

}  // namespace

std::vector<openlog::Finding> differences(
    sql::Connection& db, const openlog::Source& published, std::uint64_t size) {
    std::vector<openlog::Finding> findings;
    try {
        for (std::uint64_t first = 0; first < size; first += openlog::tile_width) {
            auto entries = published.entries(first / openlog::tile_width);
            entries.resize(std::min<std::uint64_t>(entries.size(), size - first));
            const auto begin = static_cast<std::int64_t>(first);
            const auto end = begin + static_cast<std::int64_t>(entries.size());
            compare(entries, store::stored_entries(db, begin, end), first, findings);
        }
    } catch (const openlog::BrokenFile& broken) {
        findings.push_back(breach({}, N_("The log lacks the file {}, or it is broken"), {broken.path()}));
    }
    return findings;
}

}  // namespace medskapa::app
