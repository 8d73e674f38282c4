#pragma once

#include "base/address.hpp"

namespace medskapa::address {

inline constexpr Address inspel_list{"/processer/{process}/inspel"};
inline constexpr Address inspel_csv{"/processer/{process}/inspel.csv"};
inline constexpr Address inspel_form{"/processer/{process}/inspel/nytt"};
inline constexpr Address inspel_page{"/processer/{process}/inspel/{number}"};
inline constexpr Address find_receipt{"/processer/{process}/kvittens"};
inline constexpr Address receipt_page{"/processer/{process}/kvittens/{code}"};
inline constexpr Address complete_inspel{"/processer/{process}/kvittens/{code}/komplettering"};
inline constexpr Address withdraw_inspel{"/processer/{process}/kvittens/{code}/aterkallelse"};

// The staff's.
inline constexpr Address enter_inspel{"/processer/{process}/handlaggning/skriv-in"};
inline constexpr Address import_inspel{"/processer/{process}/handlaggning/inlasning"};
inline constexpr Address import_template{"/processer/{process}/handlaggning/inlasning/mall.csv"};

}  // namespace medskapa::address
