#include "demo/assessments.hpp"

#include "app/assessment/assessment.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "store/plan/gaps.hpp"
#include "store/statistics/analysis_store.hpp"
#include "store/statistics/dataset_store.hpp"

#include <memory>

namespace medskapa::demo {
namespace {

/// The numbers that the assessments got, by their kinds.
using Numbers = std::map<std::string, int>;

std::vector<std::string> words_in(const std::string& cell) {
    std::vector<std::string> words;
    for (auto& word : text::split(cell, ' '))
        if (!word.empty()) words.push_back(std::move(word));
    return words;
}

void assess(Stage& stage, int number, const std::string& paragraph) {
    stage.write(paragraph, [&](auto& act) { return app::assess_paragraph(act, number, paragraph); });
}

int begin(Stage& stage, const csv::Row& row) {
    Assessment typed;
    typed.kind = row["kind"];
    typed.subject = row["subject"];
    typed.role = row["role"];
    typed.due = stage.content().day(row["due"]);
    const auto begun = stage.write("assessments.csv " + typed.kind,
        [&](auto& act) { return app::begin_assessment(act, typed, stage.today()); });
    for (const auto& code : words_in(row["paragraphs"])) assess(stage, begun.number, code);
    return begun.number;
}

void answer(Stage& stage, int number, const csv::Row& row) {
    StepAnswer typed;
    typed.step = row["step"];
    typed.outcome = named<StepAnswer::Outcome>(row["outcome"]);
    typed.text = row["text"];
    typed.evidence = evidence_of(stage, row["evidence"]);
    typed.day = stage.content().day(row["day"]);
    stage.write("assessment-answers.csv " + row["assessment"] + " " + typed.step,
        [&](auto& act) { return app::answer_step(act, number, typed, stage.today()); });
}

void name_conflict(Stage& stage, int number, const csv::Row& row) {
    const GoalConflict typed{{}, {}, {}, 0, row["name"], row["goal"], row["against"], row["weighing"]};
    stage.write("goal-conflicts.csv " + typed.name,
        [&](auto& act) { return app::write_conflict(act, number, typed); });
}

/// Everything that grew old with the text is read again, and holds.
void look_again(Stage& stage) {
    for (const auto& opened : store::opened_assessments(stage.db(), stage.process.id))
        for (const auto& one : opened.steps)
            if (one.standing == StepStanding::old)
                stage.write("look again at " + reference(opened.assessment), [&](auto& act) {
                    return app::look_at_answer(act, opened.assessment.number, one.step->code);
                });
}

void plan_beginnings(Stage& stage, const std::shared_ptr<Numbers>& numbers) {
    for (const auto& row : stage.content().rows("assessments.csv")) {
        stage.plan(stage.content().moment(row["at"]),
            [&stage, row, numbers] { (*numbers)[row["kind"]] = begin(stage, row); });
        if (!row["later"].empty())
            stage.plan(stage.content().moment(row["later_at"]),
                [&stage, row, numbers] { assess(stage, numbers->at(row["kind"]), row["later"]); });
    }
}

}  // namespace

std::string evidence_of(Stage& stage, const std::string& cell) {
    std::string evidence;
    const auto add = [&](const std::string& reference) { evidence += reference + "\n"; };
    for (const auto& word : words_in(cell)) {
        if (const auto known = stage.inspel_numbers.find(word); known != stage.inspel_numbers.end()) {
            add("I-" + std::to_string(known->second));
        } else if (word.ends_with(".csv")) {
            const auto kept =
                store::dataset_with_digest(stage.db(), hex(as_text(sha256(DemoContent::text(word)))));
            if (kept) add(reference(*kept));
        } else {
            add(word);
        }
    }
    return evidence;
}

void plan_assessments(Stage& stage) {
    const auto numbers = std::make_shared<Numbers>();
    plan_beginnings(stage, numbers);
    for (const auto& row : stage.content().rows("goal-conflicts.csv"))
        stage.plan(stage.content().moment(row["at"]),
            [&stage, row, numbers] { name_conflict(stage, numbers->at(row["assessment"]), row); });
    for (const auto& row : stage.content().rows("assessment-answers.csv"))
        stage.plan(stage.content().moment(row["at"]),
            [&stage, row, numbers] { answer(stage, numbers->at(row["assessment"]), row); });
    if (stage.is_finished_process())
        stage.plan(time::read_local("2021-02-17T10:00").value(), [&stage] { look_again(stage); });
}

}  // namespace medskapa::demo
