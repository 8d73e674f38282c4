#pragma once

#include "base/result.hpp"
#include "engine/openlog/tree/tree.hpp"

#include <optional>

namespace medskapa::openlog {

/// C2SP tlog-proof: that an entry is in a log, to be checked without the log.
struct ProofFile {
    std::optional<std::string> extra;  // of the application; nothing vouches for it
    std::uint64_t index = 0;
    std::vector<Digest> hashes;  // from the leaf's sibling upwards, at most 63
    std::string checkpoint;      // the signed note, verbatim
};

std::string text_of(const ProofFile&);
/// Refuses what is not of the form. Neither the proof nor the checkpoint is checked.
Result<ProofFile> read_proof_file(std::string_view);

}  // namespace medskapa::openlog
