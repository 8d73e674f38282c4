#include "engine/regional/run_record.hpp"

#include <nlohmann/json.hpp>

namespace medskapa::regional {
namespace {

using Json = nlohmann::ordered_json;

struct AsJson {
    Json operator()(std::monostate) const { return nullptr; }
    template <class Value>
    Json operator()(const Value& value) const {
        return value;
    }
};

void put(Json& into, const Facts& facts) {
    for (const auto& [name, fact] : facts) into[name] = std::visit(AsJson{}, fact);
}

}  // namespace

std::string run_record(const Run& run) {
    Json record;
    record["engine"] = engine_version;
    record["command"] = run.command;
    record["inputs"] = Json::array();
    for (const auto& input : run.inputs)
        record["inputs"].push_back({{"role", input.role}, {"sha256", input.sha256}, {"bytes", input.bytes}});
    record["parameters"] = Json::object();
    put(record["parameters"], run.parameters);
    put(record, run.results);
    record["warnings"] = Json::array();
    for (const auto& warning : run.warnings)
        record["warnings"].push_back({{"kind", warning.place.part}, {"text", in_english(warning)}});
    return record.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace medskapa::regional
