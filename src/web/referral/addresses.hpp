#pragma once

#include "base/address.hpp"

namespace medskapa::address {

inline constexpr Address newest_referral{"/processer/{process}/remiss"};
inline constexpr Address referral_page{"/processer/{process}/remiss/{referral}"};
inline constexpr Address referral_coverage{"/processer/{process}/remiss/{referral}/tackning"};
inline constexpr Address referral_table_csv{"/processer/{process}/remiss/{referral}/sammanstallning.csv"};
inline constexpr Address referral_positions{"/processer/{process}/remiss/{referral}/stallningstaganden"};
inline constexpr Address referral_json{"/processer/{process}/remiss/{referral}/remiss.json"};
inline constexpr Address answer_referral{"/processer/{process}/remiss/{referral}/svar"};
inline constexpr Address answer_as_party{"/processer/{process}/remiss/svar/{link}"};
inline constexpr Address abstain_as_party{"/processer/{process}/remiss/svar/{link}/avstar"};
inline constexpr Address answer_draft{"/processer/{process}/remiss/utkast/{draft}"};
inline constexpr Address approve_answer{"/processer/{process}/remiss/godkannande/{approval}"};
inline constexpr Address answer_to_approve_file{
    "/processer/{process}/remiss/godkannande/{approval}/fil/{file}"};

// The staff's.
inline constexpr Address referrals_page{"/processer/{process}/handlaggning/remiss"};
inline constexpr Address parties_page{"/processer/{process}/handlaggning/remiss/{referral}"};
inline constexpr Address invite_party{"/processer/{process}/handlaggning/remiss/{referral}/parter"};
inline constexpr Address import_parties{
    "/processer/{process}/handlaggning/remiss/{referral}/parter/inlasning"};
inline constexpr Address party_page{"/processer/{process}/handlaggning/remiss/{referral}/parter/{party}"};
inline constexpr Address extend_deadline{
    "/processer/{process}/handlaggning/remiss/{referral}/parter/{party}/forlangning"};
inline constexpr Address remind_party{
    "/processer/{process}/handlaggning/remiss/{referral}/parter/{party}/paminnelse"};
inline constexpr Address record_abstention{
    "/processer/{process}/handlaggning/remiss/{referral}/parter/{party}/avstar"};
inline constexpr Address mailing_list_csv{
    "/processer/{process}/handlaggning/remiss/{referral}/sandlista.csv"};
inline constexpr Address enter_letter{"/processer/{process}/handlaggning/remiss/{referral}/svar"};
inline constexpr Address confirm_sender{"/processer/{process}/handlaggning/inspel/{number}/avsandare"};
inline constexpr Address set_case_number{"/processer/{process}/handlaggning/inspel/{number}/diarienummer"};

}  // namespace medskapa::address
