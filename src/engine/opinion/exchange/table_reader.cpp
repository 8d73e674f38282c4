#include "engine/opinion/exchange/table_reader.hpp"

#include "base/csv/encoding.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <charconv>

namespace medskapa::opinion::exchange {
namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

std::string_view trimmed(std::string_view field) {
    while (!field.empty() && is_blank(field.front())) field.remove_prefix(1);
    while (!field.empty() && is_blank(field.back())) field.remove_suffix(1);
    return field;
}

/// "1.0" and "-1.0" are whole.
std::string_view without_zeros(std::string_view field) {
    const auto point = field.find('.');
    if (point == field.npos || point == 0) return field;
    return field.find_first_not_of('0', point + 1) == field.npos ? field.substr(0, point) : field;
}

/// True for UTF-8 that may be cut within its last character.
bool is_utf8_so_far(std::string_view start) {
    constexpr std::size_t longest = 4;
    for (std::size_t cut = 0; cut < std::min(longest, start.size() + 1); ++cut)
        if (text::is_valid_utf8(start.substr(0, start.size() - cut))) return true;
    return false;
}

std::string folded(std::string_view name) {
    auto low = text::lower(text::trimmed(name));
    std::replace(low.begin(), low.end(), '_', '-');
    return low;
}

}  // namespace

/// Finds out the separator from the first line; what is not UTF-8 is read whole to be turned into it.
void TableReader::start() {
    std::string text;
    const auto gather = [&] {
        const auto piece = pieces_();
        text += piece;
        is_at_end_ = piece.empty();
    };
    while (!is_at_end_ && text.find_first_of("\r\n") == text.npos) gather();
    if (!is_utf8_so_far(text)) {
        while (!is_at_end_) gather();
        text = text::as_utf8(std::move(text));
    }
    const auto hint = csv::separator_hint(text);
    const auto line = std::string_view{text}.substr(0, text.find_first_of("\r\n"));
    records_ = csv::Records{hint.value_or(csv::separator_of(line))};
    records_.feed(text);
    if (is_at_end_) records_.close();
}

const TableReader::Fields* TableReader::next() {
    while (!fault_) {
        if (const auto* fields = records_.next()) {
            fields_ = *fields;
            for (auto& field : fields_) field = trimmed(field);
            while (fields_.size() > header_.size() && fields_.back().empty()) fields_.pop_back();
            if (header_.empty() || fields_.size() == header_.size()) return &fields_;
            fault(N_("Line {} of the file has fewer or more columns than the header row"));
        } else if (is_at_end_) {
            if (!fault_) fault_ = records_.complaint();
            return nullptr;
        } else {
            const auto piece = pieces_();
            records_.feed(piece);
            is_at_end_ = piece.empty();
            if (is_at_end_) records_.close();
        }
    }
    return nullptr;
}

bool TableReader::read_header() {
    start();
    const auto* fields = next();
    if (fields == nullptr) {
        fault(N_("The file is empty. Give a file with a header and rows."));
        return false;
    }
    for (const auto name : *fields) header_.push_back(folded(name));
    return true;
}

std::optional<std::size_t> TableReader::column(std::string_view name) const {
    const auto found = std::find(header_.begin(), header_.end(), name);
    if (found == header_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - header_.begin());
}

std::size_t TableReader::required_column(std::string_view name) {
    const auto found = column(name);
    if (!found) fault(N_("Line {}: there is no column \"{}\"."), {std::string{name}});
    return found.value_or(0);
}

std::int64_t TableReader::number(std::string_view typed) {
    const auto field = without_zeros(typed);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
    if (error != std::errc{} || end != field.data() + field.size())
        fault(N_("Line {}: \"{}\" is not a whole number."), {text::excerpt(std::string{typed}, 40)});
    return value;
}

int TableReader::group(std::string_view field) {
    const auto value = number(field);
    if (value < 0 || value > 999)
        fault(N_("Line {}: a group is a number from 0 to 999, not {}."), {std::to_string(value)});
    return static_cast<int>(value);
}

Vote TableReader::vote(std::string_view typed) {
    const auto field = without_zeros(typed);
    if (field == "1") return Vote::agree;
    if (field == "-1") return Vote::disagree;
    if (field != "0")
        fault(N_("Line {}: \"{}\" is not a vote. A vote is 1 (agree), 0 (pass) or -1 (disagree)."),
            {text::excerpt(std::string{typed}, 40)});
    return Vote::pass;
}

void TableReader::fault(const char* sentence, Holes holes) {
    if (fault_) return;
    const auto line = std::to_string(records_.row());
    holes.insert(holes.begin(), line);
    fault_ = Complaint{"line " + line, sentence, std::move(holes)};
}

}  // namespace medskapa::opinion::exchange
