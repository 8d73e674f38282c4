#include "app/statistics/industry_sums.hpp"

#include "base/text.hpp"
#include "domain/statistics/analysis.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace medskapa::app {
namespace {

using regional::Table;

constexpr double slack = 0.02;  // sources round, and change small numbers

constexpr std::array<std::string_view, 12> names_of_all{"totalt", "total", "summa", "samtliga", "alla", "all",
    "tot", "_t", "a-u", "samtliga näringsgrenar", "alla näringsgrenar", "all industries"};

bool are_digits(std::string_view code) {
    return !code.empty() &&
           std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_name_of_all(const std::string& words) {
    const auto name = text::lower(text::trimmed(words));
    return std::find(names_of_all.begin(), names_of_all.end(), name) != names_of_all.end();
}

/// The industries that lie in one by the codes of SNI.
std::vector<std::size_t> divisions_of(const std::vector<std::string>& codes, const std::string& section) {
    std::vector<std::size_t> parts;
    if (section.size() != 1) return parts;
    for (std::size_t k = 0; k < codes.size(); ++k)
        if (section_of(codes[k]) == section[0]) parts.push_back(k);
    return parts;
}

/// Those whose code a code begins; of longer ones that begin others only the first counts.
std::vector<std::size_t> begun_by(const std::vector<std::string>& codes, std::size_t whole) {
    std::vector<std::size_t> parts;
    if (!are_digits(codes[whole])) return parts;
    for (std::size_t k = whole + 1; k < codes.size() && codes[k].starts_with(codes[whole]); ++k)
        if (are_digits(codes[k]) && (parts.empty() || !codes[k].starts_with(codes[parts.back()])))
            parts.push_back(k);
    return parts;
}

/// Whether the parts have what the whole has, in all the regions together of which all is known. Where there
/// is no such region, as small parts are hidden, they may lack what is hidden but have no more.
bool is_sum(const Table& table, std::size_t whole, const std::vector<std::size_t>& parts) {
    double all = 0;
    double apart = 0;
    double known_parts = 0;
    double known_whole = 0;
    for (std::size_t region = 0; region < table.regions.size(); ++region) {
        if (table.is_missing(region, whole)) continue;
        bool is_known = true;
        double sum = 0;
        for (const auto part : parts) {
            is_known = is_known && !table.is_missing(region, part);
            sum += table.at(region, part);
        }
        known_parts += sum;
        known_whole += table.at(region, whole);
        if (!is_known) continue;
        all += table.at(region, whole);
        apart += std::abs(sum - table.at(region, whole));
    }
    if (all > 0) return apart <= slack * all;
    return known_whole > 0 && known_parts > known_whole / 2 && known_parts <= (1 + slack) * known_whole;
}

std::string label_of(const std::string& code, const std::map<std::string, std::string>& labels) {
    const auto found = labels.find(code);
    return found == labels.end() ? code : found->second;
}

Table without(const Table& table, const std::vector<bool>& left_out) {
    Table kept;
    kept.regions = table.regions;
    kept.warnings = table.warnings;
    for (std::size_t k = 0; k < left_out.size(); ++k)
        if (!left_out[k]) kept.industries.push_back(table.industries[k]);
    for (std::size_t region = 0; region < table.regions.size(); ++region)
        for (std::size_t k = 0; k < left_out.size(); ++k) {
            if (left_out[k]) continue;
            kept.values.push_back(table.at(region, k));
            kept.missing.push_back(table.is_missing(region, k));
        }
    return kept;
}

}  // namespace

Table without_industry_sums(Table table, const std::map<std::string, std::string>& labels) {
    const auto codes = table.industries;
    std::vector<bool> left_out(codes.size());
    for (std::size_t k = 0; k < codes.size(); ++k) {
        const auto begun = begun_by(codes, k);
        left_out[k] = is_name_of_all(codes[k]) || is_name_of_all(label_of(codes[k], labels)) ||
                      !divisions_of(codes, codes[k]).empty() || (!begun.empty() && is_sum(table, k, begun));
    }
    const auto count = std::count(left_out.begin(), left_out.end(), true);
    if (count == 0 || count == static_cast<std::ptrdiff_t>(codes.size())) return table;
    auto kept = without(table, left_out);
    for (std::size_t k = 0; k < codes.size(); ++k)
        if (left_out[k])
            kept.warnings.push_back(
                {{"sums"}, N_("{} holds other industries of the dataset, and is not counted beside them"),
                    {label_of(codes[k], labels)}});
    return kept;
}

}  // namespace medskapa::app
