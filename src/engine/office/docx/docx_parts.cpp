#include "engine/office/docx/docx_parts.hpp"

#include <fmt/format.h>
#include <array>

namespace medskapa::office::docx_parts {
namespace {

constexpr auto types = R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Default Extension="png" ContentType="image/png"/>
<Default Extension="jpeg" ContentType="image/jpeg"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>
<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
</Types>)";

constexpr auto of_package =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
<Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>
</Relationships>)";

constexpr auto properties =
    R"(<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title><dc:language>{}</dc:language></cp:coreProperties>)";

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
constexpr std::array<StyleOf, 12> all_styles{{
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
    {"Heading5", "heading 5",
        R"(<w:keepNext/><w:spacing w:before="200" w:after="80"/><w:outlineLvl w:val="4"/>)",
        R"(<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:b/><w:i/>)"},
    {"Quote", "Quote", R"(<w:ind w:left="567"/>)", "<w:i/>"},
    {"ListItem", "List Item", R"(<w:ind w:left="397"/>)", ""},
    {"Caption", "caption", "<w:keepNext/>",
        R"(<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:b/><w:sz w:val="20"/>)"},
    {"TableHead", "Table Head", "", "<w:b/>"},
    {"TableRowName", "Table Row Name", "", "<w:b/>"},
}};

/// Styles that runs and notes have.
constexpr auto other_styles =
    R"(<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="1A4F8B"/><w:u w:val="single"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="39"/><w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9628"/></w:tabs><w:spacing w:after="60"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="TOC2"><w:name w:val="toc 2"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="39"/><w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9628"/></w:tabs><w:spacing w:after="60"/><w:ind w:left="284"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="TOC3"><w:name w:val="toc 3"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="39"/><w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9628"/></w:tabs><w:spacing w:after="60"/><w:ind w:left="567"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/><w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="18"/></w:rPr></w:style>
)";

constexpr int deepest_list = 9;
constexpr int indent = 397;  // twentieths of a point

std::string level(int at, std::string_view format, std::string_view text) {
    return fmt::format(
        R"(<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{}" w:hanging="{}"/></w:pPr></w:lvl>)",
        at, format, text, indent * (at + 1), indent);
}

std::string abstract_list(int id, bool has_bullets) {
    auto list = fmt::format(
        R"(<w:abstractNum w:abstractNumId="{}"><w:multiLevelType w:val="hybridMultilevel"/>)", id);
    for (int at = 0; at < deepest_list; ++at)
        list += has_bullets ? level(at, "bullet", "•") : level(at, "decimal", fmt::format("%{}.", at + 1));
    return list + "</w:abstractNum>\n";
}

}  // namespace

const std::string_view document_relations =
    R"(<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
<Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>
<Relationship Id="r3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/>
)";

const std::string_view contents_begin =
    R"(<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>
)";
const std::string_view contents_end =
    R"(<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:sdtContent></w:sdt>
)";

std::string contents_line(int level, const std::string& mark, const std::string& words, bool is_first) {
    constexpr auto field =
        R"(<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \o "1-3" \h \z \u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>)";
    return fmt::format(
        R"(<w:p><w:pPr><w:pStyle w:val="TOC{}"/></w:pPr>{}<w:hyperlink w:anchor="{}" w:history="1"><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:hyperlink></w:p>
)",
        level, is_first ? field : "", mark, words);
}

std::string content_types() {
    return std::string{xml} + types;
}

std::string package_relations() {
    return std::string{xml} + of_package;
}

std::string core(const DocumentHead& head) {
    return xml + fmt::format(fmt::runtime(properties), in_xml(head.title), in_xml(head.language));
}

std::string_view style_id(DocumentWriter::Style style) {
    return all_styles.at(static_cast<std::size_t>(style)).id;
}

std::string styles(const std::string& language) {
    auto part = xml + fmt::format(fmt::runtime(begin_styles), in_xml(language));
    for (const auto& style : all_styles)
        if (*style.id != '\0')
            part += fmt::format(fmt::runtime(plain_style), style.id, style.name, style.paragraph, style.run);
    return part + other_styles + "</w:styles>";
}

std::string numbering(const std::vector<NumberedList>& lists) {
    std::string part =
        std::string{xml} +
        R"(<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">)"
        "\n" +
        abstract_list(1, true) + abstract_list(2, false) +
        R"(<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>)"
        "\n";
    int id = 1;
    for (const auto& list : lists)
        part += fmt::format(
            R"(<w:num w:numId="{}"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="{}"><w:startOverride w:val="{}"/></w:lvlOverride></w:num>)"
            "\n",
            ++id, list.level, list.start);
    return part + "</w:numbering>";
}

std::string footnotes(const std::string& notes) {
    return std::string{xml} +
           R"(<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
)" + notes +
           "</w:footnotes>";
}

std::string Links::id_of(const std::string& address) {
    const auto [link, is_new] = numbers_.emplace(address, static_cast<int>(numbers_.size()) + 1);
    return "k" + std::to_string(link->second);
}

std::string Links::relations(std::string_view others) const {
    std::string part =
        std::string{xml} +
        R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
        "\n" +
        std::string{others};
    for (const auto& [address, number] : numbers_)
        part += fmt::format(
            R"(<Relationship Id="k{}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="{}" TargetMode="External"/>)"
            "\n",
            number, in_xml(address));
    return part + "</Relationships>";
}

}  // namespace medskapa::office::docx_parts
