#pragma once

#include "web/frame/visit.hpp"

/// Where editors write: the draft of each document, paragraph by paragraph, with what each change goes back
/// to.
namespace medskapa::web::document::desk {

Response texts(const Visit&);           // GET  /processer/{process}/handlaggning/texter
Response begin(const Visit&);           // POST
Response draft(const Visit&);           // GET  .../texter/{document}
Response freeze(const Visit&);          // POST .../texter/{document}/frysning
Response undo(const Visit&);            // POST .../texter/{document}/angra
Response import_form(const Visit&);     // GET  .../texter/{document}/inlasning
Response import_text(const Visit&);     // POST
Response line(const Visit&);            // GET  .../texter/{document}/{node}
Response save(const Visit&);            // POST
Response insert(const Visit&);          // POST .../{node}/nytt
Response insert_heading(const Visit&);  // POST .../{node}/rubrik
Response move(const Visit&);            // POST .../{node}/flytt
Response split(const Visit&);           // POST .../{node}/delning
Response join(const Visit&);            // POST .../{node}/sammanslagning
Response remove(const Visit&);          // POST .../{node}/borttagning
Response set_type(const Visit&);        // POST .../{node}/slag
Response describe(const Visit&);        // POST .../{node}/bildtext
Response link_answer(const Visit&);     // POST /processer/{process}/handlaggning/synpunkter/{issue}/andring

}  // namespace medskapa::web::document::desk
