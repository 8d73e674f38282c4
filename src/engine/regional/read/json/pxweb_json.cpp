#include "engine/regional/read/json/pxweb_json.hpp"

#include "engine/regional/read/json/json.hpp"

#include <nlohmann/json.hpp>

namespace medskapa::regional::read {
namespace {

using nlohmann::json;

constexpr auto wrong = N_("\"{}\" is missing or written otherwise than PxWeb has it. Fetch the data again.");

/// The dimensions in order, and then one for the contents, which stand next to each other in a row.
std::optional<Failure> add_columns(Statistic& statistic, const json& columns) {
    Dimension contents("ContentsCode");
    for (std::size_t k = 0; k < columns.size(); ++k) {
        const auto code = text_member(columns[k], "code");
        const auto path = "columns[" + std::to_string(k) + "].code";
        if (code.empty()) return refuse_member(path, wrong).value();
        if (text_member(columns[k], "type") != "c") {
            statistic.dimensions.emplace_back(code);
        } else if (!contents.add(code, text_member(columns[k], "text"))) {
            return refuse_member(path, wrong).value();
        }
    }
    if (contents.size() == 0) return refuse_member("columns", wrong).value();
    statistic.dimensions.push_back(std::move(contents));
    return std::nullopt;
}

std::optional<Failure> add_row(Statistic& statistic, const json& row, const std::string& path) {
    const auto* key = member(row, "key");
    const auto* values = member(row, "values");
    const auto depth = statistic.dimensions.size() - 1;
    if (key == nullptr || !key->is_array() || key->size() != depth)
        return refuse_member(path + ".key", wrong).value();
    if (values == nullptr || !values->is_array() || values->size() != statistic.dimensions[depth].size())
        return refuse_member(path + ".values", wrong).value();
    std::vector<std::uint32_t> places;
    for (std::size_t k = 0; k < depth; ++k) {
        if (!(*key)[k].is_string()) return refuse_member(path + ".key", wrong).value();
        places.push_back(statistic.dimensions[k].place_of((*key)[k].get_ref<const std::string&>()));
    }
    places.push_back(0);
    for (const auto& text : *values) {
        const auto value = text.is_string() ? amount(text.get_ref<const std::string&>()) : std::nullopt;
        if (!value) return refuse_member(path + ".values", wrong).value();
        statistic.add(places, *value);
        ++places.back();
    }
    return std::nullopt;
}

}  // namespace

Result<Statistic> read_pxweb_json(std::string_view bytes) {
    const auto whole = read_json(bytes);
    if (!whole) return tl::unexpected{whole.error()};
    const auto* columns = member(*whole, "columns");
    const auto* data = member(*whole, "data");
    if (columns == nullptr || !columns->is_array()) return refuse_member("columns", wrong);
    if (data == nullptr || !data->is_array()) return refuse_member("data", wrong);
    Statistic statistic;
    if (auto failure = add_columns(statistic, *columns)) return tl::unexpected{std::move(*failure)};
    for (std::size_t k = 0; k < data->size(); ++k) {
        if (auto failure = add_row(statistic, (*data)[k], "data[" + std::to_string(k) + "]"))
            return tl::unexpected{std::move(*failure)};
    }
    return statistic;
}

}  // namespace medskapa::regional::read
