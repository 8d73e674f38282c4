#pragma once

#include "base/address.hpp"

/// Where everybody can fetch what the open log vouches for.
namespace medskapa::address {

inline constexpr Address rules_file{"/regler/{digest}"};

}  // namespace medskapa::address
