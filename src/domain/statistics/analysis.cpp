#include "domain/statistics/analysis.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace medskapa {
namespace {

/// Where a name stands among others; their count where it does not.
std::size_t place_of(const std::vector<std::string>& names, std::string_view name) {
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

}  // namespace

std::string text_of(const Parameters& parameters) {
    std::string all;
    for (const auto& [name, value] : parameters) all += name + "=" + value + "\n";
    return all;
}

Parameters read_parameters(std::string_view written) {
    Parameters parameters;
    for (const auto& line : text::split(written, '\n'))
        if (const auto equals = line.find('='); equals != line.npos)
            parameters[std::string{line.substr(0, equals)}] = line.substr(equals + 1);
    return parameters;
}

std::string reference(const AnalysisRun& run) {
    return "A-" + std::to_string(run.number);
}

std::string reference(const Dataset& dataset) {
    return "D-" + std::to_string(dataset.number);
}

std::string AnalysisResult::text(const std::string& name) const {
    const auto found = texts.find(name);
    return found == texts.end() ? std::string{} : found->second;
}

double AnalysisResult::number(const std::string& name) const {
    const auto found = numbers.find(name);
    return found == numbers.end() ? 0 : found->second;
}

std::optional<double> AnalysisResult::number(const Row& row, std::string_view column) const {
    const auto place = place_of(number_columns, column);
    return place < row.numbers.size() ? row.numbers[place] : std::nullopt;
}

std::string AnalysisResult::text(const Row& row, std::string_view column) const {
    const auto place = place_of(text_columns, column);
    return place < row.texts.size() ? row.texts[place] : std::string{};
}

const AnalysisResult::Row* AnalysisResult::row_of(std::string_view code) const {
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.code == code; });
    return found == rows.end() ? nullptr : &*found;
}

std::vector<const AnalysisResult::Row*> AnalysisResult::noted(std::string_view note) const {
    std::vector<const Row*> found;
    for (const auto& row : rows)
        if (row.note == note) found.push_back(&row);
    return found;
}

std::optional<double> figure_in(const AnalysisResult& result, std::string_view figure) {
    const auto colon = figure.rfind(':');
    if (colon == figure.npos) {
        const auto known = result.numbers.find(std::string{figure});
        return known == result.numbers.end() ? std::nullopt : std::optional{known->second};
    }
    const auto* row = result.row_of(figure.substr(0, colon));
    return row == nullptr ? std::nullopt : result.number(*row, figure.substr(colon + 1));
}

}  // namespace medskapa
