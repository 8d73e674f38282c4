#pragma once

#include "domain/referral/referral.hpp"
#include "web/frame/visit.hpp"

namespace medskapa::web::referral {

/// On the page of an inspel that is an answer: where it stands, how it came, and its file. Empty for others.
Html note(const Visit&, const Inspel&);
/// The same for staff, with the forms for its case number and its file.
Html workbench_note(const Visit&, const Inspel&);

/// The file as it was sent: to be saved, never opened as a page of ours.
Response file_response(const Visit&, Id<OriginalFile>);
/// "svar.pdf · 120 kB", and its digest.
Html file_view(const Visit&, const OriginalFile&, const std::string& href);

}  // namespace medskapa::web::referral
