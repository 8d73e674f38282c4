#include "store/document/document_store.hpp"

namespace medskapa::store {
namespace {

Document document_from(const sql::Row& row) {
    return {row.id<Document>("id"), row.id<Process>("process_id"), row.id<Document>("parent_id"),
        row.text("code"), row.text("title"), row.text("language")};
}

Node node_from(const sql::Row& row, std::string_view id) {
    return {row.id<Node>(id), named<Node::Kind>(row.text("kind")), named<Node::Type>(row.text("type")),
        row.text("code")};
}

Line line_from(const sql::Row& row) {
    return {node_from(row, "node_id"), static_cast<int>(row.integer("depth")),
        row.id<Revision>("revision_id"), row.text("text")};
}

Version version_from(const sql::Row& row) {
    return {row.id<Version>("id"), row.id<Process>("process_id"), row.id<Document>("document_id"),
        static_cast<int>(row.integer("number")), named<Version::Kind>(row.text("kind")), row.text("title"),
        row.instant_if("frozen_at"), row.text("digest")};
}

Change change_from(const sql::Row& row) {
    return {
        .id = row.id<Change>("id"),
        .process = row.id<Process>("process_id"),
        .document = row.id<Document>("document_id"),
        .version = row.id<Version>("version_id"),
        .number = static_cast<int>(row.integer("number")),
        .kind = named<Change::Kind>(row.text("kind")),
        .node = row.id<Node>("node_id"),
        .other = row.id<Node>("other_id"),
        .before = row.id<Revision>("before_revision"),
        .after = row.id<Revision>("after_revision"),
        .reason = row.text("reason"),
        .made_at = row.instant("made_at"),
    };
}

template <class From>
auto all(const std::vector<sql::Row>& rows, From from) {
    std::vector<decltype(from(rows.front()))> found;
    found.reserve(rows.size());
    for (const auto& row : rows) found.push_back(from(row));
    return found;
}

template <class From>
auto first(const std::vector<sql::Row>& rows, From from) -> std::optional<decltype(from(rows.front()))> {
    if (rows.empty()) return std::nullopt;
    return from(rows.front());
}

KnownNode known_node_from(const sql::Row& row) {
    return {node_from(row, "id"), row.id<Document>("document_id")};
}

constexpr auto lines_select = R"(
    SELECT l.node_id, l.revision_id, l.depth, n.kind, n.type, n.code, r.text
    FROM version_line l JOIN node n ON n.id = l.node_id JOIN revision r ON r.id = l.revision_id
    WHERE l.version_id = $1)";

}  // namespace

Id<Document> add(sql::Transaction& tx, const Document& d) {
    return tx.db()
        .run(
            "INSERT INTO document (process_id, parent_id, code, title, language) VALUES ($1, $2, $3, $4, $5) "
            "RETURNING id",
            d.process, d.parent, d.code, d.title, d.language)
        .front()
        .id<Document>("id");
}

Line add(sql::Transaction& tx, const Document& document, Line line) {
    line.node.id = tx.db()
                       .run(R"(
        INSERT INTO node (process_id, document_id, code, kind, type) VALUES ($1, $2, $3, $4, $5) RETURNING id)",
                           document.process, document.id, line.node.code, name_of(line.node.kind),
                           name_of(line.node.type))
                       .front()
                       .id<Node>("id");
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
    tx.db().run("UPDATE node SET type = $2 WHERE id = $1", node, name_of(type));
}

Id<Version> add(sql::Transaction& tx, const Version& v) {
    return tx.db()
        .run(R"(
        INSERT INTO version (process_id, document_id, number, kind, title, frozen_at, digest)
        VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id)",
            v.process, v.document, v.number, name_of(v.kind), v.title, v.frozen_at, v.digest)
        .front()
        .id<Version>("id");
}

void change(sql::Transaction& tx, const Version& v) {
    tx.db().run("UPDATE version SET kind = $2, title = $3, frozen_at = $4, digest = $5 WHERE id = $1", v.id,
        name_of(v.kind), v.title, v.frozen_at, v.digest);
}

void set_lines(sql::Transaction& tx, const Version& version, const Lines& lines) {
    tx.db().run("DELETE FROM version_line WHERE version_id = $1", version.id);
    int position = 0;
    for (const auto& line : lines)
        tx.db().run(R"(
            INSERT INTO version_line (version_id, position, process_id, node_id, revision_id, depth)
            VALUES ($1, $2, $3, $4, $5, $6))",
            version.id, ++position, version.process, line.node.id, line.revision, line.depth);
}

void set_revision(sql::Transaction& tx, const Version& version, Id<Node> node, Id<Revision> revision) {
    tx.db().run("UPDATE version_line SET revision_id = $3 WHERE version_id = $1 AND node_id = $2", version.id,
        node, revision);
}

Id<Change> add(sql::Transaction& tx, const Change& c) {
    return tx.db()
        .run(R"(
        INSERT INTO change (process_id, document_id, version_id, number, kind, node_id, other_id, before_revision,
            after_revision, reason, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id)",
            c.process, c.document, c.version, c.number, name_of(c.kind), c.node, c.other, c.before, c.after,
            c.reason, c.made_at)
        .front()
        .id<Change>("id");
}

void change(sql::Transaction& tx, const Change& c) {
    tx.db().run(R"(
        UPDATE change SET kind = $2, other_id = $3, before_revision = $4, after_revision = $5, reason = $6,
            made_at = $7
        WHERE id = $1)",
        c.id, name_of(c.kind), c.other, c.before, c.after, c.reason, c.made_at);
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
        c.id, c.process, name_of(cause.kind), cause.id);
}

std::vector<Document> documents_of(sql::Connection& db, Id<Process> process) {
    return all(db.run("SELECT * FROM document WHERE process_id = $1 ORDER BY id", process), document_from);
}

std::optional<Document> document_named(sql::Connection& db, Id<Process> process, const std::string& code) {
    return first(
        db.run("SELECT * FROM document WHERE process_id = $1 AND code = $2", process, code), document_from);
}

std::optional<Document> find_document(sql::Connection& db, Id<Document> id) {
    return first(db.run("SELECT * FROM document WHERE id = $1", id), document_from);
}

std::vector<Version> versions_of(sql::Connection& db, Id<Document> document) {
    return all(
        db.run("SELECT * FROM version WHERE document_id = $1 ORDER BY number", document), version_from);
}

std::optional<Version> version_numbered(sql::Connection& db, Id<Document> document, int number) {
    return first(db.run("SELECT * FROM version WHERE document_id = $1 AND number = $2", document, number),
        version_from);
}

std::optional<Version> find_version(sql::Connection& db, Id<Version> id) {
    return first(db.run("SELECT * FROM version WHERE id = $1", id), version_from);
}

Version draft_of(sql::Connection& db, Id<Document> document) {
    const auto rows =
        db.run("SELECT * FROM version WHERE document_id = $1 ORDER BY number DESC LIMIT 1", document);
    if (rows.empty()) throw std::logic_error{"a document without a draft"};
    return version_from(rows.front());
}

std::optional<Version> newest_frozen(sql::Connection& db, Id<Document> document) {
    return first(db.run(R"(
        SELECT * FROM version WHERE document_id = $1 AND frozen_at IS NOT NULL ORDER BY number DESC LIMIT 1)",
                     document),
        version_from);
}

Lines lines_of(sql::Connection& db, Id<Version> version) {
    return all(db.run(std::string{lines_select} + " ORDER BY l.position", version), line_from);
}

std::optional<Line> line_of(sql::Connection& db, Id<Version> version, Id<Node> node) {
    return first(db.run(std::string{lines_select} + " AND l.node_id = $2", version, node), line_from);
}

std::optional<KnownNode> node_named(sql::Connection& db, Id<Process> process, const std::string& code) {
    return first(
        db.run("SELECT * FROM node WHERE process_id = $1 AND code = $2", process, code), known_node_from);
}

std::optional<KnownNode> find_node(sql::Connection& db, Id<Node> id) {
    return first(db.run("SELECT * FROM node WHERE id = $1", id), known_node_from);
}

std::vector<std::string> codes_of(sql::Connection& db, Id<Document> document) {
    return all(db.run("SELECT code FROM node WHERE document_id = $1 ORDER BY id", document),
        [](const sql::Row& row) { return row.text("code"); });
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
    return first(db.run("SELECT * FROM change WHERE id = $1", id), change_from);
}

std::optional<Change> change_numbered(sql::Connection& db, Id<Process> process, int number) {
    return first(
        db.run("SELECT * FROM change WHERE process_id = $1 AND number = $2", process, number), change_from);
}

std::optional<Change> change_of(sql::Connection& db, Id<Version> version, Id<Node> node) {
    return first(
        db.run("SELECT * FROM change WHERE version_id = $1 AND node_id = $2 ORDER BY id", version, node),
        change_from);
}

std::vector<Change> changes_to(sql::Connection& db, Id<Version> version) {
    return all(db.run("SELECT * FROM change WHERE version_id = $1 ORDER BY number", version), change_from);
}

std::vector<Change> changes_about(sql::Connection& db, Id<Node> node) {
    return all(
        db.run("SELECT * FROM change WHERE node_id = $1 OR other_id = $1 ORDER BY id", node), change_from);
}

std::vector<Change> changes_caused_by(sql::Connection& db, const Cause& cause) {
    return all(db.run(R"(
        SELECT c.* FROM change_cause k JOIN change c ON c.id = k.change_id WHERE k.kind = $1 AND k.cause_id = $2
        ORDER BY c.number)",
                   name_of(cause.kind), cause.id),
        change_from);
}

std::vector<Cause> causes_of(sql::Connection& db, Id<Change> change) {
    return all(db.run("SELECT kind, cause_id FROM change_cause WHERE change_id = $1 ORDER BY kind, cause_id",
                   change),
        [](const sql::Row& row) {
            return Cause{named<Cause::Kind>(row.text("kind")), row.integer("cause_id")};
        });
}

}  // namespace medskapa::store
