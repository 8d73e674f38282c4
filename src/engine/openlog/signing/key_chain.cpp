#include "engine/openlog/signing/key_chain.hpp"

#include "engine/openlog/vocabulary.hpp"

namespace medskapa::openlog {
namespace {

std::optional<VerifierKey> key_in(const Entry& entry) {
    const auto key = read_verifier_key(entry.field("vkey").value_or(""));
    return key && key->type == KeyType::ed25519 ? std::optional{*key} : std::nullopt;
}

}  // namespace

std::string rotation_message(const VerifierKey& old_key, const VerifierKey& new_key) {
    return "medskapa.log/v1 key.rotated\n" + as_vkey(old_key) + '\n' + as_vkey(new_key) + '\n';
}

std::vector<Finding> KeyChain::read(std::uint64_t place, const Entry& entry) {
    if (entry.type == name_of(EntryType::key_rotated)) return rotate(place, entry);
    if (entry.type != name_of(EntryType::log_opened) || place != 0) return {};
    const auto key = key_in(entry);
    if (!key) return {breach(place, N_("The log was opened without a key that can be checked"))};
    keys_.push_back(*key);
    return {};
}

std::vector<Finding> KeyChain::rotate(std::uint64_t place, const Entry& entry) {
    const auto key = key_in(entry);
    const auto signature = from_base64(entry.field("signature").value_or(""));
    const bool is_allowed = key && signature && !keys_.empty() && key->name == keys_.back().name &&
                            is_signed(rotation_message(keys_.back(), *key), *signature, keys_.back());
    if (!is_allowed) return {breach(place, N_("A new key was put into use without the old key's signature"))};
    keys_.push_back(*key);
    return {remark(place, N_("A new key was put into use, signed by the old one: {}"), {as_vkey(*key)})};
}

std::vector<VerifierKey> keys_named_in(const Source& log) {
    KeyChain chain;
    std::uint64_t place = 0;
    for (std::uint64_t bundle = 0; bundle * tile_width < log.size(); ++bundle) {
        for (const auto& bytes : log.entries(bundle)) {
            if (const auto entry = read_entry(bytes)) (void)chain.read(place, *entry);
            ++place;
        }
    }
    return chain.keys();
}

}  // namespace medskapa::openlog
