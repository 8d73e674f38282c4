#pragma once

#include "base/result.hpp"
#include "engine/regional/codes.hpp"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace medskapa::regional {

/// What a result should be read with: `field` names the kind, the sentence says it. Never stops a run.
using Warning = Complaint;

/// Regions x industries, both in the order of their codes (bytes), so that the order of a file's rows never
/// shows in a result. Values are amounts >= 0, for instance jobs; a missing cell holds 0 in `values`, so that
/// sums leave it out, and is named in `missing`: no ratio is ever given for it.
struct Table {
    std::vector<std::string> regions;
    std::vector<std::string> industries;
    std::vector<double> values;  // row by row: regions.size() * industries.size()
    std::vector<bool> missing;   // the same shape
    std::vector<Warning> warnings;

    double at(std::size_t region, std::size_t industry) const {
        return values[region * industries.size() + industry];
    }
    bool is_missing(std::size_t region, std::size_t industry) const {
        return missing[region * industries.size() + industry];
    }
    std::size_t missing_cells() const;
};

/// Gathers long rows into a table. Memory: 16 bytes a row.
class TableBuilder {
public:
    /// No value means missing: suppressed, unknown, not collected.
    void add(std::string_view region, std::string_view industry, std::optional<double> value);

    /// Amounts of the same pair are summed (with a warning); a pair without a row is 0 (with a warning); a
    /// pair with a missing row is missing. Refuses a negative or infinite amount, amounts whose
    /// sum is infinite, an empty table, and a table of more than 10^8 cells. O(n log n), O(n) for rows in
    /// order.
    Result<Table> finish();

private:
    struct Entry {
        std::uint32_t region;
        std::uint32_t industry;
        double value;  // NaN inside the builder only: missing
    };
    std::optional<Failure> refusal() const;
    Result<Table> filled();
    Entry next_entry();

    Codes regions_;
    Codes industries_;
    std::deque<Entry> entries_;  // grows without ever holding twice what it has
};

/// Row, column and grand sums; missing cells are left out.
struct Totals {
    std::vector<double> region;
    std::vector<double> industry;
    double all = 0;
};
Totals totals(const Table&);

/// The table with regions (or industries) replaced by the group that `group_of` gives them: sums come before
/// every ratio. A group with a missing part is the sum of its known parts, with a warning. Refuses a code
/// that has no group.
using Grouping = std::unordered_map<std::string, std::string>;
Result<Table> by_region_group(const Table&, const Grouping& group_of);
Result<Table> by_industry_group(const Table&, const Grouping& group_of);

}  // namespace medskapa::regional
