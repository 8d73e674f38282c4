#pragma once

#include "base/digest.hpp"
#include "domain/authorisation.hpp"
#include "store/sql/connection.hpp"

namespace medskapa::app {

/// Which program serves: its version, and the SHA-256 of its file, to be held against a published one.
struct Release {
    std::string version;
    Digest sha256;
};

/// Tells the log when another program serves than before. Returns whether it is another.
Result<bool> note_release(sql::Transaction&, const Permit&, const Release&);

}  // namespace medskapa::app
