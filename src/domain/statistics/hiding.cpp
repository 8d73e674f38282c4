#include "domain/statistics/hiding.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <unordered_map>

namespace medskapa {
namespace {

using Cell = Dataset::Cell;
using Shown = Dataset::Shown;

/// Members of a dimension of which one may be the sum of the others. `whole`: it can be that one only.
struct Group {
    std::vector<std::size_t> members;
    std::optional<std::size_t> whole = {};
};

/// Each member's nearest other whose code its own begins with, "2303" of "23".
std::vector<std::optional<std::size_t>> parents(const std::vector<Dataset::Member>& members) {
    std::vector<std::size_t> by_code(members.size());
    std::iota(by_code.begin(), by_code.end(), std::size_t{0});
    std::sort(by_code.begin(), by_code.end(),
        [&](std::size_t a, std::size_t b) { return members[a].code < members[b].code; });
    std::vector<std::optional<std::size_t>> found(members.size());
    std::vector<std::size_t> open;
    for (const auto member : by_code) {
        const auto& code = members[member].code;
        while (!open.empty() && !code.starts_with(members[open.back()].code)) open.pop_back();
        if (!open.empty() && !members[open.back()].code.empty()) found[member] = open.back();
        open.push_back(member);
    }
    return found;
}

/// All members; those that stand under no other; and each with those that stand under it.
std::vector<Group> possible_sums(const std::vector<Dataset::Member>& members) {
    const auto above = parents(members);
    Group all;
    Group highest;
    std::map<std::size_t, Group> under;
    for (std::size_t k = 0; k < members.size(); ++k) {
        all.members.push_back(k);
        if (!above[k]) {
            highest.members.push_back(k);
            continue;
        }
        under[*above[k]].whole = *above[k];
        under[*above[k]].members.push_back(k);
    }
    std::vector<Group> groups{std::move(all)};
    if (highest.members.size() < members.size()) groups.push_back(std::move(highest));
    for (auto& [whole, group] : under) {
        group.members.push_back(whole);
        groups.push_back(std::move(group));
    }
    return groups;
}

/// What a reader knows of a hidden number: it lies from `low` to `high`.
struct Range {
    double low;
    double high;
};

Range known_of(const Cell& cell) {
    constexpr double most_hidden = 4;
    if (cell.shown == Shown::withheld) return {0, std::numeric_limits<double>::infinity()};
    return *cell.value > 0 ? Range{1, most_hidden} : Range{-most_hidden, -1};
}

/// The cells of a sum, the whole last.
using Line = std::vector<Cell*>;

double sign_of(const Line& line, const Cell* cell) {
    return cell == line.back() ? -1 : 1;
}

/// Whether the sum leaves one value alone for a hidden number, by what is known of the others.
bool gives_away(const Line& line, const Cell* hidden) {
    double low = 0;
    double high = 0;
    for (const auto* other : line) {
        if (other == hidden) continue;
        const auto range = other->is_hidden() ? known_of(*other) : Range{*other->value, *other->value};
        const double sign = sign_of(line, other);
        low += sign > 0 ? range.low : -range.high;
        high += sign > 0 ? range.high : -range.low;
    }
    const auto own = known_of(*hidden);
    const double least = hidden == line.back() ? low : -high;
    const double most = hidden == line.back() ? high : -low;
    return std::max(least, own.low) >= std::min(most, own.high);
}

bool gives_one_away(const Line& line) {
    return std::any_of(line.begin(), line.end(),
        [&](const Cell* cell) { return cell->is_hidden() && gives_away(line, cell); });
}

/// The smallest part that is shown and not zero, then the whole, then a part that is zero.
Cell* next_to_hide(const Line& line) {
    Cell* chosen = nullptr;
    const auto rank = [&](const Cell* cell) {
        if (cell == line.back()) return 1;
        return *cell->value == 0 ? 2 : 0;
    };
    for (auto* cell : line) {
        if (cell->is_hidden()) continue;
        if (chosen == nullptr || rank(cell) < rank(chosen) ||
            (rank(cell) == rank(chosen) && std::abs(*cell->value) < std::abs(*chosen->value)))
            chosen = cell;
    }
    return chosen;
}

/// Whether anything more had to be hidden.
bool protect(const Line& line) {
    if (!gives_one_away(line)) return false;
    auto* next = next_to_hide(line);
    if (next == nullptr) return false;
    next->shown = Shown::withheld;
    for (auto* cell : line)
        if (cell->is_hidden()) cell->shown = Shown::withheld;
    return true;
}

/// The cells by their places.
class Cells {
public:
    Cells(const Dataset& dataset, std::vector<Cell>& cells) : dataset_{dataset} {
        by_place_.reserve(cells.size());
        for (auto& cell : cells) by_place_[cell.place] = &cell;
        std::int64_t step = 1;
        steps_.resize(dataset.dimensions.size());
        for (auto k = dataset.dimensions.size(); k-- > 0;) {
            steps_[k] = step;
            step *= static_cast<std::int64_t>(dataset.dimensions[k].members.size());
        }
    }

    /// The place of a cell's first neighbour along a dimension: the same for all of one line.
    std::int64_t first_of(std::int64_t place, std::size_t dimension) const {
        const auto size = static_cast<std::int64_t>(dataset_.dimensions[dimension].members.size());
        return place - place / steps_[dimension] % size * steps_[dimension];
    }

    /// The group's cells along a line; empty where a number is missing.
    Line line(std::int64_t first, std::size_t dimension, const Group& group) const {
        Line line;
        for (const auto member : group.members) {
            const auto found = by_place_.find(first + static_cast<std::int64_t>(member) * steps_[dimension]);
            if (found == by_place_.end() || !found->second->value) return {};
            line.push_back(found->second);
        }
        return line;
    }

private:
    const Dataset& dataset_;
    std::unordered_map<std::int64_t, Cell*> by_place_;
    std::vector<std::int64_t> steps_;
};

/// The same line with the cell that is the sum of the others last, for each that is.
std::vector<Line> sums_in(const Line& line, const Group& group) {
    double twice = 0;
    double size = 1;
    for (const auto* cell : line) {
        twice += *cell->value;
        size = std::max(size, std::abs(*cell->value));
    }
    std::vector<Line> sums;
    for (std::size_t k = group.whole ? line.size() - 1 : 0; k < line.size(); ++k) {
        if (line.size() < 2 || std::abs(2 * *line[k]->value - twice) > 1e-9 * size) continue;
        auto sum = line;
        std::rotate(sum.begin() + static_cast<std::ptrdiff_t>(k),
            sum.begin() + static_cast<std::ptrdiff_t>(k) + 1, sum.end());
        sums.push_back(std::move(sum));
    }
    return sums;
}

/// Protects the sums along one dimension that hidden cells are in. Whether anything more had to be hidden.
bool protect_along(std::size_t dimension, const std::vector<Cell>& cells, const Cells& by_place,
    const std::vector<Group>& groups) {
    bool is_changed = false;
    std::set<std::int64_t> seen;
    for (const auto& cell : cells) {
        if (!cell.is_hidden()) continue;
        const auto first = by_place.first_of(cell.place, dimension);
        if (!seen.insert(first).second) continue;
        for (const auto& group : groups)
            for (const auto& sum : sums_in(by_place.line(first, dimension, group), group))
                is_changed |= protect(sum);
    }
    return is_changed;
}

}  // namespace

void mark_hidden(const Dataset& dataset, std::vector<Cell>& cells) {
    for (auto& cell : cells) cell.shown = dataset.hides(cell) ? Shown::few : Shown::shown;
    if (dataset.small_numbers != Dataset::SmallNumbers::hidden) return;
    std::vector<std::vector<Group>> groups;
    for (const auto& dimension : dataset.dimensions) groups.push_back(possible_sums(dimension.members));
    const Cells by_place{dataset, cells};
    for (bool is_changed = true; is_changed;) {
        is_changed = false;
        for (std::size_t k = 0; k < groups.size(); ++k)
            is_changed |= protect_along(k, cells, by_place, groups[k]);
    }
}

}  // namespace medskapa
