#include "base/csv/write.hpp"
#include "cli/command.hpp"
#include "cli/regional/command.hpp"
#include "cli/regional/tables.hpp"
#include "engine/regional/read/amount.hpp"
#include "engine/regional/read/borders.hpp"
#include "engine/regional/read/format.hpp"
#include "engine/regional/read/table_file.hpp"

#include <iostream>

namespace medskapa::cli {
namespace {

using namespace regional;

struct ReadOptions {
    std::string file;
    std::string out;
    std::string record;
    bool labels = false;
    TableOptions table = {};
};

void write_areas(std::ostream& out, const std::vector<read::Area>& areas) {
    out << "code,name,polygons,positions,west,south,east,north\n";
    for (const auto& area : areas) {
        std::size_t positions = 0;
        for (const auto& polygon : area.polygons) {
            for (const auto& ring : polygon) positions += ring.size();
        }
        const auto [south_west, north_east] = read::box_around(area);
        out << csv::field(area.code) << ',' << csv::field(area.name) << ',' << area.polygons.size() << ','
            << positions;
        for (const double edge :
            {south_west.longitude, south_west.latitude, north_east.longitude, north_east.latitude})
            out << ',' << read::number_text(edge);
        out << '\n';
    }
}

Completed deliver_borders(const std::string& bytes, const ReadOptions& options) {
    const auto areas = read::read_borders(bytes);
    if (!areas) return because(areas.error(), options.file);
    return deliver(options.out, [&](std::ostream& out) { write_areas(out, *areas); });
}

read::Labels labels_of(const ReadOptions& options) {
    return options.labels ? read::Labels::written : read::Labels::left_out;
}

Completed finished(const ReadOptions& options, Run run, std::size_t rows) {
    run.results = {{"rows", static_cast<std::int64_t>(rows)}};
    return keep_record(options.record, run);
}

/// Row by row from the file, which is read again for each.
Completed read_large(const ReadOptions& options, const read::TableSource& source, Run run) {
    const auto shape = read::shape_of(source, options.table.choices());
    if (!shape) return because(shape.error(), options.file);
    run.warnings = shape->statistic.warnings;
    print_warnings(run.warnings);
    const auto done =
        deliver(options.out, [&](std::ostream& out) { write_long(out, source, *shape, labels_of(options)); });
    return done ? finished(options, std::move(run), shape->rows) : done;
}

Completed run_read(const ReadOptions& options) {
    Run run{"regional read", {}, {{"labels", options.labels}}, {}, {}};
    if (const auto large = large_table(options.file, "file", run.inputs))
        return read_large(options, *large, std::move(run));
    const auto bytes = load_input(run.inputs, "file", options.file);
    if (!bytes) return tl::unexpected{bytes.error()};
    if (read::format_of(*bytes) == read::Format::borders) return deliver_borders(*bytes, options);
    const auto statistic = read::read_statistic(*bytes, options.table.choices());
    if (!statistic) return because(statistic.error(), options.file);
    run.warnings = statistic->warnings;
    print_warnings(run.warnings);
    const auto done =
        deliver(options.out, [&](std::ostream& out) { write_long(out, *statistic, labels_of(options)); });
    return done ? finished(options, std::move(run), statistic->rows()) : done;
}

}  // namespace

void add_read(Command& regional, int& exit_code) {
    auto options = std::make_shared<ReadOptions>();
    auto* command = regional.add_subcommand("read", "A file of statistics in long form");
    command->footer(
        std::string{
            N_("Reads PX, JSON-stat 2.0, PxWeb and Kolada JSON, SDMX-CSV, CSV, XLSX and ODS as people save "
               "them, and GeoJSON borders.")} +
        "\nExample: medskapa regional read BE0101A1.px --out population.csv");
    command->add_option("FILE", options->file, "The file to read")->required();
    command->add_option("--out", options->out, "CSV file for the result (default: stdout)");
    command->add_flag("--labels", options->labels, "Write labels next to the codes");
    add_table_options(*command, options->table, Amounts::named);
    command->add_option("--record", options->record, "JSON file for the record of the run");
    on_run(command, std::move(options), exit_code, run_read);
}

}  // namespace medskapa::cli
