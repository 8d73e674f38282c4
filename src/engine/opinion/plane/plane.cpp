#include "engine/opinion/plane/plane.hpp"

#include "engine/opinion/plane/principal.hpp"
#include "engine/opinion/tally.hpp"

#include <algorithm>
#include <cmath>

namespace medskapa::opinion {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;

/// The statements that take part: voted on and not left out. The matrices below know no others, so that
/// leaving out is the same as not being there.
std::vector<std::size_t> kept(std::span<const Tally> tallies, const std::vector<bool>& left_out) {
    std::vector<std::size_t> statements;
    for (std::size_t j = 0; j < tallies.size(); ++j) {
        if (!left_out[j] && tallies[j].votes > 0) statements.push_back(j);
    }
    return statements;
}

std::vector<double> means(std::span<const Tally> tallies, std::span<const std::size_t> statements) {
    std::vector<double> center(tallies.size());
    for (const auto j : statements)
        center[j] = static_cast<double>(tallies[j].agrees - tallies[j].disagrees) / tallies[j].votes;
    return center;
}

/// The centred votes' product with themselves, whole: statements x statements.
MatrixXd scatter(
    const CoVotes& pairs, const std::vector<double>& center, const std::vector<std::size_t>& statements) {
    const auto size = std::ssize(statements);
    MatrixXd whole(size, size);
    for (Index c = 0; c < size; ++c) {
        const auto a = statements[static_cast<std::size_t>(c)];
        for (Index r = 0; r <= c; ++r) {
            const auto b = statements[static_cast<std::size_t>(r)];
            const auto& pair = pairs.at(a, b);
            whole(r, c) = pair.product - (center[b] * pair.first + center[a] * pair.second) +
                          center[a] * center[b] * pair.both;
        }
    }
    whole.triangularView<Eigen::StrictlyLower>() = whole.transpose();
    return whole;
}

MatrixXd product_with(const MatrixXd& symmetric, const MatrixXd& columns) {
    MatrixXd result(columns.rows(), columns.cols());
    for (Index r = 0; r < symmetric.cols(); ++r) {
        for (Index c = 0; c < columns.cols(); ++c) result(r, c) = symmetric.col(r).dot(columns.col(c));
    }
    return result;
}

/// The same product without the matrix: through the votes themselves.
class SparseScatter {
public:
    SparseScatter(const Conversation& conversation, const std::vector<double>& center,
        const std::vector<std::size_t>& statements)
        : conversation_{conversation},
          center_{center},
          place_(center.size(), -1),
          seats_{conversation.seats_by_id()} {
        for (Index at = 0; at < std::ssize(statements); ++at)
            place_[statements[static_cast<std::size_t>(at)]] = at;
    }

    MatrixXd operator()(const MatrixXd& columns) const {
        const MatrixXd rows = columns.transpose();
        MatrixXd sums = MatrixXd::Zero(rows.rows(), rows.cols());
        Eigen::VectorXd inner(rows.rows());
        for (const auto p : seats_) {
            inner.setZero();
            each_deviation(p, [&](Index at, double deviation) { inner += deviation * rows.col(at); });
            each_deviation(p, [&](Index at, double deviation) { sums.col(at) += deviation * inner; });
        }
        return sums.transpose();
    }

    double trace() const {
        double sum = 0;
        for (const auto p : seats_) each_deviation(p, [&](Index, double d) { sum += d * d; });
        return sum;
    }

private:
    template <class Visit>
    void each_deviation(std::size_t participant, Visit visit) const {
        for (const auto ballot : conversation_.ballots(participant)) {
            const auto j = ballot.statement();
            if (place_[j] >= 0) visit(place_[j], ballot.value() - center_[j]);
        }
    }

    const Conversation& conversation_;
    const std::vector<double>& center_;
    std::vector<Index> place_;  // by statement; -1 where left out
    std::vector<std::uint32_t> seats_;
};

Plane plane_of(std::vector<double> center, const std::vector<std::size_t>& statements,
    const PrincipalPair& pair, double variance) {
    Plane plane;
    for (std::size_t c = 0; c < 2; ++c) {
        plane.components[c].assign(center.size(), 0);
        for (std::size_t at = 0; at < statements.size(); ++at)
            plane.components[c][statements[at]] = pair.vectors[c](static_cast<Index>(at));
        if (variance > 0) plane.explained[c] = pair.values[c] / variance;
    }
    plane.center = std::move(center);
    return plane;
}

/// How many equal parts would be as uneven: the square of the sum over the sum of squares.
class EffectiveCount {
public:
    void add(double part) {
        sum_ += part;
        squares_ += part * part;
    }
    double value() const { return squares_ > 0 ? sum_ * sum_ / squares_ : 0; }

private:
    double sum_ = 0;
    double squares_ = 0;
};

double share_by_chance(const Conversation& conversation, std::span<const Tally> tallies,
    std::span<const std::size_t> kept_statements) {
    EffectiveCount statements;
    for (const auto j : kept_statements) {
        const double lean = tallies[j].agrees - tallies[j].disagrees;
        statements.add(tallies[j].agrees + tallies[j].disagrees - lean * lean / tallies[j].votes);
    }
    // Whole numbers below 2^53: their sums do not depend on the order of participants.
    EffectiveCount participants;
    for (const auto& ballots : conversation.all_ballots())
        participants.add(static_cast<double>(ballots.size()));
    if (statements.value() == 0 || participants.value() == 0) return 1;
    const double root = 1 / std::sqrt(statements.value()) + 1 / std::sqrt(participants.value());
    return std::min(1.0, root * root);
}

/// A loading in units of 2^-52. A component has length 1 and at most 2^20 entries, so their sum is at
/// most 2^10: taken twice, it fits in 63 bits.
constexpr double unit = 0x1p-52;

struct Step {
    std::int64_t x = 0;
    std::int64_t y = 0;
};

/// For each statement and each of the three votes, how far the vote moves its voter.
std::vector<std::array<Step, 3>> steps(const Plane& plane, const std::vector<bool>& left_out) {
    std::vector<std::array<Step, 3>> table(plane.center.size());
    const auto whole = [](double value) { return static_cast<std::int64_t>(std::nearbyint(value / unit)); };
    for (std::size_t j = 0; j < table.size(); ++j) {
        if (left_out[j]) continue;
        for (std::size_t code = 0; code < 3; ++code) {
            const double deviation = static_cast<double>(code) - 1 - plane.center[j];
            table[j][code] = {
                whole(deviation * plane.components[0][j]), whole(deviation * plane.components[1][j])};
        }
    }
    return table;
}

Step sum_of(std::span<const Ballot> ballots, const auto& table) {
    Step sum;
    for (const auto ballot : ballots) {
        const auto& step = table[ballot.statement()][ballot.code()];
        sum.x += step.x;
        sum.y += step.y;
    }
    return sum;
}

}  // namespace

Plane principal_plane(const Conversation& conversation, const std::vector<bool>& left_out) {
    const auto tallies = tally_everyone(conversation);
    const auto statements = kept(tallies, left_out);
    const auto center = means(tallies, statements);
    const auto size = std::ssize(statements);
    Plane plane;
    if (center.size() > Conversation::most_counted) {
        const SparseScatter sparse{conversation, center, statements};
        const auto pair = leading_pair(size, [&](const MatrixXd& columns) { return sparse(columns); });
        plane = plane_of(center, statements, pair, sparse.trace());
    } else {
        const auto whole =
            conversation.pairs() != nullptr
                ? scatter(*conversation.pairs(), center, statements)
                : scatter(CoVotes::of(center.size(), conversation.all_ballots(), 1), center, statements);
        const auto pair =
            leading_pair(size, [&](const MatrixXd& columns) { return product_with(whole, columns); });
        plane = plane_of(center, statements, pair, whole.trace());
    }
    plane.explained_by_chance = share_by_chance(conversation, tallies, statements);
    return plane;
}

std::vector<Point> positions(const Conversation& conversation, std::span<const std::uint32_t> seats,
    const Plane& plane, const std::vector<bool>& left_out, const Stretch& stretch) {
    const auto table = steps(plane, left_out);
    std::vector<Point> points;
    points.reserve(seats.size());
    const bool is_all_in = std::find(left_out.begin(), left_out.end(), true) == left_out.end();
    for (const auto seat : seats) {
        const auto ballots = conversation.ballots(seat);
        const auto sum = sum_of(ballots, table);
        const auto kept = is_all_in ? std::ssize(ballots)
                                    : std::count_if(ballots.begin(), ballots.end(),
                                          [&](Ballot ballot) { return !left_out[ballot.statement()]; });
        const auto votes = std::max<std::size_t>(1, stretch.votes_for_all + static_cast<std::size_t>(kept));
        const double scale =
            std::sqrt(static_cast<double>(stretch.statements) / static_cast<double>(votes)) * unit;
        points.push_back({static_cast<double>(sum.x) * scale, static_cast<double>(sum.y) * scale});
    }
    return points;
}

Point position_of_agreeing(const Plane& plane, std::size_t statement, const Stretch& stretch) {
    const double scale = std::sqrt(static_cast<double>(stretch.statements)) * (1 - plane.center[statement]);
    return {scale * plane.components[0][statement], scale * plane.components[1][statement]};
}

}  // namespace medskapa::opinion
