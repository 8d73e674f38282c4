#pragma once

#include "engine/opinion/exchange/weighing_tables.hpp"
#include "engine/opinion/map.hpp"
#include "engine/opinion/report/classic_state.hpp"

#include <filesystem>

namespace medskapa::cli {

/// A conversation's files, read piece by piece. What cannot be read is thrown as one sentence.

/// Votes from the matrix, and standings from the list of comments where it lies next to it. `input` is a
/// folder or the matrix alone.
opinion::Conversation conversation_at(const std::filesystem::path& input);

/// The statements of the folder's matrix where there is one, and those in the events; nobody has voted yet.
opinion::Conversation unvoted_at(
    const std::filesystem::path& folder, const std::vector<opinion::exchange::Event>&);

std::vector<opinion::exchange::Comment> comments_at(const std::filesystem::path& folder);
std::vector<opinion::exchange::Event> events_at(const std::filesystem::path& folder);
opinion::exchange::ReplayState replay_state_at(const std::filesystem::path& file);
opinion::Settings::FixedGroups groups_at(const std::filesystem::path& file);
opinion::exchange::PointsTable points_at(const std::filesystem::path& file);
opinion::BestWorst best_worst_at(const std::filesystem::path& file, std::optional<std::size_t> items);

}  // namespace medskapa::cli
