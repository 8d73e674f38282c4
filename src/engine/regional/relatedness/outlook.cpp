#include "engine/regional/complexity/complexity.hpp"
#include "engine/regional/relatedness/network.hpp"
#include "engine/regional/relatedness/related_sums.hpp"

namespace medskapa::regional {

Outlook outlook(const Presence& present, const CoOccurrence& counts, OwnProximity own,
    const Density& densities, const Complexity& scores) {
    const auto n = present.industries();
    std::vector<double> weight(n);
    for (std::size_t j = 0; j < n; ++j) {
        if (densities.is_defined(j)) weight[j] = scores.raw_industries[j] / densities.related_to_all[j];
    }
    auto sums = related_sums(present, proximities(counts, own), weight);
    std::vector<double> index(present.regions());
    for (std::size_t r = 0; r < present.regions(); ++r) {
        for (std::size_t i = 0; i < n; ++i) {
            auto& gain = sums.by_region[r * n + i];
            gain = present.has(r, i) ? 0.0 : sums.of_all[i] - gain;
            if (!present.has(r, i)) index[r] += densities.at(r, i).value_or(0.0) * scores.raw_industries[i];
        }
    }
    return {standardised(index, one_where_some(scores.regions)), std::move(sums.by_region)};
}

}  // namespace medskapa::regional
