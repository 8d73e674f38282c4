#pragma once

#include "app/act/act.hpp"

/// Codes that a person keeps on paper, each good once, in place of the app or the passkey that is not at
/// hand.
namespace medskapa::app {

/// Ten in place of those that the person had: "CC8X-D2N9-6DHX-ES91", 80 bits each. Only digests are kept.
std::vector<std::string> new_recovery_codes(const Act&, Id<User>, const std::string& secret);
/// Uses the code up. False when the person has none such.
bool takes_recovery_code(const Act&, Id<User>, const std::string& typed, const std::string& secret);

}  // namespace medskapa::app
