#pragma once

#include "engine/openlog/audit/finding.hpp"
#include "engine/openlog/audit/source.hpp"
#include "engine/openlog/entry.hpp"
#include "engine/openlog/signing/key.hpp"

#include <vector>

namespace medskapa::openlog {

/// What the old key signs in field `signature` of a `key.rotated` entry, where field `vkey` names the new
/// one.
std::string rotation_message(const VerifierKey& old_key, const VerifierKey& new_key);

/// The keys that a log has had, as its own entries say: `log.opened` names the first, and each `key.rotated`
/// is signed by the one before it.
class KeyChain {
public:
    /// Passes over entries that name no key.
    std::vector<Finding> read(std::uint64_t place, const Entry&);

    const std::vector<VerifierKey>& keys() const { return keys_; }  // oldest first

private:
    std::vector<Finding> rotate(std::uint64_t place, const Entry&);

    std::vector<VerifierKey> keys_;
};

/// The keys that a log has had, by its own word. Reads all its entries. Throws BrokenFile.
std::vector<VerifierKey> keys_named_in(const Source& log);

}  // namespace medskapa::openlog
