#include "engine/opinion/memory.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace medskapa::opinion {
namespace {

constexpr double worthwhile_gain = 0.02;
constexpr int patience = 4;

using Matrix2 = std::array<std::array<double, 2>, 2>;

/// Products of remembered and new components over the statements in both.
Matrix2 products(const Plane& plane, const std::vector<StatementId>& statements, const Memory& memory) {
    Matrix2 sums{};
    for (std::size_t j = 0; j < statements.size(); ++j) {
        const auto at = std::lower_bound(memory.statements.begin(), memory.statements.end(), statements[j]);
        if (at == memory.statements.end() || *at != statements[j]) continue;
        const auto old = static_cast<std::size_t>(at - memory.statements.begin());
        for (std::size_t a = 0; a < 2; ++a) {
            for (std::size_t b = 0; b < 2; ++b)
                sums[a][b] += memory.components[a][old] * plane.components[b][j];
        }
    }
    return sums;
}

/// The rotation or reflection that brings the new components nearest to the remembered ones; none when they
/// have nothing in common.
Matrix2 nearest_turn(const Matrix2& m) {
    const double turned = std::hypot(m[0][0] + m[1][1], m[0][1] - m[1][0]);
    const double mirrored = std::hypot(m[0][0] - m[1][1], m[0][1] + m[1][0]);
    if (turned == 0 && mirrored == 0) return {{{1, 0}, {0, 1}}};
    if (turned >= mirrored) {
        const double c = (m[0][0] + m[1][1]) / turned;
        const double s = (m[0][1] - m[1][0]) / turned;
        return {{{c, s}, {-s, c}}};
    }
    const double c = (m[0][0] - m[1][1]) / mirrored;
    const double s = (m[0][1] + m[1][0]) / mirrored;
    return {{{c, s}, {s, -c}}};
}

/// How many of each new group were under each of the remembered names.
std::vector<std::vector<int>> overlaps(const Grouping& grouping,
    const std::vector<ParticipantId>& participants, const Memory& memory, std::size_t names) {
    std::vector<std::vector<int>> table(static_cast<std::size_t>(grouping.count), std::vector<int>(names));
    auto old = memory.participants.begin();
    for (std::size_t i = 0; i < participants.size(); ++i) {
        while (old != memory.participants.end() && *old < participants[i]) ++old;
        if (old == memory.participants.end()) break;
        if (*old != participants[i] || grouping.of[i] == Grouping::none) continue;
        const auto name = memory.labels[static_cast<std::size_t>(old - memory.participants.begin())];
        ++table[static_cast<std::size_t>(grouping.of[i])][static_cast<std::size_t>(name)];
    }
    return table;
}

/// The assignment of groups to columns with the largest sum; of equals that with the lowest columns first.
/// Few enough to try them all.
std::vector<std::size_t> best_assignment(const std::vector<std::vector<int>>& table) {
    std::vector<std::size_t> order(table.front().size());
    std::iota(order.begin(), order.end(), 0U);
    auto best = order;
    int most = -1;
    do {
        int sum = 0;
        for (std::size_t g = 0; g < table.size(); ++g) sum += table[g][order[g]];
        if (sum > most) best = order;
        most = std::max(most, sum);
    } while (std::next_permutation(order.begin(), order.end()));
    return best;
}

}  // namespace

Plane aligned(Plane plane, const std::vector<StatementId>& statements, const Memory& memory) {
    const auto turn = nearest_turn(products(plane, statements, memory));
    auto& [first, second] = plane.components;
    for (std::size_t j = 0; j < statements.size(); ++j) {
        const double x = turn[0][0] * first[j] + turn[0][1] * second[j];
        second[j] = turn[1][0] * first[j] + turn[1][1] * second[j];
        first[j] = x;
    }
    const auto [e1, e2] = plane.explained;
    for (std::size_t c = 0; c < 2; ++c)
        plane.explained[c] = turn[c][0] * turn[c][0] * e1 + turn[c][1] * turn[c][1] * e2;
    return plane;
}

std::vector<int> continued_labels(
    const Grouping& grouping, const std::vector<ParticipantId>& participants, const Memory& memory) {
    std::vector<int> labels(static_cast<std::size_t>(grouping.count));
    std::iota(labels.begin(), labels.end(), 0);
    if (labels.empty() || memory.labels.empty()) return labels;
    const auto highest = *std::max_element(memory.labels.begin(), memory.labels.end());
    const auto names = static_cast<std::size_t>(std::max(grouping.count, highest + 1));
    const auto chosen = best_assignment(overlaps(grouping, participants, memory, names));
    for (std::size_t g = 0; g < labels.size(); ++g) labels[g] = static_cast<int>(chosen[g]);
    return labels;
}

Choice steady_choice(int best, double gain, const Choice& remembered) {
    if (remembered.groups == 0 || best == remembered.groups) return {best, 0, 0};
    if (gain <= worthwhile_gain) return {remembered.groups, 0, 0};
    const int draws = best == remembered.rival_groups ? remembered.rival_draws + 1 : 1;
    if (draws >= patience) return {best, 0, 0};
    return {remembered.groups, best, draws};
}

}  // namespace medskapa::opinion
