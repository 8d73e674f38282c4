#include "base/csv/table.hpp"

#include "base/csv/records.hpp"

namespace medskapa::csv {
namespace {

using Cells = std::map<std::string, std::string, std::less<>>;

Complaint about(std::size_t line, const char* message) {
    return {"line " + std::to_string(line), message, {std::to_string(line)}};
}

Cells named(const std::vector<std::string>& names, const Fields& fields) {
    Cells cells;
    for (std::size_t i = 0; i < names.size(); ++i) cells[names[i]] = fields[i];
    return cells;
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
    Records records{text, separator_of(text.substr(0, text.find('\n')))};
    std::vector<std::string> names;
    if (const auto* header = records.next()) names.assign(header->begin(), header->end());

    std::vector<Row> rows;
    std::vector<Complaint> complaints;
    while (const auto* fields = records.next()) {
        if (fields->size() == names.size())
            rows.emplace_back(static_cast<int>(records.line()), named(names, *fields));
        else
            complaints.push_back(
                about(records.line(), N_("Line {}: another number of columns than the first line has")));
    }
    if (records.ends_in_quotes())
        complaints.push_back(about(records.line(), N_("Line {}: a quotation mark is never closed")));
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return rows;
}

}  // namespace medskapa::csv
