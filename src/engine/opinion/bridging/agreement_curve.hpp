#pragma once

#include "engine/opinion/plane/landscape.hpp"

#include <span>

namespace medskapa::opinion {

/// How many agree with a statement near a spot on the first axis: everybody in conversation counts, the less
/// the further away (a normal curve), next to ten votes at one half which were never cast. Those keep a
/// statement that few near the spot have seen from looking liked or disliked there.
class AgreementCurve {
public:
    static constexpr std::size_t lanes = 24;  // spots at a time, so that sums stay in registers
    using Rates = std::array<double, lanes>;  // 0..1

    /// Both are kept by reference. `width`: how far "near" reaches; infinite where places do not differ.
    AgreementCurve(const Conversation& active, const Landscape& landscape, double width)
        : active_{active}, landscape_{landscape}, width_{width} {}

    /// By statement, at up to `lanes` spots. O(lanes * (people + votes)).
    std::vector<Rates> at(std::span<const double> spots) const;

private:
    Rates weights(double place, std::span<const double> spots) const;

    const Conversation& active_;
    const Landscape& landscape_;
    double width_;
};

}  // namespace medskapa::opinion
