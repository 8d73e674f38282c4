#pragma once

#include "base/address.hpp"

namespace medskapa::address {

inline constexpr Address checklists_page{"/processer/{process}/sex-steg"};
inline constexpr Address checklists_csv{"/processer/{process}/sex-steg/krav.csv"};
inline constexpr Address wheel_picture{"/processer/{process}/sex-steg/hjul.svg"};

// The staff's.
inline constexpr Address desk_checklists{"/processer/{process}/handlaggning/krav"};
inline constexpr Address judge_requirement{"/processer/{process}/handlaggning/krav/{list}/{requirement}"};

}  // namespace medskapa::address
