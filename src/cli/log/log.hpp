#pragma once

namespace medskapa::cli {

class Command;

/// Adds `log` with its subcommands (verify, check-receipt, vectors) and `witness` to a program. The chosen
/// one runs during parsing and leaves 0 or 1 in `exit_code`, which must outlive the parsing.
void add_log(Command& program, int& exit_code);
/// What changes an installation's log, below `log`: repair, continue, rotate-key.
void add_log_upkeep(Command& log, int& exit_code);
/// What tells others of the log, below `log`: policy, network-entry.
void add_log_policy(Command& log, int& exit_code);
/// Adds `mirror`.
void add_mirror(Command& program, int& exit_code);
void add_witness(Command& program, int& exit_code);

}  // namespace medskapa::cli
