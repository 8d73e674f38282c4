#include "cli/log/trust.hpp"

#include "cli/command.hpp"
#include "cli/files.hpp"

namespace medskapa::cli {

using namespace openlog;

void add_trust(Command& command, Trust& trust) {
    command.add_option("--key", trust.vkeys, "A key to trust, from elsewhere: name+id+key");
    command.add_option("--policy", trust.policy, "A file of trusted logs and witnesses (C2SP tlog-policy)");
}

Result<std::optional<Policy>> policy_of(const Trust& trust) {
    if (trust.policy.empty()) return std::nullopt;
    const auto text = bytes_of(trust.policy);
    if (!text) return tl::unexpected{text.error()};
    auto policy = read_policy(*text);
    if (!policy) return tl::unexpected{policy.error()};
    return *std::move(policy);
}

Result<std::vector<VerifierKey>> keys_of(const Trust& trust, const std::optional<Policy>& policy) {
    std::vector<VerifierKey> keys;
    for (const auto& vkey : trust.vkeys) {
        auto key = read_verifier_key(vkey);
        if (!key) return tl::unexpected{key.error()};
        keys.push_back(*std::move(key));
    }
    if (!policy) return keys;
    keys.insert(keys.end(), policy->logs().begin(), policy->logs().end());
    keys.insert(keys.end(), policy->witnesses().begin(), policy->witnesses().end());
    return keys;
}

tl::expected<void, Failure> enough_witnesses(
    const std::optional<Policy>& policy, const std::vector<Signer>& signers) {
    if (!policy || policy->is_satisfied_by(signers)) return {};
    return refuse(
        Failure::Kind::invalid, {{"policy", N_("Fewer witnesses than the policy asks for have signed"), {}}});
}

}  // namespace medskapa::cli
