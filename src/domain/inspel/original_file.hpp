#pragma once

#include "base/id.hpp"
#include "base/names.hpp"
#include "base/result.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace medskapa {

/// A file as it was sent to us. Its bytes are kept unchanged, apart from it, and are never unpacked.
struct OriginalFile {
    enum class Format { pdf, docx, odt, eml, msg };

    Id<OriginalFile> id = {};
    std::string name = {};
    Format format = Format::pdf;
    std::string digest = {};  // SHA-256 of the bytes, hexadecimal
    std::size_t size = 0;
};
template <>
inline constexpr auto names_of<OriginalFile::Format> = names<OriginalFile::Format>({
    {OriginalFile::Format::pdf, "pdf"},
    {OriginalFile::Format::docx, "docx"},
    {OriginalFile::Format::odt, "odt"},
    {OriginalFile::Format::eml, "eml"},
    {OriginalFile::Format::msg, "msg"},
});

inline constexpr std::size_t largest_original = 10U * 1024 * 1024;

/// What the bytes are, whatever the file is called: PDF (ISO 32000), DOCX (ECMA-376), ODT (ISO 26300), an
/// e-mail (RFC 5322) or an Outlook message (MS-OXMSG). Reads only signatures and the archive's directory.
std::optional<OriginalFile::Format> format_of(std::string_view bytes);

/// The name with the ending that the content has, whatever it was called: "svar.hta" that is a PDF is
/// "svar.hta.pdf", which opens as one.
std::string name_with_ending(std::string_view name, OriginalFile::Format);

/// Refuses what is empty, larger than 10 MB, of another format, or holds macros.
Result<OriginalFile> checked_original(std::string_view name, std::string_view bytes);

/// The media type that a browser gets.
std::string_view content_type_of(OriginalFile::Format);

}  // namespace medskapa
