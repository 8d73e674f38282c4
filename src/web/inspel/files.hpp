#pragma once

#include "app/inspel/sent_file.hpp"
#include "web/frame/visit.hpp"
#include "web/inspel/views.hpp"
#include "web/ui/forms/form.hpp"

/// Files that come with an inspel or an answer to a referral: chosen, sent, listed and given out.
namespace medskapa::web::inspel {

/// Whether the form comes back with what was sent, or is a new one.
enum class Coming { back, anew };
/// Where files are chosen. A form that comes back names those that must be chosen again. Nothing where none
/// are taken.
Html files_field(
    const Visit&, const std::string& label, FileKinds, const ui::Complaints&, Coming = Coming::back);

/// What was chosen in the field, pictures drawn anew.
std::vector<app::SentFile> typed_files(const Visit&);
/// The one file of a field; nothing when none was chosen.
std::optional<app::SentFile> typed_file(const Visit&, const std::string& field);

/// "svar.pdf · 120 kB" and its digest, with a link where there is one.
Html file_view(const Visit&, const OriginalFile&, const std::string& href);

/// The inspel's files as this reader may see them: everybody those that staff have shown, or their masked
/// copies; its sender all, by the receipt's code. Nothing when none came with it.
Html files_view(const Visit&, const Inspel&, Reader, const std::string& code = {});

/// A file to be saved, never opened as a page of ours.
Response file_response(const Visit&, const OriginalFile&);

}  // namespace medskapa::web::inspel
