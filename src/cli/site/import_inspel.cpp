#include "app/inspel/import_causes.hpp"
#include "app/inspel/inspel_import.hpp"
#include "base/csv/write.hpp"
#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/options.hpp"
#include "cli/site/dry_run.hpp"
#include "cli/site/process_asked_for.hpp"
#include "web/ui/forms/form.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

namespace medskapa::cli {
namespace {

constexpr std::size_t most_rows_named = 8;

struct Import {
    Installation installation;
    std::string file;
    std::string process;
    std::string sheet;
    std::string separator;
    std::vector<std::string> columns;  // "Synpunkt=text"
    bool dry_run = false;
    bool json = false;
};

sheets::Wanted wanted(const Import& asked) {
    const std::map<std::string, char> separators{
        {"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}, {"bar", '|'}};
    sheets::Wanted all{app::inspel_columns(), asked.sheet};
    if (const auto found = separators.find(asked.separator); found != separators.end())
        all.separator = found->second;
    for (const auto& choice : asked.columns) {
        const auto at = choice.rfind('=');
        const auto key = at == choice.npos ? std::string{} : choice.substr(at + 1);
        const bool is_known = key.empty() || std::any_of(all.columns.begin(), all.columns.end(),
                                                 [&](const auto& column) { return column.key == key; });
        if (at == choice.npos || !is_known)
            throw WrongUsage("--column", "\"" + choice + "\" is not NAME=KEY with a key of --dry-run --json");
        all.meaning[sheets::folded(choice.substr(0, at))] = key;
    }
    return all;
}

/// Which sheet was read, and what was not.
void print_what_was_read(const sheets::NamedTable& table) {
    if (!table.sheet.empty()) std::cerr << words()(N_("The sheet {} was read."), table.sheet) << '\n';
    if (!table.unread().empty())
        std::cerr << words()(N_("Columns that were not read: {}."), table.unread()) << '\n';
    if (table.hidden_rows > 0)
        std::cerr << words().count("{} row that is hidden in the workbook was read too.",
                         "{} rows that are hidden in the workbook were read too.",
                         static_cast<std::int64_t>(table.hidden_rows))
                  << '\n';
}

std::string rows_named(const std::vector<int>& rows) {
    const std::vector<int> first{
        rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(std::min(rows.size(), most_rows_named))};
    return fmt::format("{}{}", fmt::join(first, ", "), rows.size() > first.size() ? " …" : "");
}

std::string named_by_people(const sheets::NamedTable::Column& column) {
    if (column.key.empty()) return words()(N_("not read"));
    for (const auto& known : app::inspel_columns())
        if (known.key == column.key) return known.names.front();
    return column.key;
}

void show_columns(const sheets::NamedTable& table) {
    std::string lines = csv::line(
        {words()(N_("Column")), words()(N_("Name")), words()(N_("Read as")), words()(N_("First rows"))});
    for (const auto& column : table.columns)
        lines += csv::line({column.letters, column.name, named_by_people(column),
            fmt::format("{}", fmt::join(column.examples, " | "))});
    std::cout << aligned(lines, table.columns.size() + 1);
}

void show_causes(const std::vector<app::ImportCause>& causes) {
    for (const auto& cause : causes) {
        const auto sentence = words().complaint(cause.complaint);
        const auto column = web::ui::place_in_table(cause.complaint.place, words());
        const auto what = cause.typed.empty() ? column : column + " \"" + cause.typed + '"';
        if (cause.rows.empty())
            std::cerr << sentence << '\n';
        else
            std::cerr << words().count("{} row", "{} rows", static_cast<std::int64_t>(cause.rows.size()))
                      << " (" << rows_named(cause.rows) << "), " << what << ": " << sentence << '\n';
    }
}

nlohmann::json json_of(const sheets::NamedTable& table, const std::vector<app::ImportCause>& causes) {
    using nlohmann::json;
    json all{{"sheet", table.sheet},
        {"separator", std::string(table.separator == '\0' ? 0 : 1, table.separator)},
        {"encoding", text::name_of(table.encoding)}, {"header_row", table.header_row},
        {"rows", table.rows.size()}, {"hidden_rows", table.hidden_rows}, {"right", causes.empty()},
        {"columns", json::array()}, {"causes", json::array()}, {"left_out", json::array()}};
    for (const auto& column : table.columns) {
        all["columns"].push_back({{"letters", column.letters}, {"name", column.name}, {"read_as", column.key},
            {"examples", column.examples}});
        if (column.key.empty()) all["left_out"].push_back(column.name.empty() ? column.letters : column.name);
    }
    for (const auto& cause : causes)
        all["causes"].push_back({{"column", web::ui::place_in_table(cause.complaint.place, words())},
            {"typed", cause.typed}, {"sentence", words().complaint(cause.complaint)}, {"rows", cause.rows},
            {"count", cause.rows.size()}});
    return all;
}

/// A refusal has a cause, also when it says none itself.
std::vector<app::ImportCause> causes_of(
    const std::optional<Failure>& refusal, const sheets::NamedTable& table) {
    if (!refusal) return {};
    if (refusal->complaints.empty()) return app::causes_of({{{}, refusal_without_complaints}}, table);
    return app::causes_of(refusal->complaints, table);
}

/// What would happen, by columns and causes.
int tried(const Import& asked, const sheets::NamedTable& table, const std::optional<Failure>& refusal) {
    const auto causes = causes_of(refusal, table);
    if (asked.json) {
        std::cout << json_of(table, causes).dump() << '\n';
        return causes.empty() ? 0 : 1;
    }
    show_columns(table);
    show_causes(causes);
    if (!causes.empty()) return 1;
    std::cout << words().count("{} row is right; nothing was saved", "{} rows are right; nothing was saved",
                     static_cast<std::int64_t>(table.rows.size()))
              << '\n';
    return 0;
}

int refused_table(const Import& asked, const Failure& failure) {
    if (asked.json) std::cout << json_of({}, app::causes_of(failure.complaints, {})).dump() << '\n';
    return refused(failure);
}

int import_inspel(const Import& asked) {
    const auto bytes = bytes_of(asked.file);
    if (!bytes) return refused(bytes.error());
    const auto table = sheets::read_named(*bytes, wanted(asked));
    if (!table) return refused_table(asked, table.error());
    print_what_was_read(*table);
    sql::Writer writer{store::open_and_migrate(asked.installation, now()), now};
    const auto db = sql::open(asked.installation.database(), sql::Access::read_only);
    const auto process = process_asked_for(*db, asked.process);
    const auto entered = app::read_import(*db, process, *table, asked.installation.clock(), now());
    const auto verb = [&](auto& act) {
        return app::import_inspel(act, *entered, asked.installation.secret());
    };
    if (asked.dry_run) {
        const auto refusal = entered ? refusal_of(writer, process, verb) : entered.error();
        return tried(asked, *table, refusal);
    }
    if (!entered) return refused(entered.error());
    const auto count = app::perform(writer, Actor::operating(), process, verb);
    if (!count) return refused(count.error());
    std::cout << words().count("{} inspel was read in and waits for review",
                     "{} inspel were read in and wait for review", static_cast<std::int64_t>(*count))
              << '\n';
    return 0;
}

}  // namespace

void add_import(Command& program, int& exit_code) {
    const auto asked = std::make_shared<Import>();
    auto* command =
        program.add_subcommand("import", "Import from a file")
            ->require_subcommand(1)
            ->add_subcommand("inspel", "Paper, survey and workshop input from a table: all rows or none");
    command->add_option("file", asked->file, "CSV, XLSX or ODS; the first line names the columns")
        ->required();
    add_installation(*command, asked->installation);
    command->add_option("--process", asked->process, "The process' address");
    command->add_option(
        "--sheet", asked->sheet, "Of a workbook (default: the first visible one with known columns)");
    command
        ->add_option(
            "--separator", asked->separator, "What separates the columns (default: what the file shows)")
        ->check(one_of({"comma", "semicolon", "tab", "bar"}));
    command->add_option("--column", asked->columns, "What a column is: NAME=KEY, or NAME= to leave it out");
    const auto* dry_run = command->add_flag(
        "--dry-run", asked->dry_run, "Only show how the columns are understood and what is wrong");
    command->add_flag("--json", asked->json, "With --dry-run: as one JSON object")->needs(dry_run);
    command->footer("Example: medskapa import inspel letters.xlsx --data D --process rus-2050 --dry-run");
    command->callback(
        [asked, &exit_code] { exit_code = run_command([&] { return import_inspel(*asked); }); });
}

}  // namespace medskapa::cli
