#pragma once

#include "engine/openlog/audit/finding.hpp"
#include "engine/openlog/lines.hpp"

#include <map>
#include <string>
#include <vector>

/// The file that opens a conversation's votes when it has ended, so that everybody can count them: a table of
/// the batch's place in the log, the commitment, and what opens it, by batch and commitment.
namespace medskapa::openlog {

/// What a commitment to a vote is made of: "s-12\n-1\n".
std::string value_of_vote(std::string_view statement, int value);

/// A row of the file.
struct OpenedVote {
    struct Vote {
        std::string statement;
        int value = 0;     // -1 against, 0 pass, 1 for
        std::string salt;  // 32 bytes
    };

    std::uint64_t batch = 0;
    Digest commitment;
    std::optional<Vote> vote;  // none: it stays closed
};

inline constexpr std::string_view openings_head = "batch,commitment,statement,value,salt\n";
std::string row_of(const OpenedVote&);

/// What an entry votes.committed says.
struct CommittedBatch {
    std::uint64_t place = 0;
    std::uint64_t count = 0;
    Digest root;
};

/// How many were opened of each value, by statement.
using OpenedTotals = std::map<std::string, std::map<int, std::uint64_t>>;

struct OpeningsReport {
    OpenedTotals totals;
    std::uint64_t opened = 0;
    std::vector<Finding> findings;
};

/// Computes every batch's root anew from the file and opens each vote that it opens. `place` is the entry
/// that names the file. O(n) hashes.
OpeningsReport check_openings(
    std::uint64_t place, std::string_view file, const std::vector<CommittedBatch>& batches);

}  // namespace medskapa::openlog
