#pragma once

#include "app/act/act.hpp"
#include "base/digest.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace medskapa::app {

/// Which program serves, and by which rules: its version, the SHA-256 of its file, to be held against a
/// published one, and the rules as a text that everybody can read.
struct Release {
    std::string version;
    Digest sha256;
    std::string rules;
};

/// Tells the log when another program serves than before, and with it, or when they have changed, the rules.
/// Returns whether either is another.
Result<bool> note_release(Permitted<Action::administer>, const Release&);

/// Where everybody can fetch rules that the log vouches for: "/regler/<hexadecimal SHA-256>.txt".
std::string address_of_rules(const Digest&);
/// The rules at such an address, and nothing at any other.
std::optional<std::string> rules_at(sql::Connection&, std::string_view address);
/// Those in force: what the log was told last. Nothing before it was told any.
std::optional<Digest> rules_in_force(sql::Connection&);

}  // namespace medskapa::app
