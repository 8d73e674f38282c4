#pragma once

#include "domain/statistics/analysis.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <vector>

namespace medskapa::store {

/// Gives it the next number of its process. Returns it with number and id.
AnalysisRun add(sql::Transaction&, AnalysisRun);
void change(sql::Transaction&, const AnalysisRun&);

/// Those that are not removed, the newest first.
std::vector<AnalysisRun> runs_of(sql::Connection&, Id<Process>);
std::vector<AnalysisRun> runs_on(sql::Connection&, Id<Process>, Id<Dataset>);
/// Also one that is removed.
std::optional<AnalysisRun> run_numbered(sql::Connection&, Id<Process>, int number);
std::optional<AnalysisRun> find_run(sql::Connection&, Id<AnalysisRun>);
/// One that was asked the same of the same dataset and found the same, with the same engine.
std::optional<AnalysisRun> same_run(sql::Connection&, const AnalysisRun&);
/// The newest one that asked the same of another dataset.
std::optional<AnalysisRun> same_question(sql::Connection&, const AnalysisRun&, Id<Dataset>);

/// Gives it the next number of its process. Returns it with number and id.
Citation add(sql::Transaction&, Citation);
void change(sql::Transaction&, const Citation&);

/// In the order that they were made.
std::vector<Citation> citations_of(sql::Connection&, Id<Process>);
std::vector<Citation> citations_in(sql::Connection&, Id<Node>);
std::vector<Citation> citations_of(sql::Connection&, Id<Priority>);
std::vector<Citation> citations_of(sql::Connection&, Id<SwotItem>);
/// Those that rest on the run now, or did before somebody looked.
std::vector<Citation> citations_of(sql::Connection&, Id<AnalysisRun>);
std::optional<Citation> citation_numbered(sql::Connection&, Id<Process>, int number);

}  // namespace medskapa::store
