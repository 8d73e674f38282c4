#include "demo/analysis/statistics.hpp"

#include "app/statistics/analysis.hpp"
#include "app/statistics/dataset.hpp"
#include "app/statistics/published.hpp"
#include "app/statistics/run.hpp"
#include "base/csv/table.hpp"
#include "base/csv/write.hpp"
#include "base/digest.hpp"
#include "engine/regional/read/borders.hpp"
#include "engine/regional/read/format.hpp"
#include "store/statistics/dataset_store.hpp"

namespace medskapa::demo {
namespace {

/// A table of the demo, as it was fetched on a day: no number in it is about a time after that.
struct Table {
    const char* file;
    const char* title;
    const char* vintage;
    const char* measure;
    int last_year = 0;  // of an indicator's years; 0: the file stands as it is
};
const Table jobs{
    "employment-example.csv", "Sysselsatta per näring och område", "2015 och 2019", "sysselsatta"};
const Table commuting{"commuting-example.csv", "Pendling mellan kommuner", "2018", "pendlare"};
const Table measures{"municipality-measures.csv", "Sex mått för kommunerna", "2018", ""};
const Table people{"people-example.csv", "Folkmängd, födda, döda och flyttade efter ålder och kön",
    "2008, 2013 och 2018", "", 0};
const Table indicators{"indicators.csv", "Tolv indikatorer för länet", "2015–2018", "", 2018};
const Table later_indicators{"indicators.csv", "Tolv indikatorer för länet", "2015–2025", "", 2025};

/// The indicators, a row for each and each year up to the last; what was not measured is empty.
std::string indicators_until(const std::string& file, int last_year) {
    constexpr int first_year = 2015;
    std::string lines = "indicator,indicator_name,unit,year,value\n";
    const auto rows = csv::read(file).value();
    for (const auto& row : rows)
        for (int year = first_year; year <= last_year; ++year) {
            const auto number = row["y" + std::to_string(year)];
            lines += row["id"] + "," + csv::field(row["name_sv"]) + "," + csv::field(row["unit"]) + "," +
                     std::to_string(year) + "," + (number.empty() ? ".." : number) + "\n";
        }
    return lines;
}

std::string bytes_of(const Table& table) {
    auto bytes = DemoContent::text(table.file);
    return table.last_year == 0 ? bytes : indicators_until(bytes, table.last_year);
}

Dataset kept(Stage& stage, const Table& table) {
    return store::dataset_with_digest(stage.db(), hex(as_text(sha256(bytes_of(table))))).value();
}

/// Numbers below five are hidden in all of them: some count people, and nobody has said that they may be
/// shown.
void keep(Stage& stage, const Table& table, std::optional<Dataset> replaced = {}) {
    const auto bytes = bytes_of(table);
    const auto read = regional::read::read_statistic(bytes, {});
    if (!read) throw std::runtime_error{std::string{"the demo's "} + table.file + " cannot be read"};
    auto draft = app::dataset_of(*read,
        {table.title, "Påhittat exempel, gjort för demonstration", "CC0", hex(as_text(sha256(bytes)))});
    draft.vintage = table.vintage;
    draft.measure = table.measure;
    draft.file_name = table.file;
    if (replaced) draft.replaces = replaced->id;
    const auto cells = app::cells_of(*read);
    const auto done = app::perform(stage.writer(), Actor::operating(), {},
        [&](auto& act) { return app::import_dataset(act, draft, cells, bytes); });
    if (!done) throw std::runtime_error{std::string{"the demo's "} + table.file + " was refused"};
}

/// Where the municipalities lie, about.
void keep_map(Stage& stage) {
    const auto bytes = DemoContent::text("municipalities-schematic.geojson");
    const auto read = regional::read::read_borders(bytes);
    if (!read) throw std::runtime_error{"the demo's map cannot be read"};
    const auto map = app::map_of(RegionMap::Level::municipality,
        {"", "Schematisk karta, gjord för demonstration", "CC0", hex(as_text(sha256(bytes)))});
    const auto kept = app::perform(stage.writer(), Actor::operating(), {},
        [&](auto& act) { return app::import_map(act, map, app::areas_of(*read)); });
    if (!kept) throw std::runtime_error{"the demo's map was refused"};
}

AnalysisRun analyse(Stage& stage, const Table& table, AnalysisRun::Kind kind, const Parameters& parameters) {
    return stage.write(table.file, [&](auto& act) -> Result<AnalysisRun> {
        const auto made = app::analysed(stage.db(), kept(stage, table), kind, parameters);
        return made ? app::keep_run(act, *made) : made;
    });
}

Parameters about_county(Parameters more) {
    Parameters parameters{{"regions", "region"}, {"industries", "industry"}, {"periods", "period"},
        {"region", "23"}, {"level", "county"}};
    parameters.merge(more);
    return parameters;
}

void cite(Stage& stage, const AnalysisRun& run, const std::string& paragraph, const std::string& figure) {
    stage.write(paragraph, [&](auto& act) { return app::cite_figure(act, run.number, paragraph, figure); });
}

/// The text rests on the numbers from the day that it can be read.
void analyse_and_cite(Stage& stage, LocalTime cited) {
    using enum AnalysisRun::Kind;
    const auto markets = analyse(
        stage, commuting, labour_markets, {{"regions", "from"}, {"destinations", "to"}, {"region", "23"}});
    const auto change =
        analyse(stage, jobs, shift_share, about_county({{"from", "2015"}, {"period", "2019"}}));
    const auto lq = analyse(stage, jobs, specialisation, about_county({{"period", "2019"}}));
    analyse(stage, jobs, variety, about_county({}));
    analyse(stage, jobs, opportunities, about_county({{"period", "2019"}}));
    analyse(stage, jobs, entry_exit, about_county({{"from", "2015"}, {"period", "2019"}}));
    analyse(stage, measures, indicator_map,
        {{"regions", "kommun"}, {"region", "23"}, {"periods", "år"}, {"period", "2018"},
            {"only:mått", "dagligvaror"}});
    analyse(stage, measures, neighbours,
        {{"regions", "kommun"}, {"industries", "mått"}, {"region", "2326"}, {"periods", "år"},
            {"period", "2018"}});
    analyse(stage, people, projection,
        {{"regions", "kommun"}, {"ages", "ålder"}, {"sexes", "kön"}, {"measures", "mått"}, {"periods", "år"},
            {"region", "23"}, {"period", "2018"}, {"from", "2013"}, {"years", "30"}, {"no_moving", "yes"}});
    stage.plan(cited, [&stage, markets, change, lq] {
        cite(stage, lq, "RUS-2.3-p1", "55:lq");
        cite(stage, lq, "RUS-2.3-p1", "56:lq");
        cite(stage, change, "RUS-2.3-p1", "own");
        cite(stage, markets, "RUS-2.2-p2", "areas");
    });
}

}  // namespace

void plan_statistics(Stage& stage) {
    const auto at = [](const char* iso) { return time::read_local(iso).value(); };
    if (!stage.is_finished_process()) {
        const LocalTime begun{stage.content().day("-60d").value()};
        stage.plan(begun, [&stage] { keep(stage, later_indicators, kept(stage, indicators)); });
        stage.plan(begun + std::chrono::hours{1},
            [&stage, begun] { analyse_and_cite(stage, begun + std::chrono::hours{2}); });
        return;
    }
    stage.plan(at("2019-09-16T10:00"), [&stage] { keep(stage, indicators); });
    stage.plan(at("2019-09-16T10:00"), [&stage] { keep_map(stage); });
    stage.plan(at("2019-09-16T10:00"), [&stage] { keep(stage, measures); });
    stage.plan(at("2019-09-16T10:00"), [&stage] { keep(stage, people); });
    stage.plan(at("2019-10-07T10:00"), [&stage] { keep(stage, commuting); });
    stage.plan(at("2019-12-09T10:00"), [&stage] { keep(stage, jobs); });
    stage.plan(at("2019-12-10T10:00"), [&stage, at] { analyse_and_cite(stage, at("2020-03-16T10:00")); });
}

}  // namespace medskapa::demo
