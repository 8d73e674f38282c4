#include "app/swot/swot.hpp"

#include "app/act/record.hpp"
#include "app/act/seen.hpp"
#include "app/statistics/citing.hpp"
#include "app/swot/sources.hpp"
#include "domain/field.hpp"
#include "store/statistics/analysis_store.hpp"
#include "store/statistics/columns.hpp"
#include "store/swot/columns.hpp"
#include "store/swot/swot_store.hpp"

#include <algorithm>

namespace medskapa::app {
namespace {

std::string object(const SwotItem& item) {
    return object_named(ObjectKind::swot, item.number);
}

void record_words(const Act& act, EntryType type, const SwotItem& item) {
    record(act, {type, object(item), {{"text", item.text.original()}},
                    {{"quadrant", std::string{name_of(item.quadrant)}}}});
}

std::optional<SwotItem> item_of(const Act& act, int number) {
    return store::swot_item_numbered(act.db(), act.process().id, number);
}

Failure rests_no_more() {
    return {
        Failure::Kind::conflict, {{Field::source, N_("It has been removed from the point already. This is "
                                                     "what the point rests on now")}}};
}

/// Whether the item may rest on these alone.
std::optional<Failure> refusal_of_rest(const Act& act, const SwotItem& item,
    const std::vector<Citation>& citations, const std::vector<SwotEvidence>& others) {
    if (!item.is_published() || support_of(act.db(), item.process, citations, others).there > 0)
        return std::nullopt;
    return Failure{Failure::Kind::conflict,
        {{Field::source, N_("Everybody can read the point, so it must rest on something. Add something "
                            "else first, or take the point back to a draft")}}};
}

}  // namespace

Result<SwotItem> write_swot_item(Permitted<Action::edit_text> act, const SwotItem& typed) {
    SwotItem draft;
    draft.quadrant = typed.quadrant;
    draft.text = typed.text;
    auto item = checked(draft);
    if (!item) return item;
    item->process = act.process().id;
    *item = store::add(tx(act), *item);
    record_words(act, EntryType::swot_written, *item);
    return item;
}

Result<SwotItem> change_swot_item(Permitted<Action::edit_text> act, const SwotItem& typed) {
    const auto standing = item_of(act, typed.number);
    if (!standing) return refuse(Failure::Kind::not_found);
    auto changed = *standing;
    changed.quadrant = typed.quadrant;
    changed.text = typed.text;
    auto item = checked(changed);
    if (!item) return item;
    store::change(tx(act), *item);
    record_words(act, EntryType::swot_changed, *item);
    return item;
}

Result<Citation> cite_for_swot(
    Permitted<Action::edit_text> act, int number, int run_number, const std::string& figure) {
    const auto item = item_of(act, number);
    if (!item) return refuse(Failure::Kind::not_found);
    Citation by;
    by.swot_item = item->id;
    return cite(act, by, {run_number, figure}, store::citations_of(act.db(), item->id),
        {{"swot", std::to_string(number)}});
}

Result<SwotItem> support_swot_item(
    Permitted<Action::edit_text> act, int number, const std::string& reference) {
    const auto item = item_of(act, number);
    if (!item) return refuse(Failure::Kind::not_found);
    const auto source = swot_source(act.db(), act.process().id, reference);
    if (!source)
        return refuse(
            Failure::Kind::invalid, {{Field::evidence, N_("There is nothing of that name that everybody can "
                                                          "read here. Write a dataset (D-4), an inspel "
                                                          "(I-12) or an issue of one (I-12/2)")}});
    for (const auto& known : store::swot_evidence_of(act.db(), item->id))
        if (known.reference == source->reference)
            return refuse(Failure::Kind::conflict,
                {{Field::evidence, N_("It rests on {} already"), {known.reference}}});
    store::add(tx(act), SwotEvidence{{}, act.process().id, item->id, source->reference, act.now()});
    record(act, {EntryType::swot_supported, object(*item), {}, {{"evidence", source->reference}}});
    return *item;
}

Result<SwotItem> take_off_swot_item(
    Permitted<Action::edit_text> act, int number, const std::string& reference) {
    const auto item = item_of(act, number);
    if (!item) return refuse(Failure::Kind::not_found);
    demand_seen<store::tables::swot_item>(act, *item, {item->text.original()});
    auto rest = store::swot_evidence_of(act.db(), item->id);
    const auto found = std::find_if(
        rest.begin(), rest.end(), [&](const SwotEvidence& one) { return one.reference == reference; });
    if (found == rest.end()) return tl::unexpected{rests_no_more()};
    const auto evidence = *found;
    rest.erase(found);
    if (auto refusal = refusal_of_rest(act, *item, store::citations_of(act.db(), item->id), rest))
        return tl::unexpected{*std::move(refusal)};
    store::remove(tx(act), evidence);
    record(act, {EntryType::swot_unsupported, object(*item), {}, {{"evidence", evidence.reference}}});
    return *item;
}

Result<SwotItem> take_figure_off_swot_item(Permitted<Action::edit_text> act, int number, int citation) {
    const auto item = item_of(act, number);
    if (!item) return refuse(Failure::Kind::not_found);
    demand_seen<store::tables::swot_item>(act, *item, {item->text.original()});
    auto rest = store::citations_of(act.db(), item->id);
    const auto found =
        std::find_if(rest.begin(), rest.end(), [&](const Citation& one) { return one.number == citation; });
    if (found == rest.end()) return tl::unexpected{rests_no_more()};
    auto taken = *found;
    demand_seen<store::tables::citation>(act, taken);
    rest.erase(found);
    if (auto refusal = refusal_of_rest(act, *item, rest, store::swot_evidence_of(act.db(), item->id)))
        return tl::unexpected{*std::move(refusal)};
    taken.swot_item = {};
    store::change(tx(act), taken);
    const auto run = store::find_run(act.db(), taken.run).value();
    record(act, {EntryType::swot_unsupported, object(*item), {},
                    {{"evidence", reference(run)}, {"citation", std::to_string(taken.number)}}});
    return *item;
}

Result<SwotItem> publish_swot_item(Permitted<Action::edit_text> act, int number) {
    auto item = item_of(act, number);
    if (!item) return refuse(Failure::Kind::not_found);
    if (item->is_published())
        return refuse(Failure::Kind::conflict, {{Field::status, N_("It is published already")}});
    demand_seen<store::tables::swot_item>(act, *item, {item->text.original()});
    demand_seen(act, version_of_support(act.db(), *item), {item->text.original()});
    const auto evidence = support_of(act.db(), *item).there;
    if (evidence == 0)
        return refuse(
            Failure::Kind::conflict, {{Field::evidence, N_("It rests on nothing that everybody can read. Add "
                                                           "a figure, a dataset or an inspel first")}});
    item->state = SwotItem::State::published;
    item->published_at = act.now();
    store::change(tx(act), *item);
    record(act, {EntryType::swot_published, object(*item), {{"text", item->text.original()}},
                    {{"evidence", std::to_string(evidence)}}});
    return *item;
}

Result<SwotItem> withdraw_swot_item(Permitted<Action::edit_text> act, int number) {
    auto item = item_of(act, number);
    if (!item) return refuse(Failure::Kind::not_found);
    if (!item->is_published())
        return refuse(Failure::Kind::conflict, {{Field::status, N_("It is a draft already")}});
    demand_seen<store::tables::swot_item>(act, *item, {item->text.original()});
    item->state = SwotItem::State::draft;
    store::change(tx(act), *item);
    record(act, EntryType::swot_withdrawn, object(*item));
    return *item;
}

}  // namespace medskapa::app
