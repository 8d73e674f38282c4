#include "engine/opinion/report/classic_state.hpp"

#include "engine/opinion/exchange/table_reader.hpp"

#include <algorithm>

namespace medskapa::opinion::exchange {
namespace {

constexpr std::int64_t most_groups = 5;
constexpr std::int64_t largest_id = 1'000'000'000;

struct Row {
    std::string_view part;
    std::int64_t count = 0;
    std::int64_t cluster = 0;
    std::int64_t member = 0;
};

void write_row(std::ostream& out, const Row& row) {
    out << row.part << ',' << row.count << ',' << row.cluster << ',' << row.member << '\n';
}

void write_clusters(
    std::ostream& out, std::string_view part, int count, const std::vector<NamedCluster>& clusters) {
    for (const auto& cluster : clusters) {
        for (const auto member : cluster.members) write_row(out, {part, count, cluster.id, member});
    }
}

/// A row belongs to the cluster begun last, or begins the next.
void add_member(std::vector<NamedCluster>& clusters, const Row& row, TableReader& table) {
    if (clusters.empty() || clusters.back().id != row.cluster) {
        const bool rises = clusters.empty() || clusters.back().id < row.cluster;
        if (!rises || row.cluster < 0 || row.cluster > largest_id) {
            table.fault(N_("Line {}: the clusters are not in order."));
            return;
        }
        clusters.push_back({static_cast<int>(row.cluster), {}});
    }
    clusters.back().members.push_back(row.member);
}

bool is_smoother(const Row& row) {
    const auto is_count = [](std::int64_t k) { return k == 0 || (k >= 2 && k <= most_groups); };
    return is_count(row.count) && is_count(row.member) && row.cluster >= 0 && row.cluster <= largest_id;
}

void take(const Row& row, ReplayState& state, TableReader& table) {
    auto& classic = state.classic;
    const bool is_count = row.count >= 2 && row.count <= most_groups;
    if (row.part == "votes" && row.member >= 0) {
        state.votes = static_cast<std::size_t>(row.member);
    } else if (row.part == "row") {
        classic.rows.push_back(row.member);
    } else if (row.part == "in") {
        classic.in_conversation.push_back(row.member);
    } else if (row.part == "base") {
        add_member(classic.base, row, table);
    } else if (row.part == "groups" && is_count) {
        add_member(classic.by_count[static_cast<int>(row.count)], row, table);
    } else if (row.part == "smoother" && is_smoother(row)) {
        classic.smoother = {
            static_cast<int>(row.count), static_cast<int>(row.cluster), static_cast<int>(row.member)};
    } else {
        table.fault(N_("Line {}: \"{}\" is no part of a replay's state, or its numbers are not possible."),
            {std::string{row.part}});
    }
}

}  // namespace

void write_replay_state(std::ostream& out, const ReplayState& state) {
    const auto& classic = state.classic;
    out << "part,count,cluster,member\n";
    write_row(out, {"votes", 0, 0, static_cast<std::int64_t>(state.votes)});
    for (const auto id : classic.rows) write_row(out, {"row", 0, 0, id});
    for (const auto id : classic.in_conversation) write_row(out, {"in", 0, 0, id});
    write_clusters(out, "base", 0, classic.base);
    for (const auto& [count, clusters] : classic.by_count) write_clusters(out, "groups", count, clusters);
    write_row(out, {"smoother", classic.smoother.last, classic.smoother.times, classic.smoother.shown});
}

Result<ReplayState> read_replay_state(const Pieces& pieces) {
    TableReader table{pieces};
    if (!table.read_header()) return table.refusal();
    const auto part = table.required_column("part");
    const auto count = table.required_column("count");
    const auto cluster = table.required_column("cluster");
    const auto member = table.required_column("member");
    ReplayState state;
    while (const auto* fields = table.next()) {
        const Row row{(*fields)[part], table.number((*fields)[count]), table.number((*fields)[cluster]),
            table.number((*fields)[member])};
        if (table.is_sound()) take(row, state, table);
    }
    if (!table.is_sound()) return table.refusal();
    std::sort(state.classic.in_conversation.begin(), state.classic.in_conversation.end());
    return state;
}

}  // namespace medskapa::opinion::exchange
