#include "cli/options.hpp"

#include "base/text.hpp"
#include "cli/command.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>
#include <fstream>
#include <sstream>

using namespace medskapa;
using web::http::Budget;

namespace {

/// What `serve` is asked for by this command line, with this in the file that --config names.
cli::ServeOptions asked(const std::string& line, const std::string& config = "") {
    const test::Scratch scratch;
    const auto file = scratch.folder / "config.toml";
    std::ofstream{file} << config;
    cli::Program program;
    cli::ServeOptions options;
    cli::add_installation(program.command(), options.installation);
    cli::add_listen(program.command(), options);
    auto words = text::split(line, ' ');
    if (!config.empty()) words.insert(words.end(), {"--config", file.string()});
    std::ostringstream said;
    if (program.parse({words.begin(), words.end()}, said, said)) throw cli::WrongUsage{"serve", said.str()};
    return options;
}

}  // namespace

TEST_CASE("limits are read from the command line, and else are generous") {
    CHECK(asked("--data x").budgets.writing == Budget{60, 60});
    CHECK(asked("--data x --limit-writing 5+5/h").budgets.writing == Budget{5, 5});
    CHECK(asked("--data x --limit-voting none").budgets.voting == Budget{});
    CHECK_THROWS_AS(asked("--data x --limit-writing 5"), cli::WrongUsage);
}

TEST_CASE("a file has the same options, and the command line goes before it") {
    const auto options = asked("--data x --limit-voting none",
        "limit-writing = \"7+8/h\"\nlimit-voting = \"1+1/h\"\ntrusted-proxy = [\"10.0.0.1\", "
        "\"10.0.0.2\"]\nworkers = 4\n");
    CHECK(options.budgets.writing == Budget{7, 8});
    CHECK(options.budgets.voting == Budget{});
    CHECK(options.trusted_proxies == std::vector<std::string>{"10.0.0.1", "10.0.0.2"});
    CHECK(options.workers == 4);
}

TEST_CASE("a file that names no option, or none that can be read, is refused") {
    CHECK_THROWS_AS(asked("--data x", "limit-dreams = \"1+1/h\"\n"), cli::WrongUsage);
    CHECK_THROWS_AS(asked("--data x", "limit-writing = \"5\"\n"), cli::WrongUsage);
    CHECK_THROWS_AS(asked("--data x --config /nowhere/at/all.toml"), cli::WrongUsage);
}
