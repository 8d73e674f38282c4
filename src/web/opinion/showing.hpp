#pragma once

#include "web/opinion/map_view.hpp"
#include "web/opinion/talk.hpp"

#include <map>

/// A map of one moment, and the words that its numbers stand for.
namespace medskapa::web::opinion {

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
inline constexpr int statements_a_page = 50;

/// The result's address with the part of its table where a statement stands.
std::string statement_href(const Visit&, const Activity&, int number);

/// What unites, what bridges and where thoughts part, each statement with a bar for every group.
Html common_ground(const Showing&);
/// What each group is known for, and how sure each is.
Html groups_section(const Showing&);
/// Every figure as a table, a part at a time.
Html statements_table(const Showing&);

}  // namespace medskapa::web::opinion
