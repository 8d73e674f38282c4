#pragma once

#include "base/result.hpp"
#include "base/system/child_process.hpp"
#include "web/decision/report/report.hpp"

#include <filesystem>
#include <optional>

namespace medskapa::web::decision::report {

enum class Format { html, docx, odt, pdf };

std::optional<Format> format_named(std::string_view extension);
std::string_view extension_of(Format);
std::string_view content_type_of(Format);

/// The report as a file in the folder. HTML, DOCX and ODT are written as a stream, of any size; PDF is made
/// by weasyprint, held to the limits: `not_found` where that is not installed, `closed` where the report is
/// too much for it.
struct Made {
    std::filesystem::path file;
    Check check;
};
Result<Made> make(const Subject&, Format, const ScratchFolder&, const ChildLimits&, const Progress&);

}  // namespace medskapa::web::decision::report
