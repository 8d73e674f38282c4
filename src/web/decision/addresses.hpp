#pragma once

#include "base/address.hpp"

namespace medskapa::address {

inline constexpr Address changes_page{"/processer/{process}/vad-andrades"};
inline constexpr Address links_csv{"/processer/{process}/lankar.csv"};
inline constexpr Address links_json{"/processer/{process}/lankar.json"};
inline constexpr Address report_page{"/processer/{process}/samradsredogorelse"};
inline constexpr Address report_file{"/processer/{process}/samradsredogorelse/{format}"};
inline constexpr Address report_part{"/processer/{process}/samradsredogorelse/del/{part}"};
inline constexpr Address report_section{"/processer/{process}/samradsredogorelse/avsnitt/{section}"};
inline constexpr Address decisions_page{"/processer/{process}/beslut"};
inline constexpr Address decision_page{"/processer/{process}/beslut/{number}"};

// The staff's.
inline constexpr Address missing_page{"/processer/{process}/handlaggning/saknas"};
inline constexpr Address waive_missing{"/processer/{process}/handlaggning/saknas/undantag"};
inline constexpr Address declare_complete{"/processer/{process}/handlaggning/saknas/klart"};
inline constexpr Address desk_decisions{"/processer/{process}/handlaggning/beslut"};
inline constexpr Address decide{"/processer/{process}/handlaggning/beslut/nytt"};
inline constexpr Address record_notice{"/processer/{process}/handlaggning/beslut/{number}/anslag"};
inline constexpr Address consultation_page{"/processer/{process}/handlaggning/konsultation/{consultation}"};
inline constexpr Address consultation_events{
    "/processer/{process}/handlaggning/konsultation/{consultation}/handelser"};

}  // namespace medskapa::address
