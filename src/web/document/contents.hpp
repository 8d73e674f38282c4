#pragma once

#include "domain/document/document.hpp"
#include "web/markup/html.hpp"
#include "web/words/words.hpp"

/// Finding one's way in a long text.
namespace medskapa::web::document {

/// The headings as links to them, two levels deep: items of a list.
Html contents(const Lines&);

/// For a page that is too narrow for contents next to the text: above it, folded. `more`: items after the
/// headings.
Html contents_first(const Lines&, const Html& more, const Words&);

/// The end of the text, which follows the reader of a narrow page: a link back to the contents.
Html link_to_contents(const Words&);

}  // namespace medskapa::web::document
