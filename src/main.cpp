#include "cli/commands.hpp"
#include "cli/help.hpp"
#include "cli/log/log.hpp"
#include "cli/opinion/opinion.hpp"
#include "cli/opinion/statements.hpp"
#include "cli/regional/regional.hpp"

#include <CLI/CLI.hpp>

int main(int argc, char** argv) {
    CLI::App program;
    program.require_subcommand(1);
    program.footer("Example: medskapa demo --data /tmp/medskapa-demo");

    int exit_code = 0;
    medskapa::cli::add_demo(program, exit_code);
    medskapa::cli::add_serve(program, exit_code);
    medskapa::cli::add_setup(program, exit_code);
    medskapa::cli::add_user(program, exit_code);
    medskapa::cli::add_import(program, exit_code);
    medskapa::cli::add_import_document(program, exit_code);
    medskapa::cli::add_export(program, exit_code);
    medskapa::cli::add_statements(program, exit_code);
    medskapa::cli::add_backup(program, exit_code);
    medskapa::cli::add_mail(program, exit_code);
    medskapa::cli::add_upkeep(program, exit_code);
    medskapa::cli::add_opinion(program, exit_code);
    medskapa::cli::add_regional(program, exit_code);
    medskapa::cli::add_regional_imports(program, exit_code);
    medskapa::cli::add_log(program, exit_code);
    medskapa::cli::add_witness(program, exit_code);
    medskapa::cli::speak(program);
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return program.exit(error) == 0 ? 0 : 2;
    }
    return exit_code;
}
