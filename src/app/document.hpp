#pragma once

#include "domain/authorisation.hpp"
#include "domain/document.hpp"
#include "domain/inspel.hpp"
#include "domain/word_diff.hpp"
#include "store/sql/connection.hpp"

namespace medskapa::app {

/// Begins a document with this text as its first draft.
Result<Document> open_document(sql::Transaction&, const Permit&, const Process&, Document, const Lines&);

/// What an editor wants a paragraph or a heading to say, and which words they saw when they began.
struct Edit {
    Id<Node> node;
    Id<Revision> seen;
    std::string text;
    Grounds grounds;
};
/// Other words for a line of the draft. If somebody changed it meanwhile, both changes are merged where they
/// do not meet; where they do, it is a conflict with a complaint for each collision, and nothing is saved.
/// Once a version of the document is frozen, a change needs grounds, and one change gathers all that is done
/// to a paragraph until the next is frozen.
Result<Line> edit_words(sql::Transaction&, const Permit&, const Process&, const Document&, const Edit&);
/// A paragraph (or a heading of this depth) right after another line.
struct Insertion {
    Id<Node> after = {};
    Node::Kind kind = Node::Kind::paragraph;
    int depth = 2;          // of a heading
    std::string code = {};  // empty: the next free one of the section; a heading needs one
    std::string text = {};
    Grounds grounds = {};
};
Result<Line> add_line(sql::Transaction&, const Permit&, const Process&, const Document&, const Insertion&);
Result<Line> remove_line(
    sql::Transaction&, const Permit&, const Process&, const Document&, Id<Node>, const Grounds&);
Result<Line> move_line(sql::Transaction&, const Permit&, const Process&, const Document&, Id<Node>,
    Id<Node> after, const Grounds&);
/// The paragraph keeps the first words; the second become a new paragraph right after it, which knows where
/// it comes from.
struct Split {
    Id<Node> node;
    std::string first;
    std::string second;
    std::string code;  // of the new one; empty: the next free
    Grounds grounds;
};
Result<Line> split_line(sql::Transaction&, const Permit&, const Process&, const Document&, const Split&);
/// `node` takes up `other`, which leaves the text; what was said of the other is from now on found at this
/// one too.
struct Joining {
    Id<Node> node;
    Id<Node> other;
    std::string text;
    Grounds grounds;
};
Result<Line> join_lines(sql::Transaction&, const Permit&, const Process&, const Document&, const Joining&);

/// What the node is in the strategy: a vision, a goal, a priority.
Result<Node> set_node_type(sql::Transaction&, const Permit&, const Process&, Id<Node>, Node::Type);

/// Freezes the draft as a version that is readable for ever, and begins the next draft with the same words.
/// As a proposal only when nothing lacks an answer, or what does is waived; as adopted only a first version,
/// for a text that was in force before: later ones become adopted by a decision.
Result<Version> freeze(sql::Transaction&, const Permit&, const Process&, const Document&, Version::Kind,
    const std::string& title);

/// Says that an issue's answer led to this change; from both it is seen.
Result<Change> link_answer(sql::Transaction&, const Permit&, const Process&, Id<Issue>, int change_number);

}  // namespace medskapa::app
