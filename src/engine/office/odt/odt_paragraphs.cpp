#include "engine/office/odt/odt_reader.hpp"

#include <algorithm>
#include <utility>

/// Paragraphs, runs, notes and equations.
namespace medskapa::office {
namespace {

std::size_t clamped(int level) {
    return static_cast<std::size_t>(std::clamp(level, 1, static_cast<int>(deepest_level))) - 1;
}

}  // namespace

void OdtReader::begin_paragraph(const Attributes& attributes, bool is_heading) {
    const auto style = attributes.get("text:style-name");
    assembly_.begin_paragraph();
    paragraphs_.push_back({.block = is_heading ? heading_of(attributes) : block_of(style),
        .look = styles_.look_of_paragraph(style),
        .spans = spans_.size()});
}

Block OdtReader::heading_of(const Attributes& attributes) {
    Block block{.kind = Block::Kind::heading};
    const auto level = clamped(attributes.number("text:outline-level", 1));
    block.level = static_cast<int>(level) + 1;
    block.number = lists_.next_heading(attributes, level);
    while (block.number.ends_with('.') || block.number.ends_with(')')) block.number.pop_back();
    return block;
}

Block OdtReader::block_of(const std::string& style) {
    if (auto item = lists_.next_item(style)) return *std::move(item);
    if (styles_.is(style, "Title")) return {.kind = Block::Kind::title};
    if (styles_.is(style, "Quotations")) return {.kind = Block::Kind::quote};
    return {};
}

void OdtReader::end_paragraph() {
    if (paragraphs_.empty()) return;
    auto paragraph = std::move(paragraphs_.back());
    paragraphs_.pop_back();
    if (!paragraph.is_hidden) return assembly_.end_paragraph(std::move(paragraph.block));
    assembly_.leave_out(LeftOut::hidden);
    assembly_.drop_paragraph();
}

void OdtReader::end_note() {
    const auto words = assembly_.end_note();
    if (!words.empty() && is_hidden())
        assembly_.leave_out(LeftOut::hidden);
    else
        assembly_.call_note(words);
}

/// Of the spans that are open in this paragraph, and of the paragraph itself.
OdtLook OdtReader::look() const {
    if (paragraphs_.empty()) return {};
    const auto& paragraph = paragraphs_.back();
    auto look = spans_.size() > paragraph.spans ? spans_.back() : OdtLook{};
    look.take_where_unsaid(paragraph.look);
    return look;
}

void OdtReader::add(std::string words) {
    if (paragraphs_.empty() || !assembly_.is_in_paragraph()) return;
    auto& paragraph = paragraphs_.back();
    const auto looks = look();
    if (looks.is_hidden.value_or(false)) {
        if (is_blank(words)) return;
        if (!std::exchange(paragraph.was_hidden, true)) assembly_.leave_out(LeftOut::hidden);
        return;
    }
    if (!is_blank(words)) {
        paragraph.was_hidden = false;
        if (!frames_.empty()) frames_.back().has_text = true;
    }
    int unknown = 0;
    words = with_signs_of_font(words, looks.font, unknown);
    if (unknown > 0) assembly_.leave_out(LeftOut::symbol, unknown);
    assembly_.add({.text = std::move(words),
        .is_bold = looks.is_bold.value_or(false),
        .is_italic = looks.is_italic.value_or(false),
        .is_struck = looks.is_struck.value_or(false),
        .script = looks.script.value_or(Script::none),
        .address = links_.empty() ? std::string{} : links_.back()});
}

void OdtReader::add_equation(const std::string& line) {
    if (!frames_.empty()) frames_.back().is_equation = true;
    if (line.empty())
        assembly_.leave_out(LeftOut::equation);
    else
        add(line);
}

/// An object of its own folder: an equation, when its text is one.
void OdtReader::read_object(const std::string& address) {
    constexpr std::uint64_t largest_equation = 256ULL * 1024;
    constexpr std::string_view here = "./";
    const auto part = address.substr(address.starts_with(here) ? here.size() : 0) + "/content.xml";
    if (const auto known = equations_.find(part); known != equations_.end())
        return add_equation(known->second);
    if (package_.bytes_of(part) > largest_equation) return;
    MathText math;
    int depth = 0;
    bool is_math = false;
    const auto walked = walk(package_, part,
        {.open =
                [&](std::string_view name, const Attributes& attributes) {
                    if (depth++ == 0) {
                        is_math = name == "math:math" || name == "math";
                        return;
                    }
                    math.open(name.substr(name.find(':') + 1));
                    for (const auto* fence : {"open", "close"})
                        if (const auto sign = attributes.find(fence)) math.attribute(fence, *sign);
                },
            .close =
                [&](std::string_view) {
                    if (--depth > 0) math.close();
                },
            .text = [&](std::string_view words) { math.text(words); }});
    if (!walked || !*walked || !is_math) return;
    add_equation(equations_[part] = math.is_beyond_a_line() ? std::string{} : math.line());
}

}  // namespace medskapa::office
