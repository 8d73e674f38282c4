#include "cli/opinion.hpp"

#include "cli/files.hpp"
#include "cli/options.hpp"
#include "opinion/exchange/polis_export.hpp"
#include "opinion/exchange/report.hpp"
#include "regional/table.hpp"

#include <CLI/CLI.hpp>
#include <array>
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
    bool timing = false;
};

Settings settings_of(const MapOptions& options) {
    Settings settings;
    settings.mode = options.mode == "polis" ? Settings::Mode::polis : Settings::Mode::robust;
    settings.seed = options.seed;
    if (!options.groups.empty()) settings.groups = read_file(options.groups, exchange::read_groups);
    return settings;
}

Conversation conversation_at(const fs::path& input) {
    const auto matrix = fs::is_directory(input) ? input / "participants-votes.csv" : input;
    auto conversation = std::move(read_file(matrix, exchange::read_matrix).conversation);
    const auto comments = input / "comments.csv";
    if (fs::is_directory(input) && fs::exists(comments))
        exchange::apply(read_file(comments, exchange::read_comments), conversation);
    return conversation;
}

/// How long each stage took, in the order in which they came.
class Timing {
public:
    void begin(std::string_view stage) {
        end();
        stages_.emplace_back(stage, 0.0);
        began_ = Clock::now();
    }
    void end() {
        if (!stages_.empty() && stages_.back().second == 0)
            stages_.back().second = std::chrono::duration<double, std::milli>(Clock::now() - began_).count();
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

int run_map(const MapOptions& options) {
    Timing timing;
    timing.begin("read");
    const auto settings = settings_of(options);
    auto conversation = conversation_at(options.input);
    timing.begin("pairs");
    conversation.count_pairs(options.threads);
    const auto map = draw_map(conversation, settings, [&](std::string_view stage) { timing.begin(stage); });
    timing.end();
    write_out(options.out, [&](std::ostream& out) {
        exchange::write_report(out, map, [&](exchange::JsonWriter& json) {
            if (options.timing) timing.write(json);
        });
    });
    return 0;
}

void add_map(CLI::App& parent, int& exit_code) {
    const auto options = std::make_shared<MapOptions>();
    auto* command =
        parent.add_subcommand("map", "Positions, groups and statistics of a conversation, as JSON");
    command->footer("Example: medskapa opinion map conversation/ --out map.json");
    command->add_option("INPUT", options->input, "folder in Polis' export format, or participants-votes.csv")
        ->required();
    command->add_option("--mode", options->mode, "rules to follow")
        ->check(CLI::IsMember({"robust", "polis"}))
        ->capture_default_str();
    command->add_option("--groups", options->groups, "CSV: participant,group (groups are then not sought)");
    command->add_option("--seed", options->seed, "seed of the search for groups")->capture_default_str();
    command->add_option("--threads", options->threads, "threads to use; the result is the same")
        ->check(CLI::Range(1U, 256U))
        ->capture_default_str();
    command->add_option("--out", options->out, "file for the result (default: stdout)");
    command->add_flag("--timing", options->timing, "add the time of each stage and the peak memory");
    command->callback([options, &exit_code] { exit_code = told([&] { return run_map(*options); }); });
}

}  // namespace

void add_opinion(CLI::App& program, int& exit_code) {
    auto* command = program.add_subcommand("opinion", "Opinion map without a server");
    command->require_subcommand(1);
    command->footer("Example: medskapa opinion map conversation/ --mode polis");
    add_map(*command, exit_code);
}

}  // namespace medskapa::cli
