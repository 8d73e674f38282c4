#include "engine/office/odt/odt_reader.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace medskapa::office {
namespace {

using Names = std::set<std::string_view>;

/// Whether a section, or words with a condition, are hidden. What only its word processor could find out is
/// kept from the public.
bool says_hidden(const Attributes& attributes) {
    const auto display = attributes.get("text:display");
    if (display == "none") return true;
    if (const auto is_hidden = attributes.find("text:is-hidden")) return *is_hidden != "false";
    if (display != "condition") return false;
    const auto condition = attributes.get("text:condition");
    return condition != "0" && condition != "false" && condition != "ooow:0" && condition != "ooow:FALSE" &&
           condition != "ooow:false";
}

}  // namespace

XmlEvents OdtReader::events() {
    return {.open = [this](auto name, const auto& attributes) { open(name, attributes); },
        .close = [this](auto name) { close(name); },
        .text = [this](auto words) { text(words); }};
}

Reading OdtReader::reading() && {
    auto reading = std::move(assembly_).reading();
    std::erase_if(reading.left_out, [](const auto& one) { return one.second <= 0; });
    return reading;
}

void OdtReader::open(std::string_view name, const Attributes& attributes) {
    styles_.note(name, attributes);
    if (name == "office:text") is_text_ = true;
    if (left_out_ > 0) {
        ++left_out_;
        if (name == "text:deletion") assembly_.leave_out(LeftOut::deleted);
        return;
    }
    if (math_depth_ > 0 || name == "math:math") {
        if (math_depth_++ == 0)
            math_.begin();
        else
            math_.open(name.substr(name.find(':') + 1));
        for (const auto* fence : {"open", "close"})
            if (const auto sign = attributes.find(fence)) math_.attribute(fence, *sign);
        return;
    }
    if (begins_left_out(name, attributes)) {
        left_out_ = 1;
        is_description_ = name == "desc" && !frames_.empty();
        return;
    }
    open_words(name, attributes);
    open_table(name, attributes);
    open_frame(name, attributes);
}

/// What is not text to read: noted changes, contents lists, comments, a frame's name, what is hidden.
bool OdtReader::begins_left_out(std::string_view name, const Attributes& attributes) {
    static const Names silent{"text:tracked-changes", "title", "desc", "text:note-citation", "office:forms",
        "text:sequence-decls", "text:variable-decls", "text:user-field-decls", "text:dde-connection-decls",
        "text:section-source", "text:number", "text:ruby-text", "office:binary-data", "office:scripts",
        "office:meta", "office:settings", "style:header-style", "style:footer-style"};
    static const Names contents{"text:table-of-content", "text:illustration-index", "text:table-index",
        "text:object-index", "text:user-index", "text:alphabetical-index"};
    if (silent.contains(name)) return true;
    auto kind = LeftOut::hidden;
    if (contents.contains(name))
        kind = LeftOut::contents;
    else if (name == "office:annotation")
        kind = LeftOut::comment;
    else if (name == "text:placeholder")
        kind = LeftOut::prompt;
    else if (name == "draw:control")
        kind = LeftOut::object;
    else if (name == "text:section") {
        if (!says_hidden(attributes)) return false;
    } else if (name == "text:hidden-text") {
        if (attributes.get("text:is-hidden") == "false") return false;
    } else if (name == "table:table-row") {
        if (!attributes.get("table:visibility").starts_with("collapse")) return false;
    } else if (!name.starts_with("draw:") || attributes.get("draw:display") != "none") {
        return false;
    }
    assembly_.leave_out(kind);
    return true;
}

void OdtReader::open_words(std::string_view name, const Attributes& attributes) {
    if (name == "text:p" || name == "text:h") begin_paragraph(attributes, name == "text:h");
    if (name == "text:span") {
        auto look = styles_.look_of_span(attributes.get("text:style-name"));
        if (!spans_.empty() && (paragraphs_.empty() || spans_.size() > paragraphs_.back().spans))
            look.take_where_unsaid(spans_.back());
        spans_.push_back(std::move(look));
    }
    if (name == "text:a" || name == "draw:a") {
        const auto address = attributes.get("xlink:href");
        links_.push_back(linkable(address));
        if (links_.back().empty() && !address.empty() && !address.starts_with('#'))
            assembly_.leave_out(LeftOut::address);
    }
    if (name == "text:s" || name == "text:tab" || name == "text:line-break") add(" ");
    if (name == "text:hidden-paragraph" && !paragraphs_.empty() &&
        (says_hidden(attributes) || !attributes.find("text:is-hidden")))
        paragraphs_.back().is_hidden = true;
    if (name == "text:note") assembly_.begin_note();
    if (name == "text:list") lists_.open_list(attributes);
    if (name == "text:list-item" || name == "text:list-header")
        lists_.open_item(attributes, name == "text:list-header");
}

void OdtReader::close(std::string_view name) {
    styles_.leave(name);
    if (left_out_ > 0) {
        if (--left_out_ == 0) is_description_ = false;
        return;
    }
    if (math_depth_ > 0) {
        if (--math_depth_ > 0) return math_.close();
        add_equation(math_.is_beyond_a_line() ? std::string{} : math_.line());
        return;
    }
    if (name == "text:p" || name == "text:h") end_paragraph();
    if (name == "text:span" && !spans_.empty()) spans_.pop_back();
    if ((name == "text:a" || name == "draw:a") && !links_.empty()) links_.pop_back();
    if (name == "text:note") end_note();
    if (name == "text:list") lists_.close_list();
    close_table(name);
    if (name.starts_with("draw:")) close_drawing(name);
}

void OdtReader::text(std::string_view words) {
    if (is_description_) frames_.back().words += words;
    if (left_out_ > 0) return;
    if (math_depth_ > 0) return math_.text(words);
    add(std::string{words});
}

void OdtReader::open_table(std::string_view name, const Attributes& attributes) {
    if (name == "table:table") assembly_.begin_table();
    if (name == "table:table-row") {
        assembly_.begin_row();
        covered_.push_back(0);
        row_times_.push_back(attributes.number("table:number-rows-repeated", 1));
    }
    const bool is_covered = name == "table:covered-table-cell";
    if ((!is_covered && name != "table:table-cell") || covered_.empty()) return;
    const auto times = std::max(1, attributes.number("table:number-columns-repeated", 1));
    auto& missing = covered_.back();
    if (is_covered)
        missing -= std::min(missing, times);
    else
        assembly_.skip_columns(
            std::exchange(missing, std::max(1, attributes.number("table:number-columns-spanned", 1)) - 1));
    assembly_.begin_cell();
    cells_.push_back({times, is_covered});
}

/// What stands in a cell that another covers is not shown.
void OdtReader::close_cell(const Cell& cell) {
    if (!cell.is_covered) {
        assembly_.end_cell(1);
        return assembly_.repeat_cell(cell.times);
    }
    if (assembly_.drop_cell()) assembly_.leave_out(LeftOut::hidden);
    assembly_.skip_columns(cell.times);
}

void OdtReader::close_table(std::string_view name) {
    if ((name == "table:table-cell" || name == "table:covered-table-cell") && !cells_.empty()) {
        close_cell(cells_.back());
        cells_.pop_back();
    }
    if (name == "table:table-row" && !covered_.empty()) {
        assembly_.skip_columns(covered_.back());
        assembly_.end_row(row_times_.back());
        covered_.pop_back();
        row_times_.pop_back();
    }
    if (name == "table:table") assembly_.end_table();
}

}  // namespace medskapa::office
