#pragma once

#include "domain/document/document.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <vector>

namespace medskapa::store {

Id<Document> add(sql::Transaction&, const Document&);
/// A node with its first words.
Line add(sql::Transaction&, const Document&, Line);
Id<Revision> add_revision(sql::Transaction&, const Document&, Id<Node>, const std::string& text);
void set_type(sql::Transaction&, Id<Node>, Node::Type);

Id<Version> add(sql::Transaction&, const Version&);
void change(sql::Transaction&, const Version&);
/// The version's lines as they are from now on.
void set_lines(sql::Transaction&, const Version&, const Lines&);
/// One line's words, without touching the others.
void set_revision(sql::Transaction&, const Version&, Id<Node>, Id<Revision>);

Id<Change> add(sql::Transaction&, const Change&);
void change(sql::Transaction&, const Change&);
void remove(sql::Transaction&, Id<Change>);
void add_cause(sql::Transaction&, const Change&, const Cause&);

std::vector<Document> documents_of(sql::Connection&, Id<Process>);
std::optional<Document> document_named(sql::Connection&, Id<Process>, const std::string& code);
std::optional<Document> find_document(sql::Connection&, Id<Document>);

std::vector<Version> versions_of(sql::Connection&, Id<Document>);
std::optional<Version> version_numbered(sql::Connection&, Id<Document>, int number);
std::optional<Version> find_version(sql::Connection&, Id<Version>);
/// The one being written; there is always one.
Version draft_of(sql::Connection&, Id<Document>);
/// The newest that is frozen.
std::optional<Version> newest_frozen(sql::Connection&, Id<Document>);
Lines lines_of(sql::Connection&, Id<Version>);
std::optional<Line> line_of(sql::Connection&, Id<Version>, Id<Node>);

struct KnownNode {
    Node node;
    Id<Document> document;
};
std::optional<KnownNode> node_named(sql::Connection&, Id<Process>, const std::string& code);
std::optional<KnownNode> find_node(sql::Connection&, Id<Node>);
/// The codes of all nodes the document has ever had.
std::vector<std::string> codes_of(sql::Connection&, Id<Document>);
std::string words_of(sql::Connection&, Id<Revision>);

int next_change_number(sql::Connection&, Id<Process>);
std::optional<Change> find_change(sql::Connection&, Id<Change>);
std::optional<Change> change_numbered(sql::Connection&, Id<Process>, int number);
std::optional<Change> change_of(sql::Connection&, Id<Version>, Id<Node>);
/// The changes that lead to a version, in the order they were made.
std::vector<Change> changes_to(sql::Connection&, Id<Version>);
/// All that has happened to a paragraph, the oldest first, also what it was split from or went into.
std::vector<Change> changes_about(sql::Connection&, Id<Node>);
std::vector<Change> changes_caused_by(sql::Connection&, const Cause&);
std::vector<Cause> causes_of(sql::Connection&, Id<Change>);

}  // namespace medskapa::store
