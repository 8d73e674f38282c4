#pragma once

#include "base/address.hpp"

namespace medskapa::address {

inline constexpr Address organisations_page{"/processer/{process}/organisationer"};
inline constexpr Address one_organisation_page{"/processer/{process}/organisationer/{organisation}"};
inline constexpr Address ask_for_mandate{"/processer/{process}/kvittens/{code}/fullmakt"};
inline constexpr Address mandate_page{"/processer/{process}/fullmakt/{speaker}"};

// The staff's.
inline constexpr Address desk_organisations{"/processer/{process}/handlaggning/organisationer"};
inline constexpr Address organisations_csv{"/processer/{process}/handlaggning/organisationer.csv"};
inline constexpr Address import_organisations{"/processer/{process}/handlaggning/organisationer/inlasning"};
inline constexpr Address edit_organisation{"/processer/{process}/handlaggning/organisationer/{organisation}"};
inline constexpr Address merge_organisations{
    "/processer/{process}/handlaggning/organisationer/{organisation}/sammanslagning"};
inline constexpr Address revoke_mandate{
    "/processer/{process}/handlaggning/organisationer/{organisation}/fullmakter/{mandate}/aterkallelse"};

}  // namespace medskapa::address
