#include "cli/opinion/opinion_map.hpp"

#include "cli/command.hpp"
#include "cli/opinion/opinion_commands.hpp"
#include "cli/opinion/opinion_input.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"
#include "engine/opinion/report/report.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <iostream>
#include <iterator>
#include <memory>
#include <set>

namespace medskapa::cli {

using namespace opinion;

namespace {

void write_timing(exchange::JsonWriter& json, const Stopwatch& timing) {
    json.key("timing_ms").open_object();
    for (const auto& [stage, milliseconds] : timing.stages()) json.key(stage).value(milliseconds);
    json.close_object();
    json.key("peak_rss_kb").value(peak_memory_kb());
}

std::string ids_named(const std::vector<ParticipantId>& ids) {
    constexpr std::size_t most_named = 8;
    const auto many = std::min(ids.size(), most_named);
    return fmt::format("{}{}", fmt::join(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(many), ", "),
        ids.size() > many ? " …" : "");
}

/// Who of the file has no vote here, and who of those who voted has no group in the file.
void print_unmatched(const Settings::FixedGroups& groups, const Conversation& conversation) {
    const std::set<ParticipantId> voters{
        conversation.participants().begin(), conversation.participants().end()};
    std::set<ParticipantId> grouped;
    std::vector<ParticipantId> unknown;
    for (const auto& [id, group] : groups)
        if (grouped.insert(id).second && !voters.contains(id)) unknown.push_back(id);
    std::vector<ParticipantId> left;
    std::set_difference(
        voters.begin(), voters.end(), grouped.begin(), grouped.end(), std::back_inserter(left));
    if (!unknown.empty())
        std::cerr << words().count("{} participant of the groups has no vote in the conversation:",
                         "{} participants of the groups have no vote in the conversation:",
                         static_cast<std::int64_t>(unknown.size()))
                  << ' ' << ids_named(unknown) << '\n';
    if (!left.empty())
        std::cerr << words().count("{} participant of the conversation has no group in the file:",
                         "{} participants of the conversation have no group in the file:",
                         static_cast<std::int64_t>(left.size()))
                  << ' ' << ids_named(left) << '\n';
}

int run_map(const MapOptions& options) {
    Stopwatch timing;
    timing.begin("read");
    const auto settings = settings_of(options);
    auto conversation = conversation_at(options.input);
    if (settings.groups) print_unmatched(*settings.groups, conversation);
    timing.begin("pairs");
    conversation.count_pairs(options.threads);
    write_map(options, drawn(conversation, settings, {}, timing), timing);
    return 0;
}

}  // namespace

void add_settings(Command& command, MapOptions& options) {
    command.add_option("--mode", options.mode, "Rules to follow")
        ->check(one_of({"robust", "polis"}))
        ->capture_default_str();
    command.add_option("--groups", options.groups, "CSV: participant,group (groups are then not sought)");
    command.add_option("--seed", options.seed, "Seed of the search for groups")->capture_default_str();
    command.add_option("--out", options.out, "File for the result (default: stdout)");
    command.add_flag("--timing", options.timing, "Add the time of each stage and the peak memory");
}

Settings settings_of(const MapOptions& options) {
    Settings settings;
    settings.mode = options.mode == "polis" ? Settings::Mode::polis : Settings::Mode::robust;
    settings.seed = options.seed;
    if (!options.groups.empty()) settings.groups = groups_at(options.groups);
    return settings;
}

Map drawn(
    const Conversation& conversation, const Settings& settings, const Memory& memory, Stopwatch& timing) {
    auto map = draw_map(conversation, settings, memory, [&](auto stage) { timing.begin(stage); });
    timing.begin("bridging");
    add_bridging(map, conversation);
    return map;
}

void write_map(const MapOptions& options, const Map& map, Stopwatch& timing) {
    timing.end();
    write_out(options.out, [&](std::ostream& out) {
        exchange::write_report(out, map, [&](exchange::JsonWriter& json) {
            if (options.timing) write_timing(json, timing);
        });
    });
}

void write_out(const std::string& path, const Writing& write) {
    if (path.empty()) {
        write(std::cout);
        if (!std::cout.flush()) give_up(N_("The result could not be written to the end."));
        return;
    }
    if (const auto done = write_file(path, write); !done)
        throw std::runtime_error{words().complaint(done.error().complaints.front())};
}

void add_map(Command& parent, int& exit_code) {
    const auto options = std::make_shared<MapOptions>();
    auto* command =
        parent.add_subcommand("map", "Positions, groups and statistics of a conversation, as JSON");
    command->footer("Example: medskapa opinion map conversation/ --out map.json");
    command->add_option("INPUT", options->input, "Folder in Polis' export format, or participants-votes.csv")
        ->required();
    command->add_option("--threads", options->threads, "Threads to use; the result is the same")
        ->check(in_range(1, 256))
        ->capture_default_str();
    add_settings(*command, *options);
    command->callback([options, &exit_code] { exit_code = run_command([&] { return run_map(*options); }); });
}

}  // namespace medskapa::cli
