#include "engine/office/odt/odt_lists.hpp"

#include <algorithm>
#include <utility>

namespace medskapa::office {

/// A list goes on with the counting of the one that it names, or of the last of its style. A list within
/// another counts with it.
void OdtLists::open_list(const Attributes& attributes) {
    List list{attributes.get("text:style-name"), nullptr};
    if (!open_.empty()) {
        if (list.style.empty()) list.style = open_.back().style;
        list.counters = open_.back().counters;
        open_.push_back(std::move(list));
        return;
    }
    const auto named = by_id_.find(attributes.get("text:continue-list"));
    const auto last = by_style_.find(list.style);
    if (named != by_id_.end())
        list.counters = named->second;
    else if (attributes.get("text:continue-numbering") == "true" && last != by_style_.end())
        list.counters = last->second;
    else
        list.counters = std::make_shared<Counters>();
    by_style_[list.style] = list.counters;
    if (const auto id = attributes.find("xml:id")) by_id_[*id] = list.counters;
    open_.push_back(std::move(list));
}

void OdtLists::close_list() {
    if (!open_.empty()) open_.pop_back();
}

void OdtLists::open_item(const Attributes& attributes, bool is_head) {
    if (open_.empty()) return;
    auto& list = open_.back();
    list.is_item = !is_head;
    list.is_begun = false;
    const auto start = attributes.find("text:start-value");
    list.start = start ? std::optional{attributes.number("text:start-value", 1)} : std::nullopt;
}

std::size_t OdtLists::level() const {
    return std::min(open_.size(), deepest_level) - 1;
}

std::string OdtLists::style_for(const std::string& paragraph_style) const {
    const auto& own = open_.back().style;
    return own.empty() ? styles_.list_of(paragraph_style) : own;
}

int OdtLists::count(const std::string& style, std::size_t at) {
    auto& list = open_.back();
    if (const auto start = std::exchange(list.start, std::nullopt)) list.counters->restart(at, *start);
    const auto* level = styles_.level_in(style, at);
    return list.counters->next(at, level == nullptr ? 1 : level->start);
}

std::optional<Block> OdtLists::next_item(const std::string& paragraph_style) {
    if (open_.empty() || !open_.back().is_item || std::exchange(open_.back().is_begun, true))
        return std::nullopt;
    const auto at = level();
    const auto style = style_for(paragraph_style);
    Block block{.kind = Block::Kind::item, .level = static_cast<int>(at)};
    const auto number = count(style, at);
    const auto* level = styles_.level_in(style, at);
    if (level == nullptr || level->is_bullet) return block;
    const bool is_plain = level->format == NumberFormat::decimal && level->shown == 1 &&
                          level->prefix.empty() &&
                          (level->suffix.empty() || level->suffix == "." || level->suffix == ")");
    if (is_plain)
        block.number = std::to_string(number);
    else
        block.label = styles_.printed(style, at, *open_.back().counters);
    return block;
}

std::string OdtLists::next_heading(const Attributes& attributes, std::size_t level) {
    if (attributes.get("text:is-list-header") == "true") return {};
    const bool is_in_list = !open_.empty() && open_.back().is_item && !open_.back().is_begun;
    if (is_in_list) {
        open_.back().is_begun = true;
        const auto style = style_for(attributes.get("text:style-name"));
        const auto at = this->level();
        (void)count(style, at);
        return styles_.printed(style, at, *open_.back().counters);
    }
    const auto* shown = styles_.level_in(OdtStyles::outline, level);
    if (attributes.get("text:restart-numbering") == "true" || attributes.find("text:start-value"))
        outline_.restart(level, attributes.number("text:start-value", shown == nullptr ? 1 : shown->start));
    (void)outline_.next(level, shown == nullptr ? 1 : shown->start);
    return styles_.printed(OdtStyles::outline, level, outline_);
}

}  // namespace medskapa::office
