#pragma once

#include "domain/document/document.hpp"
#include "web/markup/html.hpp"
#include "web/words/words.hpp"

/// The way about in a long text.
namespace medskapa::web::document {

/// The headings as links to them, two levels deep: items of a list.
Html contents(const Lines&);

/// Stands before the text, folded, where the page is too narrow for contents beside it. `more`: items beside
/// the headings.
Html contents_first(const Lines&, const Html& more, const Words&);

/// Stands last in the text, and follows the reader of a narrow page: back to the contents.
Html way_to_contents(const Words&);

}  // namespace medskapa::web::document
