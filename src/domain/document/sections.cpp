#include "domain/document/sections.hpp"

#include "base/text.hpp"
#include "domain/document/word_hunks.hpp"
#include "domain/field.hpp"

#include <algorithm>
#include <set>

namespace medskapa {

std::size_t end_of_section(const Lines& lines, std::size_t heading) {
    auto end = heading + 1;
    if (lines[heading].node.kind != Node::Kind::section) return end;
    while (end < lines.size() &&
           (lines[end].node.kind != Node::Kind::section || lines[end].depth > lines[heading].depth))
        ++end;
    return end;
}

Result<Lines> section_moved(Lines lines, Id<Node> heading, Id<Node> after) {
    const auto from = place_of(lines, heading);
    const auto to = place_of(lines, after);
    if (!from || !to) return refuse(Failure::Kind::not_found);
    const auto end = end_of_section(lines, *from);
    if (*from == 0 || (*to >= *from && *to < end))
        return refuse(Failure::Kind::invalid, {{Field::after, N_("Choose another place for the section")}});
    const Lines block(
        lines.begin() + static_cast<std::ptrdiff_t>(*from), lines.begin() + static_cast<std::ptrdiff_t>(end));
    lines.erase(
        lines.begin() + static_cast<std::ptrdiff_t>(*from), lines.begin() + static_cast<std::ptrdiff_t>(end));
    auto place = *place_of(lines, after) + 1;
    while (place < lines.size() &&
           (lines[place].node.kind != Node::Kind::section || lines[place].depth > block.front().depth))
        ++place;
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(place), block.begin(), block.end());
    return lines;
}

std::string next_heading_code(
    const std::string& document, const Lines& lines, const std::vector<std::string>& taken) {
    std::set<std::string> known(taken.begin(), taken.end());
    for (const auto& line : lines) known.insert(line.node.code);
    for (int n = 1;; ++n)
        if (auto code = document + "-x" + std::to_string(n); !known.contains(code)) return code;
}

std::string words_lost(std::string_view before, std::string_view after) {
    const auto small = text::lower(after);
    auto kept = tokens_of(small);
    std::string lost;
    for (const auto& token : tokens_of(before)) {
        if (!is_word(token)) continue;
        const auto same = std::find(kept.begin(), kept.end(), text::lower(token));
        if (same == kept.end())
            lost += (lost.empty() ? "" : " ") + std::string{token};
        else
            kept.erase(same);
    }
    return lost;
}

}  // namespace medskapa
