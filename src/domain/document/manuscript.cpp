#include "base/text.hpp"
#include "domain/document/document.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cctype>
#include <set>

namespace medskapa {
namespace {

constexpr int deepest_heading = 6;

bool is_list_item(std::string_view line) {
    const auto start = line.find_first_not_of(' ');
    if (start == line.npos) return false;
    line.remove_prefix(start);
    if (line.size() > 1 && (line[0] == '-' || line[0] == '*' || line[0] == '+') && line[1] == ' ')
        return true;
    const auto digits = line.find_first_not_of("0123456789");
    return digits != 0 && digits != line.npos && digits < 10 && (line[digits] == '.' || line[digits] == ')');
}

/// "[^3]: A footnote."
bool is_note(std::string_view line) {
    return line.starts_with("[^") && line.find("]: ") != line.npos;
}

bool is_fence(std::string_view line) {
    return line.starts_with("```") || line.starts_with("~~~");
}

/// Takes "{#RUS-3}" off the end of a heading.
std::string code_of_heading(std::string& heading) {
    const auto open = heading.rfind("{#");
    const bool is_escaped = open != heading.npos && open > 0 && heading[open - 1] == '\\';
    if (open == heading.npos || is_escaped || !heading.ends_with('}')) return {};
    const auto code = heading.substr(open + 2, heading.size() - open - 3);
    heading = text::trimmed(std::string_view{heading}.substr(0, open));
    return code;
}

/// Signs that would have ended the heading, or been its code, are escaped.
std::string without_escapes(std::string heading) {
    if (const auto code = heading.rfind("\\{#"); code != heading.npos && heading.ends_with('}'))
        heading.erase(code, 1);
    if (const auto end = heading.rfind("\\#");
        end != heading.npos && heading.find_first_not_of('#', end + 1) == heading.npos)
        heading.erase(end, 1);
    return heading;
}

/// Takes "[RUS-3-p1] " off the beginning of a paragraph.
std::string code_of_paragraph(std::string& paragraph, const std::string& document) {
    const auto close = paragraph.find("] ");
    if (!paragraph.starts_with('[' + document) || close == paragraph.npos) return {};
    const auto code = paragraph.substr(1, close - 1);
    const bool is_code = std::all_of(code.begin(), code.end(),
        [](unsigned char c) { return std::isalnum(c) != 0 || c == '.' || c == '-'; });
    if (!is_code) return {};  // a link, or other words in brackets
    paragraph = text::trimmed(std::string_view{paragraph}.substr(close + 2));
    return code;
}

/// "3.2" of "3.2 Målbild"; empty without a number.
std::string number_of(std::string_view heading) {
    const auto end = std::min(heading.find_first_not_of("0123456789."), heading.size());
    auto number = std::string{heading.substr(0, end)};
    while (number.ends_with('.')) number.pop_back();
    return end == 0 || number.empty() ? std::string{} : number;
}

class ManuscriptReader {
public:
    explicit ManuscriptReader(const std::string& document) : document_{document} {}

    Result<Lines> read(std::string_view markdown) {
        const auto rows = text::split(text::cleaned(markdown), '\n');
        for (number_ = 1; number_ <= static_cast<int>(rows.size()); ++number_)
            take(rows[static_cast<std::size_t>(number_ - 1)]);
        end_paragraph();
        if (lines_.empty() && complaints_.empty())
            complain(N_("There is no heading. Begin with a line that starts with #"));
        if (!complaints_.empty()) return refuse(Failure::Kind::invalid, complaints_);
        return lines_;
    }

private:
    void complain(const char* what) { complaints_.push_back({Place::on_line(number_), what}); }

    void take(const std::string& row) {
        const bool is_blank = text::trimmed(row).empty();
        if (is_fence(row)) fenced_ = !fenced_;
        if (fenced_) return keep(row);
        if (row.starts_with('#')) return heading(row);
        // A blank line within a list does not end it, if an item or its continuation follows. A footnote
        // belongs to the paragraph before it.
        if (is_blank) {
            ++blanks_;
            return;
        }
        const bool is_of_list = is_list_item(first_row()) && (is_list_item(row) || row.starts_with("  "));
        const bool goes_on = blanks_ > 0 && (is_of_list || is_note(row));
        if (blanks_ > 0 && !goes_on) end_paragraph();
        keep(row);
    }

    std::string_view first_row() const {
        auto row = std::string_view{paragraph_}.substr(0, paragraph_.find('\n'));
        if (row.starts_with('[' + document_) && row.find("] ") != row.npos)
            row.remove_prefix(row.find("] ") + 2);
        return row;
    }

    void keep(const std::string& row) {
        if (paragraph_.empty()) started_ = number_;
        if (blanks_ > 0 && !paragraph_.empty()) paragraph_ += '\n';
        blanks_ = 0;
        paragraph_ += row + '\n';
    }

    void heading(const std::string& row) {
        end_paragraph();
        const auto depth = static_cast<int>(row.find_first_not_of('#'));
        if (depth > deepest_heading || depth < 1 || row[static_cast<std::size_t>(depth)] != ' ')
            return complain(N_("Write a heading as one to six # and a blank"));
        auto words = text::trimmed(std::string_view{row}.substr(static_cast<std::size_t>(depth)));
        auto code = code_of_heading(words);
        words = without_escapes(std::move(words));
        if (code.empty()) code = own_code(words, depth);
        paragraphs_ = 0;
        add({{{}, Node::Kind::section, Node::Type::text, code}, depth, {}, words});
    }

    std::string own_code(const std::string& words, int depth) {
        if (depth == 1 && lines_.empty()) return document_;
        const auto number = number_of(words);
        auto code = document_ + '-' + (number.empty() ? "x" + std::to_string(++unnumbered_) : number);
        while (codes_.contains(code)) code = document_ + "-x" + std::to_string(++unnumbered_);
        return code;
    }

    void end_paragraph() {
        blanks_ = 0;
        auto words = text::trimmed(paragraph_);
        paragraph_.clear();
        if (words.empty()) return;
        const auto here = std::exchange(number_, started_);
        if (const auto sound = checked_words(words); !sound) {
            const auto& why = sound.error().complaints.front();
            complaints_.push_back({Place::on_line(number_), why.message, why.holes});
        } else if (lines_.empty()) {
            complain(N_("Words stand before the first heading. Put a heading over them"));
        } else {
            auto code = code_of_paragraph(words, document_);
            if (code.empty()) code = next_code();
            add({{{}, Node::Kind::paragraph, Node::Type::text, code}, depth_, {}, words});
        }
        number_ = here;
    }

    std::string next_code() {
        for (;;) {
            auto code = fmt::format("{}-p{}", heading_, ++paragraphs_);
            if (!codes_.contains(code)) return code;
        }
    }

    void add(Line line) {
        if (!codes_.insert(line.node.code).second)
            return complain(N_("This code stands twice. A code names one place"));
        if (line.node.kind == Node::Kind::section) {
            heading_ = line.node.code;
            depth_ = line.depth;
        }
        lines_.push_back(std::move(line));
    }

    const std::string& document_;
    Lines lines_;
    std::vector<Complaint> complaints_;
    std::set<std::string> codes_;
    std::string paragraph_;
    std::string heading_;
    int number_ = 0;
    int started_ = 0;
    int depth_ = 0;
    int blanks_ = 0;
    int paragraphs_ = 0;
    int unnumbered_ = 0;
    bool fenced_ = false;
};

}  // namespace

std::string manuscript(const Lines& lines) {
    std::string markdown;
    for (const auto& line : lines) {
        if (!markdown.empty()) markdown += '\n';
        if (line.node.kind == Node::Kind::section)
            markdown += fmt::format("{} {} {{#{}}}\n", std::string(static_cast<std::size_t>(line.depth), '#'),
                line.text, line.node.code);
        else
            markdown += fmt::format("[{}] {}\n", line.node.code, line.text);
    }
    return markdown;
}

Result<Lines> read_manuscript(std::string_view markdown, const std::string& document_code) {
    return ManuscriptReader{document_code}.read(markdown);
}

}  // namespace medskapa
