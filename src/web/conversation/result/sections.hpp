#pragma once

#include "web/conversation/result/context.hpp"

/// The parts of the result's page next to its map and below.
namespace medskapa::web::conversation::result {

/// Statements in each short list.
inline constexpr std::size_t most_listed = 5;

/// What the map is and is not, how sure it is and how those who take part are protected; and the way to
/// earlier maps.
Html how_to_read(const Context&);
/// What unites, what bridges and what divides, each statement with a bar for every group, and what each group
/// is known for.
Html common_ground(const Context&);
/// What a group is known for, as a list.
Html known_for(const Context&, const OpinionResult::Group&);
/// Where a person is on the map, the group nearest, how sure that is and what it is known for: its size,
/// never its members. `me` is their place.
Html own_group(const Context&, const OwnVotes&, std::optional<OpinionResult::Point> me);
/// The statements that leave no large group out, and how many they cover; empty where none were chosen.
Html slate_section(const Context&);
/// How far the map lies, in words, folded away; empty where that is not known.
Html distortion_text(const Context&);
/// Every figure as a table, a part at a time.
Html statements_table(const Context&);
/// The figures by how sure it is who voted.
Html tiers_section(const Context&);
/// The figures weighted so that those who voted look like the county; empty where they are not weighted.
Html weights_section(const Context&);
/// The figures without participants whose votes stand out, where they differ.
Html flagged_section(const Context&);

}  // namespace medskapa::web::conversation::result
