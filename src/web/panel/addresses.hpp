#pragma once

#include "base/address.hpp"

namespace medskapa::address {

inline constexpr Address panels_page{"/processer/{process}/paneler"};
inline constexpr Address panel_page{"/processer/{process}/paneler/{panel}"};
inline constexpr Address panel_csv{"/processer/{process}/paneler/{panel}/resultat.csv"};
inline constexpr Address panel_member_page{"/processer/{process}/paneler/{panel}/fraga/{member}"};
inline constexpr Address give_estimate{"/processer/{process}/paneler/{panel}/svar"};
inline constexpr Address take_back_estimate{"/processer/{process}/paneler/{panel}/bort"};

// The staff's.
inline constexpr Address desk_panels{"/processer/{process}/handlaggning/paneler"};
inline constexpr Address begin_panel{"/processer/{process}/handlaggning/paneler/ny"};
inline constexpr Address desk_panel{"/processer/{process}/handlaggning/paneler/{panel}"};
inline constexpr Address invite_to_panel{"/processer/{process}/handlaggning/paneler/{panel}/inbjudan"};
inline constexpr Address open_panel_round{"/processer/{process}/handlaggning/paneler/{panel}/runda"};

}  // namespace medskapa::address
