#pragma once

#include "app/act/act.hpp"
#include "domain/document/document.hpp"
#include "domain/document/merging.hpp"
#include "store/document/cause_store.hpp"

/// Whose words stand in a draft, and whether what was taken in still does.
namespace medskapa::app {

/// Words that a save would take out of the draft, which readers have not known, and whose they were.
struct TakenOut {
    std::string words;
    Id<Revision> revision;  // the edit that brought them in
    Instant written_at;     // of that edit
    std::vector<Cause> causes;
};
/// What `words` would take out of the line, of what was brought in for a cause, or by somebody after `since`:
/// the revision that the editor began with. The editor's own words are no loss.
std::vector<TakenOut> taken_out(
    sql::Connection&, const Document&, const Line& now, const std::string& words, Id<Revision> since);

/// `words` with all that they would take out back in them.
std::string with_all_back(
    sql::Connection&, const Document&, const Line& now, const std::string& words, Id<Revision> since);

/// What became of one cause of a change, by the words of a text.
struct JudgedCause {
    store::CausedChange caused;
    Standing standing = Standing::unknown;
};
/// All causes of the document's changes, by these lines.
std::vector<JudgedCause> judged_by(sql::Connection&, const Document&, const Lines&);

/// Keeps for each cause what became of it in the version that is being frozen.
void judge_causes(const Act&, const Document&, const Version&, const Lines&);

}  // namespace medskapa::app
