#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/options.hpp"

#include <memory>

namespace medskapa::cli {

void add_upkeep(Command& program, int& exit_code) {
    const auto installation = std::make_shared<Installation>();
    auto* migrate = program.add_subcommand("migrate", "Bring the database to this program's layout");
    add_installation(*migrate, *installation);
    migrate->callback([installation, &exit_code] {
        exit_code = run_command([&] {
            (void)store::open_and_migrate(*installation, now());
            return 0;
        });
    });
    add_doctor(program, exit_code);
}

}  // namespace medskapa::cli
