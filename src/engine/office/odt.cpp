#include "engine/office/assembly.hpp"
#include "engine/office/numbering.hpp"
#include "engine/office/read.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace medskapa::office {
namespace {

/// What is not text to read: noted changes, contents lists, comments, a frame's name.
bool is_left_out(std::string_view name) {
    static const std::set<std::string_view> names{"text:tracked-changes", "text:table-of-content",
        "text:illustration-index", "text:table-index", "text:alphabetical-index", "office:annotation",
        "title", "desc", "text:note-citation", "table:covered-table-cell", "office:forms",
        "text:sequence-decls"};
    return names.contains(name);
}

/// A link leads somewhere; all else that lies elsewhere would be fetched by whoever opens the file.
bool is_fetched_from_elsewhere(std::string_view element, const Attributes& attributes) {
    if (element == "text:a" || element == "draw:a") return false;
    const auto address = attributes.get("xlink:href");
    return address.find("://") != address.npos || address.starts_with("//") || address.starts_with("file:") ||
           address.starts_with("\\\\");
}

std::size_t clamped(int level) {
    return static_cast<std::size_t>(std::clamp(level, 1, static_cast<int>(deepest_level))) - 1;
}

/// The styles of both parts (OpenDocument 1.3 part 3, 16).
class OdtStyles {
public:
    void note(std::string_view name, const Attributes& attributes) {
        if (name == "style:style") {
            here_ = attributes.get("style:name");
            styles_[here_].parent = attributes.get("style:parent-style-name");
        }
        if (name == "style:text-properties" && !here_.empty()) {
            styles_[here_].is_bold = attributes.get("fo:font-weight") == "bold";
            styles_[here_].is_italic = attributes.get("fo:font-style") == "italic";
        }
        if (name == "text:list-style") list_ = attributes.get("style:name");
        const auto level = clamped(attributes.number("text:level", 1));
        if (name == "text:list-level-style-number")
            numbered_[list_][level] = attributes.get("style:num-format").empty()
                                          ? 0
                                          : std::max(1, attributes.number("text:start-value", 1));
        if (name == "text:outline-level-style" && !attributes.get("style:num-format").empty())
            outline_[level] = attributes.number("text:display-levels", 1);
    }
    void leave(std::string_view name) {
        if (name == "style:style") here_.clear();
    }

    bool is_bold(const std::string& style) const { return found(style).is_bold; }
    bool is_italic(const std::string& style) const { return found(style).is_italic; }
    /// Whether it is the style of that name, or builds on it.
    bool is(std::string style, std::string_view name) const {
        for (int n = 0; n < 10 && !style.empty(); ++n) {
            if (style == name) return true;
            style = found(style).parent;
        }
        return false;
    }
    /// Where the numbers of a list's level start; 0 for bullets.
    int start_of(const std::string& list, std::size_t level) const {
        const auto levels = numbered_.find(list);
        if (levels == numbered_.end()) return 0;
        const auto start = levels->second.find(level);
        return start == levels->second.end() ? 0 : start->second;
    }
    /// How many levels a heading's number shows; 0 where headings have none.
    int shown_levels(std::size_t level) const {
        const auto found = outline_.find(level);
        return found == outline_.end() ? 0 : found->second;
    }

private:
    struct Style {
        std::string parent;
        bool is_bold = false;
        bool is_italic = false;
    };

    const Style& found(const std::string& name) const {
        static const Style none;
        const auto style = styles_.find(name);
        return style == styles_.end() ? none : style->second;
    }

    std::map<std::string, Style> styles_;
    std::map<std::string, std::map<std::size_t, int>> numbered_;
    std::map<std::size_t, int> outline_;
    std::string here_, list_;
};

class OdtReader {
public:
    explicit OdtReader(OdtStyles& styles) : styles_{styles} {}

    XmlEvents events() {
        return {.open = [this](auto name, const auto& attributes) { open(name, attributes); },
            .close = [this](auto name) { close(name); },
            .text = [this](auto text) { add(std::string{text}); }};
    }
    bool has_all_its_parts() const { return has_all_its_parts_; }
    Reading reading() && { return std::move(assembly_).reading(); }

private:
    struct List {
        std::string style;
        bool is_item_begun = false;  // its first paragraph has been
        bool is_item = false;        // not a list's head
    };

    void open(std::string_view name, const Attributes& attributes) {
        styles_.note(name, attributes);
        if (is_fetched_from_elsewhere(name, attributes)) has_all_its_parts_ = false;
        if (left_out_ > 0 || is_left_out(name)) {
            ++left_out_;
            return;
        }
        if (name == "text:p") begin_paragraph(attributes.get("text:style-name"), {});
        if (name == "text:h") begin_paragraph(attributes.get("text:style-name"), heading_of(attributes));
        if (name == "text:span") looks_.push_back(look_of(attributes.get("text:style-name")));
        if (name == "text:a") link_ = attributes.get("xlink:href");
        if (name == "text:s") add(" ");
        if (name == "text:tab" || name == "text:line-break") add(" ");
        if (name == "draw:image") assembly_.leave_out_picture();
        if (name == "text:note") begin_note();
        open_list(name, attributes);
        open_table(name, attributes);
    }

    void open_list(std::string_view name, const Attributes& attributes) {
        if (name == "text:list") {
            auto style = attributes.get("text:style-name");
            if (style.empty() && !lists_.empty()) style = lists_.back().style;
            if (lists_.size() < deepest_level && attributes.get("text:continue-numbering") != "true")
                restart(lists_.size(), style);
            lists_.push_back({style});
        }
        if (lists_.empty() || (name != "text:list-item" && name != "text:list-header")) return;
        lists_.back().is_item_begun = false;
        lists_.back().is_item = name == "text:list-item";
        const auto start = attributes.number("text:start-value", 0);
        if (start > 0 && lists_.size() <= deepest_level) counters_.restart(lists_.size() - 1, start);
    }

    void restart(std::size_t level, const std::string& style) {
        counters_.restart(level, std::max(1, styles_.start_of(style, level)));
    }

    void open_table(std::string_view name, const Attributes& attributes) {
        if (name == "table:table") assembly_.begin_table();
        if (name == "table:table-row") assembly_.begin_row();
        if (name != "table:table-cell") return;
        assembly_.begin_cell();
        spans_.push_back(std::max(attributes.number("table:number-columns-spanned", 1),
            attributes.number("table:number-columns-repeated", 1)));
    }

    void close(std::string_view name) {
        styles_.leave(name);
        if (left_out_ > 0) {
            --left_out_;
            return;
        }
        if (name == "text:p" || name == "text:h") end_paragraph();
        if (name == "text:span" && !looks_.empty()) looks_.pop_back();
        if (name == "text:a") link_.clear();
        if (name == "text:note") end_note();
        if (name == "text:list" && !lists_.empty()) lists_.pop_back();
        if (name == "table:table") assembly_.end_table();
        if (name == "table:table-cell" && !spans_.empty()) {
            assembly_.end_cell(spans_.back());
            spans_.pop_back();
        }
    }

    Run look_of(const std::string& style) const {
        auto look = looks_.empty() ? Run{} : looks_.back();
        look.is_bold = look.is_bold || styles_.is_bold(style);
        look.is_italic = look.is_italic || styles_.is_italic(style);
        return look;
    }

    Block heading_of(const Attributes& attributes) {
        Block block;
        block.kind = Block::Kind::heading;
        const auto level = clamped(attributes.number("text:outline-level", 1));
        block.level = static_cast<int>(level) + 1;
        const auto shown = styles_.shown_levels(level);
        if (shown == 0 || attributes.get("text:is-list-header") == "true") return block;
        (void)outline_.next(level);
        for (auto n = level + 1 - std::min(level + 1, static_cast<std::size_t>(shown)); n <= level; ++n)
            block.number += (block.number.empty() ? "" : ".") + std::to_string(outline_.at(n));
        return block;
    }

    void begin_paragraph(const std::string& style, std::optional<Block> heading) {
        if (note_) return note_->add({" "});
        assembly_.begin_paragraph();
        open_.push_back(heading ? *heading : block_of(style));
    }

    Block block_of(const std::string& style) {
        Block block;
        if (!lists_.empty() && lists_.back().is_item && !lists_.back().is_item_begun) {
            lists_.back().is_item_begun = true;
            const auto level = std::min(lists_.size(), deepest_level) - 1;
            block.kind = Block::Kind::item;
            block.level = static_cast<int>(level);
            if (styles_.start_of(lists_.back().style, level) > 0)
                block.number = std::to_string(counters_.next(level));
        } else if (styles_.is(style, "Title")) {
            block.kind = Block::Kind::title;
        } else if (styles_.is(style, "Quotations")) {
            block.kind = Block::Kind::quote;
        }
        return block;
    }

    void end_paragraph() {
        if (note_ || open_.empty()) return;
        assembly_.end_paragraph(std::move(open_.back()));
        open_.pop_back();
    }

    void begin_note() { note_.emplace(); }
    void end_note() {
        if (!note_) return;
        const auto text = note_->markdown();
        note_.reset();
        assembly_.call_note(text);
    }

    void add(std::string text) {
        if (left_out_ > 0) return;
        auto run = looks_.empty() ? Run{} : looks_.back();
        run.text = std::move(text);
        run.address = link_;
        if (note_)
            note_->add(std::move(run));
        else
            assembly_.add(std::move(run));
    }

    OdtStyles& styles_;
    Assembly assembly_;
    std::vector<Block> open_;  // what the open paragraphs are
    std::vector<Run> looks_;   // of the open spans
    std::vector<List> lists_;
    std::vector<int> spans_;
    Counters counters_, outline_;
    std::optional<Marked> note_;
    std::string link_;
    int left_out_ = 0;
    bool has_all_its_parts_ = true;
};

}  // namespace

Result<Reading> read_odt(const Package& package) {
    OdtStyles styles;
    bool has_all = true;
    const auto walked = walk(package, "styles.xml",
        {.open =
                [&](auto name, const auto& attributes) {
                    styles.note(name, attributes);
                    if (is_fetched_from_elsewhere(name, attributes)) has_all = false;
                },
            .close = [&](auto name) { styles.leave(name); }});
    if (!walked) return tl::unexpected{walked.error()};
    OdtReader reader{styles};
    if (const auto read = walk(package, "content.xml", reader.events()); !read)
        return tl::unexpected{read.error()};
    if (!has_all || !reader.has_all_its_parts()) return unfit(fetches_from_elsewhere);
    return std::move(reader).reading();
}

}  // namespace medskapa::office
