#include "web/report/files.hpp"

#include <array>
#include <fstream>
#include <stdexcept>

namespace medskapa::web::report {
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

std::vector<std::string> converter_of(Format format, const std::string& result) {
    if (format == Format::pdf) return {"weasyprint", "--encoding=utf-8", source, result};
    return {
        "pandoc", "--from=html", "--to=" + std::string{extension_of(format)}, "--output=" + result, source};
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

Result<Made> make(const Subject& subject, Format format, const app::ScratchFolder& folder,
    const app::Limits& limits, const Progress& progress) {
    Made made{folder.path() / source, {}};
    std::ofstream file{made.file, std::ios::binary};
    made.check = write_document(
        subject, [&](std::string_view piece) { file << piece; }, progress);
    file.close();
    if (!file) throw std::runtime_error{"The report could not be written: is the disk full?"};
    if (format == Format::html) return made;

    const auto result = "redogorelse." + std::string{extension_of(format)};
    const auto words = converter_of(format, result);
    progress(words.front(), 0.98);
    made.file = folder.path() / result;
    switch (app::run_child(words, folder.path(), limits)) {
        case app::Ended::well: return made;
        case app::Ended::not_installed:
            return refuse(Failure::Kind::not_found,
                {{"format", N_("The program {} is not installed here. Take the HTML, or have it installed"),
                    {words.front()}}});
        case app::Ended::badly:
        case app::Ended::too_late: break;
    }
    return refuse(Failure::Kind::closed,
        {{"format", N_("The report is too much for {}. Take the HTML, which has no limit"),
            {words.front()}}});
}

}  // namespace medskapa::web::report
