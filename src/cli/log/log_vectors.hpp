#pragma once

#include "base/result.hpp"

#include <iosfwd>
#include <string>

namespace medskapa::cli {

struct Tally {
    int passed = 0;
    int failed = 0;
};

/// Runs the published test vectors of the open log in a folder: a line a file on `out`, each failing case
/// named before it. A file that is not there is one failure. Refuses a file that is no JSON of the known
/// form.
Result<Tally> run_vectors(const std::string& folder, std::ostream& out);

}  // namespace medskapa::cli
