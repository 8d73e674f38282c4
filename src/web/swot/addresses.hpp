#pragma once

#include "base/address.hpp"

namespace medskapa::address {

inline constexpr Address swot_page{"/processer/{process}/swot"};
inline constexpr Address swot_item_page{"/processer/{process}/swot/{swot}"};

// The staff's.
inline constexpr Address desk_swot{"/processer/{process}/handlaggning/swot"};
inline constexpr Address edit_swot_item{"/processer/{process}/handlaggning/swot/{swot}"};
inline constexpr Address cite_for_swot{"/processer/{process}/handlaggning/swot/{swot}/hanvisning"};
inline constexpr Address support_swot_item{"/processer/{process}/handlaggning/swot/{swot}/underlag"};
inline constexpr Address take_figure_off_swot_item{
    "/processer/{process}/handlaggning/swot/{swot}/hanvisning/borttagning"};
inline constexpr Address take_off_swot_item{
    "/processer/{process}/handlaggning/swot/{swot}/underlag/borttagning"};
inline constexpr Address publish_swot_item{"/processer/{process}/handlaggning/swot/{swot}/publicering"};
inline constexpr Address withdraw_swot_item{"/processer/{process}/handlaggning/swot/{swot}/utkast"};

}  // namespace medskapa::address
