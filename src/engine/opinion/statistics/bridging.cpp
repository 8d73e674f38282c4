#include "engine/opinion/statistics/bridging.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace medskapa::opinion {
namespace {

constexpr double intercept_penalty = 0.15;
constexpr double factor_penalty = 0.03;
constexpr double worthwhile = 1e-7;
constexpr int most_rounds = 200;
constexpr std::array<double, 3> ratings = {0, 0.5, 1};  // by Ballot::code()

struct Traits {
    double intercept = 0;
    double factor = 0;
};

/// Least squares for one intercept and one factor: what is left to explain, against the other side's factors.
struct Sums {
    double count = 0;
    double factor = 0;
    double factor_squared = 0;
    double left = 0;
    double left_by_factor = 0;

    void add(double other_factor, double what_is_left) {
        count += 1;
        factor += other_factor;
        factor_squared += other_factor * other_factor;
        left += what_is_left;
        left_by_factor += other_factor * what_is_left;
    }
    Traits solved() const {
        const double a = count + intercept_penalty;
        const double d = factor_squared + factor_penalty;
        const double determinant = a * d - factor * factor;
        return {(d * left - factor * left_by_factor) / determinant,
            (a * left_by_factor - factor * left) / determinant};
    }
};

double penalty(Traits traits) {
    return intercept_penalty * traits.intercept * traits.intercept +
           factor_penalty * traits.factor * traits.factor;
}

/// Sums over one side's parameters.
struct Side {
    double count = 0;
    double intercepts = 0;
    double factors = 0;
    double factors_squared = 0;
    double products = 0;

    void add(Traits traits) {
        count += 1;
        intercepts += traits.intercept;
        factors += traits.factor;
        factors_squared += traits.factor * traits.factor;
        products += traits.intercept * traits.factor;
    }
};

class Alternation {
public:
    Alternation(const Conversation& conversation, const std::vector<double>& start)
        : conversation_{conversation}, seats_{conversation.seats_by_id()}, statements_(start.size()) {
        // Factors of a common size, so that people's can be of a like size.
        const double scale = std::sqrt(static_cast<double>(start.size()));
        for (std::size_t j = 0; j < start.size(); ++j) statements_[j].factor = start[j] * scale;
    }

    /// People to their best, given the statements; then statements to theirs, and the mean. The loss is that
    /// of the state which the round began from, with people at their best.
    double round() {
        std::vector<Sums> by_statement(statements_.size());
        double loss = intercept_penalty * mean_ * mean_;
        double left_over = 0;
        Side people;
        for (const auto& traits : statements_) loss += penalty(traits);
        for (const auto seat : seats_) {
            const auto ballots = conversation_.ballots(seat);
            const auto person = solved_person(ballots);
            loss += penalty(person);
            people.add(person);
            for (const auto ballot : ballots) {
                const auto& statement = statements_[ballot.statement()];
                const double left = ratings[ballot.code()] - mean_ - person.intercept;
                const double error = left - statement.intercept - person.factor * statement.factor;
                loss += error * error;
                left_over += error;
                by_statement[ballot.statement()].add(person.factor, left);
            }
        }
        const double step = (left_over - intercept_penalty * mean_) /
                            (static_cast<double>(conversation_.votes()) + intercept_penalty);
        move(std::move(by_statement), step);
        rebalance(people);
        return loss;
    }

    double mean() const { return mean_; }
    const std::vector<Traits>& statements() const { return statements_; }

private:
    Traits solved_person(std::span<const Ballot> ballots) const {
        Sums sums;
        for (const auto ballot : ballots) {
            const auto& statement = statements_[ballot.statement()];
            sums.add(statement.factor, ratings[ballot.code()] - mean_ - statement.intercept);
        }
        return sums.solved();
    }

    void move(std::vector<Sums> by_statement, double step) {
        mean_ += step;
        for (std::size_t j = 0; j < statements_.size(); ++j) {
            auto& sums = by_statement[j];
            sums.left -= step * sums.count;
            sums.left_by_factor -= step * sums.factor;
            statements_[j] = sums.solved();
        }
    }

    /// What can be moved between parameters without changing any prediction goes where it costs least:
    /// constants between the mean and the intercepts, and between a side's factors and the other side's
    /// intercepts; scale between the factors. Alternation alone would creep there. People follow at the next
    /// round.
    static double scale_between(const Side& people, const Side& own) {
        if (own.factors_squared <= 0 || people.factors_squared <= 0) return 1;
        return std::pow(people.factors_squared / own.factors_squared, 0.25);
    }

    void rebalance(const Side& people) {
        Side own;
        for (const auto& statement : statements_) own.add(statement);
        const double tilt = (intercept_penalty * own.products - factor_penalty * people.factors) /
                            (factor_penalty * people.count + intercept_penalty * own.factors_squared);
        const double lift = (intercept_penalty * people.products - factor_penalty * own.factors) /
                            (factor_penalty * own.count + intercept_penalty * people.factors_squared);
        const double people_shift = people.intercepts - mean_;
        const double own_shift = own.intercepts - mean_;
        const double determinant = (people.count + 1) * (own.count + 1) - 1;
        const double from_people = ((own.count + 1) * people_shift - own_shift) / determinant;
        const double from_own = ((people.count + 1) * own_shift - people_shift) / determinant;
        const double scale = scale_between(people, own);
        mean_ += from_people + from_own;
        for (auto& [intercept, factor] : statements_) {
            intercept -= from_own + tilt * factor;
            factor = scale * (factor + lift);
        }
    }

    const Conversation& conversation_;
    std::vector<std::uint32_t> seats_;
    std::vector<Traits> statements_;
    double mean_ = 0;
};

}  // namespace

Bridging bridging(const Conversation& conversation, const std::vector<double>& start) {
    Bridging result;
    result.intercepts.resize(start.size());
    result.factors.resize(start.size());
    if (conversation.votes() == 0) return result;
    Alternation alternation{conversation, start};
    double before = 0;
    while (result.rounds < most_rounds) {
        ++result.rounds;
        result.loss = alternation.round();
        if (result.rounds > 2 && before - result.loss <= worthwhile * result.loss) break;
        before = result.loss;
    }
    result.mean = alternation.mean();
    for (std::size_t j = 0; j < start.size(); ++j) {
        result.intercepts[j] = alternation.statements()[j].intercept;
        result.factors[j] = alternation.statements()[j].factor;
    }
    return result;
}

}  // namespace medskapa::opinion
