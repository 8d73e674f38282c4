#include "demo/analysis/swot.hpp"

#include "app/swot/sources.hpp"
#include "app/swot/swot.hpp"
#include "base/csv/table.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "store/statistics/analysis_store.hpp"
#include "store/statistics/dataset_store.hpp"

namespace medskapa::demo {
namespace {

std::vector<std::string> words_in(const std::string& text) {
    std::vector<std::string> words;
    for (auto& word : text::split(text, ' '))
        if (!word.empty()) words.push_back(std::move(word));
    return words;
}

/// "specialisation|55:lq": a figure of the newest run of that kind.
void cite(Stage& stage, const SwotItem& item, const std::string& named) {
    const auto bar = named.find('|');
    for (const auto& run : store::runs_of(stage.db(), stage.process.id)) {
        if (name_of(run.kind) != named.substr(0, bar)) continue;
        stage.write(named, [&](auto& act) {
            return app::cite_for_swot(act, item.number, run.number, named.substr(bar + 1));
        });
        return;
    }
}

void rest_on(Stage& stage, const SwotItem& item, const std::string& reference) {
    stage.write(reference, [&](auto& act) { return app::support_swot_item(act, item.number, reference); });
}

void support(Stage& stage, const SwotItem& item, const csv::Row& row) {
    for (const auto& figure : words_in(row["figures"])) cite(stage, item, figure);
    for (const auto& file : words_in(row["datasets"]))
        if (const auto kept =
                store::dataset_with_digest(stage.db(), hex(as_text(sha256(DemoContent::text(file))))))
            rest_on(stage, item, reference(*kept));
    for (const auto& id : words_in(row["inspel"]))
        if (const auto known = stage.inspel_numbers.find(id); known != stage.inspel_numbers.end())
            rest_on(stage, item, "I-" + std::to_string(known->second));
}

void write(Stage& stage) {
    const auto rows = csv::read(DemoContent::text("swot.csv")).value();
    for (const auto& row : rows) {
        SwotItem typed;
        typed.quadrant = named<SwotItem::Quadrant>(row["field"]);
        typed.text = words(row, "text");
        const auto item =
            stage.write(row["text_sv"], [&](auto& act) { return app::write_swot_item(act, typed); });
        support(stage, item, row);
        if (app::has_evidence(stage.db(), item))
            stage.write(row["text_sv"], [&](auto& act) { return app::publish_swot_item(act, item.number); });
    }
}

}  // namespace

void plan_swot(Stage& stage) {
    const auto at = stage.is_finished_process() ? time::read_local("2020-09-22T16:30").value()
                                                : stage.content().moment("-20d");
    stage.plan(at, [&stage] { write(stage); });
}

}  // namespace medskapa::demo
