#pragma once

#include "app/statistics/run.hpp"
#include "domain/statistics/analysis.hpp"
#include "web/frame/visit.hpp"
#include "web/statistics/pictures.hpp"

namespace medskapa::web::statistics {

/// The dataset, the run or the citation that the address names, where the process shows it.
std::optional<Dataset> asked_dataset(const Visit&);
std::optional<AnalysisRun> asked_run(const Visit&);

/// A run with what it found and what it was made of.
struct OpenedRun {
    AnalysisRun run;
    AnalysisResult result;
    Dataset dataset;
};
OpenedRun opened(const Visit&, const AnalysisRun&);

std::string dataset_href(const Visit&, const Dataset&);
std::string run_href(const Visit&, const AnalysisRun&);

/// "Sysselsatta, SCB, CC0, fetched 9 December 2019 · run A-17 · cited by 3 paragraphs", with links, and what
/// can be fetched.
Html foot_of(const Visit&, const OpenedRun&, const RowPicture&);
/// Gives each row of the picture a link to an inspel about it, while inspel can be given.
void add_inspel_links(const Visit&, const OpenedRun&, RowPicture&);
/// Opportunities in the order that somebody's own weights give, by the address' `vikt`, with a form to choose
/// others.
Html opportunity_order(const Visit&, const OpenedRun&);
/// The source in plain words, for a drawing that stands by itself.
std::string source_line(const OpenedRun&, const Words&);

/// A figure that a paragraph rests on. `link`: to what stands at its other end.
enum class CardEnd { paragraph, run };
Html evidence_card(const Visit&, const Citation&, CardEnd end);
/// Whether the citation's data has been replaced and nobody has looked.
bool is_stale(const Visit&, const Citation&);

/// SHA-256, short, with all of it where it is asked for.
Html digest_view(const std::string& digest);

/// Data set → run → picture → text, with the page itself marked.
struct ChainLink {
    std::string href;
    std::string text;
    bool is_here = false;
};
Html chain_view(const std::vector<ChainLink>&, const Words&);

}  // namespace medskapa::web::statistics
