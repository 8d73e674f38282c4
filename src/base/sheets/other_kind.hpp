#pragma once

#include <string_view>

namespace medskapa::sheets {

/// Why a file that no table can be read from is none, by how it begins: a workbook that is locked or of an
/// old kind, a PDF, a web page, RTF or a picture. nullptr for what may be a table.
const char* other_kind(std::string_view bytes);

}  // namespace medskapa::sheets
