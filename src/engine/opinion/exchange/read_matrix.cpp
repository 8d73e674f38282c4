#include "engine/opinion/exchange/table_reader.hpp"

namespace medskapa::opinion::exchange {
namespace {

/// A statement is called by its number. Other columns are about the participant, and exports of different
/// years have different ones: xid, group-id, n-votes.
bool names_a_statement(std::string_view column) {
    const auto point = column.find('.');
    const auto whole = column.substr(0, point);
    const auto rest = point == column.npos ? std::string_view{} : column.substr(point + 1);
    return !whole.empty() && whole.find_first_not_of("0123456789") == whole.npos &&
           rest.find_first_not_of('0') == rest.npos;
}

struct StatementColumn {
    std::size_t column;
    StatementId id;
};

std::vector<StatementColumn> declare_statements(TableReader& table, Conversation& conversation) {
    std::vector<StatementColumn> columns;
    for (std::size_t k = 0; k < table.header().size(); ++k) {
        if (!names_a_statement(table.header()[k])) continue;
        const auto id = table.number(table.header()[k]);
        if (conversation.index_of(id))
            table.fault(N_("Line {}: the statement {} stands twice."), {table.header()[k]});
        if (!table.is_sound() || !conversation.add_statement(id)) return columns;
        columns.push_back({k, id});
    }
    if (columns.empty()) table.fault(N_("Line {}: no column is called by the number of a statement."));
    return columns;
}

/// Nothing, or the -1 of programs that call those outside all groups so.
bool is_in_no_group(std::string_view field) {
    return field.empty() || field == "-1" || field == "-1.0";
}

}  // namespace

Result<Matrix> read_matrix(const Pieces& pieces) {
    Matrix matrix;
    auto& conversation = matrix.conversation;
    TableReader table{pieces};
    if (!table.read_header()) return table.refusal();
    const auto who = table.required_column("participant");
    const auto group = table.column("group-id");
    const auto columns = declare_statements(table, conversation);
    while (const auto* fields = table.next()) {
        const auto participant = table.number((*fields)[who]);
        if (conversation.seat_of(participant))
            table.fault(N_("Line {}: the participant {} stands twice."), {std::to_string(participant)});
        for (const auto& [column, id] : columns) {
            const auto cell = (*fields)[column];
            if (cell.empty()) continue;
            (void)conversation.vote(participant, id, table.vote(cell));
        }
        if (group && !is_in_no_group((*fields)[*group]))
            matrix.groups.emplace_back(participant, table.group((*fields)[*group]));
    }
    if (!table.is_sound()) return table.refusal();
    return matrix;
}

}  // namespace medskapa::opinion::exchange
