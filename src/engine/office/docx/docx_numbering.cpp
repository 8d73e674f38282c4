#include "engine/office/docx/docx_numbering.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace medskapa::office {
namespace {

std::size_t clamped(int level) {
    return static_cast<std::size_t>(std::clamp(level, 0, static_cast<int>(deepest_level) - 1));
}

/// What none of ours can write, as "ordinal", is a number at least.
NumberFormat format_named(std::string_view name) {
    if (name == "none") return NumberFormat::none;
    if (name == "decimalZero") return NumberFormat::padded;
    if (name == "upperLetter") return NumberFormat::upper_letter;
    if (name == "lowerLetter") return NumberFormat::lower_letter;
    if (name == "upperRoman") return NumberFormat::upper_roman;
    if (name == "lowerRoman") return NumberFormat::lower_roman;
    return NumberFormat::decimal;
}

}  // namespace

Result<DocxNumbering> DocxNumbering::read(
    const Package& package, const std::string& part, const DocxStyles& styles) {
    DocxNumbering numbering;
    if (const auto walked = walk(package, part, numbering.events()); !walked)
        return tl::unexpected{walked.error()};
    numbering.styles_ = &styles;
    return numbering;
}

XmlEvents DocxNumbering::events() {
    return {.open = [this](std::string_view name, const Attributes& attributes) { open(name, attributes); },
        .close =
            [this](std::string_view name) {
                if (name == "w:abstractNum") abstract_here_.clear();
                if (name == "w:num") list_here_.clear();
                if (name == "w:lvl") in_level_ = false;
            }};
}

void DocxNumbering::open(std::string_view name, const Attributes& attributes) {
    if (name == "w:abstractNum") abstract_here_ = attributes.get("w:abstractNumId");
    if (name == "w:num") list_here_ = attributes.get("w:numId");
    if (name == "w:numStyleLink") abstracts_[abstract_here_].stands_for = attributes.get("w:val");
    if (name == "w:styleLink") abstracts_[abstract_here_].is_of = attributes.get("w:val");
    if (name == "w:abstractNumId") lists_[list_here_].abstract = attributes.get("w:val");
    if (name == "w:lvl" || name == "w:lvlOverride") level_here_ = clamped(attributes.number("w:ilvl", 0));
    if (name == "w:startOverride") lists_[list_here_].restarts[level_here_] = attributes.number("w:val", 1);
    if (name == "w:lvl") {
        in_level_ = true;
        auto& levels = list_here_.empty() ? abstracts_[abstract_here_].levels : lists_[list_here_].levels;
        levels[level_here_] = {};
    }
    if (!in_level_) return;
    note_level(list_here_.empty() ? abstracts_[abstract_here_].levels[level_here_]
                                  : lists_[list_here_].levels[level_here_],
        name, attributes);
}

void DocxNumbering::note_level(Level& level, std::string_view name, const Attributes& attributes) const {
    const auto value = attributes.get("w:val");
    if (name == "w:numFmt") {
        level.is_bullet = value == "bullet";
        level.format = format_named(value);
    }
    if (name == "w:start") level.start = attributes.number("w:val", 1);
    if (name == "w:lvlText") level.pattern = value;
    if (name == "w:pStyle") level.style = value;
    if (name == "w:isLgl") level.has_figures_above = is_on(attributes);
    if (name == "w:lvlRestart") level.restarts_after = clamped(attributes.number("w:val", 0));
}

std::string DocxNumbering::abstract_of(const std::string& list) const {
    constexpr int most_links = 4;
    auto id = list;
    for (int n = 0; n < most_links; ++n) {
        const auto found = lists_.find(id);
        if (found == lists_.end()) return {};
        const auto abstract = abstracts_.find(found->second.abstract);
        if (abstract == abstracts_.end() || abstract->second.stands_for.empty())
            return found->second.abstract;
        const auto& style = abstract->second.stands_for;
        const auto own = std::find_if(
            abstracts_.begin(), abstracts_.end(), [&](const auto& one) { return one.second.is_of == style; });
        if (own != abstracts_.end()) return own->first;
        id = styles_->list_of(style);
    }
    return {};
}

const DocxNumbering::Level* DocxNumbering::level_in(const std::string& list, std::size_t level) const {
    const auto found = lists_.find(list);
    if (list == "0" || found == lists_.end()) return nullptr;
    if (const auto own = found->second.levels.find(level); own != found->second.levels.end())
        return &own->second;
    const auto abstract = abstracts_.find(abstract_of(list));
    if (abstract == abstracts_.end()) return nullptr;
    const auto shared = abstract->second.levels.find(level);
    return shared == abstract->second.levels.end() ? nullptr : &shared->second;
}

std::size_t DocxNumbering::level_of(const ParagraphStyle& resolved) const {
    if (resolved.level) return clamped(*resolved.level);
    if (const auto abstract = abstracts_.find(abstract_of(resolved.list)); abstract != abstracts_.end())
        for (const auto& [number, level] : abstract->second.levels)
            if (!level.style.empty() && level.style == resolved.style) return number;
    return 0;
}

std::optional<DocxNumbering::Number> DocxNumbering::next(const ParagraphStyle& resolved) {
    const auto at = level_of(resolved);
    const auto* level = level_in(resolved.list, at);
    if (level == nullptr) return std::nullopt;
    const auto& list = lists_.at(resolved.list);
    auto& counters = counters_[abstract_of(resolved.list)];
    for (std::size_t n = 0; n < deepest_level; ++n)
        if (const auto* one = level_in(resolved.list, n); one != nullptr && one->restarts_after)
            counters.restart_after(n, *one->restarts_after);
    const auto restart = list.restarts.find(at);
    if (restart != list.restarts.end() && begun_.insert({resolved.list, at}).second)
        counters.restart(at, restart->second);
    Number number;
    number.own = counters.next(at, level->start);
    number.is_bullet = level->is_bullet;
    if (number.is_bullet) return number;
    number.printed = printed(resolved.list, at, counters);
    const auto figure = '%' + std::to_string(at + 1);
    number.is_plain =
        level->format == NumberFormat::decimal &&
        (level->pattern == figure || level->pattern == figure + '.' || level->pattern == figure + ')');
    if (number.printed.empty()) return std::nullopt;
    return number;
}

void DocxNumbering::begin_again() {
    counters_.clear();
    begun_.clear();
}

std::string DocxNumbering::printed(const std::string& list, std::size_t at, const Counters& counters) const {
    const auto* level = level_in(list, at);
    std::string number;
    const auto& pattern = level->pattern;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool is_hole =
            pattern[i] == '%' && i + 1 < pattern.size() && pattern[i + 1] >= '1' && pattern[i + 1] <= '9';
        if (!is_hole) {
            number += pattern[i];
            continue;
        }
        const auto of = static_cast<std::size_t>(pattern[++i] - '1');
        const auto* above = level_in(list, of);
        const auto format =
            above == nullptr || (level->has_figures_above && of < at) ? NumberFormat::decimal : above->format;
        number += formatted(counters.at(of, above == nullptr ? 1 : above->start), format, Letters::repeated);
    }
    return text::one_line(number);
}

}  // namespace medskapa::office
