#include "web/decision/report/files.hpp"

#include "engine/office/document_writer.hpp"
#include "web/ui/printing.hpp"

#include <array>
#include <fstream>
#include <stdexcept>

namespace medskapa::web::decision::report {
namespace {

struct Kind {
    std::string_view extension;
    std::string_view content_type;
};
constexpr std::array<Kind, 4> kinds{{
    {"html", "text/html; charset=utf-8"},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {"odt", "application/vnd.oasis.opendocument.text"},
    {"pdf", "application/pdf"},
}};

const Kind& kind_of(Format format) {
    return kinds.at(static_cast<std::size_t>(format));
}

constexpr auto source = "redogorelse.html";

using Writing = std::function<Check(std::ostream&)>;

/// The report in the file, whole or not at all.
Made written(const std::filesystem::path& path, const Writing& writing) {
    std::ofstream file{path, std::ios::binary};
    Made made{path, writing(file)};
    file.close();
    if (!file) throw std::runtime_error{"The report could not be written: is the disk full?"};
    return made;
}

Check write_file(office::DocumentWriter& writer, const Subject& subject, const Progress& progress) {
    office::FileSink sink{writer};
    return write(subject, sink, progress);
}

Result<Made> printed(Made made, const ScratchFolder& folder, const ChildLimits& limits) {
    auto pdf = ui::print_to_pdf(folder, source, "redogorelse.pdf", limits);
    if (!pdf) return tl::unexpected{pdf.error()};
    made.file = *std::move(pdf);
    return made;
}

}  // namespace

std::optional<Format> format_named(std::string_view extension) {
    for (std::size_t i = 0; i < kinds.size(); ++i)
        if (kinds[i].extension == extension) return static_cast<Format>(i);
    return std::nullopt;
}

std::string_view extension_of(Format format) {
    return kind_of(format).extension;
}

std::string_view content_type_of(Format format) {
    return kind_of(format).content_type;
}

Result<Made> make(const Subject& subject, Format format, const ScratchFolder& folder,
    const ChildLimits& limits, const Progress& progress) {
    const office::DocumentHead head{title_of(subject), subject.words.tag()};
    switch (format) {
        case Format::docx:
            return written(folder.path() / "redogorelse.docx", [&](std::ostream& out) {
                return write_file(*office::docx_writer(out, head), subject, progress);
            });
        case Format::odt:
            return written(folder.path() / "redogorelse.odt", [&](std::ostream& out) {
                return write_file(*office::odt_writer(out, head), subject, progress);
            });
        case Format::html:
        case Format::pdf: break;
    }
    auto made = written(
        folder.path() / source, [&](std::ostream& out) { return write_html(subject, out, progress); });
    if (format == Format::html) return made;
    progress("PDF", 0.98);
    return printed(std::move(made), folder, limits);
}

}  // namespace medskapa::web::decision::report
