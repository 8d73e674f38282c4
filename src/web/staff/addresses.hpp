#pragma once

#include "base/address.hpp"

namespace medskapa::address {

inline constexpr Address set_up{"/installation/{token}"};
inline constexpr Address ask_for_link{"/inloggning"};
inline constexpr Address sign_in{"/inloggning/{token}"};
inline constexpr Address sign_out{"/utloggning"};
inline constexpr Address own_account{"/konto"};
inline constexpr Address own_name{"/konto/namn"};
inline constexpr Address other_sessions{"/konto/andra-inloggningar"};

// The staff's.
inline constexpr Address desk_draft{"/processer/{process}/handlaggning/utkast"};
inline constexpr Address drop_desk_draft{"/processer/{process}/handlaggning/utkast/borttagning"};
inline constexpr Address staff_page{"/processer/{process}/handlaggning/personal"};
inline constexpr Address member_link{"/processer/{process}/handlaggning/personal/{member}/inloggningslank"};
inline constexpr Address remove_member{"/processer/{process}/handlaggning/personal/{member}/borttagning"};

}  // namespace medskapa::address
