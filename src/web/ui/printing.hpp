#pragma once

#include "base/result.hpp"
#include "base/system/child_process.hpp"

#include "engine/office/block_sink.hpp"
#include "web/markup/markdown.hpp"

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>

namespace medskapa::web::ui {

using BlockWriting = std::function<void(office::BlockSink&)>;

/// A page that stands by itself, for paper and word processors, piece by piece. What writes it finishes its
/// sink.
void write_paper_page(std::ostream&, const std::string& language, const std::string& title,
    const BlockWriting&, const PictureAddress& = {});

/// A page in the folder, printed by weasyprint to a PDF beside it. Refuses: `not_found` where that program is
/// not installed, `closed` where the page is too much for it within the limits.
Result<std::filesystem::path> print_to_pdf(
    const ScratchFolder&, const std::string& page, const std::string& pdf, const ChildLimits&);

}  // namespace medskapa::web::ui
