#include "web/document/text_file.hpp"

#include "base/digest.hpp"
#include "engine/office/document_writer.hpp"
#include "engine/office/markdown/markdown_blocks.hpp"
#include "web/ui/printing.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <fstream>
#include <functional>
#include <stdexcept>
#include <utility>

namespace medskapa::web::document {
namespace {

constexpr auto page_name = "text.html";

using Writing = std::function<void(std::ostream&)>;

std::filesystem::path written(const std::filesystem::path& path, const Writing& write) {
    std::ofstream file{path, std::ios::binary};
    write(file);
    file.close();
    if (!file) throw std::runtime_error{"The text could not be written: is the disk full?"};
    return path;
}

bool is_heading(const Line& line) {
    return line.node.kind == Node::Kind::section;
}

constexpr std::size_t least_headings = 3;  // besides the title, for a list of them

std::vector<office::TextBlock> headings_of(const Lines& lines) {
    std::vector<office::TextBlock> headings;
    for (const auto& line : lines)
        if (is_heading(line)) headings.push_back(office::heading(line.depth, line.text, line.node.code));
    return headings;
}

void write_markdown(std::ostream& out, const Lines& lines) {
    bool follows = false;
    for (const auto& line : lines) {
        if (std::exchange(follows, true)) out << '\n';
        if (is_heading(line))
            out << std::string(static_cast<std::size_t>(std::max(1, line.depth)), '#') << ' ';
        out << line.text << '\n';
    }
}

void write_office(office::DocumentWriter& writer, const Lines& lines, const office::PictureSource& pictures) {
    office::FileSink sink{writer, pictures};
    add_text(sink, lines);
    sink.finish();
}

/// A page that stands by itself holds its pictures (RFC 2397).
PictureAddress within_the_page(const office::PictureSource& pictures) {
    return [pictures](const KeptPicture& picture) {
        const auto bytes = pictures.has && pictures.has(picture) ? pictures.bytes_of(picture) : std::string{};
        return bytes.empty() ? std::string{}
                             : fmt::format("data:image/{};base64,{}", name_of(picture.format), base64(bytes));
    };
}

/// The page that is printed is the page that is saved.
std::filesystem::path make_page(const std::filesystem::path& path, const Document& document,
    const Lines& lines, const office::PictureSource& pictures) {
    return written(path, [&](auto& out) {
        ui::write_paper_page(
            out, document.language, document.title,
            [&](office::BlockSink& sink) {
                add_text(sink, lines);
                sink.finish();
            },
            within_the_page(pictures));
    });
}

}  // namespace

std::optional<TextFormat> text_format_named(std::string_view extension) {
    constexpr std::array<std::pair<std::string_view, TextFormat>, 5> known{{
        {"md", TextFormat::markdown},
        {"docx", TextFormat::docx},
        {"odt", TextFormat::odt},
        {"html", TextFormat::html},
        {"pdf", TextFormat::pdf},
    }};
    for (const auto& [name, format] : known)
        if (name == extension) return format;
    return std::nullopt;
}

void add_line(office::BlockSink& sink, const Line& line) {
    if (is_heading(line))
        sink.add(office::heading(line.depth, line.text, line.node.code));
    else
        office::add_markdown(sink, line.text);
}

void add_text(office::BlockSink& sink, const Lines& lines) {
    const auto headings = headings_of(lines);
    bool has_contents = headings.size() <= least_headings;
    for (const auto& line : lines) {
        add_line(sink, line);
        if (!std::exchange(has_contents, true)) sink.add_contents(headings);
    }
}

Result<std::filesystem::path> make_text_file(const Document& document, const Lines& lines, TextFormat format,
    const ScratchFolder& folder, const ChildLimits& limits, const office::PictureSource& pictures) {
    const auto file = [&](const char* name, const Writing& write) {
        return written(folder.path() / name, write);
    };
    const office::DocumentHead head{document.title, document.language, {}};
    switch (format) {
        case TextFormat::markdown: return file("text.md", [&](auto& out) { write_markdown(out, lines); });
        case TextFormat::docx:
            return file("text.docx",
                [&](auto& out) { write_office(*office::docx_writer(out, head), lines, pictures); });
        case TextFormat::odt:
            return file("text.odt",
                [&](auto& out) { write_office(*office::odt_writer(out, head), lines, pictures); });
        case TextFormat::html:
        case TextFormat::pdf: break;
    }
    auto page = make_page(folder.path() / page_name, document, lines, pictures);
    if (format == TextFormat::html) return page;
    return ui::print_to_pdf(folder, page_name, "text.pdf", limits);
}

}  // namespace medskapa::web::document
