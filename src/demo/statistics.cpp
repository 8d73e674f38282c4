#include "demo/statistics.hpp"

#include "app/statistics/analysis.hpp"
#include "app/statistics/dataset.hpp"
#include "app/statistics/published.hpp"
#include "app/statistics/run.hpp"
#include "base/digest.hpp"
#include "engine/regional/read/format.hpp"
#include "store/statistics/dataset_store.hpp"

namespace medskapa::demo {
namespace {

struct Table {
    const char* file;
    const char* title;
    const char* vintage;
    Dataset::SmallNumbers small_numbers = Dataset::SmallNumbers::hidden;
    std::vector<std::string> amounts = {};
};
const Table jobs{"employment-example.csv", "Sysselsatta per näring och område", "2015 och 2019"};
const Table commuting{"commuting-example.csv", "Pendling mellan kommuner", "2018"};
const Table indicators{"indicators.csv", "Tolv indikatorer för länet", "2015–2025",
    Dataset::SmallNumbers::no_people,
    {"y2015", "y2016", "y2017", "y2018", "y2019", "y2020", "y2021", "y2022", "y2023", "y2024", "y2025"}};

void keep(Stage& stage, const Table& table) {
    const auto bytes = DemoContent::text(table.file);
    regional::read::Choices choices;
    choices.amounts = table.amounts;
    const auto read = regional::read::read_statistic(bytes, choices);
    if (!read) throw std::runtime_error{std::string{"the demo's "} + table.file + " cannot be read"};
    auto draft = app::dataset_of(*read,
        {table.title, "Påhittat exempel, gjort för demonstration", "CC0", hex(as_text(sha256(bytes)))});
    draft.vintage = table.vintage;
    draft.small_numbers = table.small_numbers;
    draft.file_name = table.file;
    const auto cells = app::cells_of(*read);
    const auto kept = app::perform(stage.writer(), Actor::operating(), {},
        [&](auto& act) { return app::import_dataset(act, draft, cells, bytes); });
    if (!kept) throw std::runtime_error{std::string{"the demo's "} + table.file + " was refused"};
}

Dataset kept(Stage& stage, const Table& table) {
    const auto bytes = DemoContent::text(table.file);
    return store::dataset_with_digest(stage.db(), hex(as_text(sha256(bytes)))).value();
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
    const auto markets =
        analyse(stage, commuting, labour_markets, {{"regions", "from"}, {"destinations", "to"}});
    const auto change =
        analyse(stage, jobs, shift_share, about_county({{"from", "2015"}, {"period", "2019"}}));
    const auto lq = analyse(stage, jobs, specialisation, about_county({{"period", "2019"}}));
    analyse(stage, jobs, variety, about_county({}));
    analyse(stage, jobs, opportunities, about_county({{"period", "2019"}}));
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
        stage.plan(begun + std::chrono::hours{1},
            [&stage, begun] { analyse_and_cite(stage, begun + std::chrono::hours{2}); });
        return;
    }
    stage.plan(at("2019-09-16T10:00"), [&stage] { keep(stage, indicators); });
    stage.plan(at("2019-10-07T10:00"), [&stage] { keep(stage, commuting); });
    stage.plan(at("2019-12-09T10:00"), [&stage] { keep(stage, jobs); });
    stage.plan(at("2019-12-10T10:00"), [&stage, at] { analyse_and_cite(stage, at("2020-03-16T10:00")); });
}

}  // namespace medskapa::demo
