#pragma once

#include "base/system/child_process.hpp"
#include "web/frame/visit.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

/// Documents of any size that everybody may fetch: made once for all who ask, and given out block by block.
namespace medskapa::web {

struct WholeFile {
    std::string kind;  // what no other file of the process is called: "redogorelse/sv/pdf"
    std::string_view content_type;
    std::string name;  // as it is saved
    /// Makes it in the folder, held to the limits.
    std::function<Result<std::filesystem::path>(const ScratchFolder&, const ChildLimits&)> make;
};

/// The file, or the block of it that the request asks for: it is made anew when something has been done in
/// the process, and each day. Refused as `make` refuses, and `closed` while another is being made.
Result<Response> whole_file(const Visit&, const WholeFile&);

/// The page that says why a file could not be made, and what there is instead.
Response file_not_made(const Visit&, const Failure&, const Html& instead);

}  // namespace medskapa::web
