#pragma once

#include "engine/office/blocks.hpp"
#include "engine/office/package.hpp"

namespace medskapa::office {

inline constexpr std::size_t most_pictures = 100;                       // of a file
inline constexpr std::uint64_t largest_picture = 10ULL * 1024 * 1024;   // bytes
inline constexpr std::uint64_t largest_pictures = 40ULL * 1024 * 1024;  // bytes of all together

/// Unpacks the pictures that the blocks show. A block whose picture is not in the file, is neither JPEG nor
/// PNG by its first bytes, or is beyond the limits above, goes and is counted as left out. O(bytes of them).
void take_pictures(const Package&, Reading&);

/// A block whose picture cannot be kept goes, and is counted as left out.
void leave_out_picture(Reading&, const std::string& part);

}  // namespace medskapa::office
