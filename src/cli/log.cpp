#include "cli/log.hpp"

#include "cli/house.hpp"
#include "cli/log_vectors.hpp"
#include "cli/options.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

namespace medskapa::cli {
namespace {

int vectors(const std::string& folder) {
    const auto tally = run_vectors(folder, std::cout);
    if (!tally) return refused(tally.error());
    std::cout << fmt::format("{} passed, {} failed\n", tally->passed, tally->failed);
    return tally->failed == 0 ? 0 : 1;
}

void add_vectors(CLI::App& log, int& exit_code) {
    auto folder = std::make_shared<std::string>();
    auto* command = log.add_subcommand("vectors", "Run the published test vectors through this program");
    command->footer("Example: medskapa log vectors ../shared/data/log");
    command->add_option("DIR", *folder, "The folder of the vectors")->required();
    command->callback([folder, &exit_code] { exit_code = told([&] { return vectors(*folder); }); });
}

}  // namespace

void add_log(CLI::App& program, int& exit_code) {
    auto* log = program.add_subcommand("log", "Check the open log, without trusting a server");
    log->require_subcommand(1);
    log->footer("Example: medskapa log verify https://rus.example.org/logg --key VKEY");
    add_vectors(*log, exit_code);
}

}  // namespace medskapa::cli
