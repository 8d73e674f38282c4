#pragma once

#include "base/address.hpp"

namespace medskapa::address {

inline constexpr Address assessments_page{"/processer/{process}/bedomningar"};
inline constexpr Address assessment_page{"/processer/{process}/bedomningar/{assessment}"};

// The staff's.
inline constexpr Address desk_assessments{"/processer/{process}/handlaggning/bedomningar"};
inline constexpr Address edit_assessment{"/processer/{process}/handlaggning/bedomningar/{assessment}"};
inline constexpr Address answer_step{
    "/processer/{process}/handlaggning/bedomningar/{assessment}/steg/{question}"};
inline constexpr Address look_at_answer{
    "/processer/{process}/handlaggning/bedomningar/{assessment}/steg/{question}/galler"};
inline constexpr Address edit_conflict{
    "/processer/{process}/handlaggning/bedomningar/{assessment}/malkonflikter/{conflict}"};
inline constexpr Address assess_paragraph{
    "/processer/{process}/handlaggning/bedomningar/{assessment}/stycken"};
inline constexpr Address stop_assessing_paragraph{
    "/processer/{process}/handlaggning/bedomningar/{assessment}/stycken/borttagning"};

}  // namespace medskapa::address
