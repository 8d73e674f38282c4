#pragma once

#include <compare>
#include <cstdint>

namespace medskapa {

/// A key to one row of kind T. Ids of different kinds do not mix. 0 is no row.
template <class T>
struct Id {
    std::int64_t value = 0;

    explicit operator bool() const { return value != 0; }
    auto operator<=>(const Id&) const = default;
};

}  // namespace medskapa
