#pragma once

#include "domain/document/document.hpp"

namespace medskapa {

/// A heading or paragraph that two versions do not have alike.
struct Difference {
    Node node;
    Whereabouts where;   // in the newer text; in the older for what is gone
    std::string before;  // empty: it was not there
    std::string after;   // empty: it is gone
    bool is_moved = false;
};

/// Two versions side by side, in the order of the newer, with what is gone last. Each line is counted once.
struct Comparison {
    std::vector<Difference> differences;
    std::int64_t changed = 0, added = 0, removed = 0, moved = 0, same = 0;
};

/// Lines are known by their nodes, not by their words. As few as possible are called moved: those outside a
/// longest run that both texts have in the same order (O(n log n) for n lines).
Comparison compared(const Lines& before, const Lines& after);

}  // namespace medskapa
