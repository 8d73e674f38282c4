#include "cli/opinion/opinion_input.hpp"

#include "cli/terminal.hpp"

#include <fstream>

namespace medskapa::cli {

namespace fs = std::filesystem;
using namespace opinion;

namespace {

/// A refusal of the engine as one sentence, with the file's name before it.
template <class T>
T taken(Result<T> result, const std::string& file) {
    if (result) return std::move(*result);
    throw std::runtime_error{file + ": " + words().complaint(result.error().complaints.front())};
}

/// A file in pieces, however large.
class FilePieces {
public:
    explicit FilePieces(const fs::path& path) : path_{path.string()}, file_{path, std::ios::binary} {
        if (!file_ || fs::is_directory(path))
            give_up(N_("{} could not be read. Check the name and that you may read it."), path_);
    }

    std::string_view next() {
        file_.read(piece_.data(), static_cast<std::streamsize>(piece_.size()));
        if (file_.bad()) give_up(N_("{} could not be read to its end."), path_);
        return {piece_.data(), static_cast<std::size_t>(file_.gcount())};
    }

private:
    std::string path_;
    std::ifstream file_;
    std::vector<char> piece_ = std::vector<char>(1U << 20U);
};

using Names = std::vector<std::string>;
const Names matrix_names{"participants-votes.csv", "participant-votes.csv"};

/// "2024-05-01-1230-r8xkb-comments.csv": Polis' report page puts a date and the conversation's name before.
bool is_called(const std::string& file, const std::string& name) {
    if (file == name) return true;
    const bool has_date = '0' <= file.front() && file.front() <= '9' && file.ends_with("-" + name);
    const bool is_matrix = file.ends_with(matrix_names[0]) || file.ends_with(matrix_names[1]);
    return has_date && (name != "votes.csv" || !is_matrix);
}

/// The file of an export, under any of its names; none when it is not there. Gives up when there are several.
std::optional<fs::path> part_of(const fs::path& folder, const Names& names) {
    std::vector<fs::path> found;
    if (!fs::is_directory(folder))
        give_up(N_("{} could not be read. Check the name and that you may read it."), folder.string());
    for (const auto& name : names) {
        for (const auto& entry : fs::directory_iterator{folder})
            if (is_called(entry.path().filename().string(), name)) found.push_back(entry.path());
    }
    if (found.size() > 1)
        give_up(N_("{} and {} are the same part of an export. Keep one of them."), found[0].string(),
            found[1].string());
    if (found.empty()) return std::nullopt;
    return found.front();
}

fs::path needed(const fs::path& folder, const Names& names) {
    return part_of(folder, names).value_or(folder / names.front());
}

template <class Read>
auto read_file(const fs::path& path, Read read) {
    FilePieces pieces{path};
    return taken(read([&] { return pieces.next(); }), path.string());
}

}  // namespace

Conversation conversation_at(const fs::path& input) {
    if (!fs::is_directory(input)) return std::move(read_file(input, exchange::read_matrix).conversation);
    auto conversation = std::move(read_file(needed(input, matrix_names), exchange::read_matrix).conversation);
    if (const auto comments = part_of(input, {"comments.csv"}))
        exchange::apply(read_file(*comments, exchange::read_comments), conversation);
    return conversation;
}

Conversation unvoted_at(const fs::path& folder, const std::vector<exchange::Event>& events) {
    Conversation conversation;
    if (part_of(folder, matrix_names)) {
        const auto voted = conversation_at(folder);
        for (const auto id : voted.statements()) (void)conversation.add_statement(id);
    }
    for (const auto& event : events) {
        if (!conversation.index_of(event.statement)) (void)conversation.add_statement(event.statement);
    }
    if (const auto comments = part_of(folder, {"comments.csv"}))
        exchange::apply(read_file(*comments, exchange::read_comments), conversation);
    return conversation;
}

std::vector<exchange::Comment> comments_at(const fs::path& folder) {
    return read_file(needed(folder, {"comments.csv"}), exchange::read_comments);
}

std::vector<exchange::Event> events_at(const fs::path& folder) {
    return read_file(needed(folder, {"votes.csv"}), exchange::read_events);
}

exchange::ReplayState replay_state_at(const fs::path& file) {
    return read_file(file, exchange::read_replay_state);
}

Settings::FixedGroups groups_at(const fs::path& file) {
    return read_file(file, exchange::read_groups);
}

exchange::PointsTable points_at(const fs::path& file) {
    return read_file(file, exchange::read_points);
}

BestWorst best_worst_at(const fs::path& file, std::optional<std::size_t> items) {
    return read_file(file, [&](const auto& pieces) { return exchange::read_best_worst(pieces, items); });
}

}  // namespace medskapa::cli
