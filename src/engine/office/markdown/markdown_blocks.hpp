#pragma once

#include "engine/office/block_sink.hpp"

#include <string_view>

namespace medskapa::office {

/// Adds a text of Markdown, with tables, lists, links and footnotes, as blocks. Headings lie two levels below
/// those that it has: the document's own stand above. Links that readers could not follow keep their words
/// only. A text that is nested too deep becomes paragraphs as it was typed.
void add_markdown(BlockSink&, std::string_view source);

}  // namespace medskapa::office
