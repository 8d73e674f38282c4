#pragma once

#include "engine/regional/table.hpp"

#include <variant>

namespace medskapa::regional {

/// Changes whenever a result may change for the same input.
inline constexpr std::string_view engine_version = "medskapa-regional/1";

/// A file that a run read, known by what it held and not by its name.
struct Input {
    std::string role;
    std::string sha256;
    std::size_t bytes;
};

/// What a run was given or found, by name; none is not known.
using Fact = std::variant<std::monostate, bool, std::int64_t, double, std::string>;
using Facts = std::vector<std::pair<std::string, Fact>>;

/// All that is needed to do a run again and get the same.
struct Run {
    std::string command;
    std::vector<Input> inputs;
    Facts parameters;
    Facts results;
    std::vector<Warning> warnings;
};

/// The record as JSON: engine, command, inputs, parameters, results and warnings. No time and no name, so
/// that the same input gives the same bytes.
std::string run_record(const Run&);

}  // namespace medskapa::regional
