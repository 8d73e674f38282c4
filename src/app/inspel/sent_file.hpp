#pragma once

#include "domain/inspel/original_file.hpp"

#include <string>
#include <vector>

namespace medskapa::app {

/// A file as a browser sent it, and after redrawn() as it may be kept.
struct SentFile {
    std::string name;
    std::string octets;
    const char* fault = nullptr;  // a sentence with a hole for the name, when it was found to be unfit
};

/// The file itself, or, of a picture, the picture alone: drawn anew by a confined program of its own, so that
/// neither the place it was taken nor what stands after its end is kept, and a fault in a library that reads
/// pictures reaches nothing. Takes up to 20 seconds: never call it in an act.
SentFile redrawn(SentFile);

/// Whether that program is there: without it no picture can be kept.
bool can_redraw();

/// A file that may be kept.
struct CheckedFile {
    OriginalFile file;
    std::string octets;
};
/// All files as they may be kept, or all that is wrong with them.
Result<std::vector<CheckedFile>> checked(const std::vector<SentFile>&, FileKinds);

/// Whether they are the same, in the same order.
bool are_the_same(const std::vector<OriginalFile>&, const std::vector<CheckedFile>&);

}  // namespace medskapa::app
