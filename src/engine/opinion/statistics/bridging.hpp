#pragma once

#include "engine/opinion/conversation.hpp"

#include <vector>

namespace medskapa::opinion {

/// What a statement gets beyond what divides people: the model of Community Notes. A vote (agree 1, pass 1/2,
/// disagree 0) is mean + person's intercept + statement's intercept + person's factor x statement's factor,
/// each parameter held back by ridge penalties; what agrees with one camp goes into the factors and what
/// bridges them into the statement's intercept. Statements are to be ranked by it, not held against fixed
/// limits.
struct Bridging {
    std::vector<double> intercepts;  // by statement, of the order -1..1
    std::vector<double> factors;     // by statement; the sign is that of `start`
    double mean = 0;
    double loss = 0;  // squared errors and penalties
    int rounds = 0;
};

/// Least squares over all votes by alternating between people and statements, each solved exactly, until a
/// round gains less than 1e-7 of the loss. `start` is a factor for each statement to begin from, the first
/// component for instance; the same start gives the same result. O(votes) a round (documentation of Community
/// Notes' ranking, "Matrix Factorization": penalties 0.15 and 0.03, one a parameter).
Bridging bridging(const Conversation&, const std::vector<double>& start);

}  // namespace medskapa::opinion
