#include "engine/office/docx_styles.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace medskapa::office {
namespace {

constexpr int most_ancestors = 10;
constexpr int no_heading = 9;

std::size_t clamped(int level) {
    return static_cast<std::size_t>(std::clamp(level, 0, static_cast<int>(deepest_level) - 1));
}

/// Nothing of "decimalZero" and its like is lost but the shape: a number is a number.
bool is_numbered(std::string_view format) {
    return format != "bullet" && format != "none";
}

/// "heading 3" is 2.
std::optional<int> outline_named(std::string_view name) {
    constexpr std::string_view start = "heading ";
    if (!name.starts_with(start) || name.size() != start.size() + 1) return std::nullopt;
    const int level = name.back() - '1';
    return level >= 0 && level < no_heading ? std::optional{level} : std::nullopt;
}

}  // namespace

Result<DocxStyles> DocxStyles::read(const Package& package) {
    DocxStyles styles;
    if (const auto walked = walk(package, "word/styles.xml", styles.styles_events()); !walked)
        return tl::unexpected{walked.error()};
    if (const auto walked = walk(package, "word/numbering.xml", styles.numbering_events()); !walked)
        return tl::unexpected{walked.error()};
    return styles;
}

XmlEvents DocxStyles::styles_events() {
    return {.open = [this](std::string_view name, const Attributes& attributes) {
        if (name == "w:style") here_ = attributes.get("w:styleId");
        if (here_.empty()) return;
        auto& style = styles_[here_];
        if (name == "w:name") style.name = text::lower(attributes.get("w:val"));
        if (name == "w:basedOn") style.based_on = attributes.get("w:val");
        if (name == "w:outlineLvl") style.paragraph.outline = attributes.number("w:val", no_heading);
        if (name == "w:numId") style.paragraph.list = attributes.get("w:val");
        if (name == "w:ilvl") style.paragraph.level = attributes.number("w:val", 0);
    }};
}

XmlEvents DocxStyles::numbering_events() {
    here_.clear();
    return {.open =
                [this](std::string_view name, const Attributes& attributes) {
                    if (name == "w:abstractNum") here_ = attributes.get("w:abstractNumId");
                    if (name == "w:num") list_here_ = attributes.get("w:numId");
                    if (name == "w:lvl" || name == "w:lvlOverride")
                        level_here_ = clamped(attributes.number("w:ilvl", 0));
                    if (name == "w:abstractNumId") lists_[list_here_].abstract = attributes.get("w:val");
                    if (name == "w:startOverride")
                        lists_[list_here_].restarts[level_here_] = attributes.number("w:val", 1);
                    note_level(name, attributes);
                },
        .close =
            [this](std::string_view name) {
                if (name == "w:abstractNum") here_.clear();
            }};
}

void DocxStyles::note_level(std::string_view name, const Attributes& attributes) {
    if (here_.empty()) return;
    if (name == "w:numFmt") abstract_[here_][level_here_].is_numbered = is_numbered(attributes.get("w:val"));
    if (name == "w:start") abstract_[here_][level_here_].start = attributes.number("w:val", 1);
    if (name == "w:lvlText") abstract_[here_][level_here_].pattern = attributes.get("w:val");
    if (name == "w:pStyle") abstract_[here_][level_here_].style = attributes.get("w:val");
}

DocxStyles::Role DocxStyles::role_of(const std::string& id) const {
    auto style = styles_.find(id);
    for (int n = 0; style != styles_.end() && n < most_ancestors; ++n) {
        const auto& name = style->second.name;
        if (name == "title") return Role::title;
        if (name.starts_with("toc ")) return Role::contents;
        if (name == "quote" || name == "intense quote" || name == "block text") return Role::quote;
        style = styles_.find(style->second.based_on);
    }
    return Role::body;
}

ParagraphStyle DocxStyles::resolved(ParagraphStyle paragraph) const {
    auto id = paragraph.style;
    const bool has_own_list = !paragraph.list.empty();
    for (int n = 0; n < most_ancestors; ++n) {
        const auto style = styles_.find(id);
        if (style == styles_.end()) break;
        const auto& of_style = style->second.paragraph;
        if (!paragraph.outline)
            paragraph.outline = of_style.outline ? of_style.outline : outline_named(style->second.name);
        if (!has_own_list && paragraph.list.empty() && !of_style.list.empty()) paragraph.list = of_style.list;
        if (!has_own_list && !paragraph.level) paragraph.level = of_style.level;
        id = style->second.based_on;
    }
    return paragraph;
}

int DocxStyles::heading_level(const ParagraphStyle& resolved) const {
    const auto outline = resolved.outline.value_or(no_heading);
    return outline >= 0 && outline < no_heading ? outline + 1 : 0;
}

const DocxStyles::Level* DocxStyles::level_in(const ParagraphStyle& resolved) const {
    const auto list = lists_.find(resolved.list);
    if (resolved.list == "0" || list == lists_.end()) return nullptr;
    const auto levels = abstract_.find(list->second.abstract);
    if (levels == abstract_.end()) return nullptr;
    const auto level = levels->second.find(level_of(resolved));
    return level == levels->second.end() ? nullptr : &level->second;
}

std::size_t DocxStyles::level_of(const ParagraphStyle& resolved) const {
    if (resolved.level) return clamped(*resolved.level);
    const auto list = lists_.find(resolved.list);
    if (list == lists_.end()) return 0;
    if (const auto levels = abstract_.find(list->second.abstract); levels != abstract_.end())
        for (const auto& [number, level] : levels->second)
            if (!level.style.empty() && level.style == resolved.style) return number;
    return 0;
}

bool DocxStyles::is_in_list(const ParagraphStyle& resolved) const {
    return level_in(resolved) != nullptr;
}

std::optional<DocxStyles::Number> DocxStyles::next_number(const ParagraphStyle& resolved) {
    const auto* level = level_in(resolved);
    if (level == nullptr) return std::nullopt;
    auto& list = lists_.at(resolved.list);
    auto& counters = counters_[list.abstract];
    const auto at = level_of(resolved);
    if (const auto restart = list.restarts.extract(at); !restart.empty())
        counters.restart(at, restart.mapped());
    const auto own = counters.next(at, level->start);
    if (!level->is_numbered) return std::nullopt;
    return Number{own, printed(level->pattern, counters)};
}

std::string DocxStyles::printed(const std::string& pattern, const Counters& counters) const {
    std::string number;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool is_hole =
            pattern[i] == '%' && i + 1 < pattern.size() && pattern[i + 1] >= '1' && pattern[i + 1] <= '9';
        if (is_hole)
            number += std::to_string(counters.at(static_cast<std::size_t>(pattern[++i] - '1')));
        else
            number += pattern[i];
    }
    number = text::one_line(number);
    while (number.ends_with('.') || number.ends_with(')')) number.pop_back();
    return number;
}

}  // namespace medskapa::office
