#pragma once

#include "domain/document/document.hpp"
#include "domain/inspel/inspel.hpp"
#include "store/document/cause_store.hpp"
#include "store/sql/connection.hpp"

#include <map>
#include <vector>

/// From paragraphs to what people said, and back.
namespace medskapa::store {

/// The inspel that something goes back to, as a line of a list shows it.
struct Origin {
    int number = 0;
    std::string title;
    ActorKind actor_kind = ActorKind::citizen;
    std::string organisation;
    std::string municipality;
    Instant received_at;
    Judgement judged = {};  // what became of it, where the list is of what a change goes back to
};

/// An issue that a change goes back to, with the outcome that is public.
struct CausingIssue {
    Id<Change> change;
    int position = 1;
    std::string title;
    Outcome outcome = Outcome::waiting;
    Origin origin;  // with what became of the issue
};
/// The issues behind every change about this paragraph, in the order of their inspel; at most `limit`.
std::vector<CausingIssue> issues_behind(sql::Connection&, Id<Node>, int limit);
/// The issues behind one change.
std::vector<CausingIssue> issues_behind(sql::Connection&, Id<Change>, int limit);
/// The published inspel that a change goes back to as a whole.
std::vector<Origin> inspel_behind(sql::Connection&, Id<Change>);
/// The newest published inspel about this subject or paragraph; at most `limit`.
std::vector<Origin> inspel_about(sql::Connection&, Id<Process>, const std::string& concerns, int limit);

/// How many changes lead to each paragraph of a version, and how many issues are behind them whose words were
/// not taken out again.
struct Shaping {
    std::int64_t changes = 0;
    std::int64_t causes = 0;
};
std::map<Id<Node>, Shaping> shaping_of(sql::Connection&, Id<Document>);

/// The revisions of a paragraph in the versions that are frozen: what it said in each.
struct Wording {
    Version version;
    Id<Revision> revision;
    std::string text;
};
std::vector<Wording> wordings_of(sql::Connection&, Id<Node>);
/// Whether a frozen version has had it: else it is its writers' alone.
bool is_public(sql::Connection&, Id<Node>);

}  // namespace medskapa::store
