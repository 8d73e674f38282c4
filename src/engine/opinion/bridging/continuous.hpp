#pragma once

#include "engine/opinion/bridging/agreement_curve.hpp"

namespace medskapa::opinion {

/// What is liked all along the line on which people differ most, without groups: each statement's agreement
/// is looked at on 21 spots from one end of the line to the other, and their power mean leans to the spot
/// where it is liked least.
struct ContinuousBridging {
    static constexpr std::size_t spots = 21;
    static constexpr std::int32_t fewest_shown =
        10;  // votes, below which a statement is not shown as bridging

    struct Line {
        double low = 0;    // 5 % of people in conversation stand below
        double high = 0;   // and 5 % above
        double width = 0;  // how far "near" reaches
    };
    /// The agreement at a statement's least liked spot, 0..1, and which of the 21 that is.
    struct Least {
        double rate = 0;
        std::size_t spot = 0;
    };

    std::optional<Line> line;                      // nothing when people do not differ: scores are `plain`
    std::vector<double> scores;                    // by statement, 0..1
    std::vector<double> plain;                     // of everybody who voted: (agrees + 1) / (votes + 2)
    std::vector<Least> least;                      // by statement; empty without a line
    std::vector<std::array<double, spots>> rates;  // likewise
    std::vector<std::size_t> order;                // of statements, the most bridging first
};

/// Of active_votes() and their landscape. O(21 * (people + votes)).
ContinuousBridging continuous_bridging(const Conversation& active, const Landscape&);

/// Statements by falling score, equal ones by their place.
std::vector<std::size_t> falling(const std::vector<double>& scores);
/// (agrees + 1) / (votes + 2) of everybody, by statement.
std::vector<double> plain_agreement(const Conversation& active);
/// Between the 5 % and 95 % quantiles of the first axis; nothing when fewer than two stand apart.
std::optional<ContinuousBridging::Line> line_of(const Landscape&);

}  // namespace medskapa::opinion
