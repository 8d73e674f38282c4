#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/help.hpp"
#include "cli/log/log.hpp"
#include "cli/opinion/opinion.hpp"
#include "cli/opinion/statements.hpp"
#include "cli/regional/regional.hpp"

#include <iostream>

int main(int argc, char** argv) {
    medskapa::cli::Program line{"medskapa"};
    auto& program = line.command();
    program.require_subcommand(1);

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
    medskapa::cli::add_move(program, exit_code);
    medskapa::cli::add_mail(program, exit_code);
    medskapa::cli::add_upkeep(program, exit_code);
    medskapa::cli::add_opinion(program, exit_code);
    medskapa::cli::add_regional(program, exit_code);
    medskapa::cli::add_regional_imports(program, exit_code);
    medskapa::cli::add_log(program, exit_code);
    medskapa::cli::add_mirror(program, exit_code);
    medskapa::cli::add_witness(program, exit_code);
    // Last: a command takes over the footer that its parent has when it is added.
    program.footer("Example: medskapa demo --data /tmp/medskapa-demo");
    program.find("import")->footer(
        "Example: medskapa import inspel letters.xlsx --data D --process rus-2050");
    program.find("export")->footer(
        "Example: medskapa export report --data D --process rus-2050 --out report.docx");
    medskapa::cli::speak(program);
    if (const auto ended = line.parse({argv + 1, argv + argc}, std::cout, std::cerr)) return *ended;
    return exit_code;
}
