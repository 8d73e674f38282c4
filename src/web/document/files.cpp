#include "web/document/pages.hpp"
#include "web/document/pictures.hpp"
#include "web/document/text_file.hpp"
#include "web/document/tracked.hpp"
#include "web/document/views.hpp"

#include <functional>
#include <map>
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

bool is_heading(const Line& line) {
    return line.node.kind == Node::Kind::section;
}

void add_tracked_line(office::BlockSink& sink, const Line& line, const std::string& before) {
    if (before == line.text) return add_line(sink, line);
    if (!is_heading(line)) return add_tracked(sink, before, line.text);
    add_tracked_heading(sink, office::heading(line.depth, line.text, line.node.code), before);
}

void add_gone(office::BlockSink& sink, const Line& line) {
    if (!is_heading(line)) return add_tracked(sink, line.text, "");
    auto heading = office::heading(line.depth, line.text);
    heading.change = heading.spans.front().look.change = office::Look::Change::removed;
    sink.add(heading);
}

/// The newer text in its order; what is gone stands after what it stood after.
void add_tracked_text(office::BlockSink& sink, const Lines& before, const Lines& after) {
    std::map<Id<Node>, std::string> was;
    std::map<Id<Node>, Lines> gone;  // by the line before them that is still there
    Id<Node> kept = {};
    for (const auto& line : before) {
        was[line.node.id] = line.text;
        if (place_of(after, line.node.id))
            kept = line.node.id;
        else
            gone[kept].push_back(line);
    }
    for (const auto& line : gone[{}]) add_gone(sink, line);
    for (const auto& line : after) {
        const auto known = was.find(line.node.id);
        add_tracked_line(sink, line, known == was.end() ? std::string{} : known->second);
        for (const auto& old : gone[line.node.id]) add_gone(sink, old);
    }
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

Response clean(const Visit& visit, const Format& format) {
    const auto document = asked_for(visit);
    const auto version =
        document ? version_numbered(visit, *document, visit.path.at("number")) : std::nullopt;
    if (!version) return problem(visit, Failure::Kind::not_found);
    return file_of(visit, head_of(*document), fmt::format("{}-{}", document->code, version->number), format,
        [&](office::BlockSink& sink) { add_text(sink, store::lines_of(visit.db, version->id)); });
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
            add_tracked_text(sink, store::lines_of(visit.db, from->id), store::lines_of(visit.db, to.id));
        });
}

}  // namespace

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
