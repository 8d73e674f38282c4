#include "base/sheets/number_format.hpp"

#include "base/time.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

namespace medskapa::sheets {
namespace {

constexpr double last_serial = 2'958'466;  // the day after 9999-12-31
constexpr std::int64_t seconds_of_day = 86'400;

char lower(char c) {
    return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_general(std::string_view code) {
    constexpr std::array<std::string_view, 2> names = {"general", "standard"};
    std::string low;
    for (const char c : code) low += lower(c);
    return std::find(names.begin(), names.end(), low) != names.end();
}

/// "h", "mm": hours, minutes or seconds that go on past a day; "Magenta" is a colour.
bool is_elapsed(std::string_view in_brackets) {
    if (in_brackets.empty()) return false;
    const char first = lower(in_brackets.front());
    return std::string_view{"hms"}.find(first) != std::string_view::npos &&
           std::all_of(in_brackets.begin(), in_brackets.end(), [&](char c) { return lower(c) == first; });
}

/// Without what is only shown: "quoted", \x, _x, *x and [in brackets]. Nothing for a duration, [h].
std::optional<std::string> placeholders(std::string_view code) {
    std::string left;
    for (std::size_t at = 0; at < code.size() && code[at] != ';'; ++at) {
        const char c = code[at];
        if (c == '"') {
            at = std::min(code.find('"', at + 1), code.size());
        } else if (c == '\\' || c == '_' || c == '*') {
            ++at;
        } else if (c == '[') {
            const auto end = std::min(code.find(']', at + 1), code.size());
            if (is_elapsed(code.substr(at + 1, end - at - 1))) return std::nullopt;
            at = end;
        } else {
            left += lower(c);
        }
    }
    return left;
}

std::string clock_text(std::int64_t seconds) {
    const auto hours = seconds / 3600;
    const auto minutes = seconds / 60 % 60;
    if (seconds % 60 == 0) return fmt::format("{:02}:{:02}", hours, minutes);
    return fmt::format("{:02}:{:02}:{:02}", hours, minutes, seconds % 60);
}

}  // namespace

NumberFormat format_of(std::string_view code) {
    if (is_general(code)) return {};
    const auto shown = placeholders(code);
    if (!shown) return {};
    if (shown->find_first_of("ymdhs") != shown->npos) return {true, 0};
    const bool has_only_zeros = !shown->empty() && shown->find_first_not_of('0') == shown->npos;
    return {false, has_only_zeros && shown->size() > 1 ? shown->size() : 0};
}

std::optional<NumberFormat> built_in_format(int id) {
    const auto within = [&](int from, int to) { return from <= id && id <= to; };
    if (id < 0 || id > 163) return std::nullopt;
    const bool is_moment =
        within(14, 22) || within(27, 36) || id == 45 || id == 47 || within(50, 58) || within(71, 81);
    return NumberFormat{is_moment, 0};
}

std::optional<std::string> moment_text(double serial, Epoch epoch) {
    using namespace std::chrono;
    if (!(serial >= 0) || serial >= last_serial) return std::nullopt;
    const auto whole = std::llround(serial * static_cast<double>(seconds_of_day));
    const auto day_number = whole / seconds_of_day;
    const auto seconds = whole % seconds_of_day;
    if (day_number == 0 && (epoch == Epoch::from_1900 || seconds > 0)) return clock_text(seconds);
    constexpr auto start_1904 = local_days{year{1904} / January / 1};
    constexpr auto start_1900 = local_days{year{1899} / December / 30};
    constexpr std::int64_t never = 60;  // 29 February 1900, which old spreadsheets believed in
    if (epoch == Epoch::from_1900 && day_number == never) return std::nullopt;
    const auto start = epoch == Epoch::from_1904 ? start_1904 : start_1900 + days{day_number < never ? 1 : 0};
    const auto day = time::iso(Day{start + days{day_number}});
    return seconds == 0 ? day : day + ' ' + clock_text(seconds);
}

std::string iso_moment_text(std::string_view text) {
    const auto moment = text.substr(0, text.find_first_of(".Z+"));
    const auto at = moment.find('T');
    if (at == moment.npos || at == 0) return std::string{moment.substr(at == 0 ? 1 : 0)};
    const auto day = moment.substr(0, at);
    auto clock = moment.substr(at + 1);
    if (clock.ends_with(":00") && clock.size() > 5) clock.remove_suffix(3);
    return std::string{day} + (clock == "00:00" ? "" : " " + std::string{clock});
}

std::string number_text(double value, const NumberFormat& format) {
    constexpr double most_exact = 1e15;
    if (value == std::trunc(value) && std::abs(value) < most_exact)
        return fmt::format("{:0{}}", static_cast<std::int64_t>(value), value < 0 ? 0 : format.least_digits);
    return fmt::format("{}", value);
}

}  // namespace medskapa::sheets
