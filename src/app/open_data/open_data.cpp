#include "app/open_data/open_data.hpp"

#include "base/csv/write.hpp"
#include "base/digest.hpp"
#include "base/time.hpp"
#include "engine/regional/read/amount.hpp"
#include "store/files/durable_file.hpp"
#include "store/open_data/public_tables.hpp"
#include "store/statistics/dataset_store.hpp"

#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>

namespace medskapa::app {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;
using store::PublicField;
using Kind = PublicField::Kind;

constexpr int cells_at_once = 10'000;

/// A set of figures in several forms: what a catalogue lists.
struct Listed {
    std::string name;
    std::string title;
    std::string licence;  // empty: the publisher's own
    std::vector<std::string> files;
};

std::string cell(const PublicField& field, const std::optional<std::string>& value) {
    if (!value) return {};
    return field.kind == Kind::text ? csv::field(csv::guarded(*value)) : csv::field(*value);
}

std::string json(const PublicField& field, const std::optional<std::string>& value) {
    if (!value) return "null";
    const bool stands_as_it_is =
        field.kind == Kind::number || field.kind == Kind::flag || field.kind == Kind::opinion_map;
    return stands_as_it_is ? *value : Json(*value).dump();
}

std::string joined(const std::vector<std::string>& parts) {
    return fmt::format("{}", fmt::join(parts, ","));
}

class Exporter {
public:
    Exporter(sql::Connection& db, const Publishing& about, const fs::path& folder)
        : db_{db}, about_{about}, folder_{folder} {}

    void put_table(const store::PublicTable& table) {
        std::string csv;
        for (const auto& field : table.fields) csv += (csv.empty() ? "" : ",") + field.name;
        csv += "\r\n";
        std::string rows;
        store::each_public_row(db_, table, [&](const store::PublicRow& row) {
            std::vector<std::string> cells;
            std::vector<std::string> members;
            for (std::size_t k = 0; k < row.size(); ++k) {
                cells.push_back(cell(table.fields[k], row[k]));
                members.push_back(Json(table.fields[k].name).dump() + ":" + json(table.fields[k], row[k]));
            }
            csv += joined(cells) + "\r\n";
            rows += (rows.empty() ? "\n{" : ",\n{") + joined(members) + "}";
        });
        list({table.name, table.meaning, "",
            {put("tables/" + table.name + ".csv", csv),
                put("tables/" + table.name + ".json", "[" + rows + "\n]\n")}});
    }

    void put_dataset(const Dataset& dataset) {
        std::string csv;
        for (const auto& dimension : dataset.dimensions) csv += csv::field(dimension.name) + ",";
        csv += "value,status\r\n";
        auto rows = Json::array();
        each_cell(dataset, [&](const Dataset::Cell& cell) {
            auto row = Json::array();
            const auto members = dataset.members_at(cell.place);
            for (std::size_t k = 0; k < members.size(); ++k) {
                const auto& code = dataset.dimensions[k].members[members[k]].code;
                csv += csv::field(code) + ",";
                row.push_back(code);
            }
            const auto value = cell.is_hidden() ? std::nullopt : cell.value;
            const auto sign = published_sign(cell);
            csv += regional::read::number_text(value) + "," + csv::field(sign) + "\r\n";
            row.push_back(value ? Json(*value) : Json{});
            row.push_back(sign);
            rows.push_back(std::move(row));
        });
        const auto name = fmt::format("dataset-{}", dataset.number);
        list({name, dataset.title, dataset.licence,
            {put("datasets/" + name + ".csv", csv),
                put("datasets/" + name + ".json", described(dataset, std::move(rows)).dump(1) + "\n")}});
    }

    void put_map(const RegionMap& map) {
        auto features = Json::array();
        for (const auto& area : store::areas_of(db_, map.id))
            features.push_back(
                {{"type", "Feature"}, {"properties", {{"code", area.code}, {"name", area.name}}},
                    {"geometry", {{"type", "MultiPolygon"}, {"coordinates", Json::parse(area.polygons)}}}});
        const auto name = fmt::format("map-{}", map.number);
        const Json whole{{"type", "FeatureCollection"}, {"features", std::move(features)}};
        list({name, fmt::format("Borders: {}", name_of(map.level)), map.licence,
            {put("maps/" + name + ".geojson", whole.dump() + "\n")}});
    }

    void put_dictionary() {
        std::string csv = "table,field,type,meaning\r\n";
        auto tables = Json::array();
        for (const auto& table : store::public_tables()) {
            auto fields = Json::array();
            for (const auto& field : table.fields) {
                const std::string type{name_of(field.kind)};
                csv +=
                    joined({table.name, field.name, type, csv::field(csv::guarded(field.meaning))}) + "\r\n";
                fields.push_back({{"name", field.name}, {"type", type}, {"meaning", field.meaning}});
            }
            tables.push_back(
                {{"table", table.name}, {"meaning", table.meaning}, {"fields", std::move(fields)}});
        }
        put("dictionary.csv", csv);
        put("dictionary.json", tables.dump(1) + "\n");
    }

    void put_catalogue() {
        auto datasets = Json::array();
        for (const auto& one : listed_) datasets.push_back(catalogued(one));
        const Json catalogue{
            {"@context", {{"dcat", "http://www.w3.org/ns/dcat#"}, {"dcterms", "http://purl.org/dc/terms/"},
                             {"foaf", "http://xmlns.com/foaf/0.1/"}, {"spdx", "http://spdx.org/rdf/terms#"},
                             {"xsd", "http://www.w3.org/2001/XMLSchema#"}}},
            {"@id", about_.base_url + "/catalog.jsonld"}, {"@type", "dcat:Catalog"},
            {"dcterms:title", "Open data"},
            {"dcterms:description", "All that is public about how the strategy is written"},
            {"dcterms:publisher", publisher()}, {"dcterms:license", {{"@id", about_.licence}}},
            {"dcterms:modified", typed(time::iso(about_.at), "xsd:dateTime")},
            {"dcat:dataset", std::move(datasets)}};
        put("catalog.jsonld", catalogue.dump(1) + "\n");
    }

    void put_sums() {
        std::string sums;
        for (const auto& [file, kept] : files_) sums += kept.digest + "  " + file + "\n";
        put("SHA256SUMS", sums);
    }

    std::size_t files() const { return files_.size(); }

private:
    struct Kept {
        std::string digest;
        std::size_t size;
    };

    std::string put(const std::string& file, const std::string& bytes) {
        store::write_durably(folder_ / file, bytes, store::Readers::everybody);
        files_[file] = {hex(as_text(sha256(bytes))), bytes.size()};
        return file;
    }

    void list(Listed one) { listed_.push_back(std::move(one)); }

    template <class Visit>
    void each_cell(const Dataset& dataset, Visit visit) {
        std::int64_t after = -1;
        while (true) {
            const auto cells = store::cells_of(db_, dataset.id, after, cells_at_once);
            for (const auto& cell : cells) visit(cell);
            if (cells.size() < cells_at_once) return;
            after = cells.back().place;
        }
    }

    static Json described(const Dataset& dataset, Json rows) {
        auto dimensions = Json::array();
        for (const auto& dimension : dataset.dimensions) {
            auto members = Json::array();
            for (const auto& member : dimension.members)
                members.push_back({{"code", member.code}, {"label", member.label}});
            dimensions.push_back({{"name", dimension.name}, {"members", std::move(members)}});
        }
        return {{"title", dataset.title}, {"source", dataset.source}, {"licence", dataset.licence},
            {"sha256", dataset.public_digest}, {"dimensions", std::move(dimensions)},
            {"columns", "a code of each dimension, value, status"}, {"rows", std::move(rows)}};
    }

    static Json typed(const std::string& value, const char* type) {
        return {{"@value", value}, {"@type", type}};
    }

    Json publisher() const { return {{"@type", "foaf:Agent"}, {"foaf:name", about_.publisher}}; }

    Json catalogued(const Listed& one) const {
        auto distributions = Json::array();
        for (const auto& file : one.files) distributions.push_back(distribution(file, one.licence));
        return {{"@id", about_.base_url + "/catalog.jsonld#" + one.name}, {"@type", "dcat:Dataset"},
            {"dcterms:identifier", one.name}, {"dcterms:title", one.title},
            {"dcterms:description", one.title}, {"dcterms:publisher", publisher()},
            {"dcat:distribution", std::move(distributions)}};
    }

    Json distribution(const std::string& file, const std::string& licence) const {
        const std::map<std::string, const char*> media{
            {".csv", "text/csv"}, {".json", "application/json"}, {".geojson", "application/geo+json"}};
        const auto address = about_.base_url + "/" + file;
        const auto& kept = files_.at(file);
        Json stated = licence.empty() ? Json{{"@id", about_.licence}} : Json(licence);
        return {{"@type", "dcat:Distribution"}, {"dcat:accessURL", {{"@id", address}}},
            {"dcat:downloadURL", {{"@id", address}}},
            {"dcat:mediaType", {{"@id", std::string{"https://www.iana.org/assignments/media-types/"} +
                                            media.at(fs::path{file}.extension().string())}}},
            {"dcat:byteSize", typed(std::to_string(kept.size), "xsd:decimal")},
            {"dcterms:license", std::move(stated)},
            {"spdx:checksum",
                {{"@type", "spdx:Checksum"}, {"spdx:algorithm", {{"@id", "spdx:checksumAlgorithm_sha256"}}},
                    {"spdx:checksumValue", typed(kept.digest, "xsd:hexBinary")}}}};
    }

    sql::Connection& db_;
    const Publishing& about_;
    fs::path folder_;
    std::map<std::string, Kept> files_;
    std::vector<Listed> listed_;
};

}  // namespace

std::size_t write_open_data(sql::Connection& db, const Publishing& about, const fs::path& folder,
    const std::function<void(std::string_view name, double part)>& progress) {
    const sql::Snapshot moment{db};
    Exporter exporter{db, about, folder};
    const auto& tables = store::public_tables();
    for (std::size_t k = 0; k < tables.size(); ++k) {
        progress(tables[k].name, 0.8 * static_cast<double>(k) / static_cast<double>(tables.size()));
        exporter.put_table(tables[k]);
    }
    progress("datasets", 0.8);
    for (const auto& dataset : store::datasets(db))
        exporter.put_dataset(*store::dataset_numbered(db, dataset.number));
    for (const auto& map : store::region_maps(db)) exporter.put_map(map);
    exporter.put_dictionary();
    exporter.put_catalogue();
    exporter.put_sums();
    progress("done", 1);
    return exporter.files();
}

}  // namespace medskapa::app
