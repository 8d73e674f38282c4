#pragma once

#include "engine/regional/read/statistic.hpp"

namespace medskapa::regional::read {

/// A PX file (Statistics Sweden's format, AXIS-VERSION 1997 to 2013), in its main language. Bytes are UTF-8,
/// else the Latin-1 family where CHARSET or CODEPAGE says so, else code page 850, as files without CHARSET
/// are; another CODEPAGE is refused unless the bytes are UTF-8. "-" is 0 with its symbol as status; the dots
/// are missing and stay as symbols. With KEYS, rows that the file leaves out are 0, with a warning. A
/// semicolon in DATA parts rows. A statement that cannot be read is passed over, with a warning, unless its
/// meaning is needed. Refusals name keyword and line. One pass; O(bytes).
Result<Statistic> read_px(std::string_view bytes);

}  // namespace medskapa::regional::read
