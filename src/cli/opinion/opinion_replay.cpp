#include "cli/command.hpp"
#include "cli/opinion/opinion_commands.hpp"
#include "cli/opinion/opinion_input.hpp"
#include "cli/opinion/opinion_map.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"
#include "engine/opinion/report/classic_state.hpp"

#include <filesystem>
#include <memory>

namespace medskapa::cli {
namespace {

namespace fs = std::filesystem;
using namespace opinion;

struct ReplayOptions : MapOptions {
    std::size_t batch = 0;
    std::string state;
};

exchange::ReplayState earlier_state(const ReplayOptions& options) {
    if (options.state.empty() || !fs::exists(options.state)) return {};
    return replay_state_at(options.state);
}

/// Votes come one by one into a conversation whose pairs are kept counted, as in the server. With a batch,
/// the map is drawn after every so many votes; the last is given. With a state each map goes on from the one
/// before, and votes that the state has seen draw no map again.
class Replay {
public:
    explicit Replay(const ReplayOptions& options)
        : options_{options}, settings_{settings_of(options)}, state_{earlier_state(options)} {}

    int run() {
        timing_.begin("read");
        const auto events = events_at(options_.input);
        conversation_ = unvoted_at(options_.input, events);
        conversation_.count_pairs(1);
        ProgressLine line;
        timing_.begin("votes");
        for (std::size_t i = 0; i < events.size(); ++i) {
            (void)conversation_.vote(events[i].participant, events[i].statement, events[i].vote);
            if (i + 1 < events.size() && is_due(i + 1)) {
                (void)map_after(i + 1);
                timing_.begin("votes");
            }
            if (i % 1024 == 0)
                line.show("votes", static_cast<double>(i) / static_cast<double>(events.size()));
        }
        write_map(options_, map_after(events.size()), timing_);
        if (!options_.state.empty())
            write_out(options_.state, [&](std::ostream& out) { write_replay_state(out, state_); });
        return 0;
    }

private:
    bool is_due(std::size_t votes) const {
        return options_.batch > 0 && votes % options_.batch == 0 && votes > state_.votes;
    }

    Map map_after(std::size_t votes) {
        Memory memory;
        memory.classic = state_.classic;
        auto map = drawn(conversation_, settings_, memory, timing_);
        if (!options_.state.empty()) state_ = {votes, map.classic};
        return map;
    }

    const ReplayOptions& options_;
    Settings settings_;
    exchange::ReplayState state_;
    Conversation conversation_;
    Stopwatch timing_;
};

}  // namespace

void add_replay(Command& parent, int& exit_code) {
    const auto options = std::make_shared<ReplayOptions>();
    auto* command = parent.add_subcommand("replay", "The same from votes.csv, vote by vote as a server does");
    command->footer("Example: medskapa opinion replay conversation/ --batch 100");
    command->add_option("DIR", options->input, "Folder with votes.csv")->required();
    command->add_option("--batch", options->batch, "Draw the map after every so many votes");
    command->add_option("--state", options->state,
        "In mode polis: go on from the state in this file, as Polis' worker does, and leave the last there");
    add_settings(*command, *options);
    command->callback([options, &exit_code] {
        if (!options->state.empty() && options->mode != "polis")
            throw WrongUsage{"--state", "goes with --mode polis"};
        exit_code = run_command([&] { return Replay{*options}.run(); });
    });
}

}  // namespace medskapa::cli
