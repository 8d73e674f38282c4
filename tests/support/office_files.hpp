#pragma once

#include "base/archive/zip.hpp"

#include <array>
#include <map>
#include <sstream>
#include <string>
#include <vector>

/// Word processor files made by hand, for tests.
namespace office_file {

using Parts = std::map<std::string, std::string>;

inline std::string packed(const Parts& parts) {
    std::ostringstream out;
    medskapa::zip::Writer writer{out};
    if (const auto type = parts.find("mimetype"); type != parts.end())
        writer.add(type->first, type->second, medskapa::zip::Method::stored);
    for (const auto& [name, bytes] : parts)
        if (name != "mimetype") writer.add(name, bytes);
    writer.finish();
    return out.str();
}

inline std::string word_xml(const std::string& element, const std::string& content) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:" + element +
           " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
           " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
           " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
           " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
           " xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\""
           " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">" +
           content + "</w:" + element + ">";
}

/// "Heading1" to "Heading3", the first two numbered; "Title"; list 1 is bullets and list 2 numbers.
inline std::string docx(const std::string& body, const Parts& more = {}) {
    const auto style = [](const std::string& id, const std::string& name, const std::string& properties) {
        return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name +
               "\"/><w:pPr>" + properties + "</w:pPr></w:style>";
    };
    const auto level = [](int n, const std::string& format, const std::string& text,
                           const std::string& style_id) {
        return "<w:lvl w:ilvl=\"" + std::to_string(n) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" +
               format + "\"/>" + (style_id.empty() ? "" : "<w:pStyle w:val=\"" + style_id + "\"/>") +
               "<w:lvlText w:val=\"" + text + "\"/></w:lvl>";
    };
    const auto list = [](int n, const std::string& levels) {
        return "<w:abstractNum w:abstractNumId=\"" + std::to_string(n) + "\">" + levels + "</w:abstractNum>";
    };
    const auto num = [](int n) {
        return "<w:num w:numId=\"" + std::to_string(n) + "\"><w:abstractNumId w:val=\"" + std::to_string(n) +
               "\"/></w:num>";
    };
    const std::string numbered = "<w:numPr><w:numId w:val=\"3\"/></w:numPr>";
    Parts parts{{"[Content_Types].xml", "<Types/>"},
        {"word/document.xml", word_xml("document", "<w:body>" + body + "</w:body>")},
        {"word/styles.xml",
            word_xml("styles", style("Title", "Title", "") +
                                   style("Rubrik1", "heading 1", numbered + "<w:outlineLvl w:val=\"0\"/>") +
                                   style("Rubrik2", "heading 2", numbered) +
                                   style("Rubrik3", "heading 3", "") + style("Citat", "Quote", "") +
                                   style("TOC1", "toc 1", ""))},
        {"word/numbering.xml",
            word_xml("numbering",
                list(1, level(0, "bullet", "•", "") + level(1, "bullet", "–", "")) +
                    list(2, level(0, "decimal", "%1.", "") + level(1, "lowerLetter", "%2)", "")) +
                    list(3, level(0, "decimal", "%1", "Rubrik1") + level(1, "decimal", "%1.%2", "Rubrik2")) +
                    num(1) + num(2) + num(3))}};
    for (const auto& [name, bytes] : more) parts[name] = bytes;
    return packed(parts);
}

/// Relations of a part: each its id, type and target, those outside the file with "!" before the target.
inline std::string relations(const std::vector<std::array<std::string, 3>>& all) {
    std::string xml =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    for (const auto& [id, type, target] : all) {
        const bool is_elsewhere = target.starts_with('!');
        xml += "<Relationship Id=\"" + id + "\" Type=\"http://example.org/relationships/" + type +
               "\" Target=\"" + target.substr(is_elsewhere ? 1 : 0) + "\"" +
               (is_elsewhere ? " TargetMode=\"External\"" : "") + "/>";
    }
    return xml + "</Relationships>";
}

/// A run with properties: run("<w:vanish/>", "dolt").
inline std::string run(const std::string& properties, const std::string& text) {
    return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}
inline std::string run(const std::string& text) {
    return run("", text);
}
inline std::string in_paragraph(const std::string& runs, const std::string& properties = {}) {
    return "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>";
}
/// A field: its instruction, and what it shows.
inline std::string field(const std::string& instruction, const std::string& shown) {
    const auto sign = [](const std::string& type) {
        return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>";
    };
    return sign("begin") + "<w:r><w:instrText>" + instruction + "</w:instrText></w:r>" + sign("separate") +
           shown + sign("end");
}
inline std::string cell(const std::string& blocks, const std::string& properties = {}) {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + blocks + "</w:tc>";
}
inline std::string row(const std::string& cells, const std::string& properties = {}) {
    return "<w:tr><w:trPr>" + properties + "</w:trPr>" + cells + "</w:tr>";
}
inline std::string table(const std::string& rows, const std::string& properties = {}) {
    return "<w:tbl><w:tblPr>" + properties + "</w:tblPr>" + rows + "</w:tbl>";
}

inline std::string paragraph(const std::string& text, const std::string& properties = {}) {
    return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t xml:space=\"preserve\">" + text +
           "</w:t></w:r></w:p>";
}
inline std::string styled(const std::string& style, const std::string& text) {
    return paragraph(text, "<w:pStyle w:val=\"" + style + "\"/>");
}
inline std::string listed(int list, int level, const std::string& text) {
    return paragraph(text, "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
                               std::to_string(list) + "\"/></w:numPr>");
}

inline std::string open_document(const std::string& content, const std::string& styles = {}) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content"
           " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
           " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
           " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
           " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
           " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
           " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
           " xmlns:math=\"http://www.w3.org/1998/Math/MathML\""
           " xmlns:xlink=\"http://www.w3.org/1999/xlink\">" +
           styles + "<office:body><office:text>" + content +
           "</office:text></office:body></office:document-content>";
}

/// List "L1" is bullets and "L2" numbers; "B" is bold; headings are numbered in two levels.
inline std::string odt(const std::string& content, const Parts& more = {}) {
    const std::string styles =
        "<office:automatic-styles>"
        "<style:style style:name=\"B\"><style:text-properties fo:font-weight=\"bold\"/></style:style>"
        "<style:style style:name=\"P1\" style:parent-style-name=\"Title\"/>"
        "<text:list-style style:name=\"L1\"><text:list-level-style-bullet "
        "text:level=\"1\"/></text:list-style>"
        "<text:list-style style:name=\"L2\"><text:list-level-style-number text:level=\"1\" "
        "style:num-format=\"1\"/>"
        "<text:list-level-style-number text:level=\"2\" style:num-format=\"a\"/></text:list-style>"
        "</office:automatic-styles>";
    const std::string outline =
        "<office:styles><text:outline-style>"
        "<text:outline-level-style text:level=\"1\" style:num-format=\"1\"/>"
        "<text:outline-level-style text:level=\"2\" style:num-format=\"1\" text:display-levels=\"2\"/>"
        "</text:outline-style></office:styles>";
    Parts parts{{"mimetype", "application/vnd.oasis.opendocument.text"},
        {"content.xml", open_document(content, styles)}, {"styles.xml", open_document("", outline)}};
    for (const auto& [name, bytes] : more) parts[name] = bytes;
    return packed(parts);
}

}  // namespace office_file
