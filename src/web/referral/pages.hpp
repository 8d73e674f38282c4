#pragma once

#include "web/frame/visit.hpp"

/// A referral as everybody sees it, and the forms to answer it: as anybody, by a party's own link, and with a
/// second person who approves.
namespace medskapa::web::referral {

Response newest(const Visit&);          // GET  /processer/{process}/remiss
Response show(const Visit&);            // GET  /processer/{process}/remiss/{referral}
Response coverage(const Visit&);        // GET  .../remiss/{referral}/tackning
Response positions(const Visit&);       // GET  .../remiss/{referral}/stallningstaganden
Response open_data(const Visit&);       // GET  .../remiss/{referral}/remiss.json
Response table_csv(const Visit&);       // GET  .../remiss/{referral}/sammanstallning.csv
Response open_form(const Visit&);       // GET  .../remiss/{referral}/svar
Response receive(const Visit&);         // POST
Response party_form(const Visit&);      // GET  .../remiss/svar/{link}
Response receive_from(const Visit&);    // POST
Response abstain(const Visit&);         // POST .../remiss/svar/{link}/avstar
Response draft(const Visit&);           // GET  .../remiss/utkast/{draft}
Response change_draft(const Visit&);    // POST
Response to_approve(const Visit&);      // GET  .../remiss/godkannande/{approval}
Response approve(const Visit&);         // POST
Response approvers_file(const Visit&);  // GET  .../remiss/godkannande/{approval}/fil

}  // namespace medskapa::web::referral
