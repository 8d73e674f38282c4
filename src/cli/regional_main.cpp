#include "cli/regional.hpp"

#include <CLI/CLI.hpp>

int main(int argc, char** argv) {
    CLI::App program{"Medskapa's regional analysis without a server", "medskapa"};
    int exit_code = 0;
    medskapa::cli::add_regional(program, exit_code);
    program.require_subcommand(1);
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return program.exit(error) == 0 ? 0 : 2;
    }
    return exit_code;
}
