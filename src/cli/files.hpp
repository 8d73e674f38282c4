#pragma once

#include "base/result.hpp"

#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

namespace medskapa::cli {

/// A file's bytes, or why they could not be read.
Result<std::string> bytes_of(const std::string& path);

/// Writes through `write` next to the file and puts it in place only when all of it is on disk: a reader
/// never sees half a file.
using Writing = std::function<void(std::ostream&)>;
tl::expected<void, Failure> write_file(const std::string& path, const Writing& write);

/// Rows as a person reads them in a terminal: columns in line, at most `most_rows` with a word about the
/// rest.
std::string aligned(std::string_view csv, std::size_t most_rows);

}  // namespace medskapa::cli
