#include "app/log/log_keys.hpp"

#include "app/act/record.hpp"
#include "base/digest.hpp"

#include <algorithm>

namespace medskapa::app {

std::vector<LoggedKey> log_keys(sql::Connection& db) {
    openlog::KeyChain chain;
    std::vector<LoggedKey> keys;
    for (const auto& stored : store::entries_about_the_log(db)) {
        const auto entry = openlog::read_entry(stored.data);
        if (!entry) continue;
        (void)chain.read(static_cast<std::uint64_t>(stored.place), *entry);
        if (chain.keys().size() > keys.size()) keys.push_back({chain.keys().back(), entry->time});
    }
    return keys;
}

std::vector<openlog::VerifierKey> trusted_keys(sql::Connection& db) {
    std::vector<openlog::VerifierKey> keys;
    for (const auto& logged : log_keys(db)) keys.push_back(logged.key);
    return keys;
}

Result<std::int64_t> open_log(Permitted<Action::administer> act, const std::string& vkey) {
    if (store::log_size(act.db()) > 0) return 0;
    return record(act, {EntryType::log_opened, "", {}, {{"vkey", vkey}}});
}

Result<std::int64_t> rotate_key(
    Permitted<Action::administer> act, const openlog::SigningKey& newest, const openlog::VerifierKey& next) {
    const auto keys = trusted_keys(act.db());
    const bool is_newest = !keys.empty() && keys.back() == newest.verifier();
    const bool is_known = std::find(keys.begin(), keys.end(), next) != keys.end();
    if (!is_newest || is_known || next.name != newest.verifier().name)
        return refuse(
            Failure::Kind::conflict, {{{}, N_("The log is signed with another key than that one")}});
    const auto signature = newest.signature_of(openlog::rotation_message(newest.verifier(), next));
    return record(act, {EntryType::key_rotated, "", {},
                           {{"vkey", openlog::as_vkey(next)}, {"signature", base64(signature)}}});
}

Result<store::SignedHead> remember_signed(Permitted<Action::administer> act, const store::SignedHead& head) {
    tx(act).changes_no_page();
    store::add(tx(act), head);
    return head;
}

Result<store::SignedHead> keep_cosigned(Permitted<Action::administer> act, const store::SignedHead& head) {
    tx(act).changes_no_page();
    store::change(tx(act), head);
    return head;
}

}  // namespace medskapa::app
