#include "app/log/log_repair.hpp"

#include "app/act/record.hpp"
#include "app/log/log_audit.hpp"

#include <algorithm>

namespace medskapa::app {

Result<std::int64_t> repair_log(Permitted<Action::administer> act, const openlog::Fetch& published,
    const openlog::TreeHead& signed_head) {
    const auto size = static_cast<std::uint64_t>(store::log_size(act.db()));
    const openlog::Source source{signed_head.size, published};
    if (!differences(act.db(), source, std::min(size, signed_head.size)).empty())
        return refuse(Failure::Kind::conflict,
            {{{}, N_("The database holds other entries than those that were published. Restore an older "
                     "backup")}});
    if (size >= signed_head.size)
        return refuse(Failure::Kind::conflict, {{{}, N_("The database lacks no entry that was published")}});

    for (auto place = size; place < signed_head.size; ++place) {
        const auto data = source.entry(place);
        const auto entry = openlog::read_entry(data);
        if (!entry) return tl::unexpected{entry.error()};
        store::append(tx(act), *entry, {});
    }
    const auto missing = static_cast<std::int64_t>(signed_head.size - size);
    record(act, {EntryType::log_restored, "", {}, {{"entries", std::to_string(missing)}}});
    return missing;
}

Result<std::int64_t> note_restored(Permitted<Action::administer> act) {
    return record(act, {EntryType::log_restored, "", {}, {{"entries", "0"}}});
}

}  // namespace medskapa::app
