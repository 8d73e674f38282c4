#include "demo/participation.hpp"

#include "app/plan/plan.hpp"
#include "demo/assessments.hpp"
#include "store/plan/plan_store.hpp"

namespace medskapa::demo {
namespace {

int number_in(const std::string& cell) {
    return cell.empty() ? 0 : std::stoi(cell);
}

/// The plan's own words in an edition.
Plan words_of(const std::vector<csv::Row>& rows, int edition) {
    Plan plan;
    for (const auto& row : rows) {
        if (number_in(row["from"]) > edition) continue;
        if (row["kind"] == "purpose") plan.purpose = words(row, "text");
        if (row["kind"] == "open_to") plan.open_to = words(row, "text");
        if (row["kind"] == "fixed") plan.fixed = words(row, "text");
        if (row["kind"] == "changed" && number_in(row["from"]) == edition) plan.changed = row["text_sv"];
    }
    return plan;
}

PlanLine line_of(const Stage& stage, const csv::Row& row, PlanLine::Kind kind) {
    PlanLine line;
    line.kind = kind;
    line.name = words(row, "name");
    line.text = words(row, "text");
    line.way = words(row, "way");
    line.day = stage.content().day(row["day"]);
    line.template_code = row["template"];
    line.is_promised = row["done"] == "yes";
    return line;
}

void remove_named(Stage& stage, const Localized& name) {
    const auto draft = store::draft_plan(stage.db(), stage.process.id).value();
    for (const auto& line : store::lines_of(stage.db(), draft.id))
        if (line.name == name)
            stage.write("plan.csv " + name.original(),
                [&](auto& act) { return app::remove_plan_line(act, line.number); });
}

/// What an edition says that the one before did not, and the other way.
void change_line(Stage& stage, const csv::Row& row, int edition) {
    PlanLine::Kind kind{};
    if (!find_name<PlanLine::Kind>(row["kind"], kind)) return;
    if (number_in(row["from"]) == edition)
        stage.write("plan.csv " + row["name_sv"],
            [&](auto& act) { return app::write_plan_line(act, line_of(stage, row, kind)); });
    if (!row["until"].empty() && number_in(row["until"]) + 1 == edition)
        remove_named(stage, words(row, "name"));
}

void publish(Stage& stage, int edition) {
    const auto rows = stage.content().rows("plan.csv");
    stage.write("plan.csv", [](auto& act) { return app::begin_plan(act); });
    stage.write("plan.csv", [&](auto& act) { return app::change_plan(act, words_of(rows, edition)); });
    for (const auto& row : rows) change_line(stage, row, edition);
    stage.write("plan.csv", [&](auto& act) { return app::publish_plan(act, stage.today()); });
}

void judge(Stage& stage, const csv::Row& row) {
    for (const auto& promise : store::promises_of(stage.db(), stage.process.id)) {
        if (promise.line.name.original() != row["group"]) continue;
        PromiseOutcome outcome;
        outcome.line = promise.line.number;
        outcome.status = named<PromiseOutcome::Status>(row["status"]);
        outcome.text = row["text"];
        outcome.evidence = evidence_of(stage, row["evidence"]);
        stage.write("promise-outcomes.csv " + row["group"],
            [&](auto& act) { return app::judge_promise(act, outcome); });
    }
}

}  // namespace

void plan_participation(Stage& stage) {
    const auto at = [&](const char* moment) { return stage.content().moment(moment); };
    if (!stage.is_finished_process()) {
        stage.plan(at("-58d"), [&stage] { publish(stage, 1); });
        return;
    }
    stage.plan(at("2019-03-12T13:00"), [&stage] { publish(stage, 1); });
    stage.plan(at("2020-02-03T09:00"), [&stage] { publish(stage, 2); });
    for (const auto& row : stage.content().rows("promise-outcomes.csv"))
        stage.plan(at(row["at"].c_str()), [&stage, row] { judge(stage, row); });
}

}  // namespace medskapa::demo
