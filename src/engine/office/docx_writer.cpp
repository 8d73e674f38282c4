#include "base/archive/zip.hpp"
#include "engine/office/document_writer.hpp"

#include <fmt/format.h>
#include <array>

namespace medskapa::office {
namespace {

constexpr auto xml = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
)";

constexpr auto content_types = R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
</Types>)";

constexpr auto package_relations =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
<Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>
</Relationships>)";

constexpr auto document_relations =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
</Relationships>)";

constexpr auto core =
    R"(<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title><dc:language>{}</dc:language></cp:coreProperties>)";

constexpr auto open =
    R"(<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
)";
/// A4 with margins of 20 mm.
constexpr auto close =
    R"(<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>)";

constexpr auto begin_styles =
    R"(<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Georgia"/><w:sz w:val="22"/><w:lang w:val="{}"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
)";
constexpr auto plain_style =
    R"(<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/><w:basedOn w:val="Normal"/><w:pPr>{}</w:pPr><w:rPr>{}</w:rPr></w:style>
)";

struct StyleOf {
    const char* id;
    const char* name;
    const char* paragraph;
    const char* run;
};
/// In the order of DocumentWriter::Style.
constexpr std::array<StyleOf, 9> styles{{
    {"", "", "", ""},
    {"Title", "Title", R"(<w:keepNext/><w:spacing w:after="240"/>)",
        R"(<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:b/><w:sz w:val="44"/>)"},
    {"Heading1", "heading 1",
        R"(<w:keepNext/><w:spacing w:before="480" w:after="160"/><w:outlineLvl w:val="0"/>)",
        R"(<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:b/><w:sz w:val="34"/>)"},
    {"Heading2", "heading 2",
        R"(<w:keepNext/><w:spacing w:before="360" w:after="120"/><w:outlineLvl w:val="1"/>)",
        R"(<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:b/><w:sz w:val="28"/>)"},
    {"Heading3", "heading 3",
        R"(<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="2"/>)",
        R"(<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:b/><w:sz w:val="24"/>)"},
    {"Heading4", "heading 4",
        R"(<w:keepNext/><w:spacing w:before="200" w:after="80"/><w:outlineLvl w:val="3"/>)",
        R"(<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:b/>)"},
    {"Quote", "Quote", "", "<w:i/>"},
    {"ListItem", "List Item", R"(<w:ind w:left="284" w:hanging="284"/>)", ""},
    {"Caption", "caption", "<w:keepNext/>",
        R"(<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:b/><w:sz w:val="20"/>)"},
}};

constexpr auto table_head =
    R"(<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders><w:top w:val="single" w:sz="4" w:color="999999"/><w:bottom w:val="single" w:sz="4" w:color="999999"/><w:insideH w:val="single" w:sz="4" w:color="999999"/></w:tblBorders><w:tblCellMar><w:top w:w="57" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="57" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>)";
constexpr int text_width = 9638;  // twentieths of a point

std::string run_properties(const Look& look) {
    std::string properties;
    if (look.is_bold) properties += "<w:b/>";
    if (look.is_italic) properties += "<w:i/>";
    if (look.change == Look::Change::removed) properties += R"(<w:strike/><w:color w:val="8A1F11"/>)";
    if (look.change == Look::Change::added) properties += R"(<w:color w:val="0B5C2B"/><w:u w:val="single"/>)";
    if (!look.leads_to.empty()) properties += R"(<w:color w:val="1A4F8B"/>)";
    return properties.empty() ? properties : "<w:rPr>" + properties + "</w:rPr>";
}

class DocxWriter : public DocumentWriter {
public:
    DocxWriter(std::ostream& out, const DocumentHead& head) : zip_{out} {
        zip_.add("[Content_Types].xml", std::string{xml} + content_types);
        zip_.add("_rels/.rels", std::string{xml} + package_relations);
        zip_.add("word/_rels/document.xml.rels", std::string{xml} + document_relations);
        zip_.add("docProps/core.xml",
            xml + fmt::format(fmt::runtime(core), in_xml(head.title), in_xml(head.language)));
        zip_.add("word/styles.xml", styles_part(head.language));
        zip_.begin("word/document.xml");
        put(std::string{xml} + open);
    }

    void begin_paragraph(Style style) override {
        const auto* id = styles.at(static_cast<std::size_t>(style)).id;
        put(*id == '\0' ? "<w:p>" : fmt::format(R"(<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr>)", id));
    }
    void mark(std::string_view name) override {
        put(fmt::format(R"(<w:bookmarkStart w:id="{0}" w:name="{1}"/><w:bookmarkEnd w:id="{0}"/>)", ++marks_,
            in_xml(name)));
    }
    void write(std::string_view text, const Look& look) override {
        const bool leads = !look.leads_to.empty();
        if (leads) put(fmt::format(R"(<w:hyperlink w:anchor="{}">)", in_xml(look.leads_to)));
        put("<w:r>" + run_properties(look));
        while (true) {
            const auto end = std::min(text.find('\n'), text.size());
            put(fmt::format(R"(<w:t xml:space="preserve">{}</w:t>)", in_xml(text.substr(0, end))));
            if (end == text.size()) break;
            put("<w:br/>");
            text.remove_prefix(end + 1);
        }
        put(leads ? "</w:r></w:hyperlink>" : "</w:r>");
    }
    void end_paragraph() override { put("</w:p>\n"); }

    void begin_table(int columns) override {
        put(table_head);
        for (int n = 0; n < columns; ++n) put(fmt::format(R"(<w:gridCol w:w="{}"/>)", text_width / columns));
        put("</w:tblGrid>\n");
    }
    void begin_row(Row row) override {
        put(row == Row::head ? "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" : "<w:tr>");
    }
    void begin_cell() override { put("<w:tc>"); }
    void end_cell() override { put("</w:tc>"); }
    void end_row() override { put("</w:tr>\n"); }
    /// Two tables without a paragraph between them would become one.
    void end_table() override { put("</w:tbl><w:p/>\n"); }
    void finish() override {
        put(close);
        zip_.end();
        zip_.finish();
    }

private:
    void put(std::string_view markup) { zip_.write(markup); }

    static std::string styles_part(const std::string& language) {
        auto part = xml + fmt::format(fmt::runtime(begin_styles), in_xml(language));
        for (const auto& style : styles)
            if (*style.id != '\0')
                part +=
                    fmt::format(fmt::runtime(plain_style), style.id, style.name, style.paragraph, style.run);
        return part + "</w:styles>";
    }

    zip::Writer zip_;
    int marks_ = 0;
};

}  // namespace

std::unique_ptr<DocumentWriter> docx_writer(std::ostream& out, const DocumentHead& head) {
    return std::make_unique<DocxWriter>(out, head);
}

std::string in_xml(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else if (static_cast<unsigned char>(c) >= ' ' || c == '\t' || c == '\n')
            out += c;
    }
    return out;
}

}  // namespace medskapa::office
