#include "store/open_data/table_lists.hpp"

#include "store/decision/columns.hpp"
#include "store/document/columns.hpp"
#include "store/inspel/columns.hpp"
#include "store/issue/columns.hpp"
#include "store/site/columns.hpp"

namespace medskapa::store::open_data {

using namespace tables;

std::vector<PublicTable> tables_of_text() {
    return {
        {"documents", "The documents that are written",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<document>("d.code", "document", "its code"),
                column<document>("d.title", "title", "its title"),
                column<document>("d.language", "language", "of its words"),
            },
            "FROM document d JOIN process p ON p.id = d.process_id ORDER BY p.slug, d.code"},
        {"versions", "Versions of the documents that are frozen",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<document>("d.code", "document", "its code"),
                column<version>("v.number", "version", "in the document"),
                column<version>("v.kind", "kind", "referral, proposal or adopted"),
                column<version>("v.title", "title", "what it is called"),
                column<version>("v.frozen_at", "frozen", "when"),
                column<version>("v.digest", "sha256", "digest of its Markdown"),
            },
            "FROM version v JOIN document d ON d.id = v.document_id JOIN process p ON p.id = v.process_id "
            "WHERE v.frozen_at IS NOT NULL ORDER BY p.slug, d.code, v.number"},
        {"lines", "Headings and paragraphs of the frozen versions, in order",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<document>("d.code", "document", "its code"),
                column<version>("v.number", "version", "in the document"),
                column<version_line>("l.position", "line", "in the version", number),
                column<node>("n.code", "code", "address that it keeps for ever"),
                column<node>("n.kind", "kind", "section or paragraph"),
                column<node>("n.type", "type", "text, vision, target_picture, sub_goal, priority or action"),
                column<version_line>("l.depth", "depth", "of the heading"),
                column<revision>("r.text", "words", "Markdown"),
            },
            "FROM version_line l JOIN version v ON v.id = l.version_id JOIN document d ON d.id = "
            "v.document_id JOIN process p ON p.id = l.process_id JOIN node n ON n.id = l.node_id JOIN "
            "revision r ON r.id = l.revision_id WHERE v.frozen_at IS NOT NULL ORDER BY p.slug, d.code, "
            "v.number, l.position"},
        {"changes", "What was changed in the text for a frozen version, and why",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<tables::change>("c.number", "change", "in the process"),
                column<document>("d.code", "document", "its code"),
                column<version>("v.number", "version", "that it leads to"),
                column<tables::change>("c.kind", "kind", "what was done"),
                column<node>("n.code", "paragraph", "code of what it is about"),
                column<tables::change>("c.reason", "reason", "in words"),
                column<tables::change>("c.made_at", "made", "when"),
            },
            "FROM change c JOIN version v ON v.id = c.version_id JOIN document d ON d.id = c.document_id "
            "JOIN process p ON p.id = c.process_id JOIN node n ON n.id = c.node_id WHERE v.frozen_at IS NOT "
            "NULL ORDER BY p.slug, c.number"},
        {"links", "From a published inspel to the change that it caused and the decision that adopted it",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<inspel>("i.number", "inspel", "number in the process"),
                column<issue>("s.position", "issue", "within its inspel; none: the inspel as a whole"),
                column<tables::change>("c.number", "change", "in the process"),
                column<document>("d.code", "document", "its code"),
                column<version>("v.number", "version", "in the document"),
                column<decision>("b.number", "decision", "in the process; none: not yet"),
                column<change_cause>("k.standing", "standing",
                    "whole, part or gone: whether its words stand in the newest version; unknown: not "
                    "checked"),
            },
            "FROM change_cause k JOIN change c ON c.id = k.change_id JOIN version v ON v.id = c.version_id "
            "JOIN document d ON d.id = c.document_id JOIN process p ON p.id = k.process_id LEFT JOIN issue s "
            "ON k.kind = 'issue' AND s.id = k.cause_id JOIN inspel i ON i.id = CASE k.kind WHEN 'issue' THEN "
            "s.inspel_id WHEN 'inspel' THEN k.cause_id END LEFT JOIN decision b ON b.version_id = v.id WHERE "
            "v.frozen_at IS NOT NULL AND i.state = 'published' ORDER BY p.slug, i.number, s.position, "
            "c.number"},
        {"decisions", "What bodies have adopted, as their minutes have it",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<decision>("b.number", "decision", "in the process"),
                column<body>("y.slug", "body", "address of the body"),
                column<document>("d.code", "document", "its code"),
                column<version>("v.number", "version", "in the document"),
                column<decision>("b.digest", "sha256", "digest of the version"),
                column<decision>("b.decided_on", "decided", "when"),
                column<decision>("b.paragraph", "paragraph", "of the minutes"),
                column<decision>("b.diary_number", "case_number", "in the register"),
                column<decision>("b.text", "words", "the decision, Markdown"),
                column<decision>("b.dissent", "dissent", "reservations, Markdown"),
                column<decision>("b.noticed_on", "noticed", "when the minutes were announced"),
            },
            "FROM decision b JOIN body y ON y.id = b.body_id JOIN version v ON v.id = b.version_id JOIN "
            "document d ON d.id = v.document_id JOIN process p ON p.id = b.process_id ORDER BY p.slug, "
            "b.number"},
    };
}

}  // namespace medskapa::store::open_data
