#pragma once

#include "app/act/act.hpp"
#include "domain/staff/desk.hpp"
#include "store/issue/desk_list.hpp"

#include <string>
#include <vector>

/// One act on many things of the list. What cannot be done with one of them leaves that one alone and is
/// said; the others are done. Each is asked for its own right and logged by its own verb.
namespace medskapa::app {

/// A thing that was chosen, and how its row stood when it was: see store::mark_of().
struct Chosen {
    std::int64_t id = 0;
    std::string mark;
};

struct Bulk {
    BulkKind kind = BulkKind::publish;
    store::DeskKind of = store::DeskKind::inspel;
    std::vector<Chosen> chosen;
    std::string value = {};  // a colleague's id, a topic's slug, a group's title, a reason to decline
    std::string note = {};   // to the senders of what is declined
};

/// Does it and remembers what came of each. What is assigned, grouped or put under a topic is the issues
/// without an answer of an inspel that was chosen. Refused as a whole, with nothing done, when nothing or
/// more than `most_in_bulk` was chosen, when the value is none of those, and when nothing can be done so to
/// that kind of thing.
Result<BulkAct> do_in_bulk(Permitted<Action::read_desk>, const Bulk&);

/// Gives back what the person's own act changed, where it stands as the act left it: it is an act itself,
/// with what came of each. A publishing, of an inspel or an answer, can be undone for an hour.
Result<BulkAct> undo_in_bulk(Permitted<Action::read_desk>, Id<BulkAct>);

}  // namespace medskapa::app
