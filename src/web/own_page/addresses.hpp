#pragma once

#include "base/address.hpp"

namespace medskapa::address {

inline constexpr Address own_page{"/mina-sidor"};
inline constexpr Address open_own_page{"/mina-sidor/lank/{token}"};
inline constexpr Address own_at_provider{"/mina-sidor/hos/{provider}"};
inline constexpr Address own_from_provider{"/mina-sidor/hos/{provider}/svar"};
inline constexpr Address forget_identity{"/mina-sidor/e-legitimation/borttagning"};
inline constexpr Address sign_out_own{"/mina-sidor/utloggning"};
inline constexpr Address tie_inspel{"/mina-sidor/kvittens"};
inline constexpr Address own_following{"/mina-sidor/besked"};
inline constexpr Address own_extract{"/mina-sidor/utdrag"};
inline constexpr Address request_tie{"/processer/{process}/kvittens/{code}/adress"};
inline constexpr Address show_as_person{"/processer/{process}/aktiviteter/{activity}/e-legitimation"};
inline constexpr Address withdraw_own_inspel{"/processer/{process}/mina-sidor/{number}/aterkallelse"};
inline constexpr Address own_request{"/processer/{process}/mina-sidor/{number}/begaran"};

// The staff's.
inline constexpr Address own_requests{"/processer/{process}/handlaggning/begaran"};
inline constexpr Address answer_own_request{"/processer/{process}/handlaggning/begaran/{request}/svar"};

}  // namespace medskapa::address
