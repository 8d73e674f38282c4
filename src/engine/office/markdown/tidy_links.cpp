#include "engine/office/markdown/tidy_links.hpp"

#include "base/text.hpp"
#include "base/text/kept_picture.hpp"
#include "engine/office/text/marked.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace medskapa::office {
namespace {

using Definitions = std::map<std::string, std::string>;  // by lower-case name

/// The name and address of "[name]: <https://…> "title"".
std::optional<std::pair<std::string, std::string>> definition_in(std::string_view row) {
    const auto from = std::min(row.find_first_not_of(' '), row.size());
    const auto close = row.find("]:", from);
    if (from > 3 || close == row.npos || row[from] != '[' || row.substr(from, 2) == "[^") return std::nullopt;
    auto rest = text::trimmed(row.substr(close + 2));
    const auto end = std::min(rest.find_first_of(" \t"), rest.size());
    auto address = rest.substr(0, end);
    const auto title = text::trimmed(std::string_view{rest}.substr(end));
    const bool has_sound_title =
        title.empty() || title.front() == '"' || title.front() == '\'' || title.front() == '(';
    if (address.empty() || !has_sound_title) return std::nullopt;
    if (address.starts_with('<') && address.ends_with('>')) address = address.substr(1, address.size() - 2);
    return std::pair{text::lower(row.substr(from + 1, close - from - 1)), address};
}

Definitions taken_out(std::vector<std::string>& rows) {
    Definitions definitions;
    bool is_fenced = false;
    for (auto& row : rows) {
        if (row.starts_with("```") || row.starts_with("~~~")) is_fenced = !is_fenced;
        const auto found = is_fenced ? std::nullopt : definition_in(row);
        if (!found) continue;
        definitions.insert(*found);
        row.clear();
    }
    return definitions;
}

/// The place of the bracket that closes the one at `open`, in the same row.
std::size_t closing(std::string_view row, std::size_t open) {
    int depth = 0;
    for (auto i = open; i < row.size(); ++i) {
        if (row[i] == '\\') {
            ++i;
            continue;
        }
        if (row[i] == '[') ++depth;
        if (row[i] == ']' && --depth == 0) return i;
    }
    return row.npos;
}

class RowOfLinks {
public:
    RowOfLinks(const Definitions& definitions, LeftOutCounts& left_out)
        : definitions_{definitions}, left_out_{left_out} {}

    std::string written(std::string_view row) {
        std::string out;
        bool is_code = false;
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (row[i] == '\\') {
                out += row.substr(i, 2);
                ++i;
                continue;
            }
            if (row[i] == '`') is_code = !is_code;
            const bool is_picture = row[i] == '!' && row.substr(i + 1, 1) == "[";
            const auto open = i + (is_picture ? 1 : 0);
            const auto close = is_code || row[open] != '[' ? row.npos : closing(row, open);
            if (close == row.npos) {
                out += row[i];
                continue;
            }
            const auto end = end_of_link(row, open, close);
            if (address_.empty()) {
                out += row[i];
                continue;
            }
            const auto address = address_;
            if (is_picture && picture_at(address)) {
                out += row.substr(i, end + 1 - i);
                i = end;
                continue;
            }
            if (is_picture)
                ++left_out_[LeftOut::picture];
            else if (!leads(address))
                ++left_out_[LeftOut::address];
            const auto words = row.substr(open + 1, close - open - 1);
            out += is_picture ? std::string{words} : '[' + written(words) + "](" + address + ')';
            i = end;
        }
        return out;
    }

private:
    /// The last character of the link whose words end at `close`. Its address is empty when it is none.
    std::size_t end_of_link(std::string_view row, std::size_t open, std::size_t close) {
        address_.clear();
        const auto next = row.substr(close + 1, 1);
        if (next == "(") {
            const auto end = row.find(')', close);
            if (end == row.npos) return close;
            address_ = std::string{row.substr(close + 2, end - close - 2)};
            return end;
        }
        auto name = row.substr(open + 1, close - open - 1);
        auto end = close;
        if (next == "[") {
            end = closing(row, close + 1);
            if (end == row.npos) return close;
            if (end > close + 2) name = row.substr(close + 2, end - close - 2);
        }
        const auto known = definitions_.find(text::lower(name));
        if (known == definitions_.end()) return close;
        address_ = known->second;
        return end;
    }

    static bool leads(std::string_view address) {
        address = address.substr(0, address.find(' '));
        return address.starts_with('/') || address.starts_with('#') || !linkable(address).empty();
    }

    const Definitions& definitions_;
    LeftOutCounts& left_out_;
    std::string address_;
};

}  // namespace

void write_links(std::vector<std::string>& rows, LeftOutCounts& left_out) {
    const auto definitions = taken_out(rows);
    RowOfLinks links{definitions, left_out};
    bool is_fenced = false;
    for (auto& row : rows) {
        if (row.starts_with("```") || row.starts_with("~~~")) is_fenced = !is_fenced;
        if (!is_fenced && row.find('[') != std::string::npos) row = links.written(row);
    }
}

}  // namespace medskapa::office
