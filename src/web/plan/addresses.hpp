#pragma once

#include "base/address.hpp"

namespace medskapa::address {

inline constexpr Address plan_page{"/processer/{process}/plan"};
inline constexpr Address plan_edition_page{"/processer/{process}/plan/{edition}"};

// The staff's.
inline constexpr Address desk_plan{"/processer/{process}/handlaggning/plan"};
inline constexpr Address begin_plan{"/processer/{process}/handlaggning/plan/utkast"};
inline constexpr Address discard_plan{"/processer/{process}/handlaggning/plan/borttagning"};
inline constexpr Address publish_plan{"/processer/{process}/handlaggning/plan/publicering"};
inline constexpr Address edit_plan_line{"/processer/{process}/handlaggning/plan/{planned}/{line}"};
inline constexpr Address remove_plan_line{
    "/processer/{process}/handlaggning/plan/{planned}/{line}/borttagning"};
inline constexpr Address judge_promise{"/processer/{process}/handlaggning/loften/{promise}"};

}  // namespace medskapa::address
