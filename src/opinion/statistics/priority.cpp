#include "opinion/statistics/priority.hpp"

#include <cmath>

namespace medskapa::opinion {

double priority(const Tally& tally, double extremity, bool is_meta) {
    constexpr double meta_weight = 7;
    if (is_meta) return meta_weight * meta_weight;
    const double votes = tally.votes;
    const double passes = (tally.passes() + 1) / (votes + 2);
    const double agrees = (tally.agrees + 1) / (votes + 2);
    const double importance = (1 - passes) * (extremity + 1) * agrees;
    const double weight = importance * (1 + 8 * std::exp2(-votes / 5));
    return weight * weight;
}

}  // namespace medskapa::opinion
