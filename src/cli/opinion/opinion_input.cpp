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

template <class Read>
auto read_file(const fs::path& path, Read read) {
    FilePieces pieces{path};
    return taken(read([&] { return pieces.next(); }), path.string());
}

}  // namespace

Conversation conversation_at(const fs::path& input) {
    const auto matrix = fs::is_directory(input) ? input / "participants-votes.csv" : input;
    auto conversation = std::move(read_file(matrix, exchange::read_matrix).conversation);
    const auto comments = input / "comments.csv";
    if (fs::is_directory(input) && fs::exists(comments))
        exchange::apply(read_file(comments, exchange::read_comments), conversation);
    return conversation;
}

Conversation unvoted_at(const fs::path& folder, const std::vector<exchange::Event>& events) {
    Conversation conversation;
    if (fs::exists(folder / "participants-votes.csv")) {
        const auto voted = conversation_at(folder);
        for (const auto id : voted.statements()) (void)conversation.add_statement(id);
    }
    for (const auto& event : events) {
        if (!conversation.index_of(event.statement)) (void)conversation.add_statement(event.statement);
    }
    if (fs::exists(folder / "comments.csv"))
        exchange::apply(read_file(folder / "comments.csv", exchange::read_comments), conversation);
    return conversation;
}

std::vector<exchange::Comment> comments_at(const fs::path& folder) {
    return read_file(folder / "comments.csv", exchange::read_comments);
}

std::vector<exchange::Event> events_at(const fs::path& folder) {
    return read_file(folder / "votes.csv", exchange::read_events);
}

exchange::ReplayState replay_state_at(const fs::path& file) {
    return read_file(file, exchange::read_replay_state);
}

Settings::FixedGroups groups_at(const fs::path& file) {
    return read_file(file, exchange::read_groups);
}

}  // namespace medskapa::cli
