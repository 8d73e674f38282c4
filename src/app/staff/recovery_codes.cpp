#include "app/staff/recovery_codes.hpp"

#include "app/act/transaction.hpp"
#include "base/digest.hpp"
#include "domain/staff/passphrase.hpp"
#include "store/staff/passphrase_store.hpp"

namespace medskapa::app {
namespace {

constexpr std::size_t code_bytes = 10;
constexpr std::size_t group = 4;

std::string digest_of_code(Id<User> user, const std::string& typed, const std::string& secret) {
    const auto code =
        "medskapa.recovery-code.v1\n" + std::to_string(user.value) + '\n' + base32_normalised(typed);
    return std::string{as_text(hmac_sha256(secret, code))};
}

std::string in_groups(const std::string& code) {
    std::string shown;
    for (std::size_t i = 0; i < code.size(); i += group) shown += (i == 0 ? "" : "-") + code.substr(i, group);
    return shown;
}

}  // namespace

std::vector<std::string> new_recovery_codes(const Act& act, Id<User> user, const std::string& secret) {
    std::vector<std::string> codes;
    std::vector<std::string> digests;
    for (std::size_t i = 0; i < recovery_codes_given; ++i) {
        codes.push_back(in_groups(base32(random_bytes(code_bytes))));
        digests.push_back(digest_of_code(user, codes.back(), secret));
    }
    store::replace_recovery_codes(tx(act), user, digests);
    return codes;
}

bool takes_recovery_code(const Act& act, Id<User> user, const std::string& typed, const std::string& secret) {
    return store::use_recovery_code(tx(act), user, digest_of_code(user, typed, secret));
}

}  // namespace medskapa::app
