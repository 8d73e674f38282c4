#pragma once

#include "engine/regional/read/statistic.hpp"

#include <sstream>

namespace medskapa::test {

inline std::string long_form(const regional::read::Statistic& statistic,
    regional::read::Labels labels = regional::read::Labels::left_out) {
    std::ostringstream out;
    write_long(out, statistic, labels);
    return out.str();
}

/// What it reads as, or the first complaint in English.
inline std::string table_or_error(const Result<regional::read::Statistic>& read) {
    return read ? long_form(*read) : in_english(read.error().complaints.front());
}

}  // namespace medskapa::test
