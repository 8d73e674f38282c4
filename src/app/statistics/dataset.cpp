#include "app/statistics/dataset.hpp"

#include "app/act/record.hpp"
#include "base/digest.hpp"
#include "domain/field.hpp"
#include "domain/statistics/hiding.hpp"
#include "store/statistics/dataset_store.hpp"

#include <algorithm>

namespace medskapa::app {

namespace {

std::optional<Failure> refusal_of_replacing(const Act& act, Id<Dataset> older) {
    if (!older) return std::nullopt;
    const auto known = store::find_dataset(act.db(), older);
    if (!known || known->process != act.process().id)
        return Failure{
            Failure::Kind::invalid, {{Field::version, N_("That dataset is not here. Choose another")}}};
    if (const auto by = store::replacement_of(act.db(), older))
        return Failure{Failure::Kind::conflict,
            {{Field::version, N_("Dataset {} has replaced it already. Replace that one"),
                {std::to_string(by->number)}}}};
    return std::nullopt;
}

/// The cells with what must be hidden, counted, and the digest that everybody sees.
std::vector<Dataset::Cell> with_hidden(Dataset& dataset, std::vector<Dataset::Cell> cells) {
    constexpr std::size_t salt_bytes = 32;
    mark_hidden(dataset, cells);
    const auto count = [&](Dataset::Shown shown) {
        return std::count_if(
            cells.begin(), cells.end(), [&](const auto& cell) { return cell.shown == shown; });
    };
    dataset.few = count(Dataset::Shown::few);
    dataset.withheld = count(Dataset::Shown::withheld);
    dataset.salt = dataset.has_hidden() ? hex(random_bytes(salt_bytes)) : std::string{};
    dataset.public_digest = published_digest(dataset.salt, dataset.digest);
    return cells;
}

}  // namespace

Result<Dataset> import_dataset(Permitted<Action::edit_text> act, const Dataset& draft,
    const std::vector<Dataset::Cell>& cells, const std::string& bytes) {
    auto dataset = checked(draft, cells);
    if (!dataset) return dataset;
    if (const auto known = store::dataset_with_digest(act.db(), dataset->digest)) {
        return refuse(Failure::Kind::conflict,
            {{Field::file, N_("This file is here already, as dataset {}"), {std::to_string(known->number)}}});
    }
    if (auto refusal = refusal_of_replacing(act, dataset->replaces))
        return tl::unexpected{*std::move(refusal)};
    dataset->process = act.process().id;
    const auto marked = with_hidden(*dataset, cells);
    auto kept = store::add(tx(act), *std::move(dataset), marked);
    if (!bytes.empty()) store::add_file(tx(act), kept.id, bytes);
    record(act, {EntryType::dataset_imported, object_named(ObjectKind::dataset, kept.number), {},
                    {{"sha256", base64(from_hex(kept.public_digest).value())},
                        {"cells", std::to_string(kept.cells)}}});
    return kept;
}

Result<RegionMap> import_map(
    Permitted<Action::administer> act, const RegionMap& draft, const std::vector<RegionMap::Area>& areas) {
    if (areas.empty())
        return refuse(
            Failure::Kind::invalid, {{Field::file, N_("The map shows no areas. Choose another file")}});
    auto kept = store::add(tx(act), draft, areas);
    record(act, {EntryType::map_imported, object_named(ObjectKind::map, kept.number), {},
                    {{"sha256", base64(from_hex(kept.digest).value())},
                        {"level", std::string{name_of(kept.level)}}}});
    return kept;
}

}  // namespace medskapa::app
