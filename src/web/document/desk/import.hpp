#pragma once

#include "app/document/document_import.hpp"
#include "web/frame/visit.hpp"

namespace medskapa::web::document::desk {

/// The text that was sent with a form: the file "fil", or else what was typed in "text". Where a line of it
/// is wrong, the complaint names the line.
Result<app::ReadFile> sent_text(const Visit&, const std::string& code, const std::string& title);

}  // namespace medskapa::web::document::desk
