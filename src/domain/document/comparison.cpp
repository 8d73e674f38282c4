#include "domain/document/comparison.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace medskapa {
namespace {

using Places = std::map<Id<Node>, std::size_t>;

Places places_in(const Lines& lines) {
    Places places;
    for (std::size_t i = 0; i < lines.size(); ++i) places[lines[i].node.id] = i;
    return places;
}

/// The longest run of rising numbers, by patience sorting (Schensted 1961): the indices of its members.
std::vector<std::size_t> longest_rising(const std::vector<std::size_t>& numbers) {
    constexpr auto none = static_cast<std::size_t>(-1);
    std::vector<std::size_t> ends;  // ends[n]: where the run of n + 1 with the lowest end ends
    std::vector<std::size_t> previous(numbers.size(), none);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto at = std::lower_bound(ends.begin(), ends.end(), numbers[i],
            [&](std::size_t end, std::size_t number) { return numbers[end] < number; });
        if (at != ends.begin()) previous[i] = *(at - 1);
        if (at == ends.end())
            ends.push_back(i);
        else
            *at = i;
    }
    std::vector<std::size_t> run;
    for (auto i = ends.empty() ? none : ends.back(); i != none; i = previous[i]) run.push_back(i);
    return run;
}

std::set<Id<Node>> moved_nodes(const Places& old_places, const Lines& after) {
    std::vector<Id<Node>> shared;
    std::vector<std::size_t> numbers;
    for (const auto& line : after) {
        const auto old_place = old_places.find(line.node.id);
        if (old_place == old_places.end()) continue;
        shared.push_back(line.node.id);
        numbers.push_back(old_place->second);
    }
    std::set<Id<Node>> moved(shared.begin(), shared.end());
    for (const auto i : longest_rising(numbers)) moved.erase(shared[i]);
    return moved;
}

}  // namespace

Comparison compared(const Lines& before, const Lines& after) {
    const auto old_places = places_in(before);
    const auto new_places = places_in(after);
    const auto moved = moved_nodes(old_places, after);
    Comparison out;
    for (std::size_t i = 0; i < after.size(); ++i) {
        const auto& line = after[i];
        const auto old_place = old_places.find(line.node.id);
        const bool is_new = old_place == old_places.end();
        const auto was = is_new ? std::string{} : before[old_place->second].text;
        const bool is_changed = !is_new && was != line.text;
        const bool is_moved = moved.contains(line.node.id);
        ++(is_new ? out.added : is_changed ? out.changed : is_moved ? out.moved : out.same);
        if (is_new || is_changed || is_moved)
            out.differences.push_back({line.node, whereabouts(after, i), was, line.text, is_moved});
    }
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (new_places.contains(before[i].node.id)) continue;
        ++out.removed;
        out.differences.push_back({before[i].node, whereabouts(before, i), before[i].text, {}, false});
    }
    return out;
}

}  // namespace medskapa
