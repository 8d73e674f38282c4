#include "engine/office/odt/odt_parts.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>

namespace medskapa::office::odt_parts {
namespace {

constexpr auto xml = R"(<?xml version="1.0" encoding="UTF-8"?>
)";

constexpr auto manifest_part =
    R"(<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="application/vnd.oasis.opendocument.text"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
)";

constexpr auto vocabularies =
    R"(xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3")";

constexpr auto meta_part =
    R"(<office:meta><dc:title>{}</dc:title><dc:language>{}</dc:language></office:meta></office:document-meta>)";

constexpr auto cell_style =
    R"(<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:padding="0.12cm" fo:border-bottom="0.5pt solid #999999"/></style:style>
)";

constexpr int looks = 8;  // bold, italic, struck out, each with and without the others

std::string style_of_look(int look) {
    std::string properties;
    if ((look & 1) != 0) properties += R"( fo:font-weight="bold")";
    if ((look & 2) != 0) properties += R"( fo:font-style="italic")";
    if ((look & 4) != 0)
        properties += R"( style:text-line-through-style="solid" style:text-line-through-type="single")";
    return fmt::format(
        R"(<style:style style:name="T{}" style:family="text"><style:text-properties{}/></style:style>)"
        "\n",
        look, properties);
}

constexpr int deepest_list = 9;

/// A list of bullets, or of numbers.
std::string list_style(std::string_view name, bool has_bullets) {
    auto style = fmt::format(R"(<text:list-style style:name="{}">)", name);
    for (int level = 1; level <= deepest_list; ++level) {
        const auto place = fmt::format(
            R"(<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.7cm" fo:margin-left="{:.1f}cm"/></style:list-level-properties>)",
            0.7 * level);
        style +=
            has_bullets
                ? fmt::format(
                      R"(<text:list-level-style-bullet text:level="{}" text:bullet-char="•">{}</text:list-level-style-bullet>)",
                      level, place)
                : fmt::format(
                      R"(<text:list-level-style-number text:level="{}" style:num-format="1" style:num-suffix=".">{}</text:list-level-style-number>)",
                      level, place);
    }
    return style + "</text:list-style>\n";
}

std::string automatic_styles() {
    std::string all = "<office:automatic-styles>\n";
    for (int look = 1; look < looks; ++look) all += style_of_look(look);
    all +=
        R"(<style:style style:name="added" style:family="text"><style:text-properties fo:color="#0b5c2b" style:text-underline-style="solid" style:text-underline-width="auto" style:text-underline-color="font-color"/></style:style>)";
    return all + cell_style + list_style("Bullets", true) + list_style("Numbers", false) +
           "</office:automatic-styles>";
}

constexpr auto page =
    R"(<office:automatic-styles><style:page-layout style:name="a4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="a4"/></office:master-styles></office:document-styles>)";

constexpr auto default_style =
    R"(<office:styles><style:default-style style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.21cm" fo:line-height="130%"/><style:text-properties fo:font-family="Georgia, serif" fo:font-size="11pt" fo:language="{}" fo:country="none"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text"/>
)";
constexpr auto plain_style =
    R"(<style:style style:name="{}" style:display-name="{}" style:family="paragraph" style:parent-style-name="Standard"{}><style:paragraph-properties {}/><style:text-properties {}/></style:style>
)";

/// In the order of DocumentWriter::Style.
constexpr std::array<odt_parts::StyleOf, 12> all_styles{{
    {"Standard", "", 0, "", ""},
    {"Title", "Title", 0, R"(fo:keep-with-next="always" fo:margin-bottom="0.42cm")",
        R"(fo:font-family="Arial, sans-serif" fo:font-size="22pt" fo:font-weight="bold")"},
    {"Heading_20_1", "Heading 1", 1,
        R"(fo:keep-with-next="always" fo:margin-top="0.85cm" fo:margin-bottom="0.28cm")",
        R"(fo:font-family="Arial, sans-serif" fo:font-size="17pt" fo:font-weight="bold")"},
    {"Heading_20_2", "Heading 2", 2,
        R"(fo:keep-with-next="always" fo:margin-top="0.64cm" fo:margin-bottom="0.21cm")",
        R"(fo:font-family="Arial, sans-serif" fo:font-size="14pt" fo:font-weight="bold")"},
    {"Heading_20_3", "Heading 3", 3,
        R"(fo:keep-with-next="always" fo:margin-top="0.42cm" fo:margin-bottom="0.14cm")",
        R"(fo:font-family="Arial, sans-serif" fo:font-size="12pt" fo:font-weight="bold")"},
    {"Heading_20_4", "Heading 4", 4,
        R"(fo:keep-with-next="always" fo:margin-top="0.35cm" fo:margin-bottom="0.14cm")",
        R"(fo:font-family="Arial, sans-serif" fo:font-weight="bold")"},
    {"Heading_20_5", "Heading 5", 5,
        R"(fo:keep-with-next="always" fo:margin-top="0.35cm" fo:margin-bottom="0.14cm")",
        R"(fo:font-family="Arial, sans-serif" fo:font-weight="bold" fo:font-style="italic")"},
    {"Quotations", "Quotations", 0, R"(fo:margin-left="1cm")", R"(fo:font-style="italic")"},
    {"List_20_Item", "List Item", 0, "", ""},
    {"Caption", "Caption", 0, R"(fo:keep-with-next="always")",
        R"(fo:font-family="Arial, sans-serif" fo:font-size="10pt" fo:font-weight="bold")"},
    {"Table_20_Head", "Table Head", 0, "", R"(fo:font-weight="bold")"},
    {"Table_20_Row_20_Name", "Table Row Name", 0, "", R"(fo:font-weight="bold")"},
}};

constexpr int contents_levels = 3;

/// Of the lines of the list of contents.
std::string contents_styles() {
    std::string all;
    for (int level = 1; level <= contents_levels; ++level)
        all += fmt::format(
            R"(<style:style style:name="Contents_20_{0}" style:display-name="Contents {0}" style:family="paragraph" style:parent-style-name="Standard" style:class="index"><style:paragraph-properties fo:margin-left="{1:.1f}cm" fo:margin-bottom="0.1cm"><style:tab-stops><style:tab-stop style:position="{2:.1f}cm" style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops></style:paragraph-properties></style:style>
)",
            level, 0.5 * (level - 1), 17.0 - 0.5 * (level - 1));
    return all;
}

std::string root(std::string_view part) {
    return fmt::format("{}<office:document-{} {}>", xml, part, vocabularies);
}

}  // namespace

std::string manifest(const std::vector<std::string>& pictures) {
    auto part = std::string{xml} + manifest_part;
    for (const auto& picture : pictures)
        part += fmt::format(R"(<manifest:file-entry manifest:full-path="{}" manifest:media-type="{}"/>)"
                            "\n",
            picture, picture.ends_with(".png") ? "image/png" : "image/jpeg");
    return part + "</manifest:manifest>";
}

std::string frame(const WrittenPicture& written, int number) {
    constexpr double text_width = 17.0;   // centimetres
    constexpr double pixels = 96 / 2.54;  // of a centimetre
    const auto width = std::min(text_width, written.picture.width / pixels);
    return fmt::format(
        R"(<draw:frame draw:name="Bild {}" text:anchor-type="as-char" svg:width="{:.2f}cm" svg:height="{:.2f}cm"><draw:image xlink:href="Pictures/{}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/><svg:desc>{}</svg:desc></draw:frame>)",
        number, width, width * written.picture.height / written.picture.width, file_name(written.picture),
        in_xml(written.words));
}

std::string meta(const DocumentHead& head) {
    return root("meta") + fmt::format(fmt::runtime(meta_part), in_xml(head.title), in_xml(head.language));
}

std::string styles(const std::string& language) {
    auto part = root("styles") + fmt::format(fmt::runtime(default_style), in_xml(language));
    for (const auto& style : all_styles) {
        if (*style.shown == '\0') continue;
        const auto level = style.level > 0 ? fmt::format(R"( style:default-outline-level="{}")", style.level)
                                           : std::string{};
        part += fmt::format(
            fmt::runtime(plain_style), style.name, style.shown, level, style.paragraph, style.text);
    }
    return part + contents_styles() + "</office:styles>" + page;
}

std::string begin_content() {
    return root("content") + automatic_styles() + "<office:body><office:text>\n";
}

std::string contents_begin() {
    std::string part =
        R"(<text:table-of-content text:name="Contents" text:protected="false"><text:table-of-content-source text:outline-level="3">)";
    for (int level = 1; level <= contents_levels; ++level)
        part += fmt::format(
            R"(<text:table-of-content-entry-template text:outline-level="{0}" text:style-name="Contents_20_{0}"><text:index-entry-link-start/><text:index-entry-chapter/><text:index-entry-text/><text:index-entry-tab-stop style:type="right" style:leader-char="."/><text:index-entry-page-number/><text:index-entry-link-end/></text:table-of-content-entry-template>)",
            level);
    return part + "</text:table-of-content-source><text:index-body>\n";
}

const StyleOf& style_of(DocumentWriter::Style style) {
    return all_styles.at(static_cast<std::size_t>(style));
}

}  // namespace medskapa::office::odt_parts
