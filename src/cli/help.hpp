#pragma once

namespace medskapa::cli {

class Command;

/// Has the program's help, and what it says of wrong usage, in the language of the environment. Called when
/// every command has been added.
void speak(Command& program);

}  // namespace medskapa::cli
