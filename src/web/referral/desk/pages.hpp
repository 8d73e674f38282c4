#pragma once

#include "domain/inspel/inspel.hpp"
#include "web/frame/visit.hpp"

/// The staff's register of a referral: who was asked, who has answered, what came by letter.
namespace medskapa::web::referral::desk {

Response referrals(const Visit&);        // GET  /processer/{process}/handlaggning/remiss
Response send(const Visit&);             // POST
Response parties(const Visit&);          // GET  .../remiss/{referral}
Response invite(const Visit&);           // POST .../remiss/{referral}/parter
Response import_parties(const Visit&);   // POST .../remiss/{referral}/parter/inlasning
Response party(const Visit&);            // GET  .../remiss/{referral}/parter/{party}
Response extend(const Visit&);           // POST .../parter/{party}/forlangning
Response remind(const Visit&);           // POST .../parter/{party}/paminnelse
Response abstain(const Visit&);          // POST .../parter/{party}/avstar
Response send_list(const Visit&);        // GET  .../remiss/{referral}/sandlista.csv
Response letter_form(const Visit&);      // GET  .../remiss/{referral}/svar
Response enter_letter(const Visit&);     // POST
Response confirm_sender(const Visit&);   // POST .../handlaggning/inspel/{number}/avsandare
Response set_case_number(const Visit&);  // POST .../handlaggning/inspel/{number}/diarienummer

}  // namespace medskapa::web::referral::desk
