#include "app/site/release.hpp"

#include "app/act/record.hpp"
#include "app/site/addresses.hpp"
#include "engine/openlog/lines.hpp"
#include "store/site/rules_store.hpp"

namespace medskapa::app {
namespace {

constexpr std::string_view rules_ending = ".txt";

std::string rules_object() {
    return object_named(ObjectKind::rules, "site");
}

/// The digest of the program that served before, as the log has it; empty for the first.
std::string known_digest(sql::Connection& db) {
    std::string known;
    for (const auto& stored : store::entries_about_the_log(db)) {
        const auto entry = openlog::read_entry(stored.data);
        if (entry && entry->type == name_of(EntryType::program_changed))
            known = entry->field("sha256").value_or("");
    }
    return known;
}

void record_rules(const Act& act, const Digest& digest) {
    record(act, {EntryType::rules_changed, rules_object(), {},
                    {{"document", address_of_rules(digest)}, {"sha256", openlog::as_base64(digest)}}});
}

}  // namespace

Result<bool> note_release(Permitted<Action::administer> act, const Release& release) {
    const auto digest = openlog::as_base64(release.sha256);
    const bool is_new = digest != known_digest(act.db());
    if (is_new)
        record(act, {EntryType::program_changed, "", {}, {{"version", release.version}, {"sha256", digest}}});
    const auto rules = sha256(release.rules);
    const bool has_other_rules = rules_in_force(act.db()) != rules;
    store::keep_rules(
        tx(act), rules, release.rules);  // also when an older backup has been put back without them
    if (is_new || has_other_rules) record_rules(act, rules);
    return is_new || has_other_rules;
}

std::string address_of_rules(const Digest& digest) {
    return path_to(address::rules_file, hex(as_text(digest)) + std::string{rules_ending});
}

std::optional<std::string> rules_at(sql::Connection& db, std::string_view address) {
    if (!address.ends_with(rules_ending)) return std::nullopt;
    auto name = address.substr(address.rfind('/') + 1);
    name.remove_suffix(rules_ending.size());
    const auto digest = as_digest(from_hex(name).value_or(""));
    return digest && address == address_of_rules(*digest) ? store::rules_with(db, *digest) : std::nullopt;
}

std::optional<Digest> rules_in_force(sql::Connection& db) {
    const auto place = store::last_about(db, rules_object());
    const auto entries = place ? store::log_entries(db, *place, 1) : std::vector<std::string>{};
    const auto entry = entries.empty() ? openlog::read_entry("") : openlog::read_entry(entries.front());
    return entry ? openlog::read_digest(entry->field("sha256").value_or("")) : std::nullopt;
}

}  // namespace medskapa::app
