#include "app/statistics/dataset.hpp"

#include "app/act/record.hpp"
#include "domain/field.hpp"
#include "store/statistics/dataset_store.hpp"

namespace medskapa::app {

Result<Dataset> import_dataset(
    Permitted<Action::administer> act, const Dataset& draft, const std::vector<Dataset::Cell>& cells) {
    auto dataset = checked(draft, cells);
    if (!dataset) return dataset;
    if (const auto known = store::dataset_with_digest(act.db(), dataset->digest)) {
        return refuse(Failure::Kind::conflict,
            {{Field::file, N_("This file is here already, as dataset {}"), {std::to_string(known->number)}}});
    }
    auto kept = store::add(tx(act), *std::move(dataset), cells);
    record(
        act, {EntryType::dataset_imported, object_named(ObjectKind::dataset, kept.number), {},
                 {{"sha256", base64(from_hex(kept.digest).value())}, {"cells", std::to_string(kept.cells)}}});
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
