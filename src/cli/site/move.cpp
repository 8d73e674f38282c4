#include "jobs/move/move.hpp"
#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/interruption.hpp"
#include "cli/progress.hpp"
#include "cli/terminal.hpp"

#include "base/digest.hpp"
#include "store/sql/address.hpp"

#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

namespace medskapa::cli {
namespace {

struct Moving {
    std::string from;
    std::string to;
    bool json = false;
};

void print_as_json(const jobs::MoveReport& report) {
    std::cout << nlohmann::ordered_json{{"tables", report.rows.size()}, {"rows", report.all_rows()},
                     {"rows_of", report.rows}, {"digest", report.digest},
                     {"lacks_secret", report.lacks_secret},
                     {"log", {{"size", report.log.size}, {"root", base64(as_text(report.log.root))}}}}
                     .dump()
              << '\n';
}

/// An address may hold a password: it is not said again.
std::string what_now(const Moving& asked, const jobs::MoveReport& report) {
    if (!sql::is_address(asked.to) && report.lacks_secret)
        return words()(
            N_("What the server's data folder holds besides belongs to the installation. Put its files "
               "secret and logg.key (and .2, .3, …) and its folder logg into {} too, and those of time-zone, "
               "restored, logg.forked and rehearsed that are there; put the folder DATA.signed next to it, "
               "as "
               "{}.signed, unless --signed-heads names another. Then start without --database: medskapa "
               "serve "
               "--data {}"),
            asked.to, asked.to, asked.to);
    if (!sql::is_address(asked.to))
        return words()(N_("Start the server without --database: medskapa serve --data {}"), asked.to);
    if (sql::is_address(asked.from))
        return words()(
            N_("Start the server with its data folder and --database with the address that you gave "
               "as --to. Nothing reads the old database any more: delete it when the new one has "
               "been seen to work, as nothing is erased in it."));
    return words()(
        N_("{} keeps the secret and the open log's files. Start the server with that folder and the "
           "new database: medskapa serve --data {} --database URL, where URL is the address that you "
           "gave as --to. Put {}/medskapa.db and the files whose names begin so elsewhere first, so "
           "that nobody serves it by mistake, and delete it when the server has been seen to work, as "
           "nothing is erased in it."),
        asked.from, asked.from, asked.from);
}

int move(const Moving& asked) {
    jobs::MoveReport report;
    {
        const Interruption interruption;
        ProgressLine line;
        report = jobs::move(asked.from, asked.to, now(), [&](std::string_view table, double part) {
            if (interruption.is_asked_for()) give_up(N_("Interrupted: nothing was moved."));
            line.show(table, part);
        });
    }
    if (asked.json) {
        print_as_json(report);
        return 0;
    }
    std::cout << words()(N_("Moved {} tables with {} rows, and read them again: the same stands in both "
                            "databases. The open log has {} entries, and its root is the same: {}"),
                     report.rows.size(), words().number(report.all_rows()),
                     words().number(static_cast<std::int64_t>(report.log.size)),
                     base64(as_text(report.log.root)))
              << '\n'
              << what_now(asked, report) << '\n';
    return 0;
}

}  // namespace

void add_move(Command& program, int& exit_code) {
    const auto asked = std::make_shared<Moving>();
    auto* command = program.add_subcommand(
        "move", "Move an installation's database to PostgreSQL, or back, while no server runs");
    command
        ->add_option(
            "--from", asked->from, "A data folder with its database, or postgresql://...; not changed")
        ->required();
    command->add_option("--to", asked->to, "An empty database, or a folder without one")->required();
    command->add_flag("--json", asked->json, "Print one JSON object");
    command->footer("Example: medskapa move --from /var/lib/medskapa --to postgresql://medskapa@/medskapa");
    command->callback([asked, &exit_code] { exit_code = run_command([&] { return move(*asked); }); });
}

}  // namespace medskapa::cli
