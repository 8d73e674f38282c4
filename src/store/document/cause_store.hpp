#pragma once

#include "domain/document/document.hpp"
#include "domain/document/merging.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <vector>

/// What each cause led to in the words, and what became of that.
namespace medskapa::store {

/// The words of a node before and after somebody's edit.
struct EditOfWords {
    std::string before;
    std::string after;
};
/// Remembers that the edit from `before` (none: a new paragraph) to `after` was made for this.
void add_edit(sql::Transaction&, Id<Process>, Id<Revision> before, Id<Revision> after, const Cause&);
/// The newest edit of the node that was made for this, if one was.
std::optional<EditOfWords> newest_edit_for(sql::Connection&, Id<Node>, const Cause&);
/// Whether one was made for a cause at all.
std::vector<Cause> causes_of_edit(sql::Connection&, Id<Revision>);

/// A wording that a node has had.
struct DatedWording {
    Id<Revision> revision;
    std::string text;
    Instant written_at;
};
/// The node's wordings from one that readers know (none: from its first) to the one that stands, oldest
/// first.
std::vector<DatedWording> wordings_between(sql::Connection&, Id<Node>, Id<Revision> known, Id<Revision> now);

/// A change, and one of the causes that it goes back to.
struct CausedChange {
    Change change;
    Cause cause;
};
/// All of a document, in the order they were made.
std::vector<CausedChange> caused_changes(sql::Connection&, Id<Document>);

/// The changes by which words of a document went from one node to another: split and merged.
std::vector<Change> relocations(sql::Connection&, Id<Document>);

/// What was found when a version was frozen.
struct Judgement {
    Standing standing = Standing::unknown;
    int version = 0;  // its number; 0: never checked
};
void judge(sql::Transaction&, Id<Change>, const Cause&, Standing, Id<Version>);
Judgement judgement_of(sql::Connection&, Id<Change>, const Cause&);

}  // namespace medskapa::store
