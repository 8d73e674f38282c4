#include "cli/opinion/opinion_synth.hpp"
#include "cli/command.hpp"
#include "cli/opinion/opinion_commands.hpp"
#include "cli/opinion/opinion_map.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"
#include "engine/opinion/exchange/write_export.hpp"
#include "engine/opinion/synthetic.hpp"

#include <filesystem>
#include <iostream>
#include <memory>

namespace medskapa::cli {
namespace {

namespace fs = std::filesystem;
using namespace opinion;

struct SynthOptions {
    SyntheticShape shape;
    std::string out;
};

/// A made-up vote a second from the beginning of 2026.
constexpr std::int64_t first_moment = 1'767'225'600'000;

std::vector<exchange::Comment> made_up_comments(std::size_t statements) {
    std::vector<exchange::Comment> comments;
    for (std::size_t j = 0; j < statements; ++j) {
        const auto id = static_cast<StatementId>(j);
        comments.push_back({first_moment, id, 0, {}, true, "Made-up statement " + std::to_string(j)});
    }
    return comments;
}

void write_file_at(const fs::path& path, const Writing& write) {
    write_out(path.string(), write);
}

int run_synth(const SynthOptions& options) {
    return write_made_up(options.out, synthetic_conversation(options.shape),
        [&](const VoteSink& sink) { synthesise(options.shape, sink); });
}

}  // namespace

int write_made_up(const std::string& out_folder, const Conversation& conversation,
    const std::function<void(const VoteSink&)>& each_vote) {
    std::error_code error;
    fs::create_directories(out_folder, error);
    if (error)
        give_up(
            N_("The folder {} could not be made: {}. Choose another --out."), out_folder, error.message());
    const fs::path folder{out_folder};
    const auto comments = made_up_comments(conversation.statements().size());
    write_file_at(folder / "participants-votes.csv",
        [&](std::ostream& out) { exchange::write_matrix(out, conversation, {}, comments); });
    write_file_at(folder / "comments.csv",
        [&](std::ostream& out) { exchange::write_comments(out, comments, conversation); });
    write_file_at(folder / "votes.csv", [&](std::ostream& out) {
        exchange::EventWriter events{out};
        auto moment = first_moment;
        each_vote([&](auto participant, auto statement, auto vote) {
            events.write({moment += 1000, statement, participant, vote});
        });
    });
    const auto count = [](const char* one, const char* many, std::size_t n) {
        return words().count(one, many, static_cast<std::int64_t>(n));
    };
    std::cout << words()(N_("{} and {}; in {}"),
                     count("{} participant", "{} participants", conversation.participants().size()),
                     count("{} vote", "{} votes", conversation.votes()), out_folder)
              << '\n';
    return 0;
}

void add_synth(Command& parent, int& exit_code) {
    const auto options = std::make_shared<SynthOptions>();
    auto& shape = options->shape;
    auto* command = parent.add_subcommand("synth", "Write a made-up conversation, for tests of scale");
    command->footer(
        "Example: medskapa opinion synth --participants 10000 --statements 200 --density 0.1 --out "
        "synthetic");
    command->add_option("--participants", shape.participants, "How many people")
        ->required()
        ->check(in_range(0, 10'000'000));
    command->add_option("--statements", shape.statements, "How many statements")
        ->required()
        ->check(in_range(0, 100'000));
    command->add_option("--density", shape.density, "Chance that a person votes on a statement")
        ->required()
        ->check(in_share());
    command->add_option("--seed", shape.seed, "The same seed gives the same votes")->capture_default_str();
    command->add_option("--out", options->out, "Folder for the files")->required();
    command->callback(
        [options, &exit_code] { exit_code = run_command([&] { return run_synth(*options); }); });
}

}  // namespace medskapa::cli
