#include "base/csv/table.hpp"

#include "base/csv/records.hpp"

#include <algorithm>
#include <utility>

namespace medskapa::csv {
namespace {

std::vector<Complaint> repeated(const std::vector<std::string>& names) {
    std::vector<Complaint> complaints;
    for (auto name = names.begin(); name != names.end(); ++name)
        if (std::find(names.begin(), name, *name) != name)
            complaints.push_back({*name, N_("The column {} stands twice. Keep one of them"), {*name}});
    return complaints;
}

}  // namespace

const std::string& Row::operator[](std::string_view column) const {
    static const std::string nothing;
    const auto found = std::find(names_->begin(), names_->end(), column);
    return found == names_->end() ? nothing : cells_[static_cast<std::size_t>(found - names_->begin())];
}

bool Row::has(std::string_view column) const {
    return std::find(names_->begin(), names_->end(), column) != names_->end();
}

void Row::put(std::string_view column, std::string value) {
    const auto found = std::find(names_->begin(), names_->end(), column);
    if (found != names_->end()) cells_[static_cast<std::size_t>(found - names_->begin())] = std::move(value);
}

Complaint wrong_width(std::size_t row, std::size_t cells, std::size_t expected) {
    return {"fil", N_("Line {}: the row has {} fields, but the header has {}. Correct the row."),
        {std::to_string(row), cells, expected}};
}

Result<std::vector<Row>> read(std::string_view text) {
    Records records{text, separator_of(text)};
    auto names = std::make_shared<Names>();
    if (const auto* header = records.next()) names->assign(header->begin(), header->end());

    std::vector<Row> rows;
    auto complaints = repeated(*names);
    while (const auto* fields = records.next()) {
        if (fields->size() == names->size())
            rows.emplace_back(records.row(), names, std::vector<std::string>{fields->begin(), fields->end()});
        else
            complaints.push_back(wrong_width(records.row(), fields->size(), names->size()));
    }
    if (const auto complaint = records.complaint()) complaints.push_back(*complaint);
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return rows;
}

}  // namespace medskapa::csv
