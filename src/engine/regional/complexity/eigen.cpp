#include "engine/regional/complexity/eigen.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace medskapa::regional {
namespace {

constexpr double exhausted = 1e-14;
constexpr std::size_t first_check = 16;

/// In four sums, so that one addition need not wait for the other.
double dot(const std::vector<double>& a, const std::vector<double>& b) {
    std::array<double, 4> sums{};
    std::size_t i = 0;
    for (; i + sums.size() <= a.size(); i += sums.size()) {
        for (std::size_t k = 0; k < sums.size(); ++k) sums[k] += a[i + k] * b[i + k];
    }
    for (; i < a.size(); ++i) sums[0] += a[i] * b[i];
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

void subtract(std::vector<double>& from, double factor, const std::vector<double>& what) {
    for (std::size_t i = 0; i < from.size(); ++i) from[i] -= factor * what[i];
}

double normalise(std::vector<double>& vector) {
    const double length = std::sqrt(dot(vector, vector));
    if (length > 0) {
        for (auto& entry : vector) entry /= length;
    }
    return length;
}

/// Twice: once leaves what rounding put back.
void make_orthogonal(std::vector<double>& vector, const std::vector<std::vector<double>>& to) {
    for (int pass = 0; pass < 2; ++pass) {
        for (const auto& other : to) subtract(vector, dot(vector, other), other);
    }
}

std::vector<double> starting_vector(std::size_t size) {
    std::vector<double> start(size);
    std::uint64_t state = 0x9E3779B97F4A7C15ULL;
    for (auto& entry : start) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        entry = static_cast<double>(state >> 11U) / 9007199254740992.0 - 0.5;
    }
    return start;
}

class Lanczos {
public:
    Lanczos(std::size_t size, const Operator& apply, const std::vector<std::vector<double>>& besides)
        : apply_(apply), besides_(besides), next_(starting_vector(size)) {
        make_orthogonal(next_, besides_);
        normalise(next_);
    }

    /// False when the space is exhausted.
    bool step() {
        basis_.push_back(next_);
        next_ = apply_(basis_.back());
        diagonal_.push_back(dot(next_, basis_.back()));
        make_orthogonal(next_, besides_);
        make_orthogonal(next_, basis_);
        beside_.push_back(normalise(next_));
        return beside_.back() > exhausted;
    }

    std::size_t steps() const { return basis_.size(); }

    bool has_converged(double precision) {
        solve();
        return std::abs(beside_.back() * weights_(weights_.size() - 1)) < precision;
    }

    Eigenpair answer() {
        if (weights_.size() != static_cast<Eigen::Index>(steps())) solve();
        Eigenpair pair{value_, std::vector<double>(basis_.front().size())};
        for (std::size_t k = 0; k < basis_.size(); ++k) {
            subtract(pair.vector, -weights_(static_cast<Eigen::Index>(k)), basis_[k]);
        }
        normalise(pair.vector);
        return pair;
    }

private:
    void solve() {
        const auto n = static_cast<Eigen::Index>(basis_.size());
        Eigen::VectorXd main(n);
        Eigen::VectorXd off(n - 1);
        for (Eigen::Index k = 0; k < n; ++k) main(k) = diagonal_[static_cast<std::size_t>(k)];
        for (Eigen::Index k = 0; k + 1 < n; ++k) off(k) = beside_[static_cast<std::size_t>(k)];
        Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver;
        solver.computeFromTridiagonal(main, off);
        value_ = solver.eigenvalues()(n - 1);
        weights_ = solver.eigenvectors().col(n - 1);
    }

    const Operator& apply_;
    const std::vector<std::vector<double>>& besides_;
    std::vector<double> next_;
    std::vector<std::vector<double>> basis_;
    std::vector<double> diagonal_;
    std::vector<double> beside_;
    double value_ = 0;
    Eigen::VectorXd weights_;
};

}  // namespace

Eigenpair largest_eigenpair(std::size_t size, const Operator& apply,
    const std::vector<std::vector<double>>& besides, double precision) {
    Lanczos lanczos(size, apply, besides);
    const auto room = size - besides.size();
    auto check = first_check;
    while (lanczos.step() && lanczos.steps() < room) {
        if (lanczos.steps() < check) continue;
        if (lanczos.has_converged(precision)) break;
        check += check / 2;
    }
    return lanczos.answer();
}

}  // namespace medskapa::regional
