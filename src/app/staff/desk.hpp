#pragma once

#include "app/act/act.hpp"
#include "domain/staff/desk.hpp"

#include <string>

/// What the desk keeps for the one who acts. Nothing of it is logged: it is nobody else's business.
namespace medskapa::app {

/// Keeps what the person is writing at a place, instead of what was kept there before. Without words: the
/// person has been led there. Refused when it is longer than `longest_draft`, which says what to do.
Result<bool> keep_draft(Permitted<Action::read_desk>, const std::string& place, const std::string& words);
Result<bool> drop_draft(Permitted<Action::read_desk>, const std::string& place);

/// Keeps a search of the list by a name. Refused without one, and for more than `most_saved_filters`.
Result<SavedFilter> save_filter(
    Permitted<Action::read_desk>, const std::string& title, const std::string& query);
Result<bool> remove_filter(Permitted<Action::read_desk>, Id<SavedFilter>);

}  // namespace medskapa::app
