#pragma once

#include <stdexcept>

namespace medskapa::jobs {

/// The log cannot be signed as it is. The sentence says why, and what the operator is to do.
struct CannotSign : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The database is not the one whose log was signed, or may not be: to sign it, or to write more in it, would
/// make two histories.
struct ForkedLog : CannotSign {
    using CannotSign::CannotSign;
};

/// Somebody outside has seen another history: it is remembered over restarts until the operator has answered.
struct WitnessedFork : ForkedLog {
    using ForkedLog::ForkedLog;
};

}  // namespace medskapa::jobs
