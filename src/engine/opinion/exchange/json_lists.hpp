#pragma once

#include "engine/opinion/exchange/json.hpp"

#include <concepts>
#include <optional>
#include <ranges>

/// Lists in JSON, without saying how each value is written.
namespace medskapa::opinion::exchange {

inline void write(JsonWriter& json, double value) {
    json.value(value);
}
template <std::integral T>
void write(JsonWriter& json, T value) {
    json.value(static_cast<std::int64_t>(value));
}
/// Nothing is null.
template <class T>
void write(JsonWriter& json, const std::optional<T>& value) {
    if (value) {
        write(json, *value);
    } else {
        json.null();
    }
}
template <std::ranges::range Values>
void write(JsonWriter& json, const Values& values) {
    json.open_array();
    for (const auto& value : values) write(json, value);
    json.close_array();
}

template <class T>
void write(JsonWriter& json, std::string_view key, const T& value) {
    write(json.key(key), value);
}

}  // namespace medskapa::opinion::exchange
