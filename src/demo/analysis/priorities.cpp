#include "demo/analysis/priorities.hpp"

#include "app/checklist/judgement.hpp"
#include "app/priority/priority.hpp"
#include "app/statistics/result_text.hpp"
#include "base/text.hpp"
#include "demo/analysis/panel.hpp"
#include "demo/analysis/weighing.hpp"
#include "store/priority/priority_store.hpp"
#include "store/site/site_store.hpp"
#include "store/statistics/analysis_store.hpp"

namespace medskapa::demo {
namespace {

LocalTime moment(const char* iso) {
    return time::read_local(iso).value();
}

std::vector<csv::Row> shared_rows(const char* file) {
    return csv::read(DemoContent::text(file)).value();
}

Priority candidate_of(const csv::Row& row, Day proposed) {
    Priority priority;
    priority.kind = row["kind"] == "horisontellt" ? Priority::Kind::horizontal : Priority::Kind::thematic;
    priority.title = words(row, "title");
    priority.text = words(row, "text");
    priority.objections = row["objections"];
    priority.proposed_on = proposed;
    return priority;
}

Priority area_of(const csv::Row& row, Day proposed) {
    Priority priority;
    priority.kind = Priority::Kind::strength_area;
    priority.title = words(row, "title");
    priority.text = words(row, "text");
    priority.vision = words(row, "vision");
    priority.needs = words(row, "needs");
    priority.jobs = std::stoll(row["jobs"]);
    priority.mass = row["mass"];
    priority.relatedness = row["relatedness"];
    priority.objections = row["objections"];
    priority.proposed_on = proposed;
    return priority;
}

Priority::Outcome outcome_of(const std::string& word) {
    if (word == "omarbetat") return Priority::Outcome::reworked;
    return word == "delat" ? Priority::Outcome::divided : Priority::Outcome::merged;
}

/// Fills in what the process concentrates on.
class Choosing {
public:
    explicit Choosing(Stage& stage) : stage_{stage}, areas_{shared_rows("strength-areas.csv")} {}

    void propose_candidates() {
        for (const auto& row : stage_.content().rows("candidates.csv")) {
            const auto one = propose(row["id"], candidate_of(row, stage_.today()));
            numbers_.push_back(one.number);
        }
    }
    void propose_areas() {
        for (const auto& row : areas_)
            numbers_of_[row["title_sv"]] = propose(row["title_sv"], area_of(row, stage_.today())).number;
        for (const auto& row : areas_) cite_figures(row);
    }
    void note_meetings() {
        for (const auto& row : areas_) note_meeting(row);
    }
    void decide_candidates() {
        const auto rows = stage_.content().rows("candidates.csv");
        for (std::size_t k = 0; k < rows.size(); ++k) {
            Priority decision;
            decision.number = numbers_[k];
            decision.outcome = outcome_of(rows[k]["outcome"]);
            decision.motive = rows[k]["motive"];
            decision.became = numbers_named(rows[k]["became"]);
            decide(decision);
        }
    }
    void choose_areas() {
        for (const auto& row : areas_) {
            Priority decision;
            decision.number = numbers_of_.at(row["title_sv"]);
            decision.outcome = Priority::Outcome::chosen;
            decision.motive = row["motive"];
            decide(decision);
        }
    }

private:
    Priority propose(const std::string& what, const Priority& priority) {
        return stage_.write(what, [&](auto& act) { return app::propose_priority(act, priority); });
    }
    void decide(Priority decision) {
        decision.decided_on = stage_.today();
        stage_.write(
            "a priority", [&](auto& act) { return app::decide_priority(act, decision, stage_.today()); });
    }
    std::string numbers_named(const std::string& title) const {
        if (const auto found = numbers_of_.find(title); found != numbers_of_.end())
            return std::to_string(found->second);
        std::string all;
        for (const auto& [name, number] : numbers_of_) all += std::to_string(number) + " ";
        return all;
    }
    void cite(const csv::Row& row, const AnalysisRun& run, const std::string& figure) {
        stage_.write(figure, [&](auto& act) {
            return app::cite_for_priority(act, numbers_of_.at(row["title_sv"]), run.number, figure);
        });
    }
    /// What is common here, and the first of the industries near it that the region could grow into.
    void cite_figures(const csv::Row& row) {
        for (const auto& run : store::runs_of(stage_.db(), stage_.process.id)) {
            if (run.kind == AnalysisRun::Kind::specialisation)
                for (const auto& figure : text::split(row["figures"], ' ')) cite(row, run, figure);
            if (run.kind != AnalysisRun::Kind::opportunities) continue;
            const auto result = app::read_result(run.result);
            for (const auto& code : text::split(row["related"], ' ')) {
                if (!figure_in(result, code + ":density")) continue;
                cite(row, run, code + ":density");
                break;
            }
        }
    }
    void note_meeting(const csv::Row& row) {
        for (const auto& event : store::events_of(stage_.db(), stage_.process.id)) {
            if (event.title.original() != row["event"]) continue;
            Discovery discovery;
            discovery.event = event.id;
            discovery.people = std::stoll(row["people"]);
            discovery.sectors = row["sectors"];
            discovery.learned = row["learned"];
            stage_.write(row["event"], [&](auto& act) {
                return app::note_discovery(act, numbers_of_.at(row["title_sv"]), discovery);
            });
        }
    }

    Stage& stage_;
    std::vector<csv::Row> areas_;
    std::vector<int> numbers_;  // of the candidates
    std::map<std::string, int> numbers_of_;
};

void judge(Stage& stage, const csv::Row& row) {
    Judgement judgement;
    judgement.list = named<Checklist::Kind>(row["list"]);
    judgement.code = row["code"];
    judgement.comment = row["comment"];
    judgement.evidence = row["evidence"];
    constexpr int good = 4;
    if (!row["grade"].empty()) {
        judgement.grade = std::stoi(row["grade"]);
        judgement.status = *judgement.grade >= good ? Judgement::Status::met
                           : *judgement.grade > 0   ? Judgement::Status::partly
                                                    : Judgement::Status::missing;
    } else {
        judgement.status = named<Judgement::Status>(row["status"]);
    }
    stage.write("judgements.csv " + row["list"] + " " + row["code"],
        [&](auto& act) { return app::judge_requirement(act, judgement, stage.today()); });
}

void plan_finished(Stage& stage, const std::shared_ptr<Choosing>& choosing) {
    stage.plan(moment("2019-12-11T16:00"), [choosing] { choosing->propose_candidates(); });
    plan_past_panel(stage);
    plan_past_weighing(stage);
    stage.plan(moment("2020-09-22T16:00"), [choosing] {
        choosing->propose_areas();
        choosing->note_meetings();
        choosing->decide_candidates();
    });
    stage.plan(moment("2021-02-17T17:00"), [choosing] { choosing->choose_areas(); });
    for (const auto& row : shared_rows("judgements.csv"))
        stage.plan(moment(row["at"].c_str()), [&stage, row] { judge(stage, row); });
}

}  // namespace

void plan_priorities(Stage& stage) {
    const auto choosing = std::make_shared<Choosing>(stage);
    if (stage.is_finished_process()) {
        plan_finished(stage, choosing);
        return;
    }
    stage.plan(stage.content().moment("-20d"), [choosing] { choosing->propose_areas(); });
    plan_open_panel(stage);
    plan_open_weighing(stage);
}

}  // namespace medskapa::demo
