#pragma once

#include "web/conversation/activity_conversation.hpp"
#include "web/conversation/result/map_view.hpp"

#include <map>

namespace medskapa::web::conversation::result {

/// The opinion map of one day, and what its numbers stand for.
struct Context {
    const Visit& visit;
    const ActivityConversation& conversation;
    store::OpinionSnapshot snapshot;
    GroupNames names;
    std::map<int, Statement> statements;  // that are shown to those who vote, by number

    const OpinionResult& result() const { return snapshot.result; }
    /// Empty for a statement that is not shown.
    std::string text(int number) const;
};

/// The newest map, or that of the day that the address asks for; nothing before enough people have voted.
std::optional<Context> context_of(const Visit&, const ActivityConversation&);

/// The result's address with the part of its table where a statement is.
std::string statement_href(const Visit&, const Activity&, int number);

/// A statement of the map with its words.
struct ShownStatement {
    const OpinionResult::OnStatement& figures;
    const Statement& statement;
};
/// Those on the part of the table that the address asks for.
std::vector<ShownStatement> on_this_page(const Context&);

}  // namespace medskapa::web::conversation::result
