#pragma once

#include "engine/openlog/audit/audit_rules.hpp"
#include "engine/openlog/audit/openings.hpp"
#include "engine/openlog/audit/source.hpp"
#include "engine/openlog/signing/checkpoint.hpp"
#include "engine/openlog/signing/key_chain.hpp"

#include <map>

namespace medskapa::openlog {

/// A document that an entry vouches for: at `path` on the site it must have this SHA-256.
struct Document {
    std::uint64_t place = 0;
    std::string path;
    Digest sha256;
};

/// Where an entry says that a conversation's votes can be counted, and how many it opens.
struct Openings {
    std::uint64_t place = 0;
    std::string path;
    std::string object;
    std::uint64_t opened = 0;
};

/// What an auditor brings along, besides the log itself.
struct AuditQuestion {
    std::vector<VerifierKey> trusted;       // the log's key, from elsewhere, and witnesses' keys
    std::optional<SignedCheckpoint> since;  // kept from an earlier audit, or from a newspaper
    Fetch documents;                        // the site's documents by path; may be empty, then none is read
    std::function<void(std::uint64_t done, std::uint64_t all)> progress;  // may be empty
};

struct AuditReport {
    SignedCheckpoint newest;
    std::vector<Signer> signers;                 // whose signatures on it were checked
    std::vector<VerifierKey> keys;               // that the log says it has had, oldest first
    std::map<std::string, std::uint64_t> types;  // entries of each type
    std::map<std::string, std::uint64_t> votes;  // counted in batches, by object
    std::map<std::string, OpenedTotals> opened;  // counted by us in the files that open them, by object
    std::vector<Finding> findings;

    bool holds() const;
};

/// Reads a whole published log, computes it anew and asks of it everything that can be asked: each entry in
/// its form and hashed into its tile, each tile and the root as computed, the signature of the log's newest
/// key, the same history as in an earlier checkpoint, the meaning of the entries. Refuses when there is no
/// readable checkpoint; all else is a finding. O(n) time; memory for the objects named in the entries.
Result<AuditReport> audit(const Fetch& log, const AuditQuestion&);

}  // namespace medskapa::openlog
