#pragma once

#include "base/address.hpp"

namespace medskapa::address {

inline constexpr Address priorities_page{"/processer/{process}/prioriteringar"};
inline constexpr Address priority_page{"/processer/{process}/prioriteringar/{priority}"};
inline constexpr Address weighing_page{"/processer/{process}/vagning/{weighing}"};
inline constexpr Address weigh_points{"/processer/{process}/vagning/{weighing}/poang"};
inline constexpr Address weigh_choices{"/processer/{process}/vagning/{weighing}/val"};
inline constexpr Address take_back_weighing{"/processer/{process}/vagning/{weighing}/bort"};
inline constexpr Address invited_weighing{"/processer/{process}/vagning/{weighing}/inbjuden/{weigher}"};
inline constexpr Address weighing_result{"/processer/{process}/vagning/{weighing}/resultat"};
inline constexpr Address weighing_csv{"/processer/{process}/vagning/{weighing}/resultat.csv"};

// The staff's.
inline constexpr Address desk_priorities{"/processer/{process}/handlaggning/prioriteringar"};
inline constexpr Address edit_priority{"/processer/{process}/handlaggning/prioriteringar/{priority}"};
inline constexpr Address decide_priority{
    "/processer/{process}/handlaggning/prioriteringar/{priority}/beslut"};
inline constexpr Address cite_for_priority{
    "/processer/{process}/handlaggning/prioriteringar/{priority}/hanvisning"};
inline constexpr Address note_discovery{"/processer/{process}/handlaggning/prioriteringar/{priority}/mote"};
inline constexpr Address open_weighing{"/processer/{process}/handlaggning/vagning"};
inline constexpr Address desk_weighing{"/processer/{process}/handlaggning/vagning/{weighing}"};
inline constexpr Address invite_to_weigh{"/processer/{process}/handlaggning/vagning/{weighing}/inbjudan"};

}  // namespace medskapa::address
