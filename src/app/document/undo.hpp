#pragma once

#include "app/act/act.hpp"
#include "domain/document/document.hpp"

namespace medskapa::app {

/// Takes back all that has been done to a heading or paragraph since the version that readers know: its words
/// and its place are as there, what was new is gone and what was removed is back, with what it was joined
/// with or split from. The change and its links from issues go with it; the log keeps both. A conflict for a
/// change of a version that is frozen.
Result<Node> undo_change(Permitted<Action::edit_text>, const Document&, int change_number);

}  // namespace medskapa::app
