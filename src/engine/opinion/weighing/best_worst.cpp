#include "engine/opinion/weighing/best_worst.hpp"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>

namespace medskapa::opinion {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double ridge = 1;
constexpr double precise = 1e-11;  // of the gradient's largest entry
constexpr double longest_step = 2;
constexpr int most_iterations = 100;
constexpr double normal_975 = 1.959963984540054;

Eigen::Index at(std::uint32_t item) {
    return static_cast<Eigen::Index>(item);
}

/// What one set of four is expected to give under the model: of each item, how often it is named best less
/// how often worst; and how that varies.
struct Expectation {
    std::array<double, 4> mean{};
    std::array<std::array<double, 4>, 4> spread{};
};

Expectation expectation(const SetOfFour& set, const VectorXd& worth) {
    std::array<std::array<double, 4>, 4> chance{};
    double sum = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        for (std::size_t j = 0; j < 4; ++j) {
            if (i == j) continue;
            chance[i][j] = std::exp(worth(at(set[i])) - worth(at(set[j])));
            sum += chance[i][j];
        }
    }
    Expectation result;
    for (std::size_t i = 0; i < 4; ++i) {
        for (std::size_t j = 0; j < 4; ++j) {
            const double p = chance[i][j] / sum;
            result.mean[i] += p;
            result.mean[j] -= p;
            result.spread[i][i] += p;
            result.spread[j][j] += p;
            result.spread[i][j] -= p;
            result.spread[j][i] -= p;
        }
    }
    for (std::size_t i = 0; i < 4; ++i)
        for (std::size_t j = 0; j < 4; ++j) result.spread[i][j] -= result.mean[i] * result.mean[j];
    return result;
}

/// The gradient of minus the log likelihood of some answers, and its own derivative when asked for.
void add_answers(
    const BestWorst::Tally& answers, const VectorXd& worth, VectorXd& gradient, MatrixXd* curve) {
    for (const auto& [kind, times] : answers) {
        const auto& [set, best, worst] = kind;
        const auto expected = expectation(set, worth);
        const auto n = static_cast<double>(times);
        for (std::size_t i = 0; i < 4; ++i) {
            gradient(at(set[i])) += n * expected.mean[i];
            if (curve == nullptr) continue;
            for (std::size_t j = 0; j < 4; ++j) (*curve)(at(set[i]), at(set[j])) += n * expected.spread[i][j];
        }
        gradient(at(best)) -= n;
        gradient(at(worst)) += n;
    }
}

/// Minus the log likelihood with its ridge, around some worths.
struct Slope {
    Slope(const BestWorst::Tally& answers, const VectorXd& worth)
        : gradient{ridge * worth}, curve{ridge * MatrixXd::Identity(worth.size(), worth.size())} {
        add_answers(answers, worth, gradient, &curve);
    }
    bool is_flat() const { return gradient.size() == 0 || gradient.cwiseAbs().maxCoeff() < precise; }

    VectorXd gradient;
    MatrixXd curve;
};

VectorXd newton_step(const Slope& slope) {
    VectorXd step = slope.curve.llt().solve(slope.gradient);
    const double longest = step.cwiseAbs().maxCoeff();
    if (longest > longest_step) step *= longest_step / longest;
    return step;
}

std::vector<double> listed(const VectorXd& values) {
    return {values.data(), values.data() + values.size()};
}

VectorXd shares_of(const VectorXd& worth) {
    if (worth.size() == 0) return worth;
    const VectorXd relative = (worth.array() - worth.maxCoeff()).exp();
    return 100 * relative / relative.sum();
}

}  // namespace

bool BestWorst::add(const BestWorstAnswer& answer) {
    auto set = answer.set;
    std::sort(set.begin(), set.end());
    const auto has = [&](std::uint32_t item) { return std::binary_search(set.begin(), set.end(), item); };
    const bool is_set = std::adjacent_find(set.begin(), set.end()) == set.end() && set.back() < items_;
    if (!is_set || answer.best == answer.worst || !has(answer.best) || !has(answer.worst)) {
        refuse();
        return false;
    }
    const Kind kind{set, answer.best, answer.worst};
    ++answers_[kind];
    ++by_person_[answer.person][kind];
    return true;
}

std::optional<double> BestWorst::Counts::score(std::size_t item) const {
    if (shown[item] == 0) return std::nullopt;
    return static_cast<double>(best[item] - worst[item]) / static_cast<double>(shown[item]);
}

BestWorst::Counts BestWorst::counts() const {
    const std::vector<std::int64_t> none(items_);
    Counts counts{none, none, none};
    for (const auto& [kind, times] : answers_) {
        const auto& [set, best, worst] = kind;
        counts.best[best] += times;
        counts.worst[worst] += times;
        for (const auto item : set) counts.shown[item] += times;
    }
    return counts;
}

double BestWorst::Worth::low(std::size_t item) const {
    return worth[item] - normal_975 * error[item];
}

double BestWorst::Worth::high(std::size_t item) const {
    return worth[item] + normal_975 * error[item];
}

BestWorst::Worth BestWorst::worth() const {
    const auto size = static_cast<Eigen::Index>(items_);
    VectorXd worth = VectorXd::Zero(size);
    Worth result;
    Slope slope{answers_, worth};
    while (!slope.is_flat() && result.iterations < most_iterations) {
        worth -= newton_step(slope);
        slope = Slope{answers_, worth};
        ++result.iterations;
    }
    MatrixXd by_people = MatrixXd::Zero(size, size);
    for (const auto& [person, answers] : by_person_) {
        VectorXd gradient = VectorXd::Zero(size);
        add_answers(answers, worth, gradient, nullptr);
        by_people += gradient * gradient.transpose();
    }
    const MatrixXd inverse = slope.curve.llt().solve(MatrixXd::Identity(size, size));
    const MatrixXd covariance = inverse * by_people * inverse;
    result.error = listed(covariance.diagonal().cwiseMax(0.0).cwiseSqrt());
    result.worth = listed(worth);
    result.share = listed(shares_of(worth));
    return result;
}

}  // namespace medskapa::opinion
