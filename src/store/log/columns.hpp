#pragma once

#include "store/sql/columns.hpp"

/// The columns of the open log: see sql/columns.hpp.
namespace medskapa::store::tables {

using enum sql::Privacy;

inline constexpr auto log_entry = sql::table<"log_entry">({
    {"idx", open},
    {"object", open},
    {"process", open},
    {"type", open},
    {"data", open},
    {"leaf", open},
});

/// With its salt a commitment can be tried against what somebody may have written.
inline constexpr auto log_salt = sql::table<"log_salt">({
    {"idx", open},
    {"label", open},
    {"salt", personal},
});

inline constexpr auto log_signed = sql::table<"log_signed">({
    {"size", open},
    {"root", open},
    {"signed_at", open},
    {"note", open},
});

inline constexpr auto erasure_to_sweep = sql::table<"erasure_to_sweep">({{"log_place", internal}});

}  // namespace medskapa::store::tables
