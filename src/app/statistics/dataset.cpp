#include "app/statistics/dataset.hpp"

#include "app/act/record.hpp"
#include "domain/field.hpp"
#include "store/statistics/dataset_store.hpp"

namespace medskapa::app {

Result<Dataset> import_dataset(sql::Transaction& tx, const Permit& permit, const Dataset& draft,
    const std::vector<Dataset::Cell>& cells) {
    if (permit.action() != Action::administer) return refuse(Failure::Kind::not_allowed);
    auto dataset = checked(draft, cells);
    if (!dataset) return dataset;
    if (const auto known = store::dataset_with_digest(tx.db(), dataset->digest)) {
        return refuse(Failure::Kind::conflict,
            {{Field::file, N_("This file is here already, as dataset {}"), {std::to_string(known->number)}}});
    }
    auto kept = store::add(tx, *std::move(dataset), cells);
    record(tx, Process{},
        {"dataset.imported", "dataset/" + std::to_string(kept.number), {},
            {{"sha256", base64(from_hex(kept.digest).value())}, {"cells", std::to_string(kept.cells)}}});
    return kept;
}

Result<RegionMap> import_map(sql::Transaction& tx, const Permit& permit, const RegionMap& draft,
    const std::vector<RegionMap::Area>& areas) {
    if (permit.action() != Action::administer) return refuse(Failure::Kind::not_allowed);
    if (areas.empty())
        return refuse(
            Failure::Kind::invalid, {{Field::file, N_("The map shows no areas. Choose another file")}});
    auto kept = store::add(tx, draft, areas);
    record(tx, Process{},
        {"map.imported", "map/" + std::to_string(kept.number), {},
            {{"sha256", base64(from_hex(kept.digest).value())},
                {"level", std::string{name_of(kept.level)}}}});
    return kept;
}

}  // namespace medskapa::app
