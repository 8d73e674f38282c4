#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

/// The first argument of html(), which the compiler reads: which value fills each hole.
namespace medskapa::web {

/// The name of a hole, as a part of a type.
struct HoleName {
    static constexpr std::size_t most = 24;
    std::array<char, most> characters{};

    template <std::size_t size>
    consteval HoleName(const char (&name)[size]) {
        static_assert(size <= most);
        for (std::size_t i = 0; i + 1 < size; ++i) characters[i] = name[i];
    }
    constexpr bool is(std::string_view name) const {
        if (name.size() >= most || characters[name.size()] != '\0') return false;
        for (std::size_t i = 0; i < name.size(); ++i)
            if (characters[i] != name[i]) return false;
        return true;
    }
};

enum class FormFault { none, stray_brace, no_such_value, unused_value, too_many_holes };

/// {} is a hole for the next value, {title} for the value of that name. A doubled brace stands for itself.
struct HtmlForm {
    static constexpr std::size_t most_holes = 20;

    std::string_view text;
    std::array<std::uint8_t, most_holes> values{};  // of each hole, by its place among the values
    FormFault fault = FormFault::none;
};

namespace form_reading {

constexpr std::size_t place_of(std::string_view hole, std::span<const HoleName> names) {
    if (hole.front() >= '0' && hole.front() <= '9') {
        std::size_t n = 0;
        for (const char c : hole) n = 10 * n + static_cast<std::size_t>(c - '0');
        return n;
    }
    std::size_t place = 0;
    while (place < names.size() && !names[place].is(hole)) ++place;
    return place < names.size() ? place : HtmlForm::most_holes;
}

/// The form with the values of its holes, when there are `count` values; `names` are theirs, or empty.
constexpr HtmlForm read_form(std::string_view text, std::size_t count, std::span<const HoleName> names) {
    HtmlForm form{.text = text};
    const auto at_fault = [&](FormFault fault) {
        form.fault = fault;
        return form;
    };
    std::uint32_t used = 0;
    std::size_t holes = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '{' && text[i] != '}') continue;
        if (i + 1 < text.size() && text[i + 1] == text[i]) {
            ++i;
            continue;
        }
        const auto end = text.find('}', i);
        if (text[i] == '}' || end == text.npos) return at_fault(FormFault::stray_brace);
        if (holes == HtmlForm::most_holes) return at_fault(FormFault::too_many_holes);
        const auto hole = text.substr(i + 1, end - i - 1);
        const auto value = hole.empty() && names.empty() ? holes : place_of(hole, names);
        if (value >= count) return at_fault(FormFault::no_such_value);
        form.values[holes++] = static_cast<std::uint8_t>(value);
        used |= 1U << value;
        i = end;
    }
    return used + 1 == 1U << count ? form : at_fault(FormFault::unused_value);
}

// Not constexpr, so that a form at fault does not compile: the compiler says which of them it wanted to call.
void a_brace_neither_opens_nor_closes_a_hole();
void a_hole_has_no_value();
void a_value_has_no_hole();
void there_are_too_many_holes();

consteval HtmlForm checked(const HtmlForm& form) {
    switch (form.fault) {
        case FormFault::none: break;
        case FormFault::stray_brace: a_brace_neither_opens_nor_closes_a_hole(); break;
        case FormFault::no_such_value: a_hole_has_no_value(); break;
        case FormFault::unused_value: a_value_has_no_hole(); break;
        case FormFault::too_many_holes: there_are_too_many_holes(); break;
    }
    return form;
}

}  // namespace form_reading

/// A form for so many values without names.
template <std::size_t count>
struct CountedForm : HtmlForm {
    template <std::size_t size>
    consteval CountedForm(const char (&form)[size])
        : HtmlForm{form_reading::checked(form_reading::read_form({form, size - 1}, count, {}))} {}
};

/// A form for values with these names.
template <HoleName... names>
struct NamedForm : HtmlForm {
    template <std::size_t size>
    consteval NamedForm(const char (&form)[size])
        : HtmlForm{form_reading::checked(
              form_reading::read_form({form, size - 1}, sizeof...(names), std::array{names...}))} {}
};

}  // namespace medskapa::web
