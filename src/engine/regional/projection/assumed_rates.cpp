#include "engine/regional/projection/assumed_rates.hpp"

#include <algorithm>

namespace medskapa::regional {
namespace {

double moving(const Assumptions& assumed) {
    return assumed.moving == Assumptions::Moving::as_given ? 1 : 0;
}

}  // namespace

AssumedRates::AssumedRates(const SexRates& rates, const Assumptions& assumed)
    : dies{as_array(std::span{rates.dies})},
      moves_out{as_array(std::span{rates.moves_out}) * moving(assumed)},
      move_in{as_array(std::span{rates.move_in})},
      born_dies{rates.born_dies},
      born_moves_out{rates.born_moves_out * moving(assumed)} {
    for (auto& people : move_in) {
        is_net = is_net || people < 0;
        people *= moving(assumed) * (people > 0 ? assumed.moving_in : 1);
    }
    in = sum({move_in.data(), rates.move_in.size()});
}

AssumedMunicipality::AssumedMunicipality(const MunicipalityRates& rates, const Assumptions& assumed)
    : women{rates.women, assumed}, men{rates.men, assumed} {
    const auto bears = [](double births) { return births > 0; };
    const auto& all = rates.fertility;
    const auto first = std::find_if(all.begin(), all.end(), bears);
    const auto end = std::find_if(all.rbegin(), all.rend(), bears).base();
    if (first == all.end()) return;
    first_fertile = static_cast<std::size_t>(first - all.begin());
    for (auto at = first; at != end; ++at) fertility.push_back(*at * assumed.births);
}

std::vector<AssumedMunicipality> assumed_rates(const PopulationRates& rates, const Assumptions& assumptions) {
    std::vector<AssumedMunicipality> all;
    all.reserve(rates.size());
    for (const auto& one : rates) all.emplace_back(one, assumptions);
    return all;
}

}  // namespace medskapa::regional
