#pragma once

#include "engine/regional/table.hpp"

#include <map>

namespace medskapa::regional {

/// Industries by the name of a priority; priorities may share industries.
using Priorities = std::map<std::string, std::vector<std::string>>;

/// How much of a priority one place has.
struct PriorityInPlace {
    double jobs = 0;                 // that are known: "at least" where some are missing
    std::size_t missing = 0;         // suppressed cells
    std::optional<double> quotient;  // location quotient; none where the place, or the priority, has no jobs

    bool is_few() const { return jobs < 10; }  // then the quotient says little
    /// Below 0.8, up to 1.2, or above; none without a quotient.
    enum class Step { low, as_all, high };
    std::optional<Step> step() const;
};

struct PriorityRow {
    std::string priority;
    std::vector<PriorityInPlace> places;  // in the order of the table's regions
};

/// The table's regions are places; missing cells are in no sum. Refuses a priority without industries, and an
/// industry that the table does not have. O(cells of the priorities).
Result<std::vector<PriorityRow>> priorities_by_place(const Table& jobs, const Priorities&);

}  // namespace medskapa::regional
