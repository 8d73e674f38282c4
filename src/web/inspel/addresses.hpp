#pragma once

#include "base/address.hpp"

namespace medskapa::address {

inline constexpr Address inspel_list{"/processer/{process}/inspel"};
inline constexpr Address inspel_csv{"/processer/{process}/inspel.csv"};
inline constexpr Address inspel_form{"/processer/{process}/inspel/nytt"};
inline constexpr Address inspel_page{"/processer/{process}/inspel/{number}"};
inline constexpr Address inspel_file{"/processer/{process}/inspel/{number}/fil/{file}"};
inline constexpr Address inspel_only_file{"/processer/{process}/inspel/{number}/fil"};
inline constexpr Address find_receipt{"/processer/{process}/kvittens"};
inline constexpr Address receipt_page{"/processer/{process}/kvittens/{code}"};
inline constexpr Address complete_inspel{"/processer/{process}/kvittens/{code}/komplettering"};
inline constexpr Address withdraw_inspel{"/processer/{process}/kvittens/{code}/aterkallelse"};
inline constexpr Address appeal_refusal{"/processer/{process}/kvittens/{code}/omprovning"};
inline constexpr Address receipt_attachment{"/processer/{process}/kvittens/{code}/fil/{file}"};

// The staff's.
inline constexpr Address staffs_inspel_file{"/processer/{process}/handlaggning/inspel/{number}/fil/{file}"};
inline constexpr Address show_inspel_file{
    "/processer/{process}/handlaggning/inspel/{number}/fil/{file}/visning"};
inline constexpr Address mask_inspel_file{
    "/processer/{process}/handlaggning/inspel/{number}/fil/{file}/maskning"};
inline constexpr Address enter_inspel{"/processer/{process}/handlaggning/skriv-in"};
inline constexpr Address import_inspel{"/processer/{process}/handlaggning/inlasning"};
inline constexpr Address import_template{"/processer/{process}/handlaggning/inlasning/mall.csv"};

}  // namespace medskapa::address
