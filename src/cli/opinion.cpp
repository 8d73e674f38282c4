#include "cli/opinion.hpp"

#include "cli/files.hpp"
#include "cli/opinion_input.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"
#include "cli/stopwatch.hpp"
#include "opinion/exchange/report.hpp"
#include "opinion/exchange/signals_report.hpp"
#include "opinion/exchange/write_export.hpp"
#include "opinion/synthetic.hpp"
#include "regional/table.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <memory>

namespace medskapa::cli {
namespace {

namespace fs = std::filesystem;
using namespace opinion;

struct MapOptions {
    std::string input;
    std::string mode = "robust";
    std::string groups;
    std::string out;
    std::uint64_t seed = 0;
    unsigned threads = 1;
    std::size_t batch = 0;
    bool timing = false;
};

Settings settings_of(const MapOptions& options) {
    Settings settings;
    settings.mode = options.mode == "polis" ? Settings::Mode::polis : Settings::Mode::robust;
    settings.seed = options.seed;
    if (!options.groups.empty()) settings.groups = groups_at(options.groups);
    return settings;
}

void write_out(const std::string& path, const Writing& write) {
    if (path.empty()) {
        write(std::cout);
        if (!std::cout.flush()) throw std::runtime_error{"The result could not be written to the end."};
        return;
    }
    if (const auto done = write_file(path, write); !done)
        throw std::runtime_error{regional::in_english(done.error().complaints.front())};
}

void write_timing(exchange::JsonWriter& json, const Stopwatch& timing) {
    json.key("timing_ms").open_object();
    for (const auto& [stage, milliseconds] : timing.stages()) json.key(stage).value(milliseconds);
    json.close_object();
    json.key("peak_rss_kb").value(peak_memory_kb());
}

void write_map(const MapOptions& options, const Map& map, Stopwatch& timing) {
    timing.end();
    write_out(options.out, [&](std::ostream& out) {
        exchange::write_report(out, map, [&](exchange::JsonWriter& json) {
            if (options.timing) write_timing(json, timing);
        });
    });
}

Map drawn(const Conversation& conversation, const Settings& settings, Stopwatch& timing) {
    auto map = draw_map(conversation, settings, {}, [&](auto stage) { timing.begin(stage); });
    timing.begin("bridging");
    add_bridging(map, conversation);
    return map;
}

int run_map(const MapOptions& options) {
    Stopwatch timing;
    timing.begin("read");
    const auto settings = settings_of(options);
    auto conversation = conversation_at(options.input);
    timing.begin("pairs");
    conversation.count_pairs(options.threads);
    write_map(options, drawn(conversation, settings, timing), timing);
    return 0;
}

/// Votes come one by one into a conversation whose pairs are kept counted, as in the server. With a batch,
/// the map is drawn after every so many votes; the last is given.
int run_replay(const MapOptions& options) {
    Stopwatch timing;
    timing.begin("read");
    const auto settings = settings_of(options);
    const fs::path folder{options.input};
    const auto events = events_at(folder);
    auto conversation = unvoted_at(folder, events);
    conversation.count_pairs(1);
    ProgressLine line;
    timing.begin("votes");
    for (std::size_t i = 0; i < events.size(); ++i) {
        (void)conversation.vote(events[i].participant, events[i].statement, events[i].vote);
        const bool is_batch = options.batch > 0 && (i + 1) % options.batch == 0 && i + 1 < events.size();
        if (is_batch) {
            (void)drawn(conversation, settings, timing);
            timing.begin("votes");
        }
        if (i % 1024 == 0) line.show("votes", static_cast<double>(i) / static_cast<double>(events.size()));
    }
    write_map(options, drawn(conversation, settings, timing), timing);
    return 0;
}

int run_signals(const MapOptions& options) {
    const auto settings = settings_of(options);
    const fs::path folder{options.input};
    auto conversation = conversation_at(folder);
    std::vector<Moment> moments;
    if (fs::exists(folder / "votes.csv")) {
        for (const auto& event : events_at(folder)) moments.push_back({event.participant, event.timestamp});
    }
    conversation.count_pairs(options.threads);
    const auto map = draw_map(conversation, settings, {}, [](auto) {});
    const auto found = signals(conversation, moments);
    const auto told = sensitivity(conversation, settings, map, flagged(found)).sensitivity;
    write_out(options.out, [&](std::ostream& out) { exchange::write_signals(out, map, found, told); });
    return 0;
}

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
    std::error_code error;
    fs::create_directories(options.out, error);
    if (error) throw std::runtime_error{options.out + " could not be made: " + error.message()};
    const fs::path folder{options.out};
    const auto conversation = synthetic_conversation(options.shape);
    const auto comments = made_up_comments(options.shape.statements);
    write_file_at(folder / "participants-votes.csv",
        [&](std::ostream& out) { exchange::write_matrix(out, conversation, {}, comments); });
    write_file_at(folder / "comments.csv",
        [&](std::ostream& out) { exchange::write_comments(out, comments, conversation); });
    write_file_at(folder / "votes.csv", [&](std::ostream& out) {
        exchange::EventWriter events{out};
        auto moment = first_moment;
        synthesise(options.shape, [&](auto participant, auto statement, auto vote) {
            events.write({moment += 1000, statement, participant, vote});
        });
    });
    std::cout << conversation.participants().size() << " participants, " << conversation.votes()
              << " votes; in " << options.out << '\n';
    return 0;
}

void add_settings(CLI::App& command, MapOptions& options) {
    command.add_option("--mode", options.mode, "Rules to follow")
        ->check(CLI::IsMember({"robust", "polis"}))
        ->capture_default_str();
    command.add_option("--groups", options.groups, "CSV: participant,group (groups are then not sought)");
    command.add_option("--seed", options.seed, "Seed of the search for groups")->capture_default_str();
    command.add_option("--out", options.out, "File for the result (default: stdout)");
    command.add_flag("--timing", options.timing, "Add the time of each stage and the peak memory");
}

void add_map(CLI::App& parent, int& exit_code) {
    const auto options = std::make_shared<MapOptions>();
    auto* command =
        parent.add_subcommand("map", "Positions, groups and statistics of a conversation, as JSON");
    command->footer("Example: medskapa opinion map conversation/ --out map.json");
    command->add_option("INPUT", options->input, "Folder in Polis' export format, or participants-votes.csv")
        ->required();
    command->add_option("--threads", options->threads, "Threads to use; the result is the same")
        ->check(CLI::Range(1U, 256U))
        ->capture_default_str();
    add_settings(*command, *options);
    command->callback([options, &exit_code] { exit_code = told([&] { return run_map(*options); }); });
}

void add_replay(CLI::App& parent, int& exit_code) {
    const auto options = std::make_shared<MapOptions>();
    auto* command = parent.add_subcommand("replay", "The same from votes.csv, vote by vote as a server does");
    command->footer("Example: medskapa opinion replay conversation/ --batch 100");
    command->add_option("DIR", options->input, "Folder with votes.csv")->required();
    command->add_option("--batch", options->batch, "Draw the map after every so many votes");
    add_settings(*command, *options);
    command->callback([options, &exit_code] { exit_code = told([&] { return run_replay(*options); }); });
}

void add_signals(CLI::App& parent, int& exit_code) {
    const auto options = std::make_shared<MapOptions>();
    auto* command = parent.add_subcommand("signals",
        "Signs of manipulation for a person to judge, and the map without whom they name, as JSON");
    command->footer("Example: medskapa opinion signals conversation/ --out signals.json");
    command
        ->add_option("INPUT", options->input, "Folder in Polis' export format; times are read from votes.csv")
        ->required();
    command->add_option("--seed", options->seed, "Seed of the search for groups")->capture_default_str();
    command->add_option("--out", options->out, "File for the result (default: stdout)");
    command->callback([options, &exit_code] { exit_code = told([&] { return run_signals(*options); }); });
}

void add_synth(CLI::App& parent, int& exit_code) {
    const auto options = std::make_shared<SynthOptions>();
    auto& shape = options->shape;
    auto* command = parent.add_subcommand("synth", "Write a made-up conversation, for tests of scale");
    command->footer(
        "Example: medskapa opinion synth --participants 10000 --statements 200 --density 0.1 --out "
        "synthetic");
    command->add_option("--participants", shape.participants, "How many people")
        ->required()
        ->check(CLI::Range(0, 10'000'000));
    command->add_option("--statements", shape.statements, "How many statements")
        ->required()
        ->check(CLI::Range(0, 100'000));
    command->add_option("--density", shape.density, "Chance that a person votes on a statement")
        ->required()
        ->check(CLI::Range(0.0, 1.0));
    command->add_option("--seed", shape.seed, "The same seed gives the same votes")->capture_default_str();
    command->add_option("--out", options->out, "Folder for the files")->required();
    command->callback([options, &exit_code] { exit_code = told([&] { return run_synth(*options); }); });
}

}  // namespace

void add_opinion(CLI::App& program, int& exit_code) {
    auto* command = program.add_subcommand("opinion", "Opinion map without a server");
    command->require_subcommand(1);
    command->footer("Example: medskapa opinion map conversation/ --mode polis");
    add_map(*command, exit_code);
    add_replay(*command, exit_code);
    add_signals(*command, exit_code);
    add_synth(*command, exit_code);
}

}  // namespace medskapa::cli
