#pragma once

#include "engine/regional/read/layout.hpp"

namespace medskapa::regional::read {

enum class Format { px, json_stat, pxweb_json, kolada, borders, table, compressed, unknown_json };

/// By what the bytes begin with and, for JSON, the members of the outermost object. Never refuses: what is
/// nothing else is a table.
Format format_of(std::string_view bytes);

/// Any supported statistic; tables in text and in workbooks by what was chosen for them. Warns of rows that
/// repeat another. Refuses what no reader can read, and borders, which are no statistic, saying what to do.
Result<Statistic> read_statistic(std::string_view bytes, const Choices& = {});

}  // namespace medskapa::regional::read
