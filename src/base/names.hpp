#pragma once

#include <array>
#include <stdexcept>
#include <string>
#include <string_view>

namespace medskapa {

/// The words that stand for an enum in the database, in addresses and in open data. Specialised beside each
/// enum, in the enum's order; a word never changes meaning once released.
template <class Enum>
inline constexpr std::array<std::string_view, 0> names_of{};

template <class Enum>
std::string_view name_of(Enum value) {
    return names_of<Enum>.at(static_cast<std::size_t>(value));
}

template <class Enum, class Value = Enum>
bool find_name(std::string_view name, Value& value) {
    for (std::size_t i = 0; i < names_of<Enum>.size(); ++i) {
        if (names_of<Enum>[i] != name) continue;
        value = static_cast<Enum>(i);
        return true;
    }
    return false;
}

/// For words that we wrote ourselves: an unknown one is a broken database.
template <class Enum>
Enum named(std::string_view name) {
    Enum value{};
    if (!find_name<Enum>(name, value))
        throw std::logic_error{"unknown word in the database: " + std::string{name}};
    return value;
}

}  // namespace medskapa
