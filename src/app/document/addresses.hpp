#pragma once

#include "base/address.hpp"

/// Where everybody can fetch what the open log vouches for.
namespace medskapa::address {

inline constexpr Address version_markdown{
    "/processer/{process}/dokument/{document}/version/{number}/text.md"};

}  // namespace medskapa::address
