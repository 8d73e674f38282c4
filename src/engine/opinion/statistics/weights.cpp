#include "engine/opinion/statistics/weights.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <stdexcept>

namespace medskapa::opinion {
namespace {

constexpr int most_rounds = 1000;
constexpr double met = 1e-6;
constexpr double exact = 1e-12;

std::vector<std::size_t> answers_by_category(const Margin& margin) {
    std::vector<std::size_t> counts(margin.population.size());
    for (const int answer : margin.answers) {
        if (answer != Margin::no_answer) ++counts.at(static_cast<std::size_t>(answer));
    }
    return counts;
}

void add_complaints(const Margin& margin, std::vector<Complaint>& complaints) {
    const auto counts = answers_by_category(margin);
    if (std::all_of(counts.begin(), counts.end(), [](auto count) { return count == 0; })) {
        complaints.push_back({margin.name, N_("No participant has answered {}."), {margin.name}});
        return;
    }
    for (std::size_t c = 0; c < counts.size(); ++c) {
        const double population = margin.population[c];
        const auto complain = [&](const char* sentence) {
            complaints.push_back({margin.name, sentence, {margin.categories[c]}});
        };
        if (!std::isfinite(population) || population < 0)
            complain(N_("The population of {} must be a number, zero or more."));
        else if (population > 0 && counts[c] == 0)
            complain(N_("No participant belongs to {}. Join it with another category."));
        else if (population == 0 && counts[c] > 0)
            complain(N_("There are participants in {}, but its population is given as zero."));
    }
}

/// People with the same answers always weigh the same.
struct Cell {
    std::vector<int> answers;
    double people = 0;
    double weight = 1;

    bool has_answered() const {
        return std::any_of(answers.begin(), answers.end(), [](int a) { return a != Margin::no_answer; });
    }
};

class Raking {
public:
    Raking(std::size_t people, std::span<const Margin> margins) {
        for (const auto& margin : margins) {
            const double sum = std::accumulate(margin.population.begin(), margin.population.end(), 0.0);
            wanted_.push_back(margin.population);
            for (auto& share : wanted_.back()) share /= sum;
        }
        std::map<std::vector<int>, std::vector<std::size_t>> alike;
        for (std::size_t i = 0; i < people; ++i) {
            std::vector<int> answers;
            for (const auto& margin : margins) answers.push_back(margin.answers[i]);
            alike[std::move(answers)].push_back(i);
        }
        cell_of_.resize(people);
        for (const auto& [answers, who] : alike) {
            for (const auto i : who) cell_of_[i] = cells_.size();
            cells_.push_back({answers, static_cast<double>(who.size())});
        }
    }

    Weights fitted() {
        for (int round = 0; round < most_rounds && gap() > exact; ++round) {
            const auto before = cells_;
            for (std::size_t m = 0; m < wanted_.size(); ++m) fit(m);
            cap();
            if (is_as(before)) break;
        }
        Weights weights{{}, 0, gap(), false};
        weights.has_converged = weights.largest_gap <= met;
        for (const auto cell : cell_of_) {
            weights.of.push_back(cells_[cell].weight);
            weights.capped += cells_[cell].weight == largest_weight ? 1U : 0U;
        }
        return weights;
    }

private:
    /// The weighted share of each category among those who answered, and their weight together.
    struct Standing {
        std::vector<double> shares;
        double sum = 0;
    };
    Standing standing(std::size_t m) const {
        Standing now{std::vector<double>(wanted_[m].size()), 0};
        for (const auto& cell : cells_) {
            if (cell.answers[m] == Margin::no_answer) continue;
            now.shares[static_cast<std::size_t>(cell.answers[m])] += cell.people * cell.weight;
            now.sum += cell.people * cell.weight;
        }
        for (auto& share : now.shares) share /= now.sum;
        return now;
    }

    void fit(std::size_t m) {
        const auto now = standing(m);
        for (auto& cell : cells_) {
            if (cell.answers[m] == Margin::no_answer) continue;
            const auto c = static_cast<std::size_t>(cell.answers[m]);
            if (now.shares[c] > 0) cell.weight *= wanted_[m][c] / now.shares[c];
        }
    }

    /// Until nobody is above it: what is shared out may lift others there.
    void cap() {
        const auto is_above = [](const Cell& cell) { return cell.weight > largest_weight; };
        while (std::any_of(cells_.begin(), cells_.end(), is_above)) {
            double over = 0;
            double below = 0;
            for (auto& cell : cells_) {
                if (is_above(cell)) {
                    over += cell.people * (cell.weight - largest_weight);
                    cell.weight = largest_weight;
                } else if (cell.weight < largest_weight && cell.has_answered()) {
                    below += cell.people * cell.weight;
                }
            }
            if (below <= 0) break;
            for (auto& cell : cells_) {
                if (cell.weight < largest_weight && cell.has_answered()) cell.weight *= 1 + over / below;
            }
        }
    }

    double gap() const {
        double most = 0;
        for (std::size_t m = 0; m < wanted_.size(); ++m) {
            const auto now = standing(m);
            for (std::size_t c = 0; c < wanted_[m].size(); ++c)
                most = std::max(most, std::abs(now.shares[c] - wanted_[m][c]));
        }
        return most;
    }

    bool is_as(const std::vector<Cell>& before) const {
        return std::equal(cells_.begin(), cells_.end(), before.begin(),
            [](const Cell& a, const Cell& b) { return std::abs(a.weight - b.weight) <= exact; });
    }

    std::vector<std::vector<double>> wanted_;  // by margin and category: shares
    std::vector<Cell> cells_;
    std::vector<std::size_t> cell_of_;  // by person
};

}  // namespace

Result<Weights> raked(std::size_t people, std::span<const Margin> margins) {
    std::vector<Complaint> complaints;
    for (const auto& margin : margins) {
        if (margin.answers.size() != people) throw std::invalid_argument{"as many answers as people"};
        add_complaints(margin, complaints);
    }
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, std::move(complaints));
    return Raking{people, margins}.fitted();
}

double effective_people(std::span<const double> weights) {
    double sum = 0;
    double squares = 0;
    for (const double weight : weights) {
        sum += weight;
        squares += weight * weight;
    }
    return squares > 0 ? sum * sum / squares : 0;
}

std::vector<WeighedStatement> weighed(const Conversation& conversation, std::span<const double> weights) {
    struct Sums {
        std::array<double, 3> weighted{};  // by Ballot::code()
        double squares = 0;
    };
    const auto seats = conversation.seats_by_id();
    if (weights.size() != seats.size()) throw std::invalid_argument{"as many weights as participants"};
    std::vector<Sums> sums(conversation.statements().size());
    for (std::size_t i = 0; i < seats.size(); ++i) {
        for (const auto ballot : conversation.ballots(seats[i])) {
            auto& of = sums[ballot.statement()];
            of.weighted[ballot.code()] += weights[i];
            of.squares += weights[i] * weights[i];
        }
    }
    std::vector<WeighedStatement> result;
    for (const auto& tally : tally_everyone(conversation)) {
        auto& statement = result.emplace_back(WeighedStatement{shares(tally), {}, 0});
        const auto& [weighted, squares] = sums[result.size() - 1];
        if (squares <= 0) continue;
        const auto [disagrees, passes, agrees] = weighted;
        const double sum = agrees + disagrees + passes;
        statement.weighted = {agrees / sum, disagrees / sum, passes / sum};
        statement.effective_votes = sum * sum / squares;
    }
    return result;
}

}  // namespace medskapa::opinion
