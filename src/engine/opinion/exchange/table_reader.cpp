#include "engine/opinion/exchange/table_reader.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <charconv>

namespace medskapa::opinion::exchange {

const TableReader::Fields* TableReader::next() {
    while (!fault_) {
        if (const auto* fields = records_.next()) {
            if (header_.empty() || fields->size() == header_.size()) return fields;
            fault(N_("Line {}: another number of columns than the first line has"));
        } else if (is_at_end_) {
            if (records_.ends_in_quotes()) fault(N_("Line {}: a quotation mark is never closed"));
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
    const auto* fields = next();
    if (fields == nullptr) {
        fault(N_("The file is empty. Give a file with a header and rows."));
        return false;
    }
    for (const auto name : *fields) header_.push_back(text::trimmed(name));
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

std::int64_t TableReader::number(std::string_view field) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
    if (error != std::errc{} || end != field.data() + field.size())
        fault(N_("Line {}: \"{}\" is not a whole number."), {text::excerpt(std::string{field}, 40)});
    return value;
}

int TableReader::group(std::string_view field) {
    const auto value = number(field);
    if (value < 0 || value > 999)
        fault(N_("Line {}: a group is a number from 0 to 999, not {}."), {std::to_string(value)});
    return static_cast<int>(value);
}

Vote TableReader::vote(std::string_view field) {
    if (field == "1") return Vote::agree;
    if (field == "-1") return Vote::disagree;
    if (field != "0")
        fault(N_("Line {}: \"{}\" is not a vote. A vote is 1 (agree), 0 (pass) or -1 (disagree)."),
            {text::excerpt(std::string{field}, 40)});
    return Vote::pass;
}

void TableReader::fault(const char* sentence, Holes holes) {
    if (fault_) return;
    const auto line = std::to_string(records_.line());
    holes.insert(holes.begin(), line);
    fault_ = Complaint{"line " + line, sentence, std::move(holes)};
}

}  // namespace medskapa::opinion::exchange
