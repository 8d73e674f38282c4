#pragma once

#include "base/address.hpp"

namespace medskapa::address {

inline constexpr Address report_inspel{"/processer/{process}/inspel/{number}/anmalan"};
inline constexpr Address report_statement{
    "/processer/{process}/aktiviteter/{activity}/pastaenden/{number}/anmalan"};
inline constexpr Address find_report{"/processer/{process}/anmalan"};
inline constexpr Address followed_report{"/processer/{process}/anmalan/{report_code}"};

inline constexpr Address conduct_page{"/spelregler"};
inline constexpr Address review_numbers{"/processer/{process}/granskning"};

// The staff's.
inline constexpr Address reported_things{"/processer/{process}/handlaggning/anmalt"};
inline constexpr Address reported_thing{"/processer/{process}/handlaggning/anmalt/{reported}"};
inline constexpr Address desk_appeal{"/processer/{process}/handlaggning/omprovning/{appeal}"};
inline constexpr Address edit_conduct{"/processer/{process}/handlaggning/webbplats/spelregler"};

}  // namespace medskapa::address
