#pragma once

#include "engine/openlog/tree/tree.hpp"

namespace medskapa::cli {

/// Every subtree, and every proof, of trees up to 130 leaves of one byte, a line each, as
/// draft-ietf-plants-merkle-tree-certs writes them to be compared by one digest.
class SubtreeLines {
public:
    SubtreeLines();

    std::string hashes() const;              // "[s, e) hash"
    std::string inclusion_proofs() const;    // "i [s, e) hash ..."
    std::string consistency_proofs() const;  // "[s, e) n hash ..."

private:
    std::vector<Digest> leaves_;
};

}  // namespace medskapa::cli
