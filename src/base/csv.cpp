#include "base/csv.hpp"

namespace medskapa::csv {
namespace {

struct Record {
    int line = 1;
    std::vector<std::string> cells;
};

/// Takes one record off the front. False when a quote is never closed.
bool take(std::string_view& rest, int& line, char separator, Record& record) {
    record = {line, {""}};
    bool quoted = false;
    std::size_t i = 0;
    for (; i < rest.size(); ++i) {
        const char c = rest[i];
        if (c == '\n') ++line;
        if (quoted && c == '"' && i + 1 < rest.size() && rest[i + 1] == '"') {
            record.cells.back() += '"';
            ++i;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && c == separator) {
            record.cells.emplace_back();
        } else if (!quoted && c == '\n') {
            break;
        } else if (quoted || c != '\r') {
            record.cells.back() += c;
        }
    }
    rest.remove_prefix(i < rest.size() ? i + 1 : i);
    return !quoted;
}

char separator_of(std::string_view text) {
    const auto header = text.substr(0, text.find('\n'));
    return header.find(';') != header.npos && header.find(',') == header.npos ? ';' : ',';
}

Complaint about(int line, const char* message) {
    return {"line " + std::to_string(line), message, {std::to_string(line)}};
}

}  // namespace

const std::string& Row::operator[](std::string_view column) const {
    static const std::string nothing;
    const auto found = cells_.find(column);
    return found == cells_.end() ? nothing : found->second;
}

std::vector<std::string> Row::columns() const {
    std::vector<std::string> names;
    for (const auto& [name, cell] : cells_) names.push_back(name);
    return names;
}

Result<std::vector<Row>> read(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const auto separator = separator_of(text);
    int line = 1;
    Record header;
    if (!take(text, line, separator, header))
        return refuse(
            Failure::Kind::invalid, {about(header.line, N_("Line {}: a quotation mark is never closed"))});

    std::vector<Row> rows;
    std::vector<Complaint> complaints;
    Record record;
    while (!text.empty()) {
        if (!take(text, line, separator, record)) {
            complaints.push_back(about(record.line, N_("Line {}: a quotation mark is never closed")));
            break;
        }
        if (record.cells.size() == 1 && record.cells.front().empty()) continue;
        if (record.cells.size() != header.cells.size()) {
            complaints.push_back(
                about(record.line, N_("Line {}: another number of columns than the first line has")));
            continue;
        }
        std::map<std::string, std::string, std::less<>> cells;
        for (std::size_t i = 0; i < header.cells.size(); ++i) cells[header.cells[i]] = record.cells[i];
        rows.emplace_back(record.line, std::move(cells));
    }
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return rows;
}

}  // namespace medskapa::csv
