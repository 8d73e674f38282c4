#pragma once

#include "web/conversation/map_view.hpp"
#include "web/conversation/talk.hpp"

#include <map>

/// A map of one moment, and the words that its numbers stand for.
namespace medskapa::web::conversation {

struct Showing {
    const Visit& visit;
    const Talk& talk;
    store::OpinionSnapshot snapshot;
    GroupNames names;
    std::map<int, Statement> statements;  // that are shown to those who vote, by number

    const OpinionResult& result() const { return snapshot.result; }
    /// Empty for a statement that is not shown.
    std::string text(int number) const;
};

/// The newest map, or that of the day that the address asks for; nothing before enough people have voted.
std::optional<Showing> showing(const Visit&, const Talk&);

inline constexpr std::size_t most_listed = 5;

/// The result's address with the part of its table where a statement stands.
std::string statement_href(const Visit&, const Activity&, int number);

/// A statement of the map with its words.
struct Shown {
    const OpinionResult::OnStatement& figures;
    const Statement& statement;
};
/// Those on the part of the table that the address asks for.
std::vector<Shown> on_this_page(const Showing&);

/// What unites, what bridges and where thoughts part, each statement with a bar for every group.
Html common_ground(const Showing&);
/// What each group is known for, and how sure each is.
Html groups_section(const Showing&);
/// Every figure as a table, a part at a time.
Html statements_table(const Showing&);
/// The same by how sure it is who voted.
Html tiers_section(const Showing&);
/// The same weighted so that those who voted look like the county, where they are.
Html weights_section(const Showing&);
/// The same without those whom somebody should look at, where it differs.
Html flagged_section(const Showing&);

}  // namespace medskapa::web::conversation
