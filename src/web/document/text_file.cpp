#include "web/document/text_file.hpp"

#include "base/digest.hpp"
#include "engine/office/document_writer.hpp"
#include "engine/office/markdown/markdown_blocks.hpp"
#include "store/correction/correction_store.hpp"
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

/// Notes are quoted, so that nobody takes them for the text's words.
void write_notes(std::ostream& out, const correction::Blocks& notes) {
    if (!notes.empty()) out << '\n';
    for (const auto& note : notes) {
        out << (&note == &notes.front() ? "> " : ">\n> ");
        for (const auto& span : note.spans)
            for (const char letter : span.text) out << (letter == '\n' ? "\n> " : std::string(1, letter));
        out << '\n';
    }
}

const correction::Blocks& notes_after(const TextNotes& notes, const Line& line) {
    static const correction::Blocks none;
    const auto found = notes.after.find(line.node.code);
    return found == notes.after.end() ? none : found->second;
}

/// The line that names the whole text, where it has one.
bool is_title(const Lines& lines, const Line& line) {
    return &line == &lines.front() && is_heading(line) && line.depth <= 1;
}

void write_markdown(std::ostream& out, const TextFile& file) {
    const bool has_title = !file.lines.empty() && is_title(file.lines, file.lines.front());
    if (!has_title) write_notes(out, file.notes.first);
    bool follows = !has_title && !file.notes.first.empty();
    for (const auto& line : file.lines) {
        if (std::exchange(follows, true)) out << '\n';
        if (is_heading(line))
            out << std::string(static_cast<std::size_t>(std::max(1, line.depth)), '#') << ' ';
        out << line.text << '\n';
        if (is_title(file.lines, line)) write_notes(out, file.notes.first);
        write_notes(out, notes_after(file.notes, line));
    }
}

void write_office(office::DocumentWriter& writer, const TextFile& file) {
    office::FileSink sink{writer, file.pictures};
    add_text(sink, file.lines, file.notes);
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
std::filesystem::path make_page(const std::filesystem::path& path, const TextFile& file) {
    return written(path, [&](auto& out) {
        ui::write_paper_page(
            out, file.document.language, file.document.title,
            [&](office::BlockSink& sink) {
                add_text(sink, file.lines, file.notes);
                sink.finish();
            },
            within_the_page(file.pictures));
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

TextNotes corrections_of(const correction::Source& source, const Version& version) {
    TextNotes notes{correction::blocks_of_version(source, version)};
    if (notes.first.empty()) return notes;
    for (const auto& [code, right] : store::right_words_in(source.db, version.id.value))
        notes.after[code] = correction::blocks_of_paragraph(source, version, code);
    return notes;
}

void add_text(office::BlockSink& sink, const Lines& lines, const TextNotes& notes) {
    const auto add_all = [&](const correction::Blocks& blocks) {
        for (const auto& block : blocks) sink.add(block);
    };
    const auto headings = headings_of(lines);
    bool has_contents = headings.size() <= least_headings;
    if (lines.empty() || !is_title(lines, lines.front())) add_all(notes.first);
    for (const auto& line : lines) {
        add_line(sink, line);
        if (is_title(lines, line)) add_all(notes.first);
        add_all(notes_after(notes, line));
        if (!std::exchange(has_contents, true)) sink.add_contents(headings);
    }
}

Result<std::filesystem::path> make_text_file(
    const TextFile& text, TextFormat format, const ScratchFolder& folder, const ChildLimits& limits) {
    const auto file = [&](const char* name, const Writing& write) {
        return written(folder.path() / name, write);
    };
    const office::DocumentHead head{text.document.title, text.document.language, {}};
    switch (format) {
        case TextFormat::markdown: return file("text.md", [&](auto& out) { write_markdown(out, text); });
        case TextFormat::docx:
            return file("text.docx", [&](auto& out) { write_office(*office::docx_writer(out, head), text); });
        case TextFormat::odt:
            return file("text.odt", [&](auto& out) { write_office(*office::odt_writer(out, head), text); });
        case TextFormat::html:
        case TextFormat::pdf: break;
    }
    auto page = make_page(folder.path() / page_name, text);
    if (format == TextFormat::html) return page;
    return ui::print_to_pdf(folder, page_name, "text.pdf", limits);
}

}  // namespace medskapa::web::document
