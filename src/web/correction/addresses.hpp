#pragma once

#include "base/address.hpp"

namespace medskapa::address {

inline constexpr Address corrections_page{"/processer/{process}/rattelser"};

// The staff's.
inline constexpr Address correct_decision{"/processer/{process}/handlaggning/beslut/{number}/rattelse"};
inline constexpr Address correct_party{
    "/processer/{process}/handlaggning/remiss/{referral}/parter/{party}/rattelse"};
inline constexpr Address correct_seat{
    "/processer/{process}/handlaggning/webbplats/organisation/{body}/platser/{seat}/rattelse"};
inline constexpr Address correct_step{"/processer/{process}/handlaggning/webbplats/steg/{step}/rattelse"};
inline constexpr Address printed_version{
    "/processer/{process}/handlaggning/texter/{document}/version/{number}/rattelse"};
inline constexpr Address correct_print{
    "/processer/{process}/handlaggning/texter/{document}/version/{number}/rattelse/{node}"};

}  // namespace medskapa::address
