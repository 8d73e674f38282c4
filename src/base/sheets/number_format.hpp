#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace medskapa::sheets {

/// How a cell's number is to be read: as itself, as a day or time, or as a code that has leading zeros.
struct NumberFormat {
    bool is_moment = false;
    std::size_t least_digits = 0;  // "0000" keeps 114 as 0114

    bool operator==(const NumberFormat&) const = default;
};

/// Of a format code, as "yyyy\-mm\-dd" or `0.0"kr"`. Durations ([h]:mm) are numbers.
NumberFormat format_of(std::string_view code);
/// Of a format that every program knows by its number (ECMA-376 part 1, 18.8.30); none for another.
std::optional<NumberFormat> built_in_format(int id);

/// From when the days are counted: 1 is 1 January 1900 (and 60 a day that never was), or 0 is 1 January 1904.
enum class Epoch { from_1900, from_1904 };

/// "2026-05-08", "2026-05-08 10:30", "10:30:15". Nothing for what is no moment of the years 1900 to 9999.
std::optional<std::string> moment_text(double serial, Epoch);

/// The same of "2026-05-08T10:30:00Z", as strict workbooks write it; other text as it is.
std::string iso_moment_text(std::string_view);

/// The shortest text that gives the number back, without an exponent where a person would write none.
std::string number_text(double, const NumberFormat&);

}  // namespace medskapa::sheets
