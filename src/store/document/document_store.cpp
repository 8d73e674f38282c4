#include "store/document/document_store.hpp"

#include "store/document/columns.hpp"
#include "store/sql/rows.hpp"

namespace medskapa::store {
namespace {

Line line_from(sql::Row& row) {
    auto line = sql::row_from<tables::version_line>(row);
    line.node.kind = named<Node::Kind>(row.text("kind"));
    line.node.type = named<Node::Type>(row.text("type"));
    line.node.code = row.text("code");
    line.text = row.text("text");
    return line;
}

const std::string& lines_select() {
    static const auto text =
        "SELECT " + sql::columns<tables::version_line>("l") + R"(, n.kind, n.type, n.code, r.text
        FROM version_line l JOIN node n ON n.id = l.node_id JOIN revision r ON r.id = l.revision_id
        WHERE l.version_id = $1)";
    return text;
}

template <class... Args>
std::optional<KnownNode> known_node(sql::Connection& db, const std::string& condition, const Args&... args) {
    std::vector<sql::Row> rows =
        db.run("SELECT " + sql::columns<tables::node>("n") + ", n.document_id FROM node n WHERE " + condition,
            args...);
    if (rows.empty()) return std::nullopt;
    auto& row = rows.front();
    return KnownNode{sql::row_from<tables::node>(row), row.id<Document>("document_id")};
}

}  // namespace

Id<Document> add(sql::Transaction& tx, const Document& d) {
    return sql::insert<tables::document>(tx, d);
}

Line add(sql::Transaction& tx, const Document& document, Line line) {
    line.node.id = sql::insert<tables::node>(
        tx, line.node, {{"process_id", document.process}, {"document_id", document.id}});
    line.revision = add_revision(tx, document, line.node.id, line.text);
    return line;
}

Id<Revision> add_revision(
    sql::Transaction& tx, const Document& document, Id<Node> node, const std::string& text) {
    return tx.db()
        .run(
            "INSERT INTO revision (process_id, node_id, text, written_at) VALUES ($1, $2, $3, $4) RETURNING "
            "id",
            document.process, node, text, tx.now())
        .front()
        .id<Revision>("id");
}

void set_type(sql::Transaction& tx, Id<Node> node, Node::Type type) {
    tx.db().run("UPDATE node SET type = $2 WHERE id = $1", node, type);
}

Id<Version> add(sql::Transaction& tx, const Version& v) {
    return sql::insert<tables::version>(tx, v);
}

void change(sql::Transaction& tx, const Version& v) {
    sql::change<tables::version>(tx, v);
}

void set_lines(sql::Transaction& tx, const Version& version, const Lines& lines) {
    tx.db().run("DELETE FROM version_line WHERE version_id = $1", version.id);
    int position = 0;
    for (const auto& line : lines)
        sql::insert_with_key<tables::version_line>(tx, line,
            {{"version_id", version.id}, {"position", ++position}, {"process_id", version.process}});
}

void set_revision(sql::Transaction& tx, const Version& version, Id<Node> node, Id<Revision> revision) {
    tx.db().run("UPDATE version_line SET revision_id = $3 WHERE version_id = $1 AND node_id = $2", version.id,
        node, revision);
}

Id<Change> add(sql::Transaction& tx, const Change& c) {
    return sql::insert<tables::change>(tx, c);
}

void change(sql::Transaction& tx, const Change& c) {
    sql::change<tables::change>(tx, c);
}

void remove(sql::Transaction& tx, Id<Change> id) {
    tx.db().run("UPDATE answer SET change_id = NULL WHERE change_id = $1", id);
    tx.db().run("DELETE FROM change_cause WHERE change_id = $1", id);
    tx.db().run("DELETE FROM change WHERE id = $1", id);
}

void add_cause(sql::Transaction& tx, const Change& c, const Cause& cause) {
    tx.db().run(R"(
        INSERT INTO change_cause (change_id, process_id, kind, cause_id) VALUES ($1, $2, $3, $4)
        ON CONFLICT (change_id, kind, cause_id) DO NOTHING)",
        c.id, c.process, cause.kind, cause.id);
}

std::vector<Document> documents_of(sql::Connection& db, Id<Process> process) {
    return sql::all<tables::document>(db, "WHERE process_id = $1 ORDER BY id", process);
}

std::optional<Document> document_named(sql::Connection& db, Id<Process> process, const std::string& code) {
    return sql::first<tables::document>(db, "WHERE process_id = $1 AND code = $2", process, code);
}

std::optional<Document> find_document(sql::Connection& db, Id<Document> id) {
    return sql::first<tables::document>(db, "WHERE id = $1", id);
}

std::vector<Version> versions_of(sql::Connection& db, Id<Document> document) {
    return sql::all<tables::version>(db, "WHERE document_id = $1 ORDER BY number", document);
}

std::optional<Version> version_numbered(sql::Connection& db, Id<Document> document, int number) {
    return sql::first<tables::version>(db, "WHERE document_id = $1 AND number = $2", document, number);
}

std::optional<Version> find_version(sql::Connection& db, Id<Version> id) {
    return sql::first<tables::version>(db, "WHERE id = $1", id);
}

Version draft_of(sql::Connection& db, Id<Document> document) {
    auto draft =
        sql::first<tables::version>(db, "WHERE document_id = $1 ORDER BY number DESC LIMIT 1", document);
    if (!draft) throw std::logic_error{"a document without a draft"};
    return *std::move(draft);
}

std::optional<Version> newest_frozen(sql::Connection& db, Id<Document> document) {
    return sql::first<tables::version>(
        db, "WHERE document_id = $1 AND frozen_at IS NOT NULL ORDER BY number DESC LIMIT 1", document);
}

Lines lines_of(sql::Connection& db, Id<Version> version) {
    Lines lines;
    for (auto& row : db.run(lines_select() + " ORDER BY l.position", version))
        lines.push_back(line_from(row));
    return lines;
}

std::optional<Line> line_of(sql::Connection& db, Id<Version> version, Id<Node> node) {
    auto rows = db.run(lines_select() + " AND l.node_id = $2", version, node);
    if (rows.empty()) return std::nullopt;
    return line_from(rows.front());
}

std::optional<KnownNode> node_named(sql::Connection& db, Id<Process> process, const std::string& code) {
    return known_node(db, "n.process_id = $1 AND n.code = $2", process, code);
}

std::optional<KnownNode> find_node(sql::Connection& db, Id<Node> id) {
    return known_node(db, "n.id = $1", id);
}

std::vector<std::string> codes_of(sql::Connection& db, Id<Document> document) {
    std::vector<std::string> codes;
    for (const auto& row : db.run("SELECT code FROM node WHERE document_id = $1 ORDER BY id", document))
        codes.push_back(row.text("code"));
    return codes;
}

std::string words_of(sql::Connection& db, Id<Revision> revision) {
    if (!revision) return {};
    const auto rows = db.run("SELECT text FROM revision WHERE id = $1", revision);
    return rows.empty() ? std::string{} : rows.front().text("text");
}

int next_change_number(sql::Connection& db, Id<Process> process) {
    const auto rows =
        db.run("SELECT number FROM change WHERE process_id = $1 ORDER BY number DESC LIMIT 1", process);
    return rows.empty() ? 1 : static_cast<int>(rows.front().integer("number")) + 1;
}

std::optional<Change> find_change(sql::Connection& db, Id<Change> id) {
    return sql::first<tables::change>(db, "WHERE id = $1", id);
}

std::optional<Change> change_numbered(sql::Connection& db, Id<Process> process, int number) {
    return sql::first<tables::change>(db, "WHERE process_id = $1 AND number = $2", process, number);
}

std::optional<Change> change_of(sql::Connection& db, Id<Version> version, Id<Node> node) {
    return sql::first<tables::change>(
        db, "WHERE version_id = $1 AND node_id = $2 ORDER BY id", version, node);
}

std::vector<Change> changes_to(sql::Connection& db, Id<Version> version) {
    return sql::all<tables::change>(db, "WHERE version_id = $1 ORDER BY number", version);
}

std::vector<Change> changes_about(sql::Connection& db, Id<Node> node) {
    return sql::all<tables::change>(db, "WHERE node_id = $1 OR other_id = $1 ORDER BY id", node);
}

std::vector<Change> changes_caused_by(sql::Connection& db, const Cause& cause) {
    return sql::all<tables::change>(db, R"(
        WHERE id IN (SELECT change_id FROM change_cause WHERE kind = $1 AND cause_id = $2) ORDER BY number)",
        cause.kind, cause.id);
}

std::vector<Cause> causes_of(sql::Connection& db, Id<Change> change) {
    return sql::all<tables::change_cause>(db, "WHERE change_id = $1 ORDER BY kind, cause_id", change);
}

}  // namespace medskapa::store
