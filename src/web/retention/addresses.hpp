#pragma once

#include "base/address.hpp"

namespace medskapa::address {

inline constexpr Address retention_page{"/processer/{process}/handlaggning/gallring"};
inline constexpr Address retention_csv{"/processer/{process}/handlaggning/gallring/gallrat.csv"};
inline constexpr Address retention_form{"/processer/{process}/handlaggning/gallring/{kind}"};
inline constexpr Address end_retention{"/processer/{process}/handlaggning/gallring/{kind}/avslut"};

}  // namespace medskapa::address
