#include "engine/office/odt/odt_styles.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <charconv>

namespace medskapa::office {
namespace {

constexpr int most_ancestors = 10;
/// Of files that do not say whose a style is.
constexpr auto any_family = "";

std::size_t clamped(int level) {
    return static_cast<std::size_t>(std::clamp(level, 1, static_cast<int>(deepest_level))) - 1;
}

NumberFormat format_named(std::string_view name) {
    if (name.empty()) return NumberFormat::none;
    if (name == "a") return NumberFormat::lower_letter;
    if (name == "A") return NumberFormat::upper_letter;
    if (name == "i") return NumberFormat::lower_roman;
    if (name == "I") return NumberFormat::upper_roman;
    return NumberFormat::decimal;
}

/// "super 58%", "sub 58%", or how far it is raised: "33% 58%".
std::optional<Script> script_of(const std::string& position) {
    if (position.empty()) return std::nullopt;
    if (position.starts_with("super")) return Script::above;
    if (position.starts_with("sub")) return Script::below;
    int height = 0;
    (void)std::from_chars(position.data(), position.data() + position.size(), height);
    return height > 0 ? Script::above : height < 0 ? Script::below : Script::none;
}

template <class Value>
void take(std::optional<Value>& said, const std::optional<Value>& otherwise) {
    if (!said) said = otherwise;
}

}  // namespace

void OdtLook::take_where_unsaid(const OdtLook& around) {
    take(is_bold, around.is_bold);
    take(is_italic, around.is_italic);
    take(is_struck, around.is_struck);
    take(is_hidden, around.is_hidden);
    take(script, around.script);
    if (font.empty()) font = around.font;
}

void OdtStyles::note(std::string_view name, const Attributes& attributes) {
    if (name == "style:style") {
        here_ = {attributes.get("style:family"), attributes.get("style:name")};
        styles_[here_].parent = attributes.get("style:parent-style-name");
        styles_[here_].list = attributes.get("style:list-style-name");
    }
    if (name == "style:text-properties" && !here_.second.empty() && !in_list_)
        note_look(styles_[here_].look, attributes);
    if (name == "text:list-style" || name == "text:outline-style") {
        list_ = name == "text:list-style" ? attributes.get("style:name") : outline;
        in_list_ = true;
    }
    if (in_list_) note_level(name, attributes);
}

void OdtStyles::leave(std::string_view name) {
    if (name == "style:style") here_ = {};
    if (name == "text:list-style" || name == "text:outline-style") in_list_ = false;
}

void OdtStyles::note_level(std::string_view name, const Attributes& attributes) {
    const bool is_number = name == "text:list-level-style-number" || name == "text:outline-level-style";
    const bool is_sign = name == "text:list-level-style-bullet" || name == "text:list-level-style-image";
    if (!is_number && !is_sign) return;
    auto& level = lists_[list_][clamped(attributes.number("text:level", 1))];
    level = {};
    level.is_bullet = is_sign;
    if (is_sign) return;
    level.format = format_named(attributes.get("style:num-format"));
    if (attributes.get("style:num-letter-sync") == "true") level.letters = Letters::repeated;
    level.prefix = attributes.get("style:num-prefix");
    level.suffix = attributes.get("style:num-suffix");
    level.start = std::max(0, attributes.number("text:start-value", 1));
    level.shown = std::max(1, attributes.number("text:display-levels", 1));
}

void OdtStyles::note_look(OdtLook& look, const Attributes& attributes) const {
    constexpr int bold_weight = 600;
    if (const auto weight = attributes.find("fo:font-weight"))
        look.is_bold = *weight == "bold" || attributes.number("fo:font-weight", 0) >= bold_weight;
    if (const auto style = attributes.find("fo:font-style"))
        look.is_italic = *style == "italic" || *style == "oblique";
    for (const auto* line : {"style:text-line-through-style", "style:text-line-through-type"})
        if (const auto through = attributes.find(line)) look.is_struck = *through != "none";
    // Whether a condition holds only its word processor knows: its words are kept from the public.
    if (const auto display = attributes.find("text:display")) look.is_hidden = *display != "true";
    if (const auto script = script_of(attributes.get("style:text-position"))) look.script = script;
    if (const auto font = attributes.find("style:font-name")) look.font = *font;
}

const OdtStyles::Style& OdtStyles::found(const std::string& family, const std::string& name) const {
    static const Style none;
    for (const auto& of : {family, std::string{any_family}})
        if (const auto style = styles_.find({of, name}); style != styles_.end()) return style->second;
    return none;
}

OdtLook OdtStyles::look_of(const std::string& family, std::string style) const {
    OdtLook look;
    for (int n = 0; n < most_ancestors && !style.empty(); ++n) {
        const auto& one = found(family, style);
        look.take_where_unsaid(one.look);
        style = one.parent;
    }
    return look;
}

OdtLook OdtStyles::look_of_paragraph(const std::string& style) const {
    auto look = look_of("paragraph", style);
    look.is_bold.reset();
    look.is_italic.reset();
    look.script.reset();
    return look;
}

bool OdtStyles::is(std::string style, std::string_view name) const {
    for (int n = 0; n < most_ancestors && !style.empty(); ++n) {
        if (style == name) return true;
        style = found("paragraph", style).parent;
    }
    return false;
}

std::string OdtStyles::list_of(const std::string& paragraph_style) const {
    auto style = paragraph_style;
    for (int n = 0; n < most_ancestors && !style.empty(); ++n) {
        const auto& one = found("paragraph", style);
        if (!one.list.empty()) return one.list;
        style = one.parent;
    }
    return {};
}

const OdtStyles::Level* OdtStyles::level_in(const std::string& list, std::size_t level) const {
    const auto levels = lists_.find(list);
    if (levels == lists_.end()) return nullptr;
    const auto found = levels->second.find(level);
    return found == levels->second.end() ? nullptr : &found->second;
}

std::string OdtStyles::printed(const std::string& list, std::size_t level, const Counters& counters) const {
    const auto* own = level_in(list, level);
    if (own == nullptr || own->format == NumberFormat::none) return {};
    std::string number;
    const auto shown = std::min(level + 1, static_cast<std::size_t>(own->shown));
    for (auto n = level + 1 - shown; n <= level; ++n) {
        const auto* of = level_in(list, n);
        if (of == nullptr || of->format == NumberFormat::none) continue;
        number += (number.empty() ? "" : ".") + formatted(counters.at(n, of->start), of->format, of->letters);
    }
    return text::one_line(own->prefix + number + own->suffix);
}

}  // namespace medskapa::office
