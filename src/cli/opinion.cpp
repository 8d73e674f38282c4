#include "cli/opinion.hpp"

#include "cli/files.hpp"
#include "cli/options.hpp"
#include "opinion/exchange/polis_export.hpp"
#include "opinion/exchange/report.hpp"
#include "opinion/exchange/write_export.hpp"
#include "opinion/synthetic.hpp"
#include "regional/table.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>

namespace medskapa::cli {
namespace {

namespace fs = std::filesystem;
using namespace opinion;

/// A refusal of the engine as one sentence, with the file's name before it.
template <class T>
T taken(Result<T> result, const std::string& file) {
    if (result) return std::move(*result);
    throw std::runtime_error{file + ": " + regional::in_english(result.error().complaints.front())};
}

/// A file in pieces, however large.
class FilePieces {
public:
    explicit FilePieces(const fs::path& path) : path_{path.string()}, file_{path, std::ios::binary} {
        if (!file_ || fs::is_directory(path))
            throw std::runtime_error{path_ + " could not be read. Check the name and that you may read it."};
    }

    std::string_view next() {
        file_.read(piece_.data(), static_cast<std::streamsize>(piece_.size()));
        if (file_.bad()) throw std::runtime_error{path_ + " could not be read to its end."};
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
    if (!options.groups.empty()) settings.groups = read_file(options.groups, exchange::read_groups);
    return settings;
}

/// Votes from the matrix, and standings from the list of comments where it lies beside.
Conversation conversation_at(const fs::path& input) {
    const auto matrix = fs::is_directory(input) ? input / "participants-votes.csv" : input;
    auto conversation = std::move(read_file(matrix, exchange::read_matrix).conversation);
    const auto comments = input / "comments.csv";
    if (fs::is_directory(input) && fs::exists(comments))
        exchange::apply(read_file(comments, exchange::read_comments), conversation);
    return conversation;
}

/// The statements of the matrix where there is one, else those that were voted on; nobody has voted yet.
Conversation unvoted(const fs::path& folder, const std::vector<exchange::Event>& events) {
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

/// How long each stage took, in the order in which they first came.
class Timing {
public:
    void begin(std::string_view stage) {
        end();
        const auto known =
            std::find_if(stages_.begin(), stages_.end(), [&](const auto& one) { return one.first == stage; });
        current_ = static_cast<std::size_t>(known - stages_.begin());
        if (known == stages_.end()) stages_.emplace_back(stage, 0.0);
        began_ = Clock::now();
    }
    void end() {
        if (stages_.empty()) return;
        const auto now = Clock::now();
        stages_[current_].second += std::chrono::duration<double, std::milli>(now - began_).count();
        began_ = now;
    }
    void write(exchange::JsonWriter& json) const {
        json.key("timing_ms").open_object();
        for (const auto& [stage, milliseconds] : stages_) json.key(stage).value(milliseconds);
        json.close_object();
        json.key("peak_rss_kb").value(peak_memory());
    }

private:
    using Clock = std::chrono::steady_clock;

    static std::int64_t peak_memory() {
        std::ifstream status{"/proc/self/status"};
        for (std::string line; std::getline(status, line);) {
            if (line.starts_with("VmHWM:")) return std::stoll(line.substr(6));
        }
        return 0;
    }

    Clock::time_point began_;
    std::size_t current_ = 0;
    std::vector<std::pair<std::string, double>> stages_;
};

void write_out(const std::string& path, const Writing& write) {
    if (path.empty()) {
        write(std::cout);
        if (!std::cout.flush()) throw std::runtime_error{"The result could not be written to the end."};
        return;
    }
    if (const auto done = write_file(path, write); !done)
        throw std::runtime_error{regional::in_english(done.error().complaints.front())};
}

void write_map(const MapOptions& options, const Map& map, Timing& timing) {
    timing.end();
    write_out(options.out, [&](std::ostream& out) {
        exchange::write_report(out, map, [&](exchange::JsonWriter& json) {
            if (options.timing) timing.write(json);
        });
    });
}

Map drawn(const Conversation& conversation, const Settings& settings, Timing& timing) {
    auto map = draw_map(conversation, settings, {}, [&](auto stage) { timing.begin(stage); });
    timing.begin("bridging");
    add_bridging(map, conversation);
    return map;
}

int run_map(const MapOptions& options) {
    Timing timing;
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
    Timing timing;
    timing.begin("read");
    const auto settings = settings_of(options);
    const fs::path folder{options.input};
    const auto events = read_file(folder / "votes.csv", exchange::read_events);
    auto conversation = unvoted(folder, events);
    conversation.count_pairs(1);
    ProgressLine line;
    for (std::size_t i = 0; i < events.size(); ++i) {
        timing.begin("votes");
        (void)conversation.vote(events[i].participant, events[i].statement, events[i].vote);
        const bool is_batch = options.batch > 0 && (i + 1) % options.batch == 0 && i + 1 < events.size();
        if (is_batch) (void)drawn(conversation, settings, timing);
        if (i % 1024 == 0) line.show("votes", static_cast<double>(i) / static_cast<double>(events.size()));
    }
    write_map(options, drawn(conversation, settings, timing), timing);
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
    command.add_option("--mode", options.mode, "rules to follow")
        ->check(CLI::IsMember({"robust", "polis"}))
        ->capture_default_str();
    command.add_option("--groups", options.groups, "CSV: participant,group (groups are then not sought)");
    command.add_option("--seed", options.seed, "seed of the search for groups")->capture_default_str();
    command.add_option("--out", options.out, "file for the result (default: stdout)");
    command.add_flag("--timing", options.timing, "add the time of each stage and the peak memory");
}

void add_map(CLI::App& parent, int& exit_code) {
    const auto options = std::make_shared<MapOptions>();
    auto* command =
        parent.add_subcommand("map", "Positions, groups and statistics of a conversation, as JSON");
    command->footer("Example: medskapa opinion map conversation/ --out map.json");
    command->add_option("INPUT", options->input, "folder in Polis' export format, or participants-votes.csv")
        ->required();
    command->add_option("--threads", options->threads, "threads to use; the result is the same")
        ->check(CLI::Range(1U, 256U))
        ->capture_default_str();
    add_settings(*command, *options);
    command->callback([options, &exit_code] { exit_code = told([&] { return run_map(*options); }); });
}

void add_replay(CLI::App& parent, int& exit_code) {
    const auto options = std::make_shared<MapOptions>();
    auto* command = parent.add_subcommand("replay", "The same from votes.csv, vote by vote as a server does");
    command->footer("Example: medskapa opinion replay conversation/ --batch 100");
    command->add_option("DIR", options->input, "folder with votes.csv")->required();
    command->add_option("--batch", options->batch, "draw the map after every so many votes");
    add_settings(*command, *options);
    command->callback([options, &exit_code] { exit_code = told([&] { return run_replay(*options); }); });
}

void add_synth(CLI::App& parent, int& exit_code) {
    const auto options = std::make_shared<SynthOptions>();
    auto& shape = options->shape;
    auto* command = parent.add_subcommand("synth", "Write a made-up conversation, for tests of scale");
    command->footer(
        "Example: medskapa opinion synth --participants 10000 --statements 200 --density 0.1 --out "
        "synthetic");
    command->add_option("--participants", shape.participants, "how many people")
        ->required()
        ->check(CLI::Range(0, 10'000'000));
    command->add_option("--statements", shape.statements, "how many statements")
        ->required()
        ->check(CLI::Range(0, 100'000));
    command->add_option("--density", shape.density, "chance that a person votes on a statement")
        ->required()
        ->check(CLI::Range(0.0, 1.0));
    command->add_option("--seed", shape.seed, "the same seed gives the same votes")->capture_default_str();
    command->add_option("--out", options->out, "folder for the files")->required();
    command->callback([options, &exit_code] { exit_code = told([&] { return run_synth(*options); }); });
}

}  // namespace

void add_opinion(CLI::App& program, int& exit_code) {
    auto* command = program.add_subcommand("opinion", "Opinion map without a server");
    command->require_subcommand(1);
    command->footer("Example: medskapa opinion map conversation/ --mode polis");
    add_map(*command, exit_code);
    add_replay(*command, exit_code);
    add_synth(*command, exit_code);
}

}  // namespace medskapa::cli
