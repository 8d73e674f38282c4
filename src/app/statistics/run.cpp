#include "app/statistics/run.hpp"

#include "app/act/record.hpp"
#include "app/act/seen.hpp"
#include "app/statistics/citing.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"
#include "store/document/document_store.hpp"
#include "store/statistics/analysis_store.hpp"
#include "store/statistics/columns.hpp"
#include "store/statistics/dataset_store.hpp"

namespace medskapa::app {
namespace {

std::optional<AnalysisRun> standing_run(const Act& act, int number) {
    auto run = store::run_numbered(act.db(), act.process().id, number);
    return run && !run->removed_at ? run : std::nullopt;
}

void record_run(const Act& act, EntryType type, const AnalysisRun& run) {
    record(act, {type, object_named(ObjectKind::run, run.number), {},
                    {{"sha256", base64(from_hex(run.digest).value())}}});
}

/// Whether the other dataset came in the place of this one, at once or by way of others.
bool replaces(sql::Connection& db, const AnalysisRun& newer, const AnalysisRun& older) {
    auto dataset = store::find_dataset(db, newer.dataset);
    while (dataset && dataset->replaces) {
        if (dataset->replaces == older.dataset) return true;
        dataset = store::find_dataset(db, dataset->replaces);
    }
    return false;
}

Result<std::string> checked_reason(const std::string& typed) {
    constexpr std::size_t longest = 1'000;
    auto reason = text::one_line(text::cleaned(typed));
    if (reason.empty())
        return refuse(Failure::Kind::invalid, {{Field::reason, N_("Write why. Everybody can read it")}});
    if (text::length(reason) > longest)
        return refuse(
            Failure::Kind::invalid, {{Field::reason, N_("Write at most {} characters"), {longest}}});
    return reason;
}

}  // namespace

Result<AnalysisRun> keep_run(Permitted<Action::edit_text> act, const AnalysisRun& made) {
    const auto dataset = store::find_dataset(act.db(), made.dataset);
    if (!dataset || !dataset->is_shown_in(act.process().id)) return refuse(Failure::Kind::not_found);
    auto run = made;
    run.process = act.process().id;
    run.digest = hex(as_text(sha256(run.result)));
    if (auto same = store::same_run(act.db(), run)) return *std::move(same);
    run.made_at = act.now();
    run = store::add(tx(act), run);
    record_run(act, EntryType::run_made, run);
    return run;
}

Result<AnalysisRun> remove_run(Permitted<Action::edit_text> act, int number) {
    auto run = standing_run(act, number);
    if (!run) return refuse(Failure::Kind::not_found);
    if (!store::citations_of(act.db(), run->id).empty())
        return refuse(Failure::Kind::conflict,
            {{Field::chosen,
                N_("The strategy cites this analysis, so it cannot be removed. Look under \"Cited by\"")}});
    run->removed_at = act.now();
    run->result = "";
    store::change(tx(act), *run);
    record_run(act, EntryType::run_removed, *run);
    return *run;
}

Result<Citation> cite_figure(
    Permitted<Action::edit_text> act, int number, const std::string& paragraph, const std::string& figure) {
    if (!standing_run(act, number)) return refuse(Failure::Kind::not_found);
    const auto node = store::node_named(act.db(), act.process().id, paragraph);
    if (!node)
        return refuse(Failure::Kind::invalid,
            {{Field::concerns, N_("There is no paragraph \"{}\". Write its code as it stands in the text"),
                {paragraph}}});
    Citation by;
    by.node = node->node.id;
    return cite(act, by, {number, figure, Field::chosen}, store::citations_in(act.db(), node->node.id));
}

Result<Citation> review_citation(Permitted<Action::edit_text> act, int number, int newer_run) {
    auto citation = store::citation_numbered(act.db(), act.process().id, number);
    if (!citation) return refuse(Failure::Kind::not_found);
    demand_seen<store::tables::citation>(act, *citation);
    const auto older = store::find_run(act.db(), citation->run);
    const auto newer = standing_run(act, newer_run);
    if (!newer || newer->kind != older->kind || newer->parameters != older->parameters ||
        !replaces(act.db(), *newer, *older))
        return refuse(Failure::Kind::invalid,
            {{Field::chosen, N_("That analysis does not ask the same of newer data. Make one that does")}});
    citation->was = citation->run;
    citation->run = newer->id;
    citation->looked_at = act.now();
    citation->holds_over = {};
    store::change(tx(act), *citation);
    record(act, {EntryType::citation_reviewed, object_named(ObjectKind::citation, citation->number), {},
                    {{"run", std::to_string(newer->number)}}});
    return *citation;
}

Result<Citation> hold_citation(Permitted<Action::edit_text> act, int number, const std::string& reason) {
    auto citation = store::citation_numbered(act.db(), act.process().id, number);
    if (!citation) return refuse(Failure::Kind::not_found);
    demand_seen<store::tables::citation>(act, *citation);
    const auto why = checked_reason(reason);
    if (!why) return tl::unexpected{why.error()};
    const auto stale = staleness_of(act.db(), *citation);
    if (!stale)
        return refuse(Failure::Kind::conflict,
            {{Field::reason,
                N_("The figure needs no review: its data stands, or somebody has said that it holds")}});
    citation->holds_over = stale->newest.id;
    citation->held_at = act.now();
    citation->held_why = *why;
    citation->held_role = act.role();
    store::change(tx(act), *citation);
    record(act, {EntryType::citation_held, object_named(ObjectKind::citation, citation->number),
                    {{"reason", citation->held_why}}, {{"dataset", std::to_string(stale->newest.number)}}});
    return *citation;
}

std::optional<Staleness> staleness_of(sql::Connection& db, const Citation& citation) {
    auto stale = staleness_of(db, store::find_run(db, citation.run).value());
    if (stale && citation.holds_over == stale->newest.id) return std::nullopt;
    return stale;
}

std::optional<Staleness> staleness_of(sql::Connection& db, const AnalysisRun& run) {
    auto newest = store::newest_instead_of(db, run.dataset);
    if (!newest) return std::nullopt;
    auto again = store::same_question(db, run, newest->id);
    return Staleness{*std::move(newest), std::move(again)};
}

}  // namespace medskapa::app
