#include "app/inspel/import_causes.hpp"

#include "base/text.hpp"
#include "domain/field.hpp"

#include <algorithm>
#include <map>

namespace medskapa::app {
namespace {

/// The column of a field whose cells hold certain words.
const char* column_of_words(const Place& place) {
    if (place.field == Field::municipality) return "municipality";
    if (place.field == Field::channel) return "channel";
    if (place.field == Field::actor_kind) return "actor_kind";
    if (place.field == Field::topic) return "topic";
    if (place.field == Field::concerns) return "concerns";
    if (place.field == Field::activity) return "activity";
    if (place.field == Field::received) return "received_at";
    return nullptr;
}

std::string typed_in(const sheets::NamedTable& table, const Complaint& complaint) {
    const auto* column = column_of_words(complaint.place);
    if (column == nullptr || complaint.place.line == 0) return {};
    const auto row = std::lower_bound(table.rows.begin(), table.rows.end(), complaint.place.line,
        [](const csv::Row& one, std::int64_t line) { return one.line() < line; });
    const bool is_there = row != table.rows.end() && row->line() == complaint.place.line;
    return is_there ? text::excerpt((*row)[column], 60) : std::string{};
}

}  // namespace

std::vector<ImportCause> causes_of(
    const std::vector<Complaint>& complaints, const sheets::NamedTable& table) {
    std::vector<ImportCause> causes;
    std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> known;  // by sentence and word
    for (const auto& complaint : complaints) {
        ImportCause cause{complaint, typed_in(table, complaint), {}};
        cause.complaint.place.line = 0;
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
