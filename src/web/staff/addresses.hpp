#pragma once

#include "base/address.hpp"

namespace medskapa::address {

inline constexpr Address set_up{"/installation/{token}"};
inline constexpr Address setup_question{"/installation/{token}/{question}"};
inline constexpr Address ask_for_link{"/inloggning"};
inline constexpr Address sign_in_by_passphrase{"/inloggning/losenfras"};
inline constexpr Address sign_in{"/inloggning/{token}"};
inline constexpr Address sign_out{"/utloggning"};
inline constexpr Address own_account{"/konto"};
inline constexpr Address own_name{"/konto/namn"};
inline constexpr Address other_sessions{"/konto/andra-inloggningar"};
inline constexpr Address one_session{"/konto/inloggningar/{session}/utloggning"};
inline constexpr Address prove_oneself{"/konto/bekraftelse"};
inline constexpr Address own_passphrase{"/konto/losenfras"};
inline constexpr Address change_passphrase{"/konto/losenfras/byte"};
inline constexpr Address drop_passphrase{"/konto/losenfras/borttagning"};
inline constexpr Address recovery_codes{"/konto/reservkoder"};

// The staff's.
inline constexpr Address desk_draft{"/processer/{process}/handlaggning/utkast"};
inline constexpr Address drop_desk_draft{"/processer/{process}/handlaggning/utkast/borttagning"};
inline constexpr Address staff_page{"/processer/{process}/handlaggning/personal"};
inline constexpr Address member_link{"/processer/{process}/handlaggning/personal/{member}/inloggningslank"};
inline constexpr Address reset_member{"/processer/{process}/handlaggning/personal/{member}/ny-inloggning"};
inline constexpr Address remove_member{"/processer/{process}/handlaggning/personal/{member}/borttagning"};

}  // namespace medskapa::address
