#include "store/document/cause_store.hpp"

#include "store/document/columns.hpp"
#include "store/document/document_store.hpp"
#include "store/sql/rows.hpp"

namespace medskapa::store {

void add_edit(
    sql::Transaction& tx, Id<Process> process, Id<Revision> before, Id<Revision> after, const Cause& cause) {
    tx.db().run(R"(
        INSERT INTO revision_cause (revision_id, process_id, before_revision, kind, cause_id)
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (revision_id, kind, cause_id) DO NOTHING)",
        after, process, before, cause.kind, cause.id);
}

std::optional<EditOfWords> newest_edit_for(sql::Connection& db, Id<Node> node, const Cause& cause) {
    const auto rows = db.run(R"(
        SELECT k.before_revision, r.text FROM revision_cause k JOIN revision r ON r.id = k.revision_id
        WHERE k.kind = $1 AND k.cause_id = $2 AND r.node_id = $3 ORDER BY r.id DESC LIMIT 1)",
        cause.kind, cause.id, node);
    if (rows.empty()) return std::nullopt;
    const auto& row = rows.front();
    const auto before = row.is_null("before_revision") ? Id<Revision>{} : row.id<Revision>("before_revision");
    return EditOfWords{words_of(db, before), row.text("text")};
}

std::vector<Cause> causes_of_edit(sql::Connection& db, Id<Revision> revision) {
    std::vector<Cause> causes;
    for (const auto& row :
        db.run("SELECT kind, cause_id FROM revision_cause WHERE revision_id = $1 ORDER BY kind, cause_id",
            revision))
        causes.push_back({named<Cause::Kind>(row.text("kind")), row.integer("cause_id")});
    return causes;
}

std::vector<DatedWording> wordings_between(
    sql::Connection& db, Id<Node> node, Id<Revision> known, Id<Revision> now) {
    std::vector<DatedWording> wordings;
    for (const auto& row : db.run(R"(
        SELECT id, text, written_at FROM revision WHERE node_id = $1 AND id >= $2 AND id <= $3 ORDER BY id)",
             node, known.value, now))
        wordings.push_back({row.id<Revision>("id"), row.text("text"), row.instant("written_at")});
    return wordings;
}

std::vector<CausedChange> caused_changes(sql::Connection& db, Id<Document> document) {
    std::vector<CausedChange> found;
    for (auto& row : db.run("SELECT " + sql::columns<tables::change>("c") +
                                ", k.kind AS cause_kind, k.cause_id FROM change c JOIN change_cause k ON "
                                "k.change_id = c.id WHERE c.document_id = $1 ORDER BY c.number, k.kind, "
                                "k.cause_id",
             document)) {
        const Cause cause{named<Cause::Kind>(row.text("cause_kind")), row.integer("cause_id")};
        found.push_back({sql::row_from<tables::change>(row), cause});
    }
    return found;
}

std::vector<Change> relocations(sql::Connection& db, Id<Document> document) {
    return sql::all<tables::change>(db, "WHERE document_id = $1 AND kind IN ($2, $3) ORDER BY number",
        document, Change::Kind::split, Change::Kind::merged);
}

void judge(sql::Transaction& tx, Id<Change> change, const Cause& cause, Standing standing, Id<Version> in) {
    tx.db().run(
        "UPDATE change_cause SET standing = $4, judged_in = $5 WHERE change_id = $1 AND kind = $2 AND "
        "cause_id = $3",
        change, cause.kind, cause.id, standing, in);
}

Judgement judgement_of(sql::Connection& db, Id<Change> change, const Cause& cause) {
    const auto rows = db.run(R"(
        SELECT k.standing, v.number FROM change_cause k JOIN version v ON v.id = k.judged_in
        WHERE k.change_id = $1 AND k.kind = $2 AND k.cause_id = $3)",
        change, cause.kind, cause.id);
    if (rows.empty()) return {};
    return {named<Standing>(rows.front().text("standing")), static_cast<int>(rows.front().integer("number"))};
}

}  // namespace medskapa::store
