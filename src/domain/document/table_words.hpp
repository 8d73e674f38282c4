#pragma once

#include <string>
#include <string_view>

namespace medskapa {

/// A paragraph of Markdown as it is read in running words: each row of a table is a line with its cells
/// between points, "Mått · 2019 · Mål 2030", and the line under the header is gone. All else stays as it is
/// written.
std::string words_of_tables(std::string_view markdown);

}  // namespace medskapa
