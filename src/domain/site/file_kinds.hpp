#pragma once

#include "base/names.hpp"

namespace medskapa {

/// What may come with an inspel as a file. Each takes what those before it take.
enum class FileKinds { none, pdf_and_pictures, documents, mail };
template <>
inline constexpr auto names_of<FileKinds> = names<FileKinds>({
    {FileKinds::none, "none", N_("No files")},
    {FileKinds::pdf_and_pictures, "pdf_and_pictures", N_("PDF and pictures")},
    {FileKinds::documents, "documents", N_("PDF, pictures, DOCX and ODT")},
    {FileKinds::mail, "mail", N_("PDF, pictures, DOCX, ODT and e-mails")},
});

}  // namespace medskapa
