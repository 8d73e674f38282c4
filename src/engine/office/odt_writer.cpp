#include "base/archive/zip.hpp"
#include "engine/office/document_writer.hpp"

#include <fmt/format.h>
#include <array>
#include <utility>

namespace medskapa::office {
namespace {

constexpr auto xml = R"(<?xml version="1.0" encoding="UTF-8"?>
)";

constexpr auto manifest =
    R"(<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="application/vnd.oasis.opendocument.text"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
</manifest:manifest>)";

constexpr auto vocabularies =
    R"(xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3")";

constexpr auto meta =
    R"(<office:meta><dc:title>{}</dc:title><dc:language>{}</dc:language></office:meta></office:document-meta>)";

/// The looks of runs: bold, italic, added and removed, each with and without the others where we use them.
constexpr auto looks = R"(<office:automatic-styles>
<style:style style:name="b" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="i" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="bi" style:family="text"><style:text-properties fo:font-weight="bold" fo:font-style="italic"/></style:style>
<style:style style:name="added" style:family="text"><style:text-properties fo:color="#0b5c2b" style:text-underline-style="solid" style:text-underline-width="auto" style:text-underline-color="font-color"/></style:style>
<style:style style:name="removed" style:family="text"><style:text-properties fo:color="#8a1f11" style:text-line-through-style="solid" style:text-line-through-type="single"/></style:style>
<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:padding="0.12cm" fo:border-bottom="0.5pt solid #999999"/></style:style>
</office:automatic-styles>)";

constexpr auto page =
    R"(<office:automatic-styles><style:page-layout style:name="a4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="a4"/></office:master-styles></office:document-styles>)";

constexpr auto default_style =
    R"(<office:styles><style:default-style style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.21cm" fo:line-height="130%"/><style:text-properties fo:font-family="Georgia, serif" fo:font-size="11pt" fo:language="{}" fo:country="none"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text"/>
)";
constexpr auto plain_style =
    R"(<style:style style:name="{}" style:display-name="{}" style:family="paragraph" style:parent-style-name="Standard"{}><style:paragraph-properties {}/><style:text-properties {}/></style:style>
)";

struct StyleOf {
    const char* name;
    const char* shown;
    int level;  // of a heading
    const char* paragraph;
    const char* text;
};
/// In the order of DocumentWriter::Style.
constexpr std::array<StyleOf, 9> styles{{
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
    {"Quotations", "Quotations", 0, "", R"(fo:font-style="italic")"},
    {"List_20_Item", "List Item", 0, R"(fo:margin-left="0.5cm" fo:text-indent="-0.5cm")", ""},
    {"Caption", "Caption", 0, R"(fo:keep-with-next="always")",
        R"(fo:font-family="Arial, sans-serif" fo:font-size="10pt" fo:font-weight="bold")"},
}};

const char* look_of(const Look& look) {
    if (look.change == Look::Change::added) return "added";
    if (look.change == Look::Change::removed) return "removed";
    if (look.is_bold) return look.is_italic ? "bi" : "b";
    return look.is_italic ? "i" : "";
}

class OdtWriter : public DocumentWriter {
public:
    OdtWriter(std::ostream& out, const DocumentHead& head) : zip_{out} {
        zip_.add("mimetype", "application/vnd.oasis.opendocument.text", zip::Method::stored);
        zip_.add("META-INF/manifest.xml", std::string{xml} + manifest);
        zip_.add("meta.xml",
            root("meta") + fmt::format(fmt::runtime(meta), in_xml(head.title), in_xml(head.language)));
        zip_.add("styles.xml", styles_part(head.language));
        zip_.begin("content.xml");
        put(root("content") + looks + "<office:body><office:text>\n");
    }

    void begin_paragraph(Style style) override {
        const auto& of = styles.at(static_cast<std::size_t>(style));
        is_heading_ = of.level > 0;
        put(is_heading_
                ? fmt::format(R"(<text:h text:style-name="{}" text:outline-level="{}">)", of.name, of.level)
                : fmt::format(R"(<text:p text:style-name="{}">)", of.name));
    }
    void mark(std::string_view name) override {
        put(fmt::format(R"(<text:bookmark text:name="{}"/>)", in_xml(name)));
    }
    void write(std::string_view text, const Look& look) override {
        const std::string_view style = look_of(look);
        if (!look.leads_to.empty())
            put(fmt::format(R"(<text:a xlink:type="simple" xlink:href="#{}">)", in_xml(look.leads_to)));
        if (!style.empty()) put(fmt::format(R"(<text:span text:style-name="{}">)", style));
        put_text(text);
        if (!style.empty()) put("</text:span>");
        if (!look.leads_to.empty()) put("</text:a>");
    }
    void end_paragraph() override { put(is_heading_ ? "</text:h>\n" : "</text:p>\n"); }

    void begin_table(int columns) override {
        put(fmt::format(
            R"(<table:table table:name="T{}"><table:table-column table:number-columns-repeated="{}"/>)",
            ++tables_, columns));
    }
    void begin_row(Row row) override {
        is_head_ = row == Row::head;
        put(is_head_ ? "<table:table-header-rows><table:table-row>" : "<table:table-row>");
    }
    void begin_cell() override { put(R"(<table:table-cell table:style-name="cell">)"); }
    void end_cell() override { put("</table:table-cell>"); }
    void end_row() override {
        put(is_head_ ? "</table:table-row></table:table-header-rows>\n" : "</table:table-row>\n");
    }
    void end_table() override { put("</table:table>\n"); }
    void finish() override {
        put("</office:text></office:body></office:document-content>");
        zip_.end();
        zip_.finish();
    }

private:
    void put(std::string_view markup) { zip_.write(markup); }

    /// Blanks beyond the first of a run, and line ends, have elements of their own.
    void put_text(std::string_view text) {
        std::string plain;
        char before = ' ';
        for (const char c : text) {
            if (c == '\n' || (c == ' ' && before == ' ')) {
                put(in_xml(std::exchange(plain, {})));
                put(c == '\n' ? "<text:line-break/>" : "<text:s/>");
            } else {
                plain += c;
            }
            before = c == '\n' ? ' ' : c;
        }
        put(in_xml(plain));
    }

    static std::string root(std::string_view part) {
        return fmt::format("{}<office:document-{} {}>", xml, part, vocabularies);
    }

    static std::string styles_part(const std::string& language) {
        auto part = root("styles") + fmt::format(fmt::runtime(default_style), in_xml(language));
        for (const auto& style : styles) {
            if (*style.shown == '\0') continue;
            const auto level = style.level > 0
                                   ? fmt::format(R"( style:default-outline-level="{}")", style.level)
                                   : std::string{};
            part += fmt::format(
                fmt::runtime(plain_style), style.name, style.shown, level, style.paragraph, style.text);
        }
        return part + "</office:styles>" + page;
    }

    zip::Writer zip_;
    int tables_ = 0;
    bool is_heading_ = false;
    bool is_head_ = false;
};

}  // namespace

std::unique_ptr<DocumentWriter> odt_writer(std::ostream& out, const DocumentHead& head) {
    return std::make_unique<OdtWriter>(out, head);
}

}  // namespace medskapa::office
