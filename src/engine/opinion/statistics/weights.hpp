#pragma once

#include "base/result.hpp"
#include "engine/opinion/tally.hpp"

#include <span>
#include <string>
#include <vector>

namespace medskapa::opinion {

/// A background question: what each person answered, and how many people there are in each category.
struct Margin {
    static constexpr int no_answer = -1;

    std::string name;                     // as complaints name it
    std::vector<std::string> categories;  // likewise
    std::vector<double> population;       // by category: people or shares, >= 0
    std::vector<int> answers;             // by person: a category, or no_answer
};

/// How much each person counts for the answering to look like the population. They add up to the number of
/// people, and who answered nothing counts as one.
struct Weights {
    std::vector<double> of;     // by person, 0..largest_weight
    std::size_t capped = 0;     // people at largest_weight
    double largest_gap = 0;     // of any category's weighted share from the population's, 0..1
    bool has_converged = true;  // every margin is met: the gap is at most 1e-6
};

inline constexpr double largest_weight = 5;

/// Raking, or iterative proportional fitting (Deming and Stephan 1940): the weights are fitted to one margin
/// after the other until all hold. After each round what is above the largest weight is shared out among the
/// others who answered anything. A person takes part in a margin only by answering it. The same bits whatever
/// order people come in. Refuses, with everything that is wrong at once: a margin that nobody answered, a
/// category of the population that nobody is in, one with participants but no population, and a population
/// that is not a number. Throws std::invalid_argument when there are not as many answers as `people`.
/// O(people log people + distinct combinations of answers x margins a round), at most 1000 rounds.
Result<Weights> raked(std::size_t people, std::span<const Margin>);

/// How many people counted alike would be as sure: the square of the weights' sum over the sum of their
/// squares (Kish 1965). 0 without weights.
double effective_people(std::span<const double> weights);

/// What is said of a statement when everybody counts alike, and next to it by weight.
struct WeighedStatement {
    Shares plain;
    Shares weighted;
    double effective_votes = 0;  // Kish's, of those who voted on it
};

/// By statement. `weights` in rising order of participants' ids. Changes no vote and no other result.
/// O(votes).
std::vector<WeighedStatement> weighed(const Conversation&, std::span<const double> weights);

}  // namespace medskapa::opinion
