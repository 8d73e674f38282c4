#include "app/statistics/result_text.hpp"

#include "base/csv/write.hpp"
#include "engine/regional/read/amount.hpp"

#include <nlohmann/json.hpp>

namespace medskapa::app {
namespace {

using Json = nlohmann::json;

/// A hole by its kind and its value.
struct HoleWriter {
    Json operator()(const std::string& text) const { return {{"text", text}}; }
    Json operator()(std::int64_t number) const { return {{"number", number}}; }
    Json operator()(const Decimal& number) const {
        return {{"decimal", number.value}, {"places", number.places}};
    }
    Json operator()(const time::Date& day) const { return {{"text", plain(Hole{day})}}; }
    Json operator()(const Instant& moment) const { return {{"text", plain(Hole{moment})}}; }
};

Hole read_hole(const Json& written) {
    if (written.contains("number")) return written.at("number").get<std::int64_t>();
    if (written.contains("decimal"))
        return Decimal{written.at("decimal").get<double>(), written.value("places", 0)};
    return written.value("text", std::string{});
}

Json json_of(const Complaint& warning) {
    auto holes = Json::array();
    for (const auto& hole : warning.holes) holes.push_back(std::visit(HoleWriter{}, hole.value()));
    return {{"kind", warning.place.part}, {"says", warning.message}, {"holes", std::move(holes)}};
}

Complaint read_warning(const Json& written) {
    Complaint warning{{written.value("kind", std::string{})}, written.value("says", std::string{}), {}};
    for (const auto& hole : written.at("holes")) warning.holes.push_back(read_hole(hole));
    return warning;
}

Json json_of(const std::optional<double>& number) {
    return number ? Json(*number) : Json(nullptr);
}

Json json_of(const AnalysisResult::Row& row) {
    auto numbers = Json::array();
    for (const auto& number : row.numbers) numbers.push_back(json_of(number));
    return {{"code", row.code}, {"label", row.label}, {"note", row.note}, {"texts", row.texts},
        {"numbers", std::move(numbers)}};
}

AnalysisResult::Row read_row(const Json& written) {
    AnalysisResult::Row row{written.value("code", std::string{}), written.value("label", std::string{}),
        written.value("note", std::string{}), written.value("texts", std::vector<std::string>{}), {}};
    for (const auto& number : written.at("numbers"))
        row.numbers.push_back(number.is_null() ? std::nullopt : std::optional{number.get<double>()});
    return row;
}

}  // namespace

std::string text_of(const AnalysisResult& result) {
    auto rows = Json::array();
    for (const auto& row : result.rows) rows.push_back(json_of(row));
    auto warnings = Json::array();
    for (const auto& warning : result.warnings) warnings.push_back(json_of(warning));
    const Json whole{{"texts", result.texts}, {"numbers", result.numbers},
        {"text_columns", result.text_columns}, {"number_columns", result.number_columns},
        {"rows", std::move(rows)}, {"warnings", std::move(warnings)}};
    return whole.dump(-1, ' ', false, Json::error_handler_t::replace);
}

AnalysisResult read_result(std::string_view text) {
    const auto whole = Json::parse(text, nullptr, false);
    if (!whole.is_object()) throw std::logic_error{"a result in the database is not what was kept"};
    AnalysisResult result;
    result.texts = whole.value("texts", result.texts);
    result.numbers = whole.value("numbers", result.numbers);
    result.text_columns = whole.value("text_columns", result.text_columns);
    result.number_columns = whole.value("number_columns", result.number_columns);
    if (whole.contains("rows"))
        for (const auto& row : whole["rows"]) result.rows.push_back(read_row(row));
    if (whole.contains("warnings"))
        for (const auto& warning : whole["warnings"]) result.warnings.push_back(read_warning(warning));
    return result;
}

std::string csv_of(const AnalysisResult& result) {
    std::vector<std::string> header{"code", "label", "note"};
    header.insert(header.end(), result.text_columns.begin(), result.text_columns.end());
    header.insert(header.end(), result.number_columns.begin(), result.number_columns.end());
    auto all = csv::line(header);
    for (const auto& row : result.rows) {
        std::vector<std::string> cells{row.code, row.label, row.note};
        cells.insert(cells.end(), row.texts.begin(), row.texts.end());
        for (const auto& number : row.numbers) cells.push_back(regional::read::number_text(number));
        all += csv::line(cells);
    }
    return all;
}

}  // namespace medskapa::app
