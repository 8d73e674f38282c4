#pragma once

#include "app/conversation/addresses.hpp"

namespace medskapa::address {

inline constexpr Address conversation_page{"/processer/{process}/aktiviteter/{activity}/pastaenden"};
inline constexpr Address vote{"/processer/{process}/aktiviteter/{activity}/rost"};
inline constexpr Address about_voter{"/processer/{process}/aktiviteter/{activity}/om-mig"};
inline constexpr Address withdraw_votes{"/processer/{process}/aktiviteter/{activity}/mina-roster/bort"};
inline constexpr Address result_page{"/processer/{process}/aktiviteter/{activity}/resultat"};
inline constexpr Address own_result_page{"/processer/{process}/aktiviteter/{activity}/resultat/jag"};
inline constexpr Address statement_rulings{"/processer/{process}/aktiviteter/{activity}/granskning"};

// The staff's.
inline constexpr Address desk_conversations{"/processer/{process}/handlaggning/pastaenden"};
inline constexpr Address desk_conversation{"/processer/{process}/handlaggning/pastaenden/{activity}"};
inline constexpr Address review_statement{
    "/processer/{process}/handlaggning/pastaenden/{activity}/{number}/beslut"};
inline constexpr Address convert_statement{
    "/processer/{process}/handlaggning/pastaenden/{activity}/{number}/inspel"};
inline constexpr Address steer_conversation{"/processer/{process}/handlaggning/pastaenden/{activity}/lage"};
inline constexpr Address name_group{"/processer/{process}/handlaggning/pastaenden/{activity}/grupp"};
inline constexpr Address conversation_population{
    "/processer/{process}/handlaggning/pastaenden/{activity}/befolkning"};
inline constexpr Address comments_csv{"/processer/{process}/handlaggning/pastaenden/{activity}/comments.csv"};
inline constexpr Address votes_csv{"/processer/{process}/handlaggning/pastaenden/{activity}/votes.csv"};
inline constexpr Address participants_votes_csv{
    "/processer/{process}/handlaggning/pastaenden/{activity}/participants-votes.csv"};

}  // namespace medskapa::address
