#include "engine/office/docx/docx_styles.hpp"

#include "base/text.hpp"

namespace medskapa::office {
namespace {

constexpr int most_ancestors = 10;
constexpr int no_heading = 9;

/// "heading 3" is 2.
std::optional<int> outline_named(std::string_view name) {
    constexpr std::string_view start = "heading ";
    if (!name.starts_with(start) || name.size() != start.size() + 1) return std::nullopt;
    const int level = name.back() - '1';
    return level >= 0 && level < no_heading ? std::optional{level} : std::nullopt;
}

/// Twice on is off again (ECMA-376 part 1, 17.7.3).
std::optional<bool> toggled(std::optional<bool> a, std::optional<bool> b) {
    if (!a && !b) return std::nullopt;
    return a.value_or(false) != b.value_or(false);
}

template <class Value>
void take_where_unsaid(std::optional<Value>& said, const std::optional<Value>& otherwise) {
    if (!said) said = otherwise;
}

}  // namespace

bool is_on(const Attributes& attributes) {
    const auto value = attributes.get("w:val");
    return value != "0" && value != "false" && value != "off" && value != "none";
}

void RunStyle::note(std::string_view name, const Attributes& attributes) {
    constexpr int clearly_raised = 6;  // half points
    if (name == "w:rStyle") style = attributes.get("w:val");
    if (name == "w:b") is_bold = is_on(attributes);
    if (name == "w:i") is_italic = is_on(attributes);
    if (name == "w:strike") is_struck = is_on(attributes);
    if (name == "w:dstrike") is_struck_twice = is_on(attributes);
    if (name == "w:vanish" || name == "w:specVanish") is_hidden = is_on(attributes);
    if (name == "w:vertAlign") {
        const auto value = attributes.get("w:val");
        script = value == "superscript" ? Script::above : value == "subscript" ? Script::below : Script::none;
    }
    if (name == "w:position" && !script) {
        const auto height = attributes.number("w:val", 0);
        if (height >= clearly_raised) script = Script::above;
        if (height <= -clearly_raised) script = Script::below;
    }
    if (name == "w:rFonts") font = attributes.find("w:ascii").value_or(attributes.get("w:hAnsi"));
}

Result<DocxStyles> DocxStyles::read(const Package& package, const std::string& part) {
    DocxStyles styles;
    if (const auto walked = walk(package, part, styles.events()); !walked)
        return tl::unexpected{walked.error()};
    return styles;
}

XmlEvents DocxStyles::events() {
    return {.open = [this](std::string_view name, const Attributes& attributes) { open(name, attributes); },
        .close =
            [this](std::string_view name) {
                if (name == "w:style") here_.clear();
                if (name == "w:docDefaults") in_defaults_ = false;
                if (name == "w:rPr") in_run_ = false;
                if (name == "w:tblStylePr") in_condition_ = false;
            }};
}

void DocxStyles::open(std::string_view name, const Attributes& attributes) {
    if (name == "w:docDefaults") in_defaults_ = true;
    if (name == "w:style") {
        here_ = attributes.get("w:styleId");
        const auto is_default = attributes.get("w:default");
        if (attributes.get("w:type") == "paragraph" && (is_default == "1" || is_default == "true"))
            default_paragraph_ = here_;
    }
    if (here_.empty() && !in_defaults_) return;
    if (name == "w:tblStylePr") in_condition_ = true;
    if (in_condition_) return;
    if (name == "w:rPr") in_run_ = true;
    auto& style = in_defaults_ ? defaults_ : styles_[here_];
    if (in_run_) return style.run.note(name, attributes);
    if (name == "w:name") style.name = text::lower(attributes.get("w:val"));
    if (name == "w:basedOn") style.based_on = attributes.get("w:val");
    if (name == "w:outlineLvl") style.paragraph.outline = attributes.number("w:val", no_heading);
    if (name == "w:numId") style.paragraph.list = attributes.get("w:val");
    if (name == "w:ilvl") style.paragraph.level = attributes.number("w:val", 0);
}

const DocxStyles::Style* DocxStyles::find(const std::string& id) const {
    const auto style = styles_.find(id);
    return style == styles_.end() ? nullptr : &style->second;
}

DocxStyles::Role DocxStyles::role_of(const std::string& id) const {
    const auto* style = find(id);
    for (int n = 0; style != nullptr && n < most_ancestors; ++n) {
        const auto& name = style->name;
        if (name == "title") return Role::title;
        if (name.starts_with("toc ") || name.starts_with("index ") || name == "table of figures" ||
            name == "table of authorities" || name == "toa heading")
            return Role::contents;
        if (name == "quote" || name == "intense quote" || name == "block text") return Role::quote;
        style = find(style->based_on);
    }
    return Role::body;
}

ParagraphStyle DocxStyles::resolved(ParagraphStyle paragraph) const {
    if (paragraph.style.empty()) paragraph.style = default_paragraph_;
    const bool has_own_list = !paragraph.list.empty();
    const auto* style = find(paragraph.style);
    for (int n = 0; style != nullptr && n < most_ancestors; ++n) {
        const auto& of_style = style->paragraph;
        if (!paragraph.outline)
            paragraph.outline = of_style.outline ? of_style.outline : outline_named(style->name);
        if (!has_own_list && paragraph.list.empty() && !of_style.list.empty()) paragraph.list = of_style.list;
        if (!has_own_list && !paragraph.level) paragraph.level = of_style.level;
        style = find(style->based_on);
    }
    return paragraph;
}

int DocxStyles::heading_level(const ParagraphStyle& resolved) const {
    const auto outline = resolved.outline.value_or(no_heading);
    return outline >= 0 && outline < no_heading ? outline + 1 : 0;
}

RunStyle DocxStyles::run_of(const std::string& id) const {
    RunStyle run;
    const auto* style = find(id);
    for (int n = 0; style != nullptr && n < most_ancestors; ++n) {
        const auto& of_style = style->run;
        take_where_unsaid(run.is_bold, of_style.is_bold);
        take_where_unsaid(run.is_italic, of_style.is_italic);
        take_where_unsaid(run.is_struck, of_style.is_struck);
        take_where_unsaid(run.is_struck_twice, of_style.is_struck_twice);
        take_where_unsaid(run.is_hidden, of_style.is_hidden);
        take_where_unsaid(run.script, of_style.script);
        if (run.font.empty()) run.font = of_style.font;
        style = find(style->based_on);
    }
    return run;
}

RunStyle DocxStyles::resolved(
    RunStyle run, const std::string& paragraph_style, const std::string& table_style) const {
    const auto own = run_of(run.style);
    const auto around = run_of(paragraph_style.empty() ? default_paragraph_ : paragraph_style);
    const auto of_table = run_of(table_style);
    const auto with_surroundings = [&](auto member) {
        const auto toggles = toggled(toggled(own.*member, around.*member), of_table.*member);
        return toggles ? toggles : defaults_.run.*member;
    };
    take_where_unsaid(run.is_bold, own.is_bold);
    take_where_unsaid(run.is_italic, own.is_italic);
    take_where_unsaid(run.is_struck, with_surroundings(&RunStyle::is_struck));
    take_where_unsaid(run.is_struck_twice, with_surroundings(&RunStyle::is_struck_twice));
    take_where_unsaid(run.is_hidden, with_surroundings(&RunStyle::is_hidden));
    take_where_unsaid(run.script, own.script);
    if (run.font.empty()) run.font = own.font.empty() ? around.font : own.font;
    return run;
}

std::string DocxStyles::list_of(const std::string& id) const {
    const auto* style = find(id);
    return style == nullptr ? std::string{} : style->paragraph.list;
}

}  // namespace medskapa::office
