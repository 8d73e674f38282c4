#pragma once

#include "web/frame/visit.hpp"

/// The staff's desk: review what came in, split it into issues, answer, publish.
namespace medskapa::web::issue::desk {

Response to_answer(const Visit&);         // GET  /processer/{process}/handlaggning
Response to_review(const Visit&);         // GET  /processer/{process}/handlaggning/granska
Response to_split(const Visit&);          // GET  /processer/{process}/handlaggning/dela
Response declined(const Visit&);          // GET  /processer/{process}/handlaggning/avvisade
Response held_answers(const Visit&);      // GET  /processer/{process}/handlaggning/svar
Response publish_answers(const Visit&);   // POST /processer/{process}/handlaggning/svar
Response text_blocks(const Visit&);       // GET  /processer/{process}/handlaggning/textblock
Response add_text_block(const Visit&);    // POST /processer/{process}/handlaggning/textblock
Response workbench(const Visit&);         // GET  /processer/{process}/handlaggning/inspel/{number}
Response publish(const Visit&);           // POST .../inspel/{number}/publicering
Response decline(const Visit&);           // POST .../inspel/{number}/avslag
Response reopen(const Visit&);            // POST .../inspel/{number}/provning
Response edit_copy(const Visit&);         // POST .../inspel/{number}/kopia
Response redact(const Visit&);            // POST .../inspel/{number}/maskning
Response erase(const Visit&);             // POST .../inspel/{number}/gallring
Response assign(const Visit&);            // POST .../inspel/{number}/tilldelning
Response split(const Visit&);             // POST .../inspel/{number}/synpunkter
Response answer(const Visit&);            // POST .../inspel/{number}/svar
Response change_answer(const Visit&);     // POST .../inspel/{number}/svar/andring
Response take_back_answer(const Visit&);  // POST .../inspel/{number}/svar/angra

Response list(const Visit&);            // GET  /processer/{process}/handlaggning/lista
Response do_in_bulk(const Visit&);      // POST /processer/{process}/handlaggning/lista
Response undo_bulk(const Visit&);       // POST /processer/{process}/handlaggning/lista/{act}/angra
Response save_filter(const Visit&);     // POST /processer/{process}/handlaggning/filter
Response remove_filter(const Visit&);   // POST /processer/{process}/handlaggning/filter/{filter}/borttagning
Response progress(const Visit&);        // GET  /processer/{process}/handlaggning/laget
Response set_rest_aside(const Visit&);  // POST .../inspel/{number}/resten

}  // namespace medskapa::web::issue::desk
