#include "base/text/script.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace medskapa::text {
namespace {

struct Sign {
    std::string_view plain;
    std::string_view above;
    std::string_view below;
};
constexpr std::array<Sign, 19> signs{{
    {"0", "⁰", "₀"},
    {"1", "¹", "₁"},
    {"2", "²", "₂"},
    {"3", "³", "₃"},
    {"4", "⁴", "₄"},
    {"5", "⁵", "₅"},
    {"6", "⁶", "₆"},
    {"7", "⁷", "₇"},
    {"8", "⁸", "₈"},
    {"9", "⁹", "₉"},
    {"+", "⁺", "₊"},
    {"-", "⁻", "₋"},
    {"−", "⁻", "₋"},
    {"–", "⁻", "₋"},
    {"=", "⁼", "₌"},
    {"(", "⁽", "₍"},
    {")", "⁾", "₎"},
    {"n", "ⁿ", "ₙ"},
    {"\u2011", "⁻", "₋"},
}};
/// Signs that mean the same raised or not.
constexpr std::array<std::string_view, 12> already{
    "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "°", "º"};

/// All of it in Unicode's own signs, where each character has one.
std::optional<std::string> in_signs(std::string_view text, Script script) {
    std::string out;
    while (!text.empty()) {
        const auto starts = [&](std::string_view with) { return text.starts_with(with); };
        const auto same = std::find_if(already.begin(), already.end(), starts);
        if (script == Script::above && same != already.end()) {
            out += *same;
            text.remove_prefix(same->size());
            continue;
        }
        const auto sign =
            std::find_if(signs.begin(), signs.end(), [&](const Sign& one) { return starts(one.plain); });
        if (sign == signs.end()) return std::nullopt;
        out += script == Script::above ? sign->above : sign->below;
        text.remove_prefix(sign->plain.size());
    }
    return out;
}

bool is_word(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](unsigned char c) {
        return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
}

}  // namespace

std::string on_the_line(std::string_view text, Script script) {
    const auto from = std::min(text.find_first_not_of(' '), text.size());
    const auto to = text.find_last_not_of(' ') + 1;
    if (script == Script::none || from >= to) return std::string{text};
    const auto core = text.substr(from, to - from);
    auto raised = in_signs(core, script);
    if (!raised) {
        const std::string mark = script == Script::above ? "^" : "_";
        raised = is_word(core) ? mark + std::string{core} : mark + '(' + std::string{core} + ')';
    }
    return std::string{text.substr(0, from)} + *raised + std::string{text.substr(to)};
}

}  // namespace medskapa::text
