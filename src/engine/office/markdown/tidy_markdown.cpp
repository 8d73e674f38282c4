#include "engine/office/markdown/tidy_markdown.hpp"

#include "base/text.hpp"
#include "engine/office/markdown/tidy_links.hpp"
#include "engine/office/markdown/tidy_notes.hpp"
#include "engine/office/text/marked.hpp"

#include <algorithm>
#include <utility>

namespace medskapa::office {
namespace {

using Rows = std::vector<std::string>;

constexpr int deepest_heading = 6;

bool is_fence(std::string_view row) {
    return row.starts_with("```") || row.starts_with("~~~");
}

std::size_t blanks_before(std::string_view row) {
    return std::min(row.find_first_not_of(' '), row.size());
}

/// "Plan" of `title: "Plan"`, or with an equals sign; empty for another field.
std::string title_in(std::string_view row) {
    const auto sign = std::min(row.find_first_of(":="), row.size());
    if (text::lower(text::trimmed(row.substr(0, sign))) != "title" || sign == row.size()) return {};
    auto title = text::trimmed(row.substr(sign + 1));
    const bool is_quoted =
        title.size() > 1 && (title.front() == '"' || title.front() == '\'') && title.back() == title.front();
    return is_quoted ? title.substr(1, title.size() - 2) : title;
}

class Tidying {
public:
    explicit Tidying(std::string_view typed) : rows_{text::split(text::cleaned(typed), '\n')} {}

    TidyMarkdown tidied() {
        leave_out_front_matter();
        leave_out_comments();
        write_headings();
        put_title_first();
        write_links(rows_, left_out_);
        rows_ = with_notes_in_place(std::move(rows_));
        std::string all;
        for (std::size_t i = 0; i < rows_.size(); ++i) all += (i > 0 ? "\n" : "") + rows_[i];
        return {std::move(all), std::move(left_out_)};
    }

private:
    void note_front_matter(std::string& row, std::string title) {
        if (title_.empty() && !title.empty())
            title_ = std::move(title);
        else if (!text::trimmed(row).empty())
            ++left_out_[LeftOut::front_matter];
        row.clear();
    }

    /// Fields between two lines of "---", or a title, authors and a day after "%", as Pandoc has them.
    void leave_out_front_matter() {
        for (std::size_t i = 0; i < rows_.size() && rows_[i].starts_with("% "); ++i)
            note_front_matter(rows_[i], text::trimmed(std::string_view{rows_[i]}.substr(1)));
        const auto fence = text::trimmed(rows_.front());
        if (fence != "---" && fence != "+++") return;
        const auto is_end = [&](const std::string& row) {
            return text::trimmed(row) == fence || (fence == "---" && text::trimmed(row) == "...");
        };
        std::size_t end = 1;
        bool has_fields = false;
        for (; end < rows_.size() && !is_end(rows_[end]); ++end)
            has_fields = has_fields || rows_[end].find_first_of(":=") != std::string::npos;
        if (end == rows_.size() || !has_fields) return;
        rows_.front().clear();
        rows_[end].clear();
        for (std::size_t i = 1; i < end; ++i) note_front_matter(rows_[i], title_in(rows_[i]));
    }

    /// "<!-- ... -->" is for those who write, not for those who read.
    void leave_out_comments() {
        constexpr std::string_view opens = "<!--";
        constexpr std::string_view closes = "-->";
        bool is_fenced = false;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (is_fence(rows_[i])) is_fenced = !is_fenced;
            if (is_fenced) continue;
            for (auto at = rows_[i].find(opens); at != std::string::npos; at = rows_[i].find(opens, at)) {
                const bool is_escaped = at > 0 && (rows_[i][at - 1] == '\\' || rows_[i][at - 1] == '`');
                auto last = i;
                auto end = rows_[i].find(closes, at + opens.size());
                while (!is_escaped && end == std::string::npos && last + 1 < rows_.size())
                    end = rows_[++last].find(closes);
                if (is_escaped || end == std::string::npos) {
                    at += opens.size();
                    continue;
                }
                ++left_out_[LeftOut::hidden];
                const auto rest = rows_[last].substr(end + closes.size());
                for (auto row = i + 1; row <= last; ++row) rows_[row].clear();
                rows_[i] = rows_[i].substr(0, at) + rest;
            }
        }
    }

    /// One to six # and a blank, whatever it was written with.
    void write_headings() {
        std::size_t start = 0;  // where the paragraph begins that is open
        bool is_open = false;
        bool is_fenced = false;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (is_fence(rows_[i])) is_fenced = !is_fenced;
            if (is_fenced || is_fence(rows_[i])) {
                is_open = false;
                continue;
            }
            if (is_open && is_underline(rows_[i])) {
                write_underlined(start, i);
                is_open = false;
                continue;
            }
            const bool is_text = is_words(rows_[i]);
            if (is_text && !is_open) start = i;
            is_open = is_text && (is_open || blanks_before(rows_[i]) < 4);
            if (!is_text) write_heading(rows_[i]);
        }
    }

    /// Whether a row can be a part of a heading that is underlined.
    static bool is_words(std::string_view row) {
        row.remove_prefix(blanks_before(row));
        if (row.empty() || row.front() == '#' || row.front() == '>' || row.front() == '|') return false;
        if (with_plain_beginning(std::string{row.substr(0, 12)}) != row.substr(0, 12) && row.front() != '[' &&
            row.front() != '=' && row.front() != '~')
            return false;
        const bool is_coded = row.front() == '[' && row.find("] ") != row.npos;
        return !is_coded && !row.starts_with("* ");
    }

    static bool is_underline(std::string_view row) {
        const auto trimmed = text::trimmed(row);
        if (trimmed.empty() || blanks_before(row) > 3) return false;
        return trimmed.find_first_not_of(trimmed.front() == '=' ? '=' : '-') == std::string::npos;
    }

    void write_underlined(std::size_t start, std::size_t line) {
        std::string words;
        for (auto i = start; i < line; ++i)
            words += (words.empty() ? "" : " ") + text::trimmed(std::exchange(rows_[i], {}));
        rows_[start] = (text::trimmed(rows_[line]).front() == '=' ? "# " : "## ") + words;
        rows_[line].clear();
    }

    static void write_heading(std::string& row) {
        const auto from = blanks_before(row);
        const auto end = std::min(row.find_first_not_of('#', from), row.size());
        const auto depth = end - from;
        if (depth == 0 || from > 3) return;
        const bool is_heading =
            depth <= deepest_heading && (end == row.size() || row[end] == ' ' || row[end] == '\t');
        if (!is_heading) {
            row.insert(from, 1, '\\');  // "#skog" is a word
            return;
        }
        auto words = text::trimmed(std::string_view{row}.substr(end));
        if (const auto last = words.find_last_not_of('#'); last == std::string::npos)
            words.clear();
        else if (words[last] == ' ' || words[last] == '\t')
            words = text::trimmed(std::string_view{words}.substr(0, last));
        row = words.empty() ? std::string{} : std::string(depth, '#') + ' ' + words;
    }

    void put_title_first() {
        if (title_.empty()) return;
        const auto first = std::find_if(
            rows_.begin(), rows_.end(), [](const std::string& row) { return !text::trimmed(row).empty(); });
        const bool has_title = first != rows_.end() && first->starts_with("# ");
        if (has_title)
            ++left_out_[LeftOut::front_matter];
        else
            rows_.front() = "# " + title_;
    }

    Rows rows_;
    std::string title_;
    LeftOutCounts left_out_;
};

}  // namespace

TidyMarkdown tidy_markdown(std::string_view typed) {
    return Tidying{typed}.tidied();
}

}  // namespace medskapa::office
