#pragma once

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "engine/regional/read/layout.hpp"
#include "engine/regional/run_record.hpp"

#include <functional>
#include <memory>

namespace medskapa::cli {

/// A result, or one sentence in the reader's language that says why not and what to do.
template <class T>
using Outcome = tl::expected<T, std::string>;
using Completed = Outcome<void>;

/// A complaint or warning as one sentence in the language of the environment.
std::string say(const Complaint&);

/// All complaints as one text, after the file's name when there is one.
tl::unexpected<std::string> because(const Failure&, const std::string& file = {});

void print_warnings(const std::vector<regional::Warning>&);

/// A file that a run reads; its digest goes into the record.
Outcome<std::string> load_input(std::vector<regional::Input>&, const char* role, const std::string& path);

/// To the file named; else to stdout, in line for a person or as it is for a program.
Completed deliver(const std::string& file, const Writing&);

/// What a person says of a table where it leaves a choice: --decimal, --sheet, --amounts.
struct TableOptions {
    std::string decimal;
    std::string sheet;
    std::vector<std::string> amounts;

    regional::read::Choices choices() const;
};
/// With --amounts where the columns of the amounts are not fixed.
enum class Amounts { named, fixed };
void add_table_options(Command&, TableOptions&, Amounts);

/// The record of the run into `file`, unless that is empty.
Completed keep_record(const std::string& file, const regional::Run&);

/// Runs a command and makes of its outcome words and an exit code: the one place that does.
int outcome(const std::function<Completed()>&);

/// When the command is chosen, `run` runs with its options during parsing.
template <class Options>
void on_run(
    Command* command, std::shared_ptr<Options> options, int& exit_code, Completed (*run)(const Options&)) {
    command->callback([options, &exit_code, run] { exit_code = outcome([&] { return run(*options); }); });
}

void add_analyse(Command& regional, int& exit_code);
void add_opportunities(Command& regional, int& exit_code);
void add_shift_share(Command& regional, int& exit_code);
void add_entries(Command& regional, int& exit_code);
void add_labour_markets(Command& regional, int& exit_code);
void add_project(Command& regional, int& exit_code);
void add_skill(Command& regional, int& exit_code);
void add_neighbours(Command& regional, int& exit_code);
void add_places(Command& regional, int& exit_code);
void add_read(Command& regional, int& exit_code);

}  // namespace medskapa::cli
