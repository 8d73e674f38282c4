#include "app/issue/inspel_table.hpp"
#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/site/process_asked_for.hpp"
#include "cli/site/table_out.hpp"
#include "cli/terminal.hpp"
#include "web/inspel/list_file.hpp"

#include <iostream>
#include <memory>

namespace medskapa::cli {
namespace {

struct InspelExport {
    Installation installation;
    std::string file;
    std::string process;
    bool is_all = false;
};

void put_public(sql::Connection& db, const Process& process, TableOut& out) {
    store::InspelPlace after;
    do {
        const auto part = web::inspel::list_part(db, process, {}, after);
        out.add(part.lines);
        after = part.next;
    } while (after);
}

int export_inspel(const InspelExport& asked) {
    const auto db = sql::open(asked.installation.database(), sql::Access::read_only);
    const sql::Snapshot snapshot{*db};
    const auto process = process_asked_for(*db, asked.process);
    if (asked.is_all) store::keep_to_ourselves();  // what is not public is for its owner only
    const auto out = table_out(asked.file);
    if (asked.is_all)
        app::each_line_of_inspel(
            *db, process, asked.installation.clock(), [&](const std::string& line) { out->add(line); });
    else
        put_public(*db, process, *out);
    out->finish();
    std::cout << asked.file << '\n';
    return 0;
}

}  // namespace

void add_inspel_export(Command& parent, int& exit_code) {
    const auto asked = std::make_shared<InspelExport>();
    auto* command = parent.add_subcommand("inspel", "The inspel that are public, as a table");
    command->add_option("FILE", asked->file, "FILE.csv or FILE.xlsx")->required();
    add_installation(*command, asked->installation);
    command->add_option("--process", asked->process, "The process' address");
    command->add_flag("--all", asked->is_all,
        "Every inspel with its state, issues and answers, also what is not public: for your own use");
    command->footer("Example: medskapa export inspel inspel.xlsx --process rus-2050 --data D --all");
    command->callback(
        [asked, &exit_code] { exit_code = run_command([&] { return export_inspel(*asked); }); });
}

}  // namespace medskapa::cli
