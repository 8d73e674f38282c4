#include "engine/office/docx/docx_reader.hpp"

#include <utility>

/// What holds paragraphs: notes, tables and text boxes.
namespace medskapa::office {

void DocxReader::enter_place() {
    fields_outside_.push_back(fields_.depth());
}

/// A field ends where it began: what is open here has no end.
void DocxReader::leave_place() {
    while (fields_.depth() > fields_outside_.back()) {
        (void)fields_.end();
        fields_are_whole_ = false;
    }
    fields_outside_.pop_back();
}

void DocxReader::open_note(std::string_view name, const Attributes& attributes) {
    if (name != "w:footnote" && name != "w:endnote") return;
    const auto type = attributes.find("w:type").value_or("normal");
    note_ = type == "normal" ? attributes.get("w:id") : "";
    numbering_.begin_again();
    assembly_.begin_note();
    enter_place();
}

void DocxReader::close_note(std::string_view name) {
    if (name != "w:footnote" && name != "w:endnote") return;
    leave_place();
    auto words = assembly_.end_note();
    if (!note_.empty()) notes_[note_] = std::move(words);
}

void DocxReader::open_table(std::string_view name, const Attributes&) {
    if (name == "w:tbl") {
        assembly_.begin_table();
        table_styles_.emplace_back();
    }
    if (name == "w:tr") {
        assembly_.begin_row();
        columns_after_.push_back(0);
    }
    if (name == "w:tc") {
        assembly_.begin_cell();
        cells_.emplace_back();
        enter_place();
    }
}

void DocxReader::close_cell(const Cell& cell) {
    if (!cell.is_deleted && !cell.is_covered) return assembly_.end_cell(cell.columns);
    const bool had_words = assembly_.drop_cell();
    if (cell.is_deleted) return assembly_.leave_out(LeftOut::deleted);
    assembly_.skip_columns(cell.columns);
    if (had_words) assembly_.leave_out(LeftOut::hidden);
}

void DocxReader::close_table(std::string_view name) {
    if (name == "w:tc") {
        leave_place();
        close_cell(cells_.back());
        cells_.pop_back();
    }
    if (name == "w:tr") {
        assembly_.skip_columns(columns_after_.back());
        columns_after_.pop_back();
        assembly_.end_row();
    }
    if (name == "w:tbl") {
        assembly_.end_table();
        table_styles_.pop_back();
    }
}

void DocxReader::open_drawing(std::string_view name, const Attributes& attributes) {
    if (name == "w:drawing" || name == "w:pict") drawings_.push_back({.is_hidden = is_hidden()});
    if (drawings_.empty()) return;
    open_picture(name, attributes);
    auto& drawing = drawings_.back();
    if (name == "chart" || name == "relIds") drawing.is_object = true;
    if (attributes.find("hr")) drawing.is_rule = true;
    if (name != "w:txbxContent") return;
    for (auto& around : drawings_) around.has_text = true;
    assembly_.begin_frame();
    enter_place();
}

/// A picture of DrawingML (ECMA-376 20.2), or of the VML of older days. Shapes that are grouped with it have
/// names and fills of their own.
void DocxReader::open_picture(std::string_view name, const Attributes& attributes) {
    auto& drawing = drawings_.back();
    if (name == "docPr") {
        drawing.words = attributes.get("descr");
        drawing.is_hidden =
            drawing.is_hidden || attributes.get("hidden") == "1" || attributes.get("hidden") == "true";
    }
    if (name == "shape" || name == "rect") drawing.words = attributes.get("alt");
    if (name == "pic") {
        drawing.pictures.emplace_back();
        drawing.is_in_picture = drawing.awaits_blip = true;
    }
    if (name == "imagedata")
        drawing.pictures.push_back(
            {relations_.part_of(attributes.get("r:id")), std::exchange(drawing.words, {})});
    if (name == "cNvPr" && drawing.is_in_picture) drawing.pictures.back().words = attributes.get("descr");
    if (name != "blip") return;
    if (std::exchange(drawing.awaits_blip, false))
        drawing.pictures.back().part = relations_.part_of(attributes.get("r:embed"));
    else
        ++drawing.fills;
}

/// What the drawing shows as a whole is said of the first that says nothing of itself.
void DocxReader::keep_pictures(Drawing drawing) {
    const bool is_hidden = drawing.is_hidden || !fields_.are_text();
    if (drawing.fills > 0) assembly_.leave_out(is_hidden ? LeftOut::hidden : LeftOut::picture, drawing.fills);
    for (auto& picture : drawing.pictures) {
        if (is_hidden)
            assembly_.leave_out(LeftOut::hidden);
        else if (picture.part.empty())
            assembly_.leave_out(LeftOut::picture);
        else
            assembly_.add_picture(std::move(picture.part),
                picture.words.empty() ? std::exchange(drawing.words, {}) : picture.words);
    }
}

void DocxReader::close_drawing(std::string_view name) {
    if (name == "w:txbxContent" && !drawings_.empty()) {
        leave_place();
        assembly_.end_frame();
    }
    if (name == "pic" && !drawings_.empty())
        drawings_.back().is_in_picture = drawings_.back().awaits_blip = false;
    if ((name != "w:drawing" && name != "w:pict") || drawings_.empty()) return;
    auto drawing = std::move(drawings_.back());
    drawings_.pop_back();
    if (drawing.is_object)
        assembly_.leave_out(LeftOut::object);
    else if (!drawing.pictures.empty() || drawing.fills > 0)
        keep_pictures(std::move(drawing));
    else if (!drawing.has_text && !drawing.is_rule)
        assembly_.leave_out(LeftOut::picture);
}

}  // namespace medskapa::office
