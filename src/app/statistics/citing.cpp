#include "app/statistics/citing.hpp"

#include "app/act/record.hpp"
#include "app/statistics/result_text.hpp"
#include "store/statistics/analysis_store.hpp"

#include <algorithm>

namespace medskapa::app {

Result<Citation> cite(const Act& act, Citation by, const AskedFigure& asked,
    const std::vector<Citation>& known, std::vector<openlog::Field> said) {
    const auto run = store::run_numbered(act.db(), act.process().id, asked.run);
    if (!run || run->removed_at)
        return refuse(
            Failure::Kind::invalid, {{asked.field, N_("There is no such analysis. Choose another")}});
    if (!figure_in(read_result(run->result), asked.figure))
        return refuse(
            Failure::Kind::invalid, {{asked.field, N_("The analysis has no such figure. Choose another")}});
    if (std::any_of(known.begin(), known.end(),
            [&](const Citation& one) { return one.run == run->id && one.figure == asked.figure; }))
        return refuse(Failure::Kind::conflict, {{asked.field, N_("It rests on this figure already")}});
    by.process = act.process().id;
    by.run = run->id;
    by.figure = asked.figure;
    by.cited_at = act.now();
    by = store::add(tx(act), by);
    said.insert(said.begin(), {"run", std::to_string(run->number)});
    record(act, {EntryType::run_cited, object_named(ObjectKind::citation, by.number), {}, std::move(said)});
    return by;
}

}  // namespace medskapa::app
