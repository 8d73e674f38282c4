#pragma once

#include "base/address.hpp"

namespace medskapa::address {

inline constexpr Address search_page{"/sok"};

}  // namespace medskapa::address
