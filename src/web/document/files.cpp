#include "web/document/addresses.hpp"
#include "web/document/pages.hpp"
#include "web/document/pictures.hpp"
#include "web/document/text_file.hpp"
#include "web/document/tracked.hpp"
#include "web/document/views.hpp"
#include "web/frame/whole_file.hpp"

#include <functional>
#include <memory>
#include <sstream>
#include <utility>

/// Texts for word processors: a version as it is, and two versions in one with what was added and removed as
/// noted changes, which an editor can accept or reject.
namespace medskapa::web::document {
namespace {

struct Format {
    std::string_view extension;
    std::string_view content_type;
    std::unique_ptr<office::DocumentWriter> (*writer)(std::ostream&, const office::DocumentHead&);
};
constexpr Format docx{
    "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", office::docx_writer};
constexpr Format odt{"odt", "application/vnd.oasis.opendocument.text", office::odt_writer};

using Writing = std::function<void(office::BlockSink&)>;

/// `changed_at` is for a file with noted changes.
office::DocumentHead head_of(const Document& document, const std::optional<Instant>& changed_at = {}) {
    return {document.title, document.language, changed_at ? time::iso(*changed_at) : std::string{}};
}

Response file_of(const Visit& visit, const office::DocumentHead& head, const std::string& name,
    const Format& format, const Writing& write) {
    std::ostringstream bytes;
    const auto writer = format.writer(bytes, head);
    office::FileSink sink{*writer, pictures_of(visit.db, visit.process->id)};
    write(sink);
    sink.finish();
    Response response;
    response.content_type = std::string{format.content_type};
    response.body = std::move(bytes).str();
    response.headers = {
        {"Content-Disposition", fmt::format("attachment; filename=\"{}.{}\"", name, format.extension)},
        {"Cache-Control", "public, max-age=0, must-revalidate"}};
    return response;
}

std::optional<Document> asked_for(const Visit& visit) {
    return store::document_named(visit.db, visit.process->id, visit.path.at("document"));
}

/// One that people can read.
std::optional<Version> version_numbered(
    const Visit& visit, const Document& document, std::string_view typed) {
    const auto number = Visit::number(typed);
    const auto version = number ? store::version_numbered(visit.db, document.id, *number) : std::nullopt;
    return version && version->frozen_at ? version : std::nullopt;
}

/// In the document's language, as the text is.
TextNotes notes_of(const Visit& visit, const Document& document, const Version& version) {
    const auto& words = words_of(language_with_tag(document.language));
    return corrections_of({visit.db, visit.process->id, words, visit.site.clock}, version);
}

/// What has been corrected in the two versions of a comparison stands before the text: noted changes are what
/// differs between the versions as they were frozen.
void add_corrections(office::BlockSink& sink, const Visit& visit, const Document& document,
    const std::vector<Version>& versions) {
    for (const auto& version : versions) {
        const auto notes = notes_of(visit, document, version);
        if (notes.first.empty()) continue;
        sink.add(office::block(office::TextBlock::Kind::note,
            {office::strong(words_of(language_with_tag(document.language))("Version {}", version.number))}));
        for (const auto& block : notes.first) sink.add(block);
        for (const auto& [code, blocks] : notes.after)
            for (const auto& block : blocks) sink.add(block);
    }
}

Response clean(const Visit& visit, const Format& format) {
    const auto document = asked_for(visit);
    const auto version =
        document ? version_numbered(visit, *document, visit.path.at("number")) : std::nullopt;
    if (!version) return problem(visit, Failure::Kind::not_found);
    return file_of(visit, head_of(*document), fmt::format("{}-{}", document->code, version->number), format,
        [&](office::BlockSink& sink) {
            add_text(sink, store::lines_of(visit.db, version->id), notes_of(visit, *document, *version));
        });
}

/// Those that the address names, or the two newest.
Response marked(const Visit& visit, const Format& format) {
    const auto document = asked_for(visit);
    const auto newest = document ? store::newest_frozen(visit.db, document->id) : std::nullopt;
    if (!newest) return problem(visit, Failure::Kind::not_found);
    const auto to = version_numbered(visit, *document, visit.query("till")).value_or(*newest);
    auto from = version_numbered(visit, *document, visit.query("fran"));
    if (!from) from = version_numbered(visit, *document, std::to_string(to.number - 1));
    if (!from) return problem(visit, Failure::Kind::not_found);
    return file_of(visit, head_of(*document, to.frozen_at),
        fmt::format("{}-{}-{}", document->code, from->number, to.number), format,
        [&](office::BlockSink& sink) {
            add_corrections(sink, visit, *document, {*from, to});
            add_tracked_text(sink, store::lines_of(visit.db, from->id), store::lines_of(visit.db, to.id));
        });
}

constexpr std::string_view type_of_page = "text/html; charset=utf-8";
constexpr std::string_view type_of_pdf = "application/pdf";

std::optional<TextFormat> page_or_pdf(std::string_view named) {
    const auto format = text_format_named(named);
    return format == TextFormat::html || format == TextFormat::pdf ? format : std::nullopt;
}

Result<Response> whole(
    const Visit& visit, const Document& document, const Version& version, TextFormat format) {
    const auto* const extension = format == TextFormat::pdf ? "pdf" : "html";
    const auto lines = store::lines_of(visit.db, version.id);
    const auto make = [&](const ScratchFolder& folder, const ChildLimits& limits) {
        return make_text_file(
            {document, lines, notes_of(visit, document, version), pictures_of(visit.db, visit.process->id)},
            format, folder, limits);
    };
    return whole_file(visit, {fmt::format("text/{}/{}/{}", document.code, version.number, extension),
                                 format == TextFormat::pdf ? type_of_pdf : type_of_page,
                                 fmt::format("{}-{}.{}", document.code, version.number, extension), make});
}

}  // namespace

/// A version too large for the printer, or a site without one, has its other files.
Response as_page_or_pdf(const Visit& visit) {
    const auto document = asked_for(visit);
    const auto version =
        document ? version_numbered(visit, *document, visit.path.at("number")) : std::nullopt;
    const auto format = page_or_pdf(visit.path.at("format"));
    if (!version || !format) return problem(visit, Failure::Kind::not_found);
    auto sent = whole(visit, *document, *version, *format);
    if (sent) return *std::move(sent);
    const auto others = html(R"(<p><a href="{}">{}</a></p>)",
        visit.href(address::version_file, document->code, version->number, "html"),
        visit.words("Get it as {}", "HTML"));
    return file_not_made(visit, sent.error(), others);
}

Response as_docx(const Visit& visit) {
    return clean(visit, docx);
}

Response as_odt(const Visit& visit) {
    return clean(visit, odt);
}

Response marked_docx(const Visit& visit) {
    return marked(visit, docx);
}

Response marked_odt(const Visit& visit) {
    return marked(visit, odt);
}

}  // namespace medskapa::web::document
