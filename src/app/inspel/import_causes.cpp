#include "app/inspel/import_causes.hpp"

#include "base/sheets/answers.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace medskapa::app {
namespace {

/// Fields whose cells hold certain words or a time, with their columns.
constexpr std::array<std::pair<Field, std::string_view>, 7> fields_of_words{
    {{Field::municipality, "municipality"}, {Field::channel, "channel"}, {Field::actor_kind, "actor_kind"},
        {Field::topic, "topic"}, {Field::concerns, "concerns"}, {Field::activity, "activity"},
        {Field::received, "received_at"}}};

/// "" for a field of other words.
std::string_view column_of_words(const Place& place) {
    for (const auto& [field, column] : fields_of_words)
        if (place.field == field) return column;
    return {};
}

/// With the cell that the complaint is about, where its column takes certain words only.
ImportCause cause_of(const sheets::NamedTable& table, const Complaint& complaint) {
    ImportCause cause{complaint, {}, {}};
    cause.complaint.place.line = 0;
    const auto column = column_of_words(complaint.place);
    if (column.empty() || complaint.place.line == 0) return cause;
    const auto row = std::lower_bound(table.rows.begin(), table.rows.end(), complaint.place.line,
        [](const csv::Row& one, std::int64_t line) { return one.line() < line; });
    const bool is_there = row != table.rows.end() && row->line() == complaint.place.line;
    if (!is_there || (*row)[column].empty()) return cause;
    cause.typed = text::excerpt((*row)[column], 60);
    cause.column = column;
    cause.question = sheets::question(column, (*row)[column]);
    return cause;
}

}  // namespace

const std::vector<std::string>& columns_of_words() {
    static const auto columns = [] {
        std::vector<std::string> all;
        for (const auto& [field, column] : fields_of_words) all.emplace_back(column);
        return all;
    }();
    return columns;
}

std::vector<ImportCause> causes_of(
    const std::vector<Complaint>& complaints, const sheets::NamedTable& table) {
    std::vector<ImportCause> causes;
    std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> known;  // by sentence and word
    for (const auto& complaint : complaints) {
        auto cause = cause_of(table, complaint);
        auto& alike = known[{complaint.message, cause.typed}];
        const auto found = std::find_if(alike.begin(), alike.end(),
            [&](std::size_t k) { return causes[k].complaint == cause.complaint; });
        const auto at = found == alike.end() ? causes.size() : *found;
        if (found == alike.end()) {
            alike.push_back(at);
            causes.push_back(std::move(cause));
        }
        if (complaint.place.line > 0) causes[at].rows.push_back(static_cast<int>(complaint.place.line));
    }
    std::stable_sort(causes.begin(), causes.end(),
        [](const ImportCause& a, const ImportCause& b) { return a.rows.size() > b.rows.size(); });
    return causes;
}

}  // namespace medskapa::app
