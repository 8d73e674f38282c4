#pragma once

#include "base/address.hpp"

namespace medskapa::address {

inline constexpr Address follow_page{"/processer/{process}/besked"};
inline constexpr Address follower_page{"/processer/{process}/besked/{follower}"};
inline constexpr Address confirm_following{"/processer/{process}/besked/{follower}/bekraftelse"};
inline constexpr Address stop_following{"/processer/{process}/besked/{follower}/sluta"};

// The staff's.
inline constexpr Address mail_page{"/processer/{process}/handlaggning/mejl"};
inline constexpr Address letter_page{"/processer/{process}/handlaggning/mejl/{mail}"};
inline constexpr Address send_mail_again{"/processer/{process}/handlaggning/mejl/{mail}/nytt-forsok"};

}  // namespace medskapa::address
