#include "base/archive/zip.hpp"
#include "engine/office/odt/odt_parts.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <utility>
#include <vector>

namespace medskapa::office {
namespace {

int look_of(const Look& look) {
    return (look.is_bold ? 1 : 0) | (look.is_italic ? 2 : 0) | (look.is_struck ? 4 : 0);
}

class OdtWriter : public DocumentWriter {
public:
    OdtWriter(std::ostream& out, const DocumentHead& head)
        : zip_{out}, changed_at_{in_xml(head.changed_at)}, waits_{!head.changed_at.empty()} {
        zip_.add("mimetype", "application/vnd.oasis.opendocument.text", zip::Method::stored);
        zip_.add("meta.xml", odt_parts::meta(head));
        zip_.add("styles.xml", odt_parts::styles(head.language));
        zip_.begin("content.xml");
        zip_.write(odt_parts::begin_content());
    }

    /// What is gone leaves a paragraph with nothing in it: it is no heading, and counts in no list.
    void begin_paragraph(Style style, Look::Change change) override {
        if (waits_ && change == Look::Change::removed) style = Style::body;
        const auto& of = odt_parts::style_of(style);
        if (style != Style::item) close_lists(0);
        is_heading_ = of.level > 0;
        put(is_heading_
                ? fmt::format(R"(<text:h text:style-name="{}" text:outline-level="{}">)", of.name, of.level)
                : fmt::format(R"(<text:p text:style-name="{}">)", of.name));
    }

    void begin_item(const ListItem& item, Look::Change change) override {
        if (waits_ && change == Look::Change::removed) return begin_paragraph(Style::body, change);
        const auto depth = std::min<std::size_t>(static_cast<std::size_t>(std::max(item.level, 0)), 8) + 1;
        const bool is_same = depth <= lists_ && !item.begins_list;
        close_lists(is_same ? depth : depth - 1);
        if (is_same) put("</text:list-item>");
        const auto start =
            item.number && !is_same ? fmt::format(R"( text:start-value="{}")", *item.number) : "";
        while (lists_ < depth) {
            if (++lists_ < depth) put(R"(<text:list text:style-name="Bullets"><text:list-item>)");
        }
        if (!is_same)
            put(fmt::format(R"(<text:list text:style-name="{}">)", item.number ? "Numbers" : "Bullets"));
        put(fmt::format("<text:list-item{}>", start));
        begin_paragraph(Style::item, change);
    }

    void mark(std::string_view name) override {
        put(fmt::format(R"(<text:bookmark text:name="{}"/>)", in_xml(name)));
    }

    void write(std::string_view text, const Look& look) override {
        if (!waits_) return put_words(text, look);
        if (look.change == Look::Change::removed) return note_removed(text, look);
        const auto id = look.change == Look::Change::added ? note_change("insertion", {}) : std::string{};
        if (!id.empty()) put(fmt::format(R"(<text:change-start text:change-id="{}"/>)", id));
        put_words(text, look);
        if (!id.empty()) put(fmt::format(R"(<text:change-end text:change-id="{}"/>)", id));
    }

    void put_picture(const WrittenPicture& written, Look::Change) override {
        const auto name = file_name(written.picture);
        pictures_.emplace(name, written.bytes);
        put(odt_parts::frame(written, ++frames_));
    }

    void begin_note() override {
        put(fmt::format(
            R"(<text:note text:id="n{0}" text:note-class="footnote"><text:note-citation>{0}</text:note-citation><text:note-body><text:p>)",
            ++notes_));
    }
    void end_note() override { put("</text:p></text:note-body></text:note>"); }
    void end_paragraph() override {
        put(is_heading_ ? "</text:h>\n" : "</text:p>\n");
        is_heading_ = false;
    }

    void put_contents(const std::vector<ContentsLine>& lines) override {
        close_lists(0);
        put(odt_parts::contents_begin());
        for (const auto& line : lines)
            put(fmt::format(
                R"(<text:p text:style-name="Contents_20_{}"><text:a xlink:type="simple" xlink:href="#{}">{}</text:a></text:p>)"
                "\n",
                line.level, in_xml(line.leads_to), in_odt(line.words)));
        put("</text:index-body></text:table-of-content>\n");
    }

    void begin_table(int columns) override {
        close_lists(0);
        put(fmt::format(
            R"(<table:table table:name="T{}"><table:table-column table:number-columns-repeated="{}"/>)",
            ++tables_, columns));
    }
    void begin_row(Row row, Look::Change) override {
        is_head_ = row == Row::head;
        put(is_head_ ? "<table:table-header-rows><table:table-row>" : "<table:table-row>");
    }
    void begin_cell() override { put(R"(<table:table-cell table:style-name="cell">)"); }
    void end_cell() override {
        close_lists(0);
        put("</table:table-cell>");
    }
    void end_row() override {
        put(is_head_ ? "</table:table-row></table:table-header-rows>\n" : "</table:table-row>\n");
    }
    void end_table() override { put("</table:table>\n"); }

    void finish() override {
        close_lists(0);
        if (!changes_.empty())
            zip_.write("<text:tracked-changes text:track-changes=\"false\">" + changes_ +
                       "</text:tracked-changes>\n");
        zip_.write(body_);
        zip_.write("</office:text></office:body></office:document-content>");
        zip_.end();
        std::vector<std::string> parts;
        for (const auto& [name, bytes] : pictures_) {
            parts.push_back("Pictures/" + name);
            zip_.add(parts.back(), bytes(), zip::Method::stored);
        }
        zip_.add("META-INF/manifest.xml", odt_parts::manifest(parts));
        zip_.finish();
    }

private:
    /// Noted changes stand before the text, so a text with such waits until all are known.
    void put(std::string_view markup) {
        if (waits_)
            body_ += markup;
        else
            zip_.write(markup);
    }

    void close_lists(std::size_t depth) {
        for (; lists_ > depth; --lists_) put("</text:list-item></text:list>\n");
    }

    void put_words(std::string_view text, const Look& look) {
        const auto style = look_of(look) | (look.change == Look::Change::removed ? 4 : 0);
        const auto address = look.leads_to.empty() ? look.address : '#' + look.leads_to;
        if (!address.empty())
            put(fmt::format(R"(<text:a xlink:type="simple" xlink:href="{}">)", in_xml(address)));
        const bool is_added = !waits_ && look.change == Look::Change::added;
        if (is_added) put(R"(<text:span text:style-name="added">)");
        if (style != 0) put(fmt::format(R"(<text:span text:style-name="T{}">)", style));
        put(in_odt(text));
        if (style != 0) put("</text:span>");
        if (is_added) put("</text:span>");
        if (!address.empty()) put("</text:a>");
    }

    void note_removed(std::string_view text, const Look&) {
        const auto id = note_change("deletion", "<text:p>" + in_odt(text) + "</text:p>");
        put(fmt::format(R"(<text:change text:change-id="{}"/>)", id));
    }

    /// Whoever made it is nobody's business; when it was made is the version's date.
    std::string note_change(std::string_view kind, const std::string& words) {
        const auto id = fmt::format("c{}", ++change_);
        changes_ += fmt::format(
            R"(<text:changed-region xml:id="{0}" text:id="{0}"><text:{1}><office:change-info><dc:creator></dc:creator><dc:date>{2}</dc:date></office:change-info>{3}</text:{1}></text:changed-region>)",
            id, kind, changed_at_, words);
        return id;
    }

    /// Blanks beyond the first of a run, and line ends, have elements of their own.
    static std::string in_odt(std::string_view text) {
        std::string out;
        std::string plain;
        char before = ' ';
        for (const char c : text) {
            if (c == '\n' || (c == ' ' && before == ' ')) {
                out += in_xml(std::exchange(plain, {})) + (c == '\n' ? "<text:line-break/>" : "<text:s/>");
            } else {
                plain += c;
            }
            before = c == '\n' ? ' ' : c;
        }
        return out + in_xml(plain);
    }

    zip::Writer zip_;
    std::string changed_at_;
    std::string body_, changes_;
    bool waits_ = false;
    std::size_t lists_ = 0;  // how many are open within each other, each with an item
    std::map<std::string, std::function<std::string()>> pictures_;  // by their names, each once
    int frames_ = 0;
    int tables_ = 0;
    int notes_ = 0;
    int change_ = 0;
    bool is_heading_ = false;
    bool is_head_ = false;
};

}  // namespace

std::unique_ptr<DocumentWriter> odt_writer(std::ostream& out, const DocumentHead& head) {
    return std::make_unique<OdtWriter>(out, head);
}

}  // namespace medskapa::office
