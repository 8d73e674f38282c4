#pragma once

#include "base/digest.hpp"

#include <filesystem>

namespace medskapa::store {

/// SHA-256 of a file's bytes, of any size. Throws std::runtime_error, with a sentence for the operator, when
/// it cannot be read.
Digest digest_of_file(const std::filesystem::path&);

}  // namespace medskapa::store
