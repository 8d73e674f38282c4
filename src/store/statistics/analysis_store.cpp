#include "store/statistics/analysis_store.hpp"

#include "store/sql/rows.hpp"
#include "store/statistics/columns.hpp"

namespace medskapa::store {
namespace {

int next_number(const std::vector<sql::Row>& rows) {
    return rows.empty() ? 1 : static_cast<int>(rows.front().integer("number")) + 1;
}

/// Not those that were taken off; their numbers are not used again.
std::string standing_where(const std::string& condition) {
    return "WHERE (node_id IS NOT NULL OR priority_id IS NOT NULL OR swot_item_id IS NOT NULL) AND " +
           condition;
}

}  // namespace

AnalysisRun add(sql::Transaction& tx, AnalysisRun run) {
    run.number = next_number(tx.db().run(
        "SELECT number FROM analysis_run WHERE process_id = $1 ORDER BY number DESC LIMIT 1", run.process));
    run.id = sql::insert<tables::analysis_run>(tx, run);
    return run;
}

void change(sql::Transaction& tx, const AnalysisRun& run) {
    sql::change<tables::analysis_run>(tx, run);
}

std::vector<AnalysisRun> runs_of(sql::Connection& db, Id<Process> process) {
    return sql::all<tables::analysis_run>(
        db, "WHERE process_id = $1 AND removed_at IS NULL ORDER BY number DESC", process);
}

std::vector<AnalysisRun> runs_on(sql::Connection& db, Id<Process> process, Id<Dataset> dataset) {
    return sql::all<tables::analysis_run>(db,
        "WHERE process_id = $1 AND dataset_id = $2 AND removed_at IS NULL ORDER BY number DESC", process,
        dataset);
}

std::optional<AnalysisRun> run_numbered(sql::Connection& db, Id<Process> process, int number) {
    return sql::first<tables::analysis_run>(db, "WHERE process_id = $1 AND number = $2", process, number);
}

std::optional<AnalysisRun> find_run(sql::Connection& db, Id<AnalysisRun> id) {
    return sql::first<tables::analysis_run>(db, "WHERE id = $1", id);
}

std::optional<AnalysisRun> same_run(sql::Connection& db, const AnalysisRun& run) {
    return sql::first<tables::analysis_run>(db,
        "WHERE process_id = $1 AND dataset_id = $2 AND kind = $3 AND parameters = $4 AND engine = $5"
        " AND result_digest = $6 AND removed_at IS NULL",
        run.process, run.dataset, name_of(run.kind), run.parameters, run.engine, run.digest);
}

std::optional<AnalysisRun> same_question(
    sql::Connection& db, const AnalysisRun& run, Id<Dataset> of_dataset) {
    return sql::first<tables::analysis_run>(db,
        "WHERE process_id = $1 AND dataset_id = $2 AND kind = $3 AND parameters = $4 AND removed_at IS NULL"
        " ORDER BY number DESC LIMIT 1",
        run.process, of_dataset, name_of(run.kind), run.parameters);
}

Citation add(sql::Transaction& tx, Citation citation) {
    citation.number = next_number(tx.db().run(
        "SELECT number FROM citation WHERE process_id = $1 ORDER BY number DESC LIMIT 1", citation.process));
    citation.id = sql::insert<tables::citation>(tx, citation);
    return citation;
}

void change(sql::Transaction& tx, const Citation& citation) {
    sql::change<tables::citation>(tx, citation);
}

std::vector<Citation> citations_of(sql::Connection& db, Id<Process> process) {
    return sql::all<tables::citation>(db, standing_where("process_id = $1 ORDER BY number"), process);
}

std::vector<Citation> citations_in(sql::Connection& db, Id<Node> node) {
    return sql::all<tables::citation>(db, "WHERE node_id = $1 ORDER BY number", node);
}

std::vector<Citation> citations_of(sql::Connection& db, Id<Priority> priority) {
    return sql::all<tables::citation>(db, "WHERE priority_id = $1 ORDER BY number", priority);
}

std::vector<Citation> citations_of(sql::Connection& db, Id<SwotItem> item) {
    return sql::all<tables::citation>(db, "WHERE swot_item_id = $1 ORDER BY number", item);
}

std::vector<Citation> citations_of(sql::Connection& db, Id<AnalysisRun> run) {
    return sql::all<tables::citation>(
        db, standing_where("(run_id = $1 OR was_run_id = $1) ORDER BY number"), run);
}

std::optional<Citation> citation_numbered(sql::Connection& db, Id<Process> process, int number) {
    return sql::first<tables::citation>(
        db, standing_where("process_id = $1 AND number = $2"), process, number);
}

}  // namespace medskapa::store
