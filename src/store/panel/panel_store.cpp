#include "store/panel/panel_store.hpp"

#include "store/panel/columns.hpp"
#include "store/sql/rows.hpp"

namespace medskapa::store {

Panel add(sql::Transaction& tx, Panel panel) {
    const auto rows = tx.db().run(
        "SELECT number FROM panel WHERE process_id = $1 ORDER BY number DESC LIMIT 1", panel.process);
    panel.number = rows.empty() ? 1 : static_cast<int>(rows.front().integer("number")) + 1;
    panel.id = sql::insert<tables::panel>(tx, panel);
    return panel;
}

void add(sql::Transaction& tx, const PanelRound& round) {
    sql::insert<tables::panel_round>(tx, round);
}

PanelMember add(sql::Transaction& tx, PanelMember member) {
    member.id = sql::insert<tables::panel_member>(tx, member);
    return member;
}

void keep(sql::Transaction& tx, const PanelEstimate& estimate) {
    for (auto known : estimates_by(tx.db(), estimate.panel, estimate.member)) {
        if (known.round != estimate.round) continue;
        known.value = estimate.value;
        known.reason = estimate.reason;
        sql::change<tables::panel_estimate>(tx, known);
        return;
    }
    sql::insert<tables::panel_estimate>(tx, estimate);
}

void remove(sql::Transaction& tx, const PanelEstimate& estimate) {
    tx.db().run("DELETE FROM panel_estimate WHERE id = $1", estimate.id);
}

std::vector<Panel> panels_of(sql::Connection& db, Id<Process> process) {
    return sql::all<tables::panel>(db, "WHERE process_id = $1 ORDER BY number", process);
}

std::optional<Panel> panel_numbered(sql::Connection& db, Id<Process> process, int number) {
    return sql::first<tables::panel>(db, "WHERE process_id = $1 AND number = $2", process, number);
}

std::vector<PanelRound> rounds_of(sql::Connection& db, Id<Panel> panel) {
    return sql::all<tables::panel_round>(db, "WHERE panel_id = $1 ORDER BY round", panel);
}

std::vector<PanelMember> members_of(sql::Connection& db, Id<Panel> panel) {
    return sql::all<tables::panel_member>(db, "WHERE panel_id = $1 ORDER BY id", panel);
}

std::optional<PanelMember> find_member(sql::Connection& db, Id<PanelMember> id) {
    return sql::first<tables::panel_member>(db, "WHERE id = $1", id);
}

std::vector<PanelEstimate> estimates_of(sql::Connection& db, Id<Panel> panel, int round) {
    return sql::all<tables::panel_estimate>(
        db, "WHERE panel_id = $1 AND round = $2 ORDER BY id", panel, round);
}

std::int64_t count_estimates(sql::Connection& db, Id<Panel> panel, int round) {
    return db.run("SELECT count(*) AS n FROM panel_estimate WHERE panel_id = $1 AND round = $2", panel, round)
        .front()
        .integer("n");
}

std::vector<PanelEstimate> estimates_by(sql::Connection& db, Id<Panel> panel, const std::string& member) {
    return sql::all<tables::panel_estimate>(
        db, "WHERE panel_id = $1 AND member = $2 ORDER BY round", panel, member);
}

}  // namespace medskapa::store
