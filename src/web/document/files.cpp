#include "web/document/pages.hpp"
#include "web/document/views.hpp"
#include "web/markup/markdown.hpp"
#include "web/ui/paper.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <sstream>

/// Texts for word processors: a version as it is, and two versions in one with what was added and removed
/// marked.
namespace medskapa::web::document {
namespace {

struct Format {
    std::string_view extension;
    std::string_view content_type;
    std::unique_ptr<office::DocumentWriter> (*paper)(std::ostream&, const office::DocumentHead&);
};
constexpr Format docx{
    "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", office::docx_writer};
constexpr Format odt{"odt", "application/vnd.oasis.opendocument.text", office::odt_writer};

Response file_of(const Document& document, const std::string& name, const Format& format, const Html& text) {
    std::ostringstream octets;
    const auto paper = format.paper(octets, {document.title, document.language});
    OnPaper{*paper}.put(text.markup());
    paper->finish();
    Response response;
    response.content_type = std::string{format.content_type};
    response.body = octets.str();
    response.headers = {
        {"Content-Disposition", fmt::format("attachment; filename=\"{}.{}\"", name, format.extension)},
        {"Cache-Control", "public, max-age=0, must-revalidate"}};
    return response;
}

Html heading_view(const Line& line, const Html& words) {
    return html("<h{0} id=\"{1}\">{2}</h{0}>", std::clamp(line.depth, 1, 6), line.node.code, words);
}

bool is_heading(const Line& line) {
    return line.node.kind == Node::Kind::section;
}

Html clean_view(const Line& line) {
    return is_heading(line) ? heading_view(line, html("{}", line.text)) : document_markdown(line.text);
}

Html marked_view(const Line& line, const std::string& before, const Words& words) {
    if (!is_heading(line)) return ui::diff(before, line.text, words);
    if (before == line.text) return heading_view(line, html("{}", line.text));
    const auto gone = before.empty() ? Html{} : html("<del>{}</del> ", before);
    return heading_view(line, html("{}<ins>{}</ins>", gone, line.text));
}

/// The newer text in its order, with what is gone at its end.
Html marked_text(const Lines& before, const Lines& after, const Words& words) {
    std::map<Id<Node>, std::string> was;
    for (const auto& line : before) was[line.node.id] = line.text;
    auto text = each(after, [&](const Line& line) {
        const auto known = was.extract(line.node.id);
        return marked_view(line, known.empty() ? std::string{} : known.mapped(), words);
    });
    if (was.empty()) return text;
    text += html("<h2>{}</h2>", words("What is gone"));
    for (const auto& line : before)
        if (was.contains(line.node.id)) text += ui::diff(line.text, "", words);
    return text;
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
    return file_of(*document, fmt::format("{}-{}", document->code, version->number), format,
        each(store::lines_of(visit.db, version->id), clean_view));
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
    return file_of(*document, fmt::format("{}-{}-{}", document->code, from->number, to.number), format,
        marked_text(store::lines_of(visit.db, from->id), store::lines_of(visit.db, to.id), visit.words));
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
