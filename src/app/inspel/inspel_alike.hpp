#pragma once

#include "app/inspel/inspel.hpp"

namespace medskapa::app {

/// One of the drafts says nearly what an inspel says that has come in before.
struct AlikeInspel {
    std::size_t draft = 0;  // its place among the drafts
    int number = 0;         // of the inspel
    std::string title;

    bool operator==(const AlikeInspel&) const = default;
};

/// For each draft, in their order, the first inspel that waits or is published and shares at least six in ten
/// of all the words of both, by their stems (Jaccard's index). O(words of all inspel x drafts that share
/// them), in memory for the drafts alone.
std::vector<AlikeInspel> known_alike(sql::Connection&, const Process&, const std::vector<Entered>& drafts);

}  // namespace medskapa::app
