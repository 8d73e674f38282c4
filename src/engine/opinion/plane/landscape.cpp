#include "engine/opinion/plane/landscape.hpp"

#include "engine/opinion/tally.hpp"

#include <algorithm>
#include <cmath>

namespace medskapa::opinion {
namespace {

/// Entries that agree to twelve decimals are equally large, so that rounding cannot turn an axis.
bool points_backwards(const std::vector<double>& axis) {
    const auto size = [](double entry) { return std::nearbyint(std::abs(entry) * 1e12); };
    const auto largest =
        std::max_element(axis.begin(), axis.end(), [&](double a, double b) { return size(a) < size(b); });
    return largest != axis.end() && *largest < 0;
}

void turn(std::vector<double>& axis) {
    if (!points_backwards(axis)) return;
    for (auto& entry : axis) entry = -entry;
}

double trace_of(const Conversation& active) {
    double trace = 0;
    for (const auto& tally : tally_everyone(active)) {
        const double lean = tally.agrees - tally.disagrees;
        if (tally.votes > 0) trace += tally.agrees + tally.disagrees - lean * lean / tally.votes;
    }
    return trace;
}

}  // namespace

std::optional<double> Landscape::shown_share() const {
    if (!(trace > 0)) return std::nullopt;
    return (eigenvalues[0] + eigenvalues[1]) / trace;
}

Landscape landscape(const Conversation& active) {
    const auto statements = active.statements().size();
    const std::vector<bool> none_left_out(statements);
    Landscape found;
    found.plane = principal_plane(active, none_left_out);
    for (auto& axis : found.plane.components) turn(axis);
    found.trace = trace_of(active);
    for (std::size_t axis = 0; axis < 2; ++axis)
        found.eigenvalues[axis] = found.plane.explained[axis] * found.trace;
    const auto wanted = std::clamp<std::size_t>(statements, 1, Landscape::enough_votes);
    for (const auto seat : active.seats_by_id())
        if (active.ballots(seat).size() >= wanted) found.seats.push_back(seat);
    found.places = positions(active, found.seats, found.plane, none_left_out, {statements, 0});
    return found;
}

}  // namespace medskapa::opinion
