#pragma once

#include "app/document/document.hpp"
#include "store/document/document_store.hpp"

/// What all verbs that write in a draft have in common. For them alone.
namespace medskapa::app {

/// The draft that is being written, and the version that readers know.
struct DraftContext {
    const Document& document;
    Version draft;
    std::optional<Version> known;

    Lines lines(const Act& act) const { return store::lines_of(act.db(), draft.id); }
    bool needs_grounds() const { return known.has_value(); }
};
Result<DraftContext> draft_context_of(const Act&, const Document&);

/// The public name of what a change goes back to; nothing when it is not of this process.
std::optional<std::string> name_of_cause(sql::Connection&, Id<Process>, const Cause&);
/// Refuses grounds that lead out of the process, and none where they are needed.
Result<Grounds> grounds_of(const Act&, const DraftContext&, const Grounds& given);

/// As the log has it.
std::string digest_of(const std::string& text);
std::string object(const Node&);
/// What an editor writes as a reason may name somebody, so the log commits to it and says only that it is
/// there.
void record_text(const Act&, const Node&, const std::string& text, const Grounds&);

/// Other words for the line, in the draft.
Line with_words(const Act&, const DraftContext&, Line, const std::string& words);
/// Remembers for each cause which words were written for it. `before`: none for a new paragraph.
void keep_edit(const Act&, Id<Revision> before, Id<Revision> after, const Grounds&);
/// Writes down, or adds to, the change of this paragraph since the version that readers know.
void note_change(const Act&, const DraftContext&, Change what, const Grounds&);
/// Words that were changed back, and that nobody outside asked for, are no change.
bool forget_if_undone(const Act&, const DraftContext&, const Line&, const Grounds&);

}  // namespace medskapa::app
