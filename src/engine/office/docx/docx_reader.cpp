#include "engine/office/docx/docx_reader.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace medskapa::office {
namespace {

using Names = std::set<std::string_view>;

std::string_view local_name(std::string_view name) {
    const auto colon = name.find(':');
    return colon == name.npos ? name : name.substr(colon + 1);
}

}  // namespace

void DocxReader::set_notes(NotesById footnotes, NotesById endnotes) {
    footnotes_ = std::move(footnotes);
    endnotes_ = std::move(endnotes);
}

XmlEvents DocxReader::events() {
    return {.open = [this](auto name, const auto& attributes) { open(name, attributes); },
        .close = [this](auto name) { close(name); },
        .text = [this](auto words) { text(words); }};
}

void DocxReader::open(std::string_view name, const Attributes& attributes) {
    if (!std::exchange(has_begun_, true))
        is_text_part_ = name == "w:document" || name == "w:footnotes" || name == "w:endnotes";
    if (left_out_ > 0) {
        ++left_out_;
        return watch_left_out(name, attributes);
    }
    if (open_properties(name, attributes)) return;
    if (begins_left_out(name)) {
        left_out_ = 1;
        return;
    }
    if (open_math(name, attributes)) return;
    open_words(name, attributes);
    open_field(name, attributes);
    open_note(name, attributes);
    open_table(name, attributes);
    open_drawing(name, attributes);
}

void DocxReader::close(std::string_view name) {
    if (left_out_ > 0) {
        --left_out_;
        return;
    }
    if (!properties_.empty()) {
        if (name == "w:rPr") in_mark_ = false;
        if (--depth_of_properties_ == 0) properties_.clear();
        return;
    }
    if (math_depth_ > 0) {
        if (--math_depth_ > 0)
            math_.close();
        else
            end_math();
        return;
    }
    if (name == "w:t") is_words_ = false;
    if (name == "m:oMathPara") is_math_paragraph_ = false;
    if (name == "w:p") end_paragraph();
    if (name == "w:sdt" && !forms_.empty()) forms_.pop_back();
    if (name == "mc:AlternateContent" && !has_choice_.empty()) has_choice_.pop_back();
    close_field(name);
    close_note(name);
    close_table(name);
    close_drawing(name);
}

void DocxReader::text(std::string_view words) {
    if (left_out_ > 0) return;
    if (math_depth_ > 0) return math_.text(words);
    if (is_instruction_) return fields_.instruct(words);
    if (is_words_ && !has_own_mark_) add(std::string{words});
}

/// What is not text to read: taken out by a change that is noted, how it was before one, written otherwise
/// next to it, of another format, or not written yet.
bool DocxReader::begins_left_out(std::string_view name) {
    static const Names silent{"mc:Fallback", "w:delText", "w:delInstrText", "w:rt", "w:ffData",
        "w:smartTagPr", "w:customXmlPr", "w:sectPr", "w:tblGrid", "w:sdtEndPr"};
    static const Names deleted{"w:del", "w:moveFrom"};
    static const Names parts{"w:altChunk", "w:subDoc"};
    if (silent.contains(name) || name.ends_with("Change")) return true;
    if (name == "mc:Choice" && !has_choice_.empty()) {
        const bool is_another = has_choice_.back();
        has_choice_.back() = true;
        return is_another;
    }
    if (name == "w:sdtContent" && !forms_.empty() && forms_.back()) {
        if (forms_.back() == LeftOut::contents)
            leave_out_contents();
        else
            assembly_.leave_out(*forms_.back());
        return true;
    }
    if (deleted.contains(name))
        assembly_.leave_out(LeftOut::deleted);
    else if (parts.contains(name))
        assembly_.leave_out(LeftOut::part);
    else if (name == "w:object")
        assembly_.leave_out(is_hidden() ? LeftOut::hidden : LeftOut::object);
    else
        return false;
    return true;
}

/// An equation of older days is an embedded object.
void DocxReader::watch_left_out(std::string_view name, const Attributes& attributes) {
    if (name != "OLEObject" || !attributes.get("ProgID").starts_with("Equation")) return;
    assembly_.leave_out(LeftOut::object, -1);
    assembly_.leave_out(LeftOut::equation);
}

void DocxReader::open_words(std::string_view name, const Attributes& attributes) {
    if (name == "w:p") begin_paragraph();
    if (name == "w:r") {
        run_ = {};
        look_.reset();
        has_own_mark_ = false;
    }
    if (name == "w:t") is_words_ = true;
    if (name == "w:tab" || name == "w:ptab" || name == "w:br" || name == "w:cr") add(" ");
    if (name == "w:noBreakHyphen") add("\u2011");
    if (name == "w:sym") add_sign(attributes);
    if (name == "w:hyperlink") open_link(attributes);
    if (name == "w:sdt") forms_.emplace_back();
    if (name == "mc:AlternateContent") has_choice_.push_back(false);
    if (name == "w:footnoteReference") call_note(footnotes_, attributes);
    if (name == "w:endnoteReference") call_note(endnotes_, attributes);
}

void DocxReader::open_field(std::string_view name, const Attributes& attributes) {
    if (!reads_fields_) return;
    if (name == "w:instrText") is_instruction_ = true;
    if (name == "w:fldSimple") fields_.begin(attributes.get("w:instr") + ' ');
    if (name != "w:fldChar") return;
    const auto type = attributes.get("w:fldCharType");
    if (type == "begin") fields_.begin();
    if (type == "separate") fields_.separate();
    if (type == "end") close_field("w:fldSimple");
}

void DocxReader::close_field(std::string_view name) {
    if (name == "w:hyperlink" && !links_.empty()) links_.pop_back();
    if (!reads_fields_) return;
    if (name == "w:instrText") is_instruction_ = false;
    if (name != "w:fldSimple") return;
    const auto left_out = fields_.end();
    if (left_out == LeftOut::contents)
        leave_out_contents();
    else if (left_out)
        assembly_.leave_out(*left_out);
}

void DocxReader::leave_out_contents() {
    if (!std::exchange(is_in_contents_, true)) assembly_.leave_out(LeftOut::contents);
}

bool DocxReader::open_math(std::string_view name, const Attributes& attributes) {
    if (name == "m:oMathPara") is_math_paragraph_ = true;
    if (math_depth_ == 0 && name != "m:oMath") return false;
    if (math_depth_++ == 0) {
        math_.begin();
        run_ = {};
        look_.reset();
        return true;
    }
    math_.open(local_name(name));
    if (const auto value = attributes.find("m:val")) math_.attribute("val", *value);
    return true;
}

void DocxReader::end_math() {
    const auto line = math_.line();
    if (math_.is_beyond_a_line() || line.empty())
        assembly_.leave_out(LeftOut::equation);
    else
        add(is_math_paragraph_ ? line + ' ' : line);
}

}  // namespace medskapa::office
