#pragma once

#include "base/address.hpp"

/// Where everybody can fetch what the open log vouches for.
namespace medskapa::address {

inline constexpr Address openings_csv{"/processer/{process}/aktiviteter/{activity}/oppningar.csv"};
inline constexpr Address result_json{"/processer/{process}/aktiviteter/{activity}/resultat.json"};

}  // namespace medskapa::address
