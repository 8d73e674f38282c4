#include "engine/opinion/exchange/weighing_tables.hpp"

#include "engine/opinion/exchange/table_reader.hpp"

#include <algorithm>
#include <charconv>

namespace medskapa::opinion::exchange {
namespace {

std::optional<std::int64_t> whole_number(std::string_view field) {
    std::int64_t value = 0;
    const auto* end = field.data() + field.size();
    const auto [stopped, error] = std::from_chars(field.data(), end, value);
    if (error != std::errc{} || stopped != end || field.empty()) return std::nullopt;
    return value;
}

/// The columns that are items: all but whose row it is.
std::vector<std::size_t> item_columns(const TableReader& table) {
    std::vector<std::size_t> columns;
    for (std::size_t at = 0; at < table.header().size(); ++at)
        if (table.header()[at] != "sector" && table.header()[at] != "person") columns.push_back(at);
    return columns;
}

void add_row(PointsWeighing& weighing, const TableReader::Fields& fields, std::size_t sector,
    const std::vector<std::size_t>& columns) {
    std::vector<std::int64_t> points;
    for (const auto column : columns) points.push_back(whole_number(fields[column]).value_or(-1));
    weighing.add(std::string{fields[sector]}, points);
}

/// The columns of an answer, by name.
struct AnswerColumns {
    explicit AnswerColumns(TableReader& table)
        : person{table.required_column("person")},
          best{table.required_column("best")},
          worst{table.required_column("worst")} {
        for (std::size_t i = 0; i < set.size(); ++i)
            set[i] = table.required_column("s" + std::to_string(i + 1));
    }

    std::size_t person;
    std::size_t best;
    std::size_t worst;
    std::array<std::size_t, 4> set{};
};

std::optional<std::uint32_t> item(std::string_view field) {
    const auto number = whole_number(field);
    if (!number || *number < 0 || *number >= static_cast<std::int64_t>(most_items)) return std::nullopt;
    return static_cast<std::uint32_t>(*number);
}

std::optional<BestWorstAnswer> answer(const TableReader::Fields& fields, const AnswerColumns& columns) {
    const auto best = item(fields[columns.best]);
    const auto worst = item(fields[columns.worst]);
    if (fields[columns.person].empty() || !best || !worst) return std::nullopt;
    BestWorstAnswer given{std::string{fields[columns.person]}, {}, *best, *worst};
    for (std::size_t i = 0; i < columns.set.size(); ++i) {
        const auto shown = item(fields[columns.set[i]]);
        if (!shown) return std::nullopt;
        given.set[i] = *shown;
    }
    return given;
}

std::size_t items_in(const std::vector<BestWorstAnswer>& answers) {
    std::size_t items = fewest_items;
    for (const auto& given : answers)
        for (const auto shown : given.set) items = std::max<std::size_t>(items, shown + 1);
    return items;
}

}  // namespace

Result<PointsTable> read_points(const Pieces& pieces) {
    TableReader table{pieces};
    if (!table.read_header()) return table.refusal();
    const auto sector = table.required_column("sector");
    const auto columns = item_columns(table);
    if (columns.size() < 2)
        table.fault(N_("Line {}: there are fewer than two items to weigh. Give each a column of its own."));
    PointsTable read{{}, PointsWeighing{columns.size()}};
    for (const auto column : columns) {
        if (std::count(table.header().begin(), table.header().end(), table.header()[column]) > 1)
            table.fault(
                N_("Line {}: the column {} stands twice. Keep one of them, or give the other another name."),
                {table.header()[column]});
        read.items.push_back(table.header()[column]);
    }
    while (const auto* fields = table.next()) add_row(read.weighing, *fields, sector, columns);
    if (!table.is_sound()) return table.refusal();
    return read;
}

Result<BestWorst> read_best_worst(const Pieces& pieces, std::optional<std::size_t> items) {
    TableReader table{pieces};
    if (!table.read_header()) return table.refusal();
    const AnswerColumns columns{table};
    std::vector<BestWorstAnswer> answers;
    std::size_t refused = 0;
    while (const auto* fields = table.next()) {
        if (auto given = answer(*fields, columns)) {
            answers.push_back(std::move(*given));
        } else {
            ++refused;
        }
    }
    if (!table.is_sound()) return table.refusal();
    BestWorst weighing{items.value_or(items_in(answers))};
    for (; refused > 0; --refused) weighing.refuse();
    for (const auto& given : answers) weighing.add(given);
    return weighing;
}

}  // namespace medskapa::opinion::exchange
