#include "engine/opinion/exchange/table_reader.hpp"

#include <array>

namespace medskapa::opinion::exchange {
namespace {

constexpr std::array<std::string_view, 6> about_the_participant = {
    "participant", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree"};

bool is_about_the_participant(std::string_view column) {
    for (const auto name : about_the_participant) {
        if (column == name) return true;
    }
    return false;
}

struct StatementColumn {
    std::size_t column;
    StatementId id;
};

std::vector<StatementColumn> declare_statements(TableReader& table, Conversation& conversation) {
    std::vector<StatementColumn> columns;
    for (std::size_t k = 0; k < table.header().size(); ++k) {
        if (is_about_the_participant(table.header()[k])) continue;
        const auto id = table.number(table.header()[k]);
        if (conversation.index_of(id))
            table.fault(N_("Line {}: the statement {} stands twice."), {table.header()[k]});
        if (!table.is_sound() || !conversation.add_statement(id)) return columns;
        columns.push_back({k, id});
    }
    return columns;
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
        if (group && !(*fields)[*group].empty())
            matrix.groups.emplace_back(participant, table.group((*fields)[*group]));
    }
    if (!table.is_sound()) return table.refusal();
    return matrix;
}

}  // namespace medskapa::opinion::exchange
