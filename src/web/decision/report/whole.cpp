#include "web/decision/report/whole.hpp"

#include "web/decision/addresses.hpp"
#include "web/decision/report/files.hpp"
#include "web/decision/report/pages.hpp"
#include "web/frame/whole_file.hpp"
#include "web/ui/forms/form.hpp"

#include <fmt/format.h>

namespace medskapa::web::decision::report {
namespace {

Result<std::filesystem::path> made(
    const Visit& visit, Format format, const ScratchFolder& folder, const ChildLimits& limits) {
    const Subject subject{
        visit.db, *visit.process, words_of(visit.words.language()), visit.site.clock, visit.now};
    auto file = make(subject, format, folder, limits, [](std::string_view, double) {});
    if (!file) return tl::unexpected{file.error()};
    return std::move(file->file);
}

}  // namespace

Html downloads(const Visit& visit) {
    const auto& words = visit.words;
    const auto button = [&](const char* format, const std::string& text) {
        return ui::button_link(visit.href(address::report_file, format), text, ui::Weight::quiet);
    };
    return html(R"(
<p class="row">{docx} {odt} {pdf} {html}</p>)",
        "docx"_a = button("docx", words("Get it as {}", "DOCX")),
        "odt"_a = button("odt", words("Get it as {}", "ODT")),
        "pdf"_a = button("pdf", words("Get it as {}", "PDF")),
        "html"_a = button("html", words("Get it as {}", "HTML")));
}

Response file(const Visit& visit) {
    const auto format = format_named(visit.path.at("format"));
    if (!format) return problem(visit, Failure::Kind::not_found);
    auto sent = whole_file(visit,
        {fmt::format("redogorelse/{}/{}", visit.words.tag(), extension_of(*format)), content_type_of(*format),
            fmt::format("samradsredogorelse-{}.{}", visit.process->slug, extension_of(*format)),
            [&](const ScratchFolder& folder, const ChildLimits& limits) {
                return made(visit, *format, folder, limits);
            }});
    if (sent) return *std::move(sent);
    const bool cannot_print = *format == Format::pdf && sent.error().kind == Failure::Kind::not_found;
    return cannot_print ? see_other(visit.href(address::report_page))
                        : file_not_made(visit, sent.error(), downloads(visit));
}

}  // namespace medskapa::web::decision::report
