#include "base/sheets/answers.hpp"

#include "base/digest.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <optional>

namespace medskapa::sheets {
namespace {

/// What no key holds, nor a cell that was made one line.
constexpr char divider = '\n';

/// Where the answer to a cell stands among those that were used; none where nobody has answered.
std::optional<std::size_t> used(std::vector<Answered>& all, const Answers& answers, const std::string& key,
    const std::string& cell, const Takes& takes) {
    auto asked = question(key, cell);
    const auto found = answers.find(asked);
    if (found == answers.end() || !takes(key, found->second)) return std::nullopt;
    const auto known =
        std::find_if(all.begin(), all.end(), [&](const Answered& one) { return one.question == asked; });
    const auto at = static_cast<std::size_t>(known - all.begin());
    if (known == all.end()) all.push_back({std::move(asked), key, cell, found->second, 0});
    return at;
}

}  // namespace

std::string question(std::string_view key, std::string_view cell) {
    return hex(as_text(sha256(std::string{key} + divider + text::one_line(text::lower(cell)))));
}

std::vector<Answered> answer(
    NamedTable& table, const Answers& answers, const std::vector<std::string>& columns, const Takes& takes) {
    std::vector<Answered> all;
    if (answers.empty()) return all;
    for (const auto& key : columns) {
        if (!table.has(key)) continue;
        std::map<std::string, std::optional<std::size_t>> by_cell;
        for (auto& row : table.rows) {
            if (row[key].empty()) continue;
            const auto [place, is_new] = by_cell.try_emplace(std::string{row[key]});
            if (is_new) place->second = used(all, answers, key, place->first, takes);
            if (!place->second) continue;
            auto& one = all[*place->second];
            ++one.rows;
            row.put(key, one.value);
        }
    }
    return all;
}

ChosenColumns chosen_in(const NamedTable& table, const ChosenColumns& before) {
    ChosenColumns chosen;
    for (const auto& column : table.columns) {
        const auto known = before.find(column.letters);
        const bool is_as_before = known != before.end() && known->second == column.key;
        if (is_as_before || column.key != column.own_key) chosen.emplace(column.letters, column.key);
    }
    return chosen;
}

}  // namespace medskapa::sheets
