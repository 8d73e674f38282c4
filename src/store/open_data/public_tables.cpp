#include "store/open_data/public_tables.hpp"

#include "base/time.hpp"
#include "store/conversation/opinion_result_json.hpp"

namespace medskapa::store {
namespace {

using enum PublicField::Kind;
using enum PublicField::Words;

const PublicField of_process{"process", text, "address of the process"};

std::vector<PublicTable> tables_of_site() {
    return {
        {"processes", "Revisions of the strategy",
            {of_process, {"name", text, "name", each_language}, {"question", text, "the headline", original},
                {"summary", text, "what it is about", original},
                {"decided", text, "what is decided", original},
                {"decided_by", text, "by whom, and who leads the work", original},
                {"is_example", flag, "whether it is made up"}},
            "SELECT slug AS process, name, question, summary, decided, decided_by, is_example "
            "FROM process ORDER BY slug"},
        {"steps", "The steps of a process, as its readers are told",
            {of_process, {"number", number, "in the process"}, {"title", text, "title", each_language},
                {"description", text, "what happens in it", original}, {"first_day", day, "when it begins"},
                {"last_day", day, "when it ends"},
                {"precision", text, "how exactly the days are known: day, month, season, year, none"},
                {"withdrawn", day, "when it was told that it is not taken; none: it is"}},
            "SELECT p.slug AS process, s.number, s.title, s.text AS description, "
            "s.starts AS first_day, s.ends AS last_day, s.precision_ AS precision, s.withdrawn_at AS "
            "withdrawn FROM step s "
            "JOIN process p ON p.id = s.process_id ORDER BY p.slug, s.number"},
        {"activities", "Ways to take part, each with its own days",
            {of_process, {"activity", text, "address of the activity"},
                {"kind", text, "what one can do in it"}, {"title", text, "title", each_language},
                {"description", text, "what it is about", original}, {"opens", day, "the first day"},
                {"closes", day, "the last day"},
                {"withdrawn", day, "when it was closed before its time; none: it was not"}},
            "SELECT p.slug AS process, a.slug AS activity, a.kind, a.title, "
            "a.text AS description, a.opens, a.closes, a.withdrawn_at AS withdrawn FROM activity a JOIN "
            "process p ON p.id = "
            "a.process_id "
            "ORDER BY p.slug, a.slug"},
        {"events", "Meetings and other days to come to",
            {of_process, {"event", number, "number in its address"}, {"starts", local_time, "local time"},
                {"ends", local_time, "local time"}, {"title", text, "title", each_language},
                {"place", text, "a place, or where on line"},
                {"description", text, "what it is about", original},
                {"programme", text, "Markdown", original}, {"notes", text, "Markdown, added afterwards"},
                {"withdrawn", day, "when it was called off; none: it was not"}},
            "SELECT p.slug AS process, e.id AS event, e.starts, e.ends, e.title, e.place, "
            "e.text AS description, e.programme, e.notes, e.withdrawn_at AS withdrawn "
            "FROM event e "
            "JOIN process p ON p.id = e.process_id ORDER BY p.slug, e.id"},
        {"news", "What has been told",
            {of_process, {"day", day, "when"}, {"title", text, "title", each_language},
                {"words", text, "the news, Markdown", original}},
            "SELECT p.slug AS process, n.day, n.title, n.text AS words FROM news n "
            "JOIN process p ON p.id = n.process_id WHERE n.withdrawn_at IS NULL ORDER BY p.slug, n.day, "
            "n.id"},
        {"bodies", "Who decides and who works",
            {of_process, {"body", text, "address of the body"}, {"kind", text, "what it is"},
                {"title", text, "title", each_language}},
            "SELECT p.slug AS process, b.slug AS body, b.kind, b.title FROM body b "
            "JOIN process p ON p.id = b.process_id ORDER BY p.slug, b.slug"},
        {"seats", "Which role and organisation sits in a body, without names",
            {of_process, {"body", text, "address of the body"}, {"role", text, "in the body"},
                {"organisation", text, "that it is filled by"}, {"first_day", day, "from"},
                {"last_day", day, "to; none: still"}},
            "SELECT p.slug AS process, b.slug AS body, s.role, s.organisation, s.starts AS first_day, "
            "s.ends AS last_day FROM seat s JOIN body b ON b.id = s.body_id JOIN process p ON p.id = "
            "s.process_id ORDER BY p.slug, b.slug, s.id"},
    };
}

std::vector<PublicTable> tables_of_inspel() {
    return {
        {"inspel", "What people have sent, as far as it is published: the words that are shown",
            {of_process, {"inspel", number, "number in the process"}, {"received", time, "when it came"},
                {"channel", text, "how it came"}, {"activity", text, "address of the activity"},
                {"actor_kind", text, "in what capacity the sender speaks"},
                {"organisation", text, "that the sender speaks for"},
                {"municipality", text, "its code, or outside"}, {"topic", text, "address of the topic"},
                {"concerns", text, "what it is about: a subject, a paragraph or an event"},
                {"title", text, "as shown"}, {"words", text, "as shown"}, {"language", text, "of the words"}},
            "SELECT p.slug AS process, i.number AS inspel, i.received_at AS received, i.channel, "
            "a.slug AS activity, i.actor_kind, i.shown_organisation AS organisation, i.municipality, t.slug "
            "AS topic, i.concerns, "
            "i.shown_title AS title, i.shown_text AS words, i.language FROM inspel i "
            "JOIN process p ON p.id = i.process_id LEFT JOIN activity a ON a.id = i.activity_id "
            "LEFT JOIN topic t ON t.id = i.topic_id WHERE i.state = 'published' ORDER BY p.slug, i.number"},
        {"additions", "What senders have added to a published inspel",
            {of_process, {"inspel", number, "number in the process"}, {"added", time, "when"},
                {"words", text, "as shown"}},
            "SELECT p.slug AS process, i.number AS inspel, a.added_at AS added, a.shown_text AS words "
            "FROM addition a JOIN inspel i ON i.id = a.inspel_id JOIN process p ON p.id = a.process_id "
            "WHERE a.is_shown = 1 AND i.state = 'published' ORDER BY p.slug, i.number, a.id"},
        {"issues",
            "The parts of published inspel that each get an answer, with the answers that are published",
            {of_process, {"inspel", number, "number in the process"}, {"issue", number, "within its inspel"},
                {"title", text, "what it is called"}, {"quote", text, "the words of the inspel"},
                {"topic", text, "address of the topic"},
                {"outcome", text, "tillgodosett, delvis, ej, noterat; vantar without a published answer"},
                {"answer", text, "the region's words"}, {"answered", time, "when the answer was published"}},
            "SELECT p.slug AS process, i.number AS inspel, s.position AS issue, s.title, s.quote, "
            "t.slug AS topic, coalesce(a.outcome, 'vantar') AS outcome, a.text AS answer, "
            "a.published_at AS answered FROM issue s JOIN inspel i ON i.id = s.inspel_id "
            "JOIN process p ON p.id = s.process_id LEFT JOIN topic t ON t.id = s.topic_id "
            "LEFT JOIN answer a ON a.id = s.answer_id AND a.published_at IS NOT NULL "
            "WHERE i.state = 'published' ORDER BY p.slug, i.number, s.position"},
        {"statements", "What is voted on",
            {of_process, {"activity", text, "address of the activity"},
                {"statement", number, "in the activity"}, {"words", text, "what it says"},
                {"origin", text, "participant or seed"}, {"proposed", time, "when"}},
            "SELECT p.slug AS process, a.slug AS activity, s.number AS statement, s.text AS words, s.origin, "
            "s.proposed_at AS proposed FROM statement s JOIN activity a ON a.id = s.activity_id "
            "JOIN process p ON p.id = s.process_id WHERE s.state = 'accepted' "
            "ORDER BY p.slug, a.slug, s.number"},
        {"opinion_maps", "The last map of each day: groups, statements and votes of five people and more",
            {of_process, {"activity", text, "address of the activity"}, {"day", day, "of the map"},
                {"drawn", time, "when"}, {"is_final", flag, "drawn after the voting was over"},
                {"result", opinion_map, "the map, with engine and seed"}},
            "SELECT p.slug AS process, a.slug AS activity, o.day, o.drawn_at AS drawn, o.is_final, o.result "
            "FROM opinion_snapshot o JOIN activity a ON a.id = o.activity_id "
            "JOIN process p ON p.id = o.process_id ORDER BY p.slug, a.slug, o.day"},
    };
}

std::vector<PublicTable> tables_of_text() {
    return {
        {"documents", "The documents that are written",
            {of_process, {"document", text, "its code"}, {"title", text, "its title"},
                {"language", text, "of its words"}},
            "SELECT p.slug AS process, d.code AS document, d.title, d.language FROM document d "
            "JOIN process p ON p.id = d.process_id ORDER BY p.slug, d.code"},
        {"versions", "Versions of the documents that are frozen",
            {of_process, {"document", text, "its code"}, {"version", number, "in the document"},
                {"kind", text, "referral, proposal or adopted"}, {"title", text, "what it is called"},
                {"frozen", time, "when"}, {"sha256", text, "digest of its Markdown"}},
            "SELECT p.slug AS process, d.code AS document, v.number AS version, v.kind, v.title, "
            "v.frozen_at AS frozen, v.digest AS sha256 FROM version v JOIN document d ON d.id = "
            "v.document_id "
            "JOIN process p ON p.id = v.process_id WHERE v.frozen_at IS NOT NULL "
            "ORDER BY p.slug, d.code, v.number"},
        {"lines", "Headings and paragraphs of the frozen versions, in order",
            {of_process, {"document", text, "its code"}, {"version", number, "in the document"},
                {"line", number, "in the version"}, {"code", text, "address that it keeps for ever"},
                {"kind", text, "section or paragraph"},
                {"type", text, "text, vision, target_picture, sub_goal, priority or action"},
                {"depth", number, "of the heading"}, {"words", text, "Markdown"}},
            "SELECT p.slug AS process, d.code AS document, v.number AS version, l.position AS line, n.code, "
            "n.kind, n.type, l.depth, r.text AS words FROM version_line l JOIN version v ON v.id = "
            "l.version_id "
            "JOIN document d ON d.id = v.document_id JOIN process p ON p.id = l.process_id "
            "JOIN node n ON n.id = l.node_id JOIN revision r ON r.id = l.revision_id "
            "WHERE v.frozen_at IS NOT NULL ORDER BY p.slug, d.code, v.number, l.position"},
        {"changes", "What was changed in the text for a frozen version, and why",
            {of_process, {"change", number, "in the process"}, {"document", text, "its code"},
                {"version", number, "that it leads to"}, {"kind", text, "what was done"},
                {"paragraph", text, "code of what it is about"}, {"reason", text, "in words"},
                {"made", time, "when"}},
            "SELECT p.slug AS process, c.number AS change, d.code AS document, v.number AS version, c.kind, "
            "n.code AS paragraph, c.reason, c.made_at AS made FROM change c JOIN version v ON v.id = "
            "c.version_id JOIN document d ON d.id = c.document_id JOIN process p ON p.id = c.process_id "
            "JOIN node n ON n.id = c.node_id WHERE v.frozen_at IS NOT NULL ORDER BY p.slug, c.number"},
        {"links", "From a published inspel to the change that it caused and the decision that adopted it",
            {of_process, {"inspel", number, "number in the process"},
                {"issue", number, "within its inspel; none: the inspel as a whole"},
                {"change", number, "in the process"}, {"document", text, "its code"},
                {"version", number, "in the document"},
                {"decision", number, "in the process; none: not yet"}},
            "SELECT p.slug AS process, i.number AS inspel, s.position AS issue, c.number AS change, "
            "d.code AS document, v.number AS version, b.number AS decision FROM change_cause k "
            "JOIN change c ON c.id = k.change_id JOIN version v ON v.id = c.version_id "
            "JOIN document d ON d.id = c.document_id JOIN process p ON p.id = k.process_id "
            "LEFT JOIN issue s ON k.kind = 'issue' AND s.id = k.cause_id "
            "JOIN inspel i ON i.id = CASE k.kind WHEN 'issue' THEN s.inspel_id WHEN 'inspel' THEN k.cause_id "
            "END "
            "LEFT JOIN decision b ON b.version_id = v.id "
            "WHERE v.frozen_at IS NOT NULL AND i.state = 'published' "
            "ORDER BY p.slug, i.number, s.position, c.number"},
        {"decisions", "What bodies have adopted, as their minutes have it",
            {of_process, {"decision", number, "in the process"}, {"body", text, "address of the body"},
                {"document", text, "its code"}, {"version", number, "in the document"},
                {"sha256", text, "digest of the version"}, {"decided", day, "when"},
                {"paragraph", text, "of the minutes"}, {"case_number", text, "in the register"},
                {"words", text, "the decision, Markdown"}, {"dissent", text, "reservations, Markdown"},
                {"noticed", day, "when the minutes were announced"}},
            "SELECT p.slug AS process, b.number AS decision, y.slug AS body, d.code AS document, "
            "v.number AS version, b.digest AS sha256, b.decided_on AS decided, b.paragraph, "
            "b.diary_number AS case_number, b.text AS words, b.dissent, b.noticed_on AS noticed "
            "FROM decision b JOIN body y ON y.id = b.body_id JOIN version v ON v.id = b.version_id "
            "JOIN document d ON d.id = v.document_id JOIN process p ON p.id = b.process_id "
            "ORDER BY p.slug, b.number"},
    };
}

std::vector<PublicTable> tables_of_region() {
    return {
        {"datasets", "Statistics of others that the work rests on; the figures are in a file each",
            {{"dataset", number, "its number"}, {"title", text, "what it is"},
                {"source", text, "who published it"}, {"licence", text, "how it may be used"},
                {"sha256", text, "digest of the file that was read"}, {"cells", number, "how many"},
                {"missing", number, "of them without a number"}, {"imported", time, "when"}},
            "SELECT number AS dataset, title, source, licence, digest AS sha256, cells, missing, "
            "imported_at AS imported FROM dataset ORDER BY number"},
        {"maps", "Borders; the areas are in a file each",
            {{"map", number, "its number"}, {"level", text, "what the areas are"},
                {"source", text, "who published it"}, {"licence", text, "how it may be used"},
                {"sha256", text, "digest of the file that was read"}, {"areas", number, "how many"},
                {"imported", time, "when"}},
            "SELECT number AS map, level, source, licence, digest AS sha256, areas, imported_at AS imported "
            "FROM region_map ORDER BY number"},
    };
}

/// A field for each language of the list, where one holds words in several.
std::vector<PublicField> in_each_language(const std::vector<PublicField>& fields) {
    std::vector<PublicField> all;
    for (const auto& field : fields) {
        if (field.words != each_language) {
            all.push_back(field);
            continue;
        }
        for (const auto language : all_languages()) {
            const std::string tag{language.tag()};
            all.push_back({field.name + '_' + tag, text, field.meaning + ", " + tag, each_language, language,
                field.name});
        }
    }
    return all;
}

std::string words_of(const sql::Row& row, const PublicField& field) {
    if (field.words == each_language) return row.localized(field.column).only_in(field.language);
    if (field.words == original) return row.localized(field.name).original();
    switch (field.kind) {
        case number: return std::to_string(row.integer(field.name));
        case flag: return row.flag(field.name) ? "true" : "false";
        case day: return medskapa::time::iso(row.day(field.name));
        case time: return medskapa::time::iso(row.instant(field.name));
        case local_time: return medskapa::time::iso(LocalTime{std::chrono::seconds{row.integer(field.name)}});
        case opinion_map: {
            const auto& map = row.text(field.name);
            return opinion_result_from(map).is_shown() ? map : "{}";
        }
        case text: break;
    }
    return row.text(field.name);
}

}  // namespace

const std::vector<PublicTable>& public_tables() {
    static const auto tables = [] {
        auto all = tables_of_site();
        for (const auto& more : {tables_of_inspel(), tables_of_text(), tables_of_region()})
            all.insert(all.end(), more.begin(), more.end());
        for (auto& table : all) table.fields = in_each_language(table.fields);
        return all;
    }();
    return tables;
}

void each_public_row(
    sql::Connection& db, const PublicTable& table, const std::function<void(const PublicRow&)>& visit) {
    for (const auto& row : db.run(table.select)) {
        PublicRow values;
        for (const auto& field : table.fields)
            values.push_back(row.is_null(field.column.empty() ? field.name : field.column)
                                 ? std::nullopt
                                 : std::optional{words_of(row, field)});
        visit(values);
    }
}

}  // namespace medskapa::store
