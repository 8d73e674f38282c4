#pragma once

#include "base/id.hpp"
#include "base/names.hpp"
#include "base/result.hpp"
#include "domain/site/file_kinds.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medskapa {

/// A file that came with an inspel, or that staff put in the place of one: a copy in which something is
/// masked. Its bytes are kept unchanged, apart from it, and are never unpacked. Of a picture they are the
/// picture alone, drawn anew before it was kept.
struct OriginalFile {
    enum class Format { pdf, docx, odt, eml, msg, jpeg, png };

    Id<OriginalFile> id = {};
    std::string name = {};
    Format format = Format::pdf;
    std::string digest = {};  // SHA-256 of the bytes, hexadecimal
    std::size_t size = 0;
    Id<struct Inspel> inspel = {};          // none of a copy, and while an answer waits for a second person
    Id<struct ReferralAnswer> answer = {};  // that it came with, if it did
    Id<OriginalFile> masked = {};           // the copy that staff made, which is shown in its place
    bool is_shown = false;                  // everybody may fetch it, or its copy where it has one
};
template <>
inline constexpr auto names_of<OriginalFile::Format> = names<OriginalFile::Format>({
    {OriginalFile::Format::pdf, "pdf"},
    {OriginalFile::Format::docx, "docx"},
    {OriginalFile::Format::odt, "odt"},
    {OriginalFile::Format::eml, "eml"},
    {OriginalFile::Format::msg, "msg"},
    {OriginalFile::Format::jpeg, "jpeg"},
    {OriginalFile::Format::png, "png"},
});

inline constexpr std::size_t most_files = 5;                         // with one inspel
inline constexpr std::size_t largest_files = 10U * 1024 * 1024;      // bytes of all of them together
inline constexpr std::size_t largest_unpacked = 200U * 1024 * 1024;  // bytes that a DOCX or ODT says it holds

/// What the bytes are, whatever the file is called: PDF (ISO 32000), DOCX (ECMA-376), ODT (ISO 26300), an
/// e-mail (RFC 5322), an Outlook message (MS-OXMSG), JPEG (ITU-T T.81) or PNG (ISO 15948). Reads only
/// signatures and the archive's directory.
std::optional<OriginalFile::Format> format_of(std::string_view bytes);

bool is_picture(OriginalFile::Format);
bool takes(FileKinds, OriginalFile::Format);

/// The name with the ending that the content has, whatever it was called: "svar.hta" that is a PDF is
/// "svar.hta.pdf", which opens as one.
std::string name_with_ending(std::string_view name, OriginalFile::Format);

/// Refuses what is empty, larger than 10 MB, of another format, holds macros, unpacks to too much, or is a
/// picture that has not been drawn anew.
Result<OriginalFile> checked_original(
    std::string_view name, std::string_view bytes, FileKinds = FileKinds::mail);

/// What is wrong with so many files of that size together; nothing when they may come.
std::vector<Complaint> faults_together(std::size_t files, std::size_t bytes);

/// The media type that a browser gets.
std::string_view content_type_of(OriginalFile::Format);

}  // namespace medskapa
