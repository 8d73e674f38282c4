#pragma once

#include "domain/document/document.hpp"
#include "engine/office/block_sink.hpp"

#include <string>

namespace medskapa::web::document {

/// Adds a paragraph of Markdown as it is now, with what was added to its words and removed from them noted as
/// changes. Empty before: all of it is new; empty now: all of it is gone. Blocks that have no other of their
/// kind in the same place, and rows of tables, are added and removed whole.
void add_tracked(office::BlockSink&, const std::string& before, const std::string& now);
/// The same of a heading's words.
void add_tracked_heading(office::BlockSink&, office::TextBlock heading, const std::string& before);

/// The newer text in its order, so noted; what is gone stands after what it stood after.
void add_tracked_text(office::BlockSink&, const Lines& before, const Lines& after);

}  // namespace medskapa::web::document
