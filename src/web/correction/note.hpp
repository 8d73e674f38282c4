#pragma once

#include "domain/correction/correction.hpp"
#include "domain/document/document.hpp"
#include "engine/office/block_sink.hpp"
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

/// What a correction is said with, where nobody visits too: in files.
struct Source {
    sql::Connection& db;
    Id<Process> process;
    const Words& words;
    const Clock& clock;
};
Source source_of(const Visit&);

/// Corrections as blocks of a document that leaves as a file: what stood, what is right, why, when and in
/// what role. Each has its reference ("R-3") as its anchor. None where nothing has been corrected.
using Blocks = std::vector<office::TextBlock>;
Blocks blocks(const Source&, Correction::Kind, std::int64_t thing);
/// The same of one paragraph of a frozen version.
Blocks blocks_of_paragraph(const Source&, const Version&, const std::string& code);
/// That the version has been corrected, and a way to each of them.
Blocks blocks_of_version(const Source&, const Version&);
/// All of the process, the oldest first, each with the thing that it is of.
Blocks blocks_of_process(const Source&);

/// Entries of a feed (RFC 4287) that say what was corrected, the newest first.
Html feed_entries(const Visit&);
std::optional<Instant> newest(const Visit&);

}  // namespace medskapa::web::correction
