#pragma once

#include "engine/regional/read/statistic.hpp"

namespace medskapa::regional::read {

/// A PX file (Statistics Sweden's format, AXIS-VERSION 2000 to 2013), in its main language. Bytes are UTF-8
/// or the Latin-1 family, whatever CODEPAGE says; another CODEPAGE is refused unless the bytes are UTF-8.
/// Data symbols ("..", "-") stay as symbols. With KEYS, rows that the file leaves out are missing, with a
/// warning. Refusals name keyword and line. One pass; O(bytes).
Result<Statistic> read_px(std::string_view bytes);

}  // namespace medskapa::regional::read
