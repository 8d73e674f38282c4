#pragma once

#include "base/address.hpp"

namespace medskapa::address {

inline constexpr Address to_answer{"/processer/{process}/handlaggning"};
inline constexpr Address to_review{"/processer/{process}/handlaggning/granska"};
inline constexpr Address to_split{"/processer/{process}/handlaggning/dela"};
inline constexpr Address declined_inspel{"/processer/{process}/handlaggning/avvisade"};
inline constexpr Address held_answers{"/processer/{process}/handlaggning/svar"};
inline constexpr Address text_blocks{"/processer/{process}/handlaggning/textblock"};
inline constexpr Address remove_text_block{"/processer/{process}/handlaggning/textblock/{block}/borttagning"};
inline constexpr Address inspel_workbench{"/processer/{process}/handlaggning/inspel/{number}"};
inline constexpr Address publish_inspel{"/processer/{process}/handlaggning/inspel/{number}/publicering"};
inline constexpr Address decline_inspel{"/processer/{process}/handlaggning/inspel/{number}/avslag"};
inline constexpr Address reopen_inspel{"/processer/{process}/handlaggning/inspel/{number}/provning"};
inline constexpr Address edit_copy{"/processer/{process}/handlaggning/inspel/{number}/kopia"};
inline constexpr Address redact_copy{"/processer/{process}/handlaggning/inspel/{number}/maskning"};
inline constexpr Address show_addition{"/processer/{process}/handlaggning/inspel/{number}/tillagg"};
inline constexpr Address erase_inspel{"/processer/{process}/handlaggning/inspel/{number}/gallring"};
inline constexpr Address split_inspel{"/processer/{process}/handlaggning/inspel/{number}/synpunkter"};
inline constexpr Address assign_issues{"/processer/{process}/handlaggning/inspel/{number}/tilldelning"};
inline constexpr Address answer_issues{"/processer/{process}/handlaggning/inspel/{number}/svar"};
inline constexpr Address change_answer{"/processer/{process}/handlaggning/inspel/{number}/svar/andring"};
inline constexpr Address take_back_answer{"/processer/{process}/handlaggning/inspel/{number}/svar/angra"};
inline constexpr Address remove_issue{"/processer/{process}/handlaggning/synpunkter/{issue}/borttagning"};
inline constexpr Address leave_group{
    "/processer/{process}/handlaggning/synpunkter/{issue}/grupp/borttagning"};
inline constexpr Address desk_list{"/processer/{process}/handlaggning/lista"};
inline constexpr Address undo_bulk{"/processer/{process}/handlaggning/lista/{act}/angra"};
inline constexpr Address saved_filters{"/processer/{process}/handlaggning/filter"};
inline constexpr Address remove_filter{"/processer/{process}/handlaggning/filter/{filter}/borttagning"};
inline constexpr Address desk_progress{"/processer/{process}/handlaggning/laget"};
inline constexpr Address set_rest_aside{"/processer/{process}/handlaggning/inspel/{number}/resten"};
inline constexpr Address group_issues{"/processer/{process}/handlaggning/grupper"};

}  // namespace medskapa::address
