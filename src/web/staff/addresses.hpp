#pragma once

#include "base/address.hpp"

namespace medskapa::address {

inline constexpr Address set_up{"/installation/{token}"};
inline constexpr Address setup_question{"/installation/{token}/{question}"};
inline constexpr Address ask_for_link{"/inloggning"};
inline constexpr Address sign_in_by_passphrase{"/inloggning/losenfras"};
inline constexpr Address sign_in_by_passkey{"/inloggning/passnyckel"};
inline constexpr Address passkey_challenge{"/inloggning/passnyckel/fraga"};
inline constexpr Address sign_in{"/inloggning/{token}"};
inline constexpr Address begin_at_provider{"/inloggning/hos/{provider}"};
inline constexpr Address come_from_provider{"/inloggning/hos/{provider}/svar"};
inline constexpr Address prove_at_provider{"/inloggning/hos/{provider}/bekraftelse"};
inline constexpr Address proved{"/inloggning/hos/{provider}/klart"};
inline constexpr Address sign_out{"/utloggning"};
inline constexpr Address own_account{"/konto"};
inline constexpr Address own_name{"/konto/namn"};
inline constexpr Address other_sessions{"/konto/andra-inloggningar"};
inline constexpr Address one_session{"/konto/inloggningar/{session}/utloggning"};
inline constexpr Address prove_oneself{"/konto/bekraftelse"};
inline constexpr Address proof_challenge{"/konto/bekraftelse/fraga"};
inline constexpr Address own_passphrase{"/konto/losenfras"};
inline constexpr Address change_passphrase{"/konto/losenfras/byte"};
inline constexpr Address drop_passphrase{"/konto/losenfras/borttagning"};
inline constexpr Address recovery_codes{"/konto/reservkoder"};
inline constexpr Address own_passkeys{"/konto/passnycklar"};
inline constexpr Address new_passkey_challenge{"/konto/passnycklar/fraga"};
inline constexpr Address prove_for_passkeys{"/konto/passnycklar/bekraftelse"};
inline constexpr Address rename_passkey{"/konto/passnycklar/{passkey}/namn"};
inline constexpr Address remove_passkey{"/konto/passnycklar/{passkey}/borttagning"};
inline constexpr Address own_services{"/konto/inloggningstjanster"};
inline constexpr Address prove_for_services{"/konto/inloggningstjanster/bekraftelse"};
inline constexpr Address begin_to_tie{"/konto/inloggningstjanster/{provider}/{proof}"};
inline constexpr Address untie{"/konto/inloggningstjanster/{provider}/borttagning"};

// The staff's.
inline constexpr Address desk_draft{"/processer/{process}/handlaggning/utkast"};
inline constexpr Address drop_desk_draft{"/processer/{process}/handlaggning/utkast/borttagning"};
inline constexpr Address staff_page{"/processer/{process}/handlaggning/personal"};
inline constexpr Address member_link{"/processer/{process}/handlaggning/personal/{member}/inloggningslank"};
inline constexpr Address reset_member{"/processer/{process}/handlaggning/personal/{member}/ny-inloggning"};
inline constexpr Address remove_member{"/processer/{process}/handlaggning/personal/{member}/borttagning"};

}  // namespace medskapa::address
