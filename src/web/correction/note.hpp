#pragma once

#include "domain/correction/correction.hpp"
#include "domain/document/document.hpp"
#include "web/frame/visit.hpp"

/// What corrections show on other nouns' pages.
namespace medskapa::web::correction {

/// What has been corrected in a thing, the oldest first: what stood, what is right, when, why and in what
/// role. Empty where nothing has.
Html note(const Visit&, Correction::Kind, std::int64_t thing);
/// The same of an object of the log and its parts, each with its name: the parties of a referral, the seats
/// of a body.
Html note_below(const Visit&, const std::string& object);
/// The same of one paragraph of a frozen version.
Html note_of_paragraph(const Visit&, const Version&, const std::string& code);
/// Which paragraphs of a frozen version have been corrected, each a link to its place on the version's page.
Html note_of_version(const Visit&, const Version&);

/// Entries of a feed (RFC 4287) that say what was corrected, the newest first.
Html feed_entries(const Visit&);
std::optional<Instant> newest(const Visit&);

}  // namespace medskapa::web::correction
