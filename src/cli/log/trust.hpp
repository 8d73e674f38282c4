#pragma once

#include "base/result.hpp"
#include "engine/openlog/signing/policy.hpp"

#include <optional>
#include <string>
#include <vector>

namespace medskapa::cli {

class Command;

/// Whose signatures a reader of a log believes.
struct Trust {
    std::vector<std::string> vkeys;
    std::string policy;  // a file
};

/// Adds --key and --policy.
void add_trust(Command&, Trust&);

/// The file of the policy, read; none where none was named.
Result<std::optional<openlog::Policy>> policy_of(const Trust&);
/// The keys named, and those of the policy.
Result<std::vector<openlog::VerifierKey>> keys_of(const Trust&, const std::optional<openlog::Policy>&);

/// Refuses where a policy asks for more witnesses than have signed.
tl::expected<void, Failure> enough_witnesses(
    const std::optional<openlog::Policy>&, const std::vector<openlog::Signer>&);

}  // namespace medskapa::cli
