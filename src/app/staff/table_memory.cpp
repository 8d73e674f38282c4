#include "app/staff/table_memory.hpp"

#include "app/act/record.hpp"
#include "base/digest.hpp"
#include "store/staff/table_reading_store.hpp"

namespace medskapa::app {
namespace {

std::size_t bytes(const std::map<std::string, std::string>& choices) {
    std::size_t all = 0;
    for (const auto& [name, value] : choices) all += name.size() + value.size();
    return all;
}

bool can_be_kept(const TableReading& reading) {
    const auto header = from_hex(reading.header);
    return header && header->size() == Digest{}.size() &&
           bytes(reading.meaning) + bytes(reading.answers) <= longest_table_reading;
}

}  // namespace

Result<bool> remember_table(Permitted<Action::enter_inspel> act, const TableReading& reading) {
    if (!can_be_kept(reading)) return false;
    const auto known =
        store::table_reading(act.db(), act.process().id, reading.kind, reading.header, act.now());
    if (!known && reading.says_nothing()) return false;
    store::keep(tx(act), act.process().id, reading);
    if (!known || *known != reading)
        record(act, {EntryType::process_table_reading_changed,
                        object_named(ObjectKind::process, act.process().slug), {},
                        {{"columns", std::to_string(reading.meaning.size())},
                            {"answers", std::to_string(reading.answers.size())}}});
    return !reading.says_nothing();
}

Result<bool> forget_table_readings(Permitted<Action::administer> act) {
    tx(act).changes_no_page();
    store::remove_outdated_table_readings(tx(act));
    return true;
}

}  // namespace medskapa::app
