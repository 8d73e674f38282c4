#include "base/csv/excel.hpp"

#include "base/csv/records.hpp"
#include "base/csv/write.hpp"

#include <algorithm>

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

std::string with_comma(std::string_view cell) {
    std::string all{cell};
    if (is_decimal_number(cell)) all[all.find('.')] = ',';
    return all;
}

}  // namespace

std::string for_excel(std::string_view csv, const Title& title) {
    std::string all;
    Records records{csv, ','};
    bool is_first = true;
    while (const auto* fields = records.next()) {
        const bool names = is_first && std::all_of(fields->begin(), fields->end(), is_name);
        if (names) all += byte_order_mark;
        is_first = false;
        bool follows = false;
        for (const auto cell : *fields) {
            if (follows) all += ';';
            follows = true;
            const auto written = names ? title(cell) : with_comma(cell);
            all += is_decimal_number(cell) ? written : field(written);
        }
        all += "\r\n";
    }
    return all;
}

}  // namespace medskapa::csv
