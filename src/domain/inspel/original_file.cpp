#include "domain/inspel/original_file.hpp"

#include "base/archive/zip.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"

#include <algorithm>
#include <set>
#include <vector>

namespace medskapa {
namespace {

using namespace std::string_view_literals;
using Format = OriginalFile::Format;

constexpr std::size_t longest_name = 120;
constexpr std::size_t longest_mail_head = 64 * 1024;

using Names = std::vector<std::string_view>;

Names names_in_zip(std::string_view bytes) {
    Names names;
    for (const auto& entry : zip::directory(bytes)) names.push_back(entry.name);
    return names;
}

bool has(const Names& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool holds_macros(const Names& names) {
    return std::any_of(names.begin(), names.end(),
        [](std::string_view name) { return name.ends_with("vbaProject.bin") || name.starts_with("Basic/"); });
}

std::optional<Format> format_of_zip(std::string_view bytes) {
    constexpr std::size_t local_header_size = 30;
    const auto names = names_in_zip(bytes);
    if (has(names, "[Content_Types].xml") && has(names, "word/document.xml")) return Format::docx;
    // An OpenDocument begins with its type, stored as it is (OpenDocument 1.3, part 2, 3.3).
    const auto first =
        bytes.size() < local_header_size ? std::string_view{} : bytes.substr(local_header_size);
    const bool is_text = first.starts_with("mimetypeapplication/vnd.oasis.opendocument.textPK"sv);
    if (is_text && has(names, "content.xml")) return Format::odt;
    return std::nullopt;
}

/// Whether it begins with the head of a letter: lines "Name: value", among them a sender and a day.
bool is_mail(std::string_view bytes) {
    const auto head = bytes.substr(0, std::min(bytes.find("\n\r\n"), bytes.find("\n\n")));
    if (head.size() == bytes.size() || head.size() > longest_mail_head) return false;
    std::set<std::string> names;
    for (const auto& line : text::split(head, '\n')) {
        if (line.starts_with(' ') || line.starts_with('\t')) continue;
        const auto name = line.substr(0, line.find(':'));
        const bool is_plain =
            std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < '\x7f'; });
        if (name.empty() || name.size() == line.size() || !is_plain) return false;
        names.insert(text::lower(name));
    }
    return names.contains("from") && names.contains("date");
}

/// A compound file (MS-CFB) with the stream that every message of Outlook has; an old DOC has not.
bool is_outlook(std::string_view bytes) {
    constexpr auto stream = "_\0_\0p\0r\0o\0p\0e\0r\0t\0i\0e\0s\0_\0v\0e\0r\0s\0i\0o\0n\0001\0.\0000\0"sv;
    return bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv) && bytes.find(stream) != bytes.npos;
}

/// The name without folders, controls, what turns text around and what some file systems give a meaning.
std::string plain_name(std::string_view name) {
    const auto slash = name.find_last_of("/\\");
    auto plain = text::one_line(name.substr(slash == name.npos ? 0 : slash + 1));
    for (auto& c : plain)
        if (std::string_view{"<>:\"|?*"}.find(c) != std::string_view::npos) c = '_';
    return text::excerpt(plain, longest_name);
}

tl::unexpected<Failure> unfit(const char* why) {
    return refuse(Failure::Kind::invalid, {{Field::file, why}});
}

}  // namespace

std::optional<Format> format_of(std::string_view bytes) {
    if (bytes.starts_with("%PDF-"sv)) return Format::pdf;
    if (bytes.starts_with("PK\x03\x04"sv)) return format_of_zip(bytes);
    if (is_outlook(bytes)) return Format::msg;
    if (is_mail(bytes)) return Format::eml;
    return std::nullopt;
}

std::string name_with_ending(std::string_view typed, Format format) {
    auto name = plain_name(typed);
    if (name.empty()) name = "svar";
    const auto ending = "." + std::string{name_of(format)};
    return text::lower(name).ends_with(ending) ? name : name + ending;
}

Result<OriginalFile> checked_original(std::string_view name, std::string_view bytes) {
    if (bytes.empty()) return unfit(N_("The file is empty. Choose another"));
    if (bytes.size() > largest_original)
        return unfit(N_("The file is larger than 10 MB. Save it with smaller pictures, or send it in parts"));
    const auto format = format_of(bytes);
    if (!format)
        return unfit(N_("The file is neither PDF, DOCX, ODT nor an e-mail. Save it again as one of them"));
    if (holds_macros(names_in_zip(bytes)))
        return unfit(N_("The file holds macros, which could harm who opens it. Save it without them"));
    return OriginalFile{
        {}, name_with_ending(name, *format), *format, hex(as_text(sha256(bytes))), bytes.size()};
}

std::string_view content_type_of(Format format) {
    switch (format) {
        case Format::pdf: return "application/pdf";
        case Format::docx: return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        case Format::odt: return "application/vnd.oasis.opendocument.text";
        case Format::eml: return "message/rfc822";
        case Format::msg: break;
    }
    return "application/vnd.ms-outlook";
}

}  // namespace medskapa
