#include "app/log.hpp"

#include "store/log_store.hpp"

namespace medskapa::app {

std::int64_t record(sql::Transaction& tx, const Process& process, const std::string& type,
    const std::string& object, const std::vector<Committed>& committed,
    const std::vector<openlog::Field>& fields) {
    constexpr std::size_t salt_octets = 32;
    openlog::Entry entry{
        type, tx.now(), process.slug, object, store::last_about(tx.db(), object), {}, fields};
    std::vector<store::Salt> salts;
    for (const auto& [label, value] : committed) {
        salts.push_back({label, random_bytes(salt_octets)});
        entry.commitments.push_back({label, openlog::commit(salts.back().octets, label, value)});
    }
    return store::append(tx, entry, salts);
}

}  // namespace medskapa::app
