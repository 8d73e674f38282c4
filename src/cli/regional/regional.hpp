#pragma once

namespace medskapa::cli {

class Command;

/// Adds `regional` with its subcommands to a program. When one of them is chosen it runs during parsing,
/// prints what went wrong as one sentence to stderr, and leaves 0 (done) or 1 (could not be done) in
/// `exit_code`, which must outlive the parsing.
void add_regional(Command& program, int& exit_code);

/// Adds `import dataset` and `import map`, likewise.
void add_regional_imports(Command& program, int& exit_code);

}  // namespace medskapa::cli
