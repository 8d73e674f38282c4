#include "engine/regional/places/report_places.hpp"

#include "engine/regional/json_rows.hpp"
#include "engine/regional/lines.hpp"

namespace medskapa::regional {
namespace {

using Json = nlohmann::ordered_json;

Json cell_json(const PriorityInPlace& cell) {
    Json json{{"jobs", cell.jobs}, {"lq", nullptr}, {"missing", cell.missing}, {"few", cell.is_few()}};
    if (cell.quotient) json["lq"] = *cell.quotient;
    return json;
}

std::string_view step_name(const PriorityInPlace& cell) {
    const auto step = cell.step();
    if (!step) return "";
    if (*step == PriorityInPlace::Step::low) return "low";
    return *step == PriorityInPlace::Step::high ? "high" : "as all";
}

}  // namespace

void write_priority_places(std::ostream& out, const Table& jobs, const Priorities& priorities,
    const std::vector<PriorityRow>& rows) {
    Json all;
    all["places"] = jobs.regions;
    all["priorities"] = Json::object();
    for (const auto& [name, industries] : priorities) all["priorities"][name] = industries;
    all["result"] = Json::object();
    for (const auto& row : rows) {
        auto& cells = all["result"][row.priority] = Json::array();
        for (const auto& cell : row.places) cells.push_back(cell_json(cell));
    }
    out << Json{{"priority_place", std::move(all)}}.dump(1, ' ', false, Json::error_handler_t::replace)
        << '\n';
}

void write_priority_table(std::ostream& out, const Table& jobs, const std::vector<PriorityRow>& rows) {
    out << "priority,place,jobs,at_least,lq,step,few,missing\n";
    CsvLines lines(out);
    for (const auto& row : rows) {
        for (std::size_t m = 0; m < row.places.size(); ++m) {
            const auto& cell = row.places[m];
            lines.text(csv::field(row.priority)).text(csv::field(jobs.regions[m])).number(cell.jobs);
            lines.whole(cell.missing > 0 ? 1 : 0).number(cell.quotient).text(step_name(cell));
            lines.whole(cell.is_few() ? 1 : 0).whole(static_cast<std::int64_t>(cell.missing)).end();
        }
    }
}

}  // namespace medskapa::regional
