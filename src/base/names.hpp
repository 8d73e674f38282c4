#pragma once

#include "base/language/sentence.hpp"

#include <array>
#include <stdexcept>
#include <string>
#include <string_view>

namespace medskapa {

/// A member of an enum and the word that stands for it in the database, in addresses and in open data. A word
/// never changes meaning once released.
template <class Enum>
struct Name {
    Enum value;
    std::string_view word;
    Label label = {};  // what people read for it, where they read it
};

/// Whether the enum has a member of the value. The compiler's name of a value begins with "(" when it has
/// none.
template <auto value>
consteval bool is_member() {
    constexpr std::string_view name{__PRETTY_FUNCTION__};
    return name[name.find("value = ") + 8] != '(';
}

/// The names of an enum's members, each once, in any order. Does not compile when two members have the same
/// word, a member stands twice, or one is missing: an enum with names counts its members from 0.
template <class Enum, std::size_t N>
consteval std::array<Name<Enum>, N> names(const Name<Enum> (&list)[N]) {
    static_assert(!is_member<static_cast<Enum>(N)>(), "a member has no name");
    std::array<Name<Enum>, N> all{};
    for (std::size_t i = 0; i < N; ++i) {
        if (static_cast<std::size_t>(list[i].value) >= N)
            throw std::logic_error{"members are not counted from 0"};
        for (std::size_t j = 0; j < i; ++j) {
            if (list[i].value == list[j].value) throw std::logic_error{"a member stands twice"};
            if (list[i].word == list[j].word) throw std::logic_error{"a word stands twice"};
        }
        all[i] = list[i];
    }
    return all;
}

/// Specialised next to each enum that has names, by names().
template <class Enum>
inline constexpr std::array<Name<Enum>, 0> names_of{};

/// Whether people read something for each member.
template <class Enum>
inline constexpr bool has_labels = [] {
    bool all = !names_of<Enum>.empty();
    for (const auto& name : names_of<Enum>) all = all && *name.label.sentence != 0;
    return all;
}();

template <class Enum>
constexpr const Name<Enum>& name_with(Enum value) {
    static_assert(!names_of<Enum>.empty(), "the enum has no names");
    for (const auto& name : names_of<Enum>)
        if (name.value == value) return name;
    throw std::logic_error{"a value outside its enum"};
}

template <class Enum>
constexpr std::string_view name_of(Enum value) {
    return name_with(value).word;
}

template <class Enum, class Value = Enum>
bool find_name(std::string_view word, Value& value) {
    for (const auto& name : names_of<Enum>) {
        if (name.word != word) continue;
        value = name.value;
        return true;
    }
    return false;
}

/// For words that we wrote ourselves: an unknown one is a broken database.
template <class Enum>
Enum named(std::string_view word) {
    Enum value{};
    if (!find_name<Enum>(word, value))
        throw std::logic_error{"unknown word in the database: " + std::string{word}};
    return value;
}

}  // namespace medskapa
