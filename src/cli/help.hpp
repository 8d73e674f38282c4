#pragma once

#include <CLI/CLI.hpp>

namespace medskapa::cli {

/// Has the program's help, and what it says of wrong usage, in the language of the environment. Called when
/// every command has been added.
void speak(CLI::App& program);

}  // namespace medskapa::cli
