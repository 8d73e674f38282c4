#pragma once

#include "web/frame/visit.hpp"

/// The text as everybody reads it: documents, their versions, what changed, and what shaped each paragraph.
namespace medskapa::web::document {

Response documents(const Visit&);    // GET /processer/{process}/dokument
Response newest(const Visit&);       // GET /processer/{process}/dokument/{document}
Response version(const Visit&);      // GET /processer/{process}/dokument/{document}/version/{number}
Response as_markdown(const Visit&);  // GET /processer/{process}/dokument/{document}/version/{number}/text.md
Response as_docx(const Visit&);      // .../version/{number}/text.docx
Response as_page_or_pdf(const Visit&);  // GET .../version/{number}/fil/{format}
Response as_odt(const Visit&);          // .../version/{number}/text.odt
Response marked_docx(const Visit&);     // .../jamfor.docx?fran=1&till=2
Response marked_odt(const Visit&);      // .../jamfor.odt
Response compare(const Visit&);         // GET /processer/{process}/dokument/{document}/jamfor?fran=&till=
Response paragraph(const Visit&);       // GET /processer/{process}/stycke/{node}
Response change(const Visit&);          // GET /processer/{process}/andringar/{number}

}  // namespace medskapa::web::document
