#include "web/ui/printing.hpp"

#include "web/ui/html_sink.hpp"

#include <ostream>

namespace medskapa::web::ui {
namespace {

/// For paper and word processors; pages of the site have the site's own.
constexpr auto style = R"(
body {max-width: 48rem; margin: 2rem auto; padding: 0 1rem; font: 11pt/1.5 serif}
h1, h2, h3, h4, th, caption {font-family: sans-serif; text-align: left; break-after: avoid}
table {width: 100%; border-collapse: collapse; margin: 1rem 0; font-size: 10pt}
th, td {padding: .3rem .5rem; border-bottom: 1px solid #999; text-align: left; vertical-align: top}
.n {text-align: right}
figure {margin: 1rem 0} img {max-width: 100%; height: auto}
blockquote {margin: 0; font-style: italic}
.as-typed {white-space: pre-wrap}
del {color: #8a1f11} ins {color: #0b5c2b}
@page {size: A4; margin: 2cm; @bottom-right {content: counter(page)}}
)";

}  // namespace

void write_paper_page(std::ostream& out, const std::string& language, const std::string& title,
    const BlockWriting& write, const PictureAddress& pictures) {
    out << html("<!doctype html>\n<html lang=\"{}\">\n<head><meta charset=\"utf-8\"><title>{}</title><style>",
               language, title)
               .markup()
        << style << "</style></head>\n<body>";
    HtmlSink sink{language, [&](const Html& piece) { out << piece.markup(); }};
    sink.set_pictures(pictures);
    write(sink);
    out << "\n</body>\n</html>\n";
}

Result<std::filesystem::path> print_to_pdf(
    const ScratchFolder& folder, const std::string& page, const std::string& pdf, const ChildLimits& limits) {
    constexpr auto printer = "weasyprint";
    switch (run_confined({printer, "--encoding=utf-8", page, pdf}, folder.path(), limits)) {
        case ChildExit::success: return folder.path() / pdf;
        case ChildExit::not_installed:
            return refuse(Failure::Kind::not_found,
                {{"format", N_("The program {} is not installed here. Take the HTML, or have it installed"),
                    {printer}}});
        case ChildExit::failure:
        case ChildExit::timeout: break;
    }
    return refuse(Failure::Kind::closed,
        {{"format", N_("It is too much for {}. Take the HTML, which has no limit"), {printer}}});
}

}  // namespace medskapa::web::ui
