#pragma once

#include "app/act/act.hpp"
#include "domain/document/document.hpp"
#include "store/sql/connection.hpp"

/// Writing in a document's draft. Once a version of it is frozen, each act needs grounds.
namespace medskapa::app {

/// What an editor wants a paragraph or a heading to say, and which words they saw when they began.
struct Edit {
    Id<Node> node;
    Id<Revision> seen;
    std::string text;
    Grounds grounds;
    Id<Revision> since = {};                // what they began with, before a collision; 0: `seen`
    std::vector<Id<Revision>> may_go = {};  // edits whose words they have said may be taken out
};
/// Other words for a line of the draft. If somebody changed it meanwhile, both changes are merged where they
/// do not meet; where they do, it is a conflict with a complaint for each collision, and nothing is saved.
/// Neither is it where words would go that somebody else or a cause brought in (see taken_out), until the
/// editor has said of each that it may.
/// Once a version of the document is frozen, a change needs grounds, and one change gathers all that is done
/// to a paragraph until the next is frozen.
Result<Line> edit_words(Permitted<Action::edit_text>, const Document&, const Edit&);
/// A paragraph (or a heading of this depth) right after another line.
struct Insertion {
    Id<Node> after = {};
    Node::Kind kind = Node::Kind::paragraph;
    int depth = 2;          // of a heading
    std::string code = {};  // empty: the next free one of the section, or of the document for a heading
    std::string text = {};
    Grounds grounds = {};
};
Result<Line> add_line(Permitted<Action::edit_text>, const Document&, const Insertion&);
/// A heading goes with all that stands under it.
Result<Line> remove_line(Permitted<Action::edit_text>, const Document&, Id<Node>, const Grounds&);
/// A heading moves with all that stands under it, to stand after the section that `after` is in.
Result<Line> move_line(
    Permitted<Action::edit_text>, const Document&, Id<Node>, Id<Node> after, const Grounds&);
/// A conflict when words of it are in neither part, until the editor has said that they may go.
/// The paragraph keeps the first words; the second become a new paragraph right after it, which knows where
/// it comes from.
struct Split {
    Id<Node> node;
    std::string first;
    std::string second;
    std::string code;  // of the new one; empty: the next free
    Grounds grounds;
    bool may_lose = false;  // words of the paragraph may go that neither part has
};
Result<Line> split_line(Permitted<Action::edit_text>, const Document&, const Split&);
/// `node` takes up `other`, which leaves the text; what was said of the other is from now on found at this
/// one too. A conflict when the text lacks words of either, until the editor has said that they may go.
struct Joining {
    Id<Node> node;
    Id<Node> other;
    std::string text;
    Grounds grounds;
    bool may_lose = false;  // words of the two may go that the text lacks
};
Result<Line> join_lines(Permitted<Action::edit_text>, const Document&, const Joining&);

/// What the node is in the strategy: a vision, a goal, a priority.
Result<Node> set_node_type(Permitted<Action::edit_text>, Id<Node>, Node::Type);

}  // namespace medskapa::app
