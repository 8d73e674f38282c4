#pragma once

#include "base/time.hpp"

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace medskapa {

/// A number that is written with so many decimals.
struct Decimal {
    double value = 0;
    int places = 0;

    bool operator==(const Decimal&) const = default;
};

/// A value in a sentence, by what it is: text, whole number, decimal, day or moment, so that each language
/// can write it in its own way. A number that only names something, such as a code or an entry's, is text.
class Hole {
public:
    using Value = std::variant<std::string, std::int64_t, Decimal, time::Date, Instant>;

    Hole(std::string text) : value_{std::move(text)} {}
    Hole(std::string_view text) : value_{std::string{text}} {}
    Hole(const char* text) : value_{std::string{text}} {}
    template <std::integral Number>
    requires(!std::same_as<Number, bool> && !std::same_as<Number, char>) Hole(Number number)
        : value_{static_cast<std::int64_t>(number)} {}
    Hole(Decimal number) : value_{number} {}
    Hole(time::Date day) : value_{day} {}  // which need not be in the calendar
    Hole(Day day) : value_{time::date(day)} {}
    Hole(Instant moment) : value_{moment} {}

    const Value& value() const { return value_; }
    bool operator==(const Hole&) const = default;

private:
    Value value_;
};

using Holes = std::vector<Hole>;

/// Written for machines and for our own logs: 12400, 7.5, 2026-05-14.
std::string plain(const Hole&);

}  // namespace medskapa
