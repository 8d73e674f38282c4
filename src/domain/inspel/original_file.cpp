#include "domain/inspel/original_file.hpp"

#include "base/archive/zip.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"
#include "domain/inspel/plain_picture.hpp"

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

tl::unexpected<Failure> unfit(const char* why, std::string_view name) {
    return refuse(Failure::Kind::invalid, {{Field::file, why, {plain_name(name)}}});
}

/// Whether it unpacks to more than anybody's computer would like.
bool is_bomb(std::string_view bytes) {
    std::uint64_t unpacked = 0;
    for (const auto& entry : zip::directory(bytes)) {
        if (entry.unpacked > largest_unpacked) return true;
        unpacked += entry.unpacked;
    }
    return unpacked > largest_unpacked;
}

/// A picture of an iPhone (ISO 23008-12), which its owner does not know to be one.
bool is_heic(std::string_view bytes) {
    const auto brand = bytes.substr(0, 12);
    return brand.size() == 12 && brand.substr(4, 6) == "ftyphe";
}

const char* what_to_send(FileKinds kinds) {
    switch (kinds) {
        case FileKinds::none: return N_("Files are not taken here. Send “{}” without, or write what it says");
        case FileKinds::pdf_and_pictures:
            return N_("“{}” is neither a PDF nor a picture (JPEG or PNG). Save it again as one of them");
        case FileKinds::documents:
            return N_("“{}” is neither PDF, JPEG, PNG, DOCX nor ODT. Save it again as one of them");
        case FileKinds::mail: break;
    }
    return N_("“{}” is neither PDF, JPEG, PNG, DOCX, ODT nor an e-mail. Save it again as one of them");
}

bool has_more_than_the_picture(Format format, std::string_view bytes) {
    return format == Format::jpeg ? !is_plain_jpeg(bytes) : format == Format::png && !is_plain_png(bytes);
}

}  // namespace

std::optional<Format> format_of(std::string_view bytes) {
    if (bytes.starts_with("%PDF-"sv)) return Format::pdf;
    if (bytes.starts_with("\xFF\xD8\xFF"sv)) return Format::jpeg;
    if (bytes.starts_with("\x89PNG\r\n\x1A\n"sv)) return Format::png;
    if (bytes.starts_with("PK\x03\x04"sv)) return format_of_zip(bytes);
    if (is_outlook(bytes)) return Format::msg;
    if (is_mail(bytes)) return Format::eml;
    return std::nullopt;
}

std::string name_with_ending(std::string_view typed, Format format) {
    auto name = plain_name(typed);
    if (name.empty()) name = "fil";
    if (format == Format::jpeg && text::lower(name).ends_with(".jpg")) return name;
    const auto ending = "." + std::string{name_of(format)};
    return text::lower(name).ends_with(ending) ? name : name + ending;
}

bool is_picture(Format format) {
    return format == Format::jpeg || format == Format::png;
}

bool takes(FileKinds kinds, Format format) {
    switch (format) {
        case Format::pdf:
        case Format::jpeg:
        case Format::png: return kinds >= FileKinds::pdf_and_pictures;
        case Format::docx:
        case Format::odt: return kinds >= FileKinds::documents;
        case Format::eml:
        case Format::msg: break;
    }
    return kinds >= FileKinds::mail;
}

Result<OriginalFile> checked_original(std::string_view name, std::string_view bytes, FileKinds kinds) {
    if (bytes.empty()) return unfit(N_("“{}” is empty. Choose another file"), name);
    if (bytes.size() > largest_files)
        return unfit(
            N_("“{}” is larger than 10 MB. Save it with smaller pictures, or send it in parts"), name);
    if (is_heic(bytes))
        return unfit(N_("“{}” is a HEIC picture, which few can open. Save or send it as JPEG"), name);
    const auto format = format_of(bytes);
    if (!format || !takes(kinds, *format)) return unfit(what_to_send(kinds), name);
    if (holds_macros(names_in_zip(bytes)))
        return unfit(N_("“{}” holds macros, which could harm who opens it. Save it without them"), name);
    if (is_bomb(bytes)) return unfit(N_("“{}” unpacks to more than 200 MB. Save it as PDF"), name);
    if (has_more_than_the_picture(*format, bytes))
        return unfit(N_("“{}” could not be drawn. Save the picture again, as JPEG or PNG"), name);
    return OriginalFile{
        {}, name_with_ending(name, *format), *format, hex(as_text(sha256(bytes))), bytes.size()};
}

std::vector<Complaint> faults_together(std::size_t files, std::size_t bytes) {
    if (files > most_files)
        return {{Field::file, N_("At most {} files can come with it. Send fewer"), {most_files}}};
    if (bytes > largest_files)
        return {{Field::file, N_("The files are together larger than 10 MB. Send fewer, or smaller ones")}};
    return {};
}

std::string_view content_type_of(Format format) {
    switch (format) {
        case Format::pdf: return "application/pdf";
        case Format::docx: return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        case Format::odt: return "application/vnd.oasis.opendocument.text";
        case Format::eml: return "message/rfc822";
        case Format::jpeg: return "image/jpeg";
        case Format::png: return "image/png";
        case Format::msg: break;
    }
    return "application/vnd.ms-outlook";
}

}  // namespace medskapa
