#include "engine/opinion/bridging/agreement_curve.hpp"

#include <cmath>

namespace medskapa::opinion {
namespace {

constexpr double prior_agrees = 5;
constexpr double prior_votes = 10;

void add(AgreementCurve::Rates& sum, const AgreementCurve::Rates& weights) {
    for (std::size_t g = 0; g < AgreementCurve::lanes; ++g) sum[g] += weights[g];
}

}  // namespace

AgreementCurve::Rates AgreementCurve::weights(double place, std::span<const double> spots) const {
    Rates weights{};
    for (std::size_t g = 0; g < spots.size(); ++g) {
        const double apart = (spots[g] - place) / width_;
        weights[g] = std::exp(-apart * apart / 2);
    }
    return weights;
}

std::vector<AgreementCurve::Rates> AgreementCurve::at(std::span<const double> spots) const {
    std::vector<Rates> agrees(active_.statements().size());
    std::vector<Rates> others(active_.statements().size());
    for (std::size_t i = 0; i < landscape_.seats.size(); ++i) {
        const auto near = weights(landscape_.places[i].x, spots);
        for (const auto ballot : active_.ballots(landscape_.seats[i])) {
            auto& side = ballot.vote() == Vote::agree ? agrees : others;
            add(side[ballot.statement()], near);
        }
    }
    for (std::size_t j = 0; j < agrees.size(); ++j) {
        for (std::size_t g = 0; g < lanes; ++g)
            agrees[j][g] = (agrees[j][g] + prior_agrees) / (agrees[j][g] + others[j][g] + prior_votes);
    }
    return agrees;
}

}  // namespace medskapa::opinion
