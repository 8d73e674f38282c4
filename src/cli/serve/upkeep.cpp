#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"
#include "store/migrations/migrate.hpp"

#include <memory>

namespace medskapa::cli {
namespace {

/// A database alone has no secret next to it to be compared with.
int bring_up(const Installation& installation) {
    if (!installation.data.empty()) {
        (void)store::open_and_migrate(installation, now());
        return 0;
    }
    const auto db = sql::open(installation.database(), sql::Access::read_write);
    if (store::schema_of(*db) == 0)
        give_up(
            N_("The database that --database names holds nothing of Medskapa. Name another, or begin one "
               "with medskapa setup."));
    store::migrate(*db, now());
    return 0;
}

}  // namespace

void add_upkeep(Command& program, int& exit_code) {
    const auto installation = std::make_shared<Installation>();
    auto* migrate = program.add_subcommand("migrate", "Bring the database to this program's layout");
    add_installation_or_database(*migrate, *installation);
    migrate->footer("Example: medskapa migrate --data /var/lib/medskapa");
    migrate->callback([installation, &exit_code] {
        demand_folder(*installation, "");
        exit_code = run_command([&] { return bring_up(*installation); });
    });
    add_doctor(program, exit_code);
}

}  // namespace medskapa::cli
