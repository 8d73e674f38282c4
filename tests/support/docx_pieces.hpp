#pragma once

#include "support/readings.hpp"

namespace example::inline docx_pieces_shared {

using namespace medskapa;
using namespace office_file;
using Counts = office::LeftOutCounts;

inline std::string style(const std::string& type, const std::string& id, const std::string& properties,
    const std::string& parent = {}) {
    return "<w:style w:type=\"" + type + "\" w:styleId=\"" + id + "\"><w:name w:val=\"" + id + "\"/>" +
           (parent.empty() ? "" : "<w:basedOn w:val=\"" + parent + "\"/>") + "<w:rPr>" + properties +
           "</w:rPr></w:style>";
}

inline std::string level(
    int n, const std::string& format, const std::string& text, const std::string& more = {}) {
    return "<w:lvl w:ilvl=\"" + std::to_string(n) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format +
           "\"/>" + more + "<w:lvlText w:val=\"" + text + "\"/></w:lvl>";
}

inline std::string abstract(int n, const std::string& levels) {
    return "<w:abstractNum w:abstractNumId=\"" + std::to_string(n) + "\">" + levels + "</w:abstractNum>";
}

inline std::string num(int n, int of, const std::string& more = {}) {
    return "<w:num w:numId=\"" + std::to_string(n) + "\"><w:abstractNumId w:val=\"" + std::to_string(of) +
           "\"/>" + more + "</w:num>";
}

inline  /// Styles, besides those that docx() has.
    std::string
    styles(const std::string& more) {
    return word_xml("styles",
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
        "<w:name w:val=\"Normal\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Rubrik1\"><w:name w:val=\"heading "
        "1\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>" +
            more);
}

inline Read with_styles(const std::string& body, const std::string& more) {
    return read(docx(body, {{"word/styles.xml", styles(more)}}));
}

}  // namespace example::inline docx_pieces_shared
