#include "base/csv/excel.hpp"

#include "base/csv/records.hpp"
#include "base/csv/write.hpp"

#include <algorithm>
#include <vector>

namespace medskapa::csv {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view digits = "0123456789";
constexpr std::string_view of_names = "abcdefghijklmnopqrstuvwxyz0123456789_-";

bool is_name(std::string_view cell) {
    return !cell.empty() && cell.find_first_not_of(of_names) == cell.npos && cell.front() >= 'a';
}

/// "-12.5", and not "1.2.3" or "2026-11-29".
bool is_decimal_number(std::string_view cell) {
    if (cell.starts_with('-')) cell.remove_prefix(1);
    const auto point = cell.find('.');
    if (point == cell.npos || point == 0 || point + 1 == cell.size()) return false;
    return cell.substr(0, point).find_first_not_of(digits) == cell.npos &&
           cell.substr(point + 1).find_first_not_of(digits) == cell.npos;
}

bool is_number(std::string_view cell) {
    if (is_decimal_number(cell)) return true;
    if (cell.starts_with('-')) cell.remove_prefix(1);
    return !cell.empty() && cell.find_first_not_of(digits) == cell.npos;
}

/// Which columns hold numbers alone: "3.10" in a column of words is somebody's word.
std::vector<bool> columns_of_numbers(std::string_view csv) {
    std::vector<bool> are_numbers;
    Records records{csv, ','};
    for (bool is_first = true; const auto* fields = records.next(); is_first = false) {
        if (is_first && std::all_of(fields->begin(), fields->end(), is_name)) continue;
        if (are_numbers.size() < fields->size()) are_numbers.resize(fields->size(), true);
        for (std::size_t k = 0; k < fields->size(); ++k)
            if (!(*fields)[k].empty() && !is_number((*fields)[k])) are_numbers[k] = false;
    }
    return are_numbers;
}

std::string with_comma(std::string_view cell) {
    std::string all{cell};
    if (is_decimal_number(cell)) all[all.find('.')] = ',';
    return all;
}

}  // namespace

std::string for_excel(std::string_view csv, const Title& title) {
    const auto are_numbers = columns_of_numbers(csv);
    std::string all;
    Records records{csv, ','};
    bool is_first = true;
    while (const auto* fields = records.next()) {
        const bool names = is_first && std::all_of(fields->begin(), fields->end(), is_name);
        if (names) all += byte_order_mark;
        is_first = false;
        for (std::size_t k = 0; k < fields->size(); ++k) {
            const auto cell = (*fields)[k];
            if (k > 0) all += ';';
            const bool is_decimal = !names && are_numbers[k] && is_decimal_number(cell);
            all += is_decimal ? with_comma(cell) : field(names ? title(cell) : std::string{cell});
        }
        all += "\r\n";
    }
    return all;
}

}  // namespace medskapa::csv
