#include "engine/office/text/numbering.hpp"

#include <algorithm>
#include <utility>

namespace medskapa::office {
namespace {

constexpr int letters_in_alphabet = 26;

/// No file may count beyond what can be counted.
int sound(int start) {
    constexpr int highest_start = 1'000'000;
    return std::clamp(start, 0, highest_start);
}

std::string roman(int number) {
    static constexpr std::array<std::pair<int, const char*>, 13> figures{
        {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"},
            {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}};
    std::string out;
    for (const auto& [value, figure] : figures)
        for (; number >= value; number -= value) out += figure;
    return out;
}

std::string letters(int number, Letters way) {
    if (way == Letters::repeated) {
        const auto times = static_cast<std::size_t>((number - 1) / letters_in_alphabet + 1);
        return std::string(times, static_cast<char>('A' + (number - 1) % letters_in_alphabet));
    }
    std::string out;
    for (; number > 0; number = (number - 1) / letters_in_alphabet)
        out.insert(out.begin(), static_cast<char>('A' + (number - 1) % letters_in_alphabet));
    return out;
}

std::string in_lower_case(std::string text) {
    for (auto& c : text) c = static_cast<char>(c - 'A' + 'a');
    return text;
}

}  // namespace

std::string formatted(int number, NumberFormat format, Letters way) {
    constexpr int highest_roman = 3999;
    constexpr int highest_letter = 26 * 30;
    const bool has_letters = number >= 1 && number <= highest_letter;
    const bool has_roman = number >= 1 && number <= highest_roman;
    switch (format) {
        case NumberFormat::none: return {};
        case NumberFormat::padded: return (number < 10 ? "0" : "") + std::to_string(number);
        case NumberFormat::upper_letter:
            if (has_letters) return letters(number, way);
            break;
        case NumberFormat::lower_letter:
            if (has_letters) return in_lower_case(letters(number, way));
            break;
        case NumberFormat::upper_roman:
            if (has_roman) return roman(number);
            break;
        case NumberFormat::lower_roman:
            if (has_roman) return in_lower_case(roman(number));
            break;
        case NumberFormat::decimal: break;
    }
    return std::to_string(number);
}

Counters::Counters() {
    for (std::size_t level = 0; level < deepest_level; ++level) restarts_after_.at(level) = level;
}

int Counters::next(std::size_t level, int start) {
    auto& count = counts_.at(level);
    count = has_begun_.at(level) ? count + 1 : sound(start);
    has_begun_.at(level) = true;
    for (auto deeper = level + 1; deeper < deepest_level; ++deeper)
        if (level < restarts_after_.at(deeper)) has_begun_.at(deeper) = false;
    return count;
}

void Counters::restart(std::size_t level, int start) {
    counts_.at(level) = sound(start) - 1;
    has_begun_.at(level) = true;
}

}  // namespace medskapa::office
