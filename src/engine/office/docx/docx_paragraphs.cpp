#include "engine/office/docx/docx_reader.hpp"

#include <charconv>
#include <set>
#include <utility>

/// Paragraphs, runs and their properties.
namespace medskapa::office {
namespace {

bool holds_properties(std::string_view name) {
    static const std::set<std::string_view> names{
        "w:pPr", "w:rPr", "w:tblPr", "w:trPr", "w:tcPr", "w:sdtPr", "w:tblPrEx"};
    return names.contains(name);
}

}  // namespace

bool DocxReader::open_properties(std::string_view name, const Attributes& attributes) {
    if (properties_.empty()) {
        if (!holds_properties(name)) return false;
        properties_ = name;
        depth_of_properties_ = 1;
        return true;
    }
    ++depth_of_properties_;
    if (name.ends_with("Change")) {
        --depth_of_properties_;
        left_out_ = 1;  // how it was before
        return true;
    }
    if (properties_ == "w:pPr") note_paragraph_property(name, attributes);
    if (properties_ == "w:rPr") run_.note(name, attributes);
    if (properties_ == "w:sdtPr") note_form_property(name, attributes);
    if (properties_ == "w:tblPr" && name == "w:tblStyle" && !table_styles_.empty())
        table_styles_.back() = attributes.get("w:val");
    if (properties_ == "w:trPr") note_row_property(name, attributes);
    if (properties_ != "w:tcPr" || cells_.empty()) return true;
    if (name == "w:gridSpan") cells_.back().columns = attributes.number("w:val", 1);
    if (name == "w:cellDel") cells_.back().is_deleted = true;
    if (name == "w:vMerge" || name == "w:hMerge")
        cells_.back().is_covered = attributes.get("w:val") != "restart";
    return true;
}

void DocxReader::note_row_property(std::string_view name, const Attributes& attributes) {
    if (columns_after_.empty()) return;
    if (name == "w:gridBefore") assembly_.skip_columns(attributes.number("w:val", 0));
    if (name == "w:gridAfter") columns_after_.back() = attributes.number("w:val", 0);
    const bool is_deleted = name == "w:del";
    if (!is_deleted && (name != "w:hidden" || !is_on(attributes))) return;
    assembly_.leave_out(is_deleted ? LeftOut::deleted : LeftOut::hidden);
    assembly_.drop_row();
}

void DocxReader::note_paragraph_property(std::string_view name, const Attributes& attributes) {
    if (paragraphs_.empty()) return;
    auto& paragraph = paragraphs_.back();
    if (name == "w:rPr") in_mark_ = true;
    if (in_mark_) {
        if (name == "w:del" || name == "w:moveFrom") paragraph.mark_is_deleted = true;
        return paragraph.mark.note(name, attributes);
    }
    if (name == "w:pStyle") paragraph.style.style = attributes.get("w:val");
    if (name == "w:outlineLvl") paragraph.style.outline = attributes.number("w:val", 9);
    if (name == "w:numId") paragraph.style.list = attributes.get("w:val");
    if (name == "w:ilvl") paragraph.style.level = attributes.number("w:val", 0);
    if (name == "w:framePr") {
        const auto cap = attributes.get("w:dropCap");
        paragraph.is_drop_cap = cap == "drop" || cap == "margin";
    }
}

void DocxReader::note_form_property(std::string_view name, const Attributes& attributes) {
    if (forms_.empty()) return;
    if (name == "w:docPartGallery" && attributes.get("w:val") == "Table of Contents")
        forms_.back() = LeftOut::contents;
    if (name == "w:showingPlcHdr" && is_on(attributes)) forms_.back() = LeftOut::prompt;
}

void DocxReader::begin_paragraph() {
    assembly_.begin_paragraph();
    paragraphs_.emplace_back();
    run_ = {};
    look_.reset();
}

void DocxReader::end_paragraph() {
    if (paragraphs_.empty()) return;
    const auto paragraph = paragraphs_.back();
    paragraphs_.pop_back();
    const auto style = styles_.resolved(paragraph.style);
    const bool has_words = assembly_.has_words();
    if (styles_.role_of(style.style) == DocxStyles::Role::contents) {
        if (has_words) leave_out_contents();
        return assembly_.drop_paragraph();
    }
    if (has_words) is_in_contents_ = false;
    auto block = block_of(style);
    if (paragraph.mark_is_deleted || paragraph.is_drop_cap)
        return assembly_.carry_paragraph(std::move(block));
    const auto mark = styles_.resolved(paragraph.mark, style.style, {});
    // It counts in its list even where it is empty, as in a word processor, but not where it is hidden.
    if (has_words || !mark.is_hidden.value_or(false)) count(block, style);
    assembly_.end_paragraph(std::move(block));
}

/// What the paragraph is, but for its number.
Block DocxReader::block_of(const ParagraphStyle& style) const {
    const auto role = styles_.role_of(style.style);
    Block block;
    if (role == DocxStyles::Role::title) {
        block.kind = Block::Kind::title;
    } else if (const auto level = styles_.heading_level(style); level > 0) {
        block.kind = Block::Kind::heading;
        block.level = level;
    } else if (role == DocxStyles::Role::quote) {
        block.kind = Block::Kind::quote;
    }
    return block;
}

void DocxReader::count(Block& block, const ParagraphStyle& style) {
    const auto number = numbering_.next(style);
    if (!number || block.kind == Block::Kind::title) return;
    if (block.kind == Block::Kind::heading) {
        block.number = number->printed;
        while (block.number.ends_with('.') || block.number.ends_with(')')) block.number.pop_back();
        return;
    }
    block.kind = Block::Kind::item;
    block.level = static_cast<int>(numbering_.level_of(style));
    if (number->is_plain)
        block.number = std::to_string(number->own);
    else
        block.label = number->printed;
}

const RunStyle& DocxReader::look() {
    if (!look_)
        look_ = styles_.resolved(run_, paragraphs_.empty() ? std::string{} : paragraphs_.back().style.style,
            table_styles_.empty() ? std::string{} : table_styles_.back());
    return *look_;
}

bool DocxReader::is_hidden() {
    return look().is_hidden.value_or(false);
}

void DocxReader::add(std::string text) {
    if (paragraphs_.empty() || !fields_.are_text()) return;
    auto& paragraph = paragraphs_.back();
    if (is_hidden()) {
        if (is_blank(text)) return;
        if (!std::exchange(paragraph.was_hidden, true)) assembly_.leave_out(LeftOut::hidden);
        return;
    }
    if (!is_blank(text)) paragraph.was_hidden = false;
    fields_.note_text();
    const auto& looks = look();
    int unknown = 0;
    text = with_signs_of_font(text, looks.font, unknown);
    if (unknown > 0) assembly_.leave_out(LeftOut::symbol, unknown);
    assembly_.add({.text = std::move(text),
        .is_bold = looks.is_bold.value_or(false),
        .is_italic = looks.is_italic.value_or(false),
        .is_struck = looks.is_struck.value_or(false) || looks.is_struck_twice.value_or(false),
        .script = looks.script.value_or(Script::none),
        .address = address()});
}

void DocxReader::add_sign(const Attributes& attributes) {
    const auto code = attributes.get("w:char");
    unsigned number = 0;
    (void)std::from_chars(code.data(), code.data() + code.size(), number, 16);
    const auto sign = sign_of_font(attributes.get("w:font"), number);
    if (!sign.empty()) return add(sign);
    if (fields_.are_text()) assembly_.leave_out(LeftOut::symbol);
}

void DocxReader::call_note(const NotesById& notes, const Attributes& attributes) {
    const auto own_mark = attributes.get("w:customMarkFollows");
    has_own_mark_ = own_mark == "1" || own_mark == "true" || own_mark == "on";
    const auto note = notes.find(attributes.get("w:id"));
    if (!fields_.are_text()) return;
    if (note == notes.end()) {
        if (!is_hidden()) assembly_.leave_out(LeftOut::note);
        return;
    }
    if (note->second.empty()) return;
    if (is_hidden())
        assembly_.leave_out(LeftOut::hidden);
    else
        assembly_.call_note(note->second);
}

void DocxReader::open_link(const Attributes& attributes) {
    auto address = relations_.target(attributes.get("r:id"));
    const auto anchor = attributes.get("w:anchor");
    if (!address.empty() && !anchor.empty()) address += '#' + anchor;
    links_.push_back(linkable(address));
    if (!address.empty() && links_.back().empty()) assembly_.leave_out(LeftOut::address);
}

std::string DocxReader::address() const {
    return links_.empty() || links_.back().empty() ? linkable(fields_.address()) : links_.back();
}

}  // namespace medskapa::office
