#include "base/archive/zip.hpp"
#include "engine/office/docx/docx_parts.hpp"
#include "engine/office/docx/docx_pictures.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <utility>

namespace medskapa::office {
namespace {

constexpr auto open =
    R"(<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>
)";
/// A4 with margins of 20 mm.
constexpr auto close =
    R"(<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>)";

constexpr auto table_head =
    R"(<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders><w:top w:val="single" w:sz="4" w:color="999999"/><w:bottom w:val="single" w:sz="4" w:color="999999"/><w:insideH w:val="single" w:sz="4" w:color="999999"/></w:tblBorders><w:tblCellMar><w:top w:w="57" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="57" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>)";
constexpr int text_width = 9638;  // twentieths of a point

/// Changes are shown by their looks where they are not noted as such.
std::string run_properties(const Look& look, bool notes_changes) {
    std::string properties;
    if (!look.leads_to.empty() || !look.address.empty()) properties += R"(<w:rStyle w:val="Hyperlink"/>)";
    if (look.is_bold) properties += "<w:b/>";
    if (look.is_italic) properties += "<w:i/>";
    if (look.is_struck) properties += "<w:strike/>";
    if (!notes_changes && look.change == Look::Change::removed)
        properties += R"(<w:strike/><w:color w:val="8A1F11"/>)";
    if (!notes_changes && look.change == Look::Change::added)
        properties += R"(<w:color w:val="0B5C2B"/><w:u w:val="single"/>)";
    return properties.empty() ? properties : "<w:rPr>" + properties + "</w:rPr>";
}

/// A name as Word takes it: letters, digits and low lines.
std::string bookmark(std::string_view name) {
    constexpr std::size_t longest = 40;
    std::string plain = "m_";
    for (const char c : name) {
        const bool stands = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        plain += stands ? std::string{c} : "_";
    }
    return plain.substr(0, longest);
}

class DocxWriter : public DocumentWriter {
public:
    DocxWriter(std::ostream& out, const DocumentHead& head)
        : zip_{out}, changed_at_{in_xml(head.changed_at)} {
        zip_.add("[Content_Types].xml", docx_parts::content_types());
        zip_.add("_rels/.rels", docx_parts::package_relations());
        zip_.add("docProps/core.xml", docx_parts::core(head));
        zip_.add("word/styles.xml", docx_parts::styles(head.language));
        zip_.begin("word/document.xml");
        put(std::string{docx_parts::xml} + open);
    }

    void begin_paragraph(Style style, Look::Change change) override {
        const auto id = docx_parts::style_id(style);
        begin(id.empty() ? "" : fmt::format(R"(<w:pStyle w:val="{}"/>)", id), change);
    }

    void begin_item(const ListItem& item, Look::Change change) override {
        const auto level = static_cast<std::size_t>(std::clamp(item.level, 0, 8));
        begin(
            fmt::format(
                R"(<w:pStyle w:val="ListItem"/><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>)",
                level, change == Look::Change::removed ? bullets : list_of(item, level)),
            change);
    }

    void mark(std::string_view name) override {
        put(fmt::format(R"(<w:bookmarkStart w:id="{0}" w:name="{1}"/><w:bookmarkEnd w:id="{0}"/>)", ++marks_,
            bookmark(name)));
    }

    void write(std::string_view text, const Look& look) override {
        const auto link = link_of(look);
        const auto change = change_of(look.change);
        const bool is_removed = !change.empty() && look.change == Look::Change::removed;
        put(link + change + "<w:r>" + run_properties(look, !changed_at_.empty()));
        while (true) {
            const auto end = std::min(text.find('\n'), text.size());
            put(fmt::format(R"(<w:{0} xml:space="preserve">{1}</w:{0}>)", is_removed ? "delText" : "t",
                in_xml(text.substr(0, end))));
            if (end == text.size()) break;
            put("<w:br/>");
            text.remove_prefix(end + 1);
        }
        put("</w:r>");
        if (!change.empty()) put(is_removed ? "</w:del>" : "</w:ins>");
        if (!link.empty()) put("</w:hyperlink>");
    }

    void put_picture(const WrittenPicture& written, Look::Change look) override {
        const auto change = change_of(look);
        put(change + "<w:r>" + pictures_.drawing(written) + "</w:r>");
        if (!change.empty()) put(look == Look::Change::removed ? "</w:del>" : "</w:ins>");
    }

    void begin_note() override {
        put(fmt::format(
            R"(<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{}"/></w:r>)",
            ++note_));
        in_note_ = true;
        put(fmt::format(
            R"(<w:footnote w:id="{}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>)",
            note_));
    }
    void end_note() override {
        put("</w:p></w:footnote>\n");
        in_note_ = false;
    }
    void end_paragraph() override { put("</w:p>\n"); }

    void put_contents(const std::vector<ContentsLine>& lines) override {
        lists_.clear();
        put(docx_parts::contents_begin);
        bool is_first = true;
        for (const auto& line : lines)
            put(docx_parts::contents_line(
                line.level, bookmark(line.leads_to), in_xml(line.words), std::exchange(is_first, false)));
        put(docx_parts::contents_end);
    }

    void begin_table(int columns) override {
        lists_.clear();
        put(table_head);
        for (int n = 0; n < columns; ++n) put(fmt::format(R"(<w:gridCol w:w="{}"/>)", text_width / columns));
        put("</w:tblGrid>\n");
    }
    void begin_row(Row row, Look::Change change) override {
        const auto properties = (row == Row::head ? "<w:cantSplit/><w:tblHeader/>" : "") + mark_of(change);
        put(properties.empty() ? "<w:tr>" : "<w:tr><w:trPr>" + properties + "</w:trPr>");
    }
    void begin_cell() override { put("<w:tc>"); }
    void end_cell() override { put("</w:tc>"); }
    void end_row() override { put("</w:tr>\n"); }
    /// Two tables without a paragraph between them would become one.
    void end_table() override { put("</w:tbl><w:p/>\n"); }

    void finish() override {
        put(close);
        zip_.end();
        zip_.add("word/numbering.xml", docx_parts::numbering(numbered_));
        zip_.add("word/footnotes.xml", docx_parts::footnotes(notes_));
        pictures_.add_to(zip_);
        zip_.add("word/_rels/document.xml.rels",
            links_.relations(std::string{docx_parts::document_relations} + pictures_.relations()));
        zip_.add("word/_rels/footnotes.xml.rels", links_of_notes_.relations({}));
        zip_.finish();
    }

private:
    static constexpr int bullets = 1;

    /// The text goes out as it comes, and notes when all of it has.
    void put(std::string_view markup) {
        if (in_note_)
            notes_ += markup;
        else
            zip_.write(markup);
    }

    void begin(const std::string& properties, Look::Change change) {
        auto mark = mark_of(change);
        if (!mark.empty()) mark = "<w:rPr>" + mark + "</w:rPr>";
        put(properties.empty() && mark.empty() ? "<w:p>" : "<w:p><w:pPr>" + properties + mark + "</w:pPr>");
    }

    int list_of(const ListItem& item, std::size_t level) {
        const bool is_new = item.begins_list || level >= lists_.size();
        lists_.resize(level + 1, bullets);
        if (is_new) lists_.back() = item.number ? new_list(static_cast<int>(level), *item.number) : bullets;
        return lists_.back();
    }

    int new_list(int level, int start) {
        numbered_.push_back({level, start});
        return bullets + static_cast<int>(numbered_.size());
    }

    std::string link_of(const Look& look) {
        if (!look.leads_to.empty())
            return fmt::format(R"(<w:hyperlink w:anchor="{}">)", bookmark(look.leads_to));
        if (look.address.empty()) return {};
        auto& links = in_note_ ? links_of_notes_ : links_;
        return fmt::format(R"(<w:hyperlink r:id="{}">)", links.id_of(look.address));
    }

    /// A change of what holds words, not of words.
    std::string mark_of(Look::Change change) {
        auto mark = change_of(change);
        return mark.empty() ? mark : mark.insert(mark.size() - 1, 1, '/');
    }

    /// Whoever made it is nobody's business; when it was made is the version's date.
    std::string change_of(Look::Change change) {
        if (change == Look::Change::none || changed_at_.empty()) return {};
        return fmt::format(R"(<w:{} w:id="{}" w:author="" w:date="{}">)",
            change == Look::Change::added ? "ins" : "del", ++changes_, changed_at_);
    }

    zip::Writer zip_;
    std::string changed_at_;
    std::string notes_;
    docx_parts::Links links_, links_of_notes_;
    DocxPictures pictures_;
    std::vector<docx_parts::NumberedList> numbered_;
    std::vector<int> lists_;  // the open ones, by level
    int marks_ = 0;
    int note_ = 0;
    int changes_ = 0;
    bool in_note_ = false;
};

}  // namespace

std::unique_ptr<DocumentWriter> docx_writer(std::ostream& out, const DocumentHead& head) {
    return std::make_unique<DocxWriter>(out, head);
}

}  // namespace medskapa::office
