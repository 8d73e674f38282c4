#pragma once

#include "base/address.hpp"

namespace medskapa::address {

inline constexpr Address accessibility_page{"/tillganglighet"};
inline constexpr Address personal_data_page{"/personuppgifter"};
inline constexpr Address cookies_page{"/kakor"};
inline constexpr Address contact_page{"/kontakt"};
inline constexpr Address security_text{"/.well-known/security.txt"};
inline constexpr Address robots_text{"/robots.txt"};
inline constexpr Address sitemap{"/sitemap.xml"};
inline constexpr Address site_icon{"/favicon.ico"};

// The staff's.
inline constexpr Address edit_description{"/processer/{process}/handlaggning/webbplats/om-webbplatsen"};
inline constexpr Address lack_reports{"/processer/{process}/handlaggning/webbplats/hinder"};
inline constexpr Address close_lack{"/processer/{process}/handlaggning/webbplats/hinder/{report}/klart"};

inline constexpr Address person_extract{"/processer/{process}/handlaggning/registerutdrag"};
inline constexpr Address person_extract_file{"/processer/{process}/handlaggning/registerutdrag/{search}/fil"};

}  // namespace medskapa::address
