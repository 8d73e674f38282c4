#pragma once

#include "cli/files.hpp"
#include "cli/stopwatch.hpp"
#include "engine/opinion/map.hpp"

#include <string>

namespace medskapa::cli {

class Command;

/// What the commands about one conversation have in common.
struct MapOptions {
    std::string input;
    std::string mode = "robust";
    std::string groups;
    std::string out;
    std::uint64_t seed = 0;
    unsigned threads = 1;
    bool timing = false;
};

/// --mode, --groups, --seed, --out and --timing.
void add_settings(Command& command, MapOptions&);
opinion::Settings settings_of(const MapOptions&);

/// A map with its bridging scores, each stage timed.
opinion::Map drawn(
    const opinion::Conversation&, const opinion::Settings&, const opinion::Memory&, Stopwatch&);
void write_map(const MapOptions&, const opinion::Map&, Stopwatch&);

/// To the file, or to stdout when `path` is empty. Throws one sentence when it cannot.
void write_out(const std::string& path, const Writing&);

}  // namespace medskapa::cli
