#include "store/open_data/public_tables.hpp"

#include "base/text.hpp"
#include "base/time.hpp"
#include "store/assessment/columns.hpp"
#include "store/checklist/columns.hpp"
#include "store/conversation/columns.hpp"
#include "store/conversation/opinion_result_json.hpp"
#include "store/decision/columns.hpp"
#include "store/document/columns.hpp"
#include "store/inspel/columns.hpp"
#include "store/issue/columns.hpp"
#include "store/plan/columns.hpp"
#include "store/priority/columns.hpp"
#include "store/site/columns.hpp"
#include "store/sql/conditions.hpp"
#include "store/statistics/columns.hpp"
#include "store/swot/columns.hpp"

#include <fmt/format.h>

namespace medskapa::store {
namespace {

using namespace tables;
using enum PublicField::Kind;
using enum PublicField::Words;
using sql::Kind;

constexpr PublicField::Kind written_as(Kind kind) {
    switch (kind) {
        case Kind::number: return number;
        case Kind::flag: return flag;
        case Kind::day: return day;
        case Kind::time: return time;
        case Kind::local_time: return local_time;
        default: return text;
    }
}

/// A field that is a column of a table, as the query names it. Without a kind it is written as its member is
/// kept. A column that is not public does not compile.
struct Field {
    std::string_view table;
    std::string_view source;
    std::string_view name;
    std::string_view meaning;
    PublicField::Kind kind = text;
    std::string_view otherwise = {};
    PublicField::Words words = plain;

    operator PublicField() const {
        return {std::string{name}, kind, std::string{meaning}, table, source, otherwise, words};
    }
    consteval Field or_else(std::string_view value) const {
        return {table, source, name, meaning, kind, value};
    }
    consteval Field in_each_language() const {
        return {table, source, name, meaning, kind, otherwise, each_language};
    }
    consteval Field as_original() const { return {table, source, name, meaning, kind, otherwise, original}; }
};

template <const auto& table>
consteval Field column(std::string_view source, std::string_view name, std::string_view meaning,
    std::optional<PublicField::Kind> kind = {}) {
    for (const auto& c : table.columns) {
        if (c.name != source.substr(source.find('.') + 1)) continue;
        if (!sql::is_public(c.privacy)) throw std::logic_error{"only public columns are open data"};
        return {table.name, source, name, meaning, kind.value_or(written_as(c.member.kind))};
    }
    throw std::logic_error{"no such column"};
}

std::vector<PublicTable> tables_of_site() {
    return {
        {"processes", "Revisions of the strategy",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<process>("p.name", "name", "name").in_each_language(),
                column<process>("p.question", "question", "the headline").as_original(),
                column<process>("p.summary", "summary", "what it is about").as_original(),
                column<process>("p.decided", "decided", "what is decided").as_original(),
                column<process>("p.decided_by", "decided_by", "by whom, and who leads the work")
                    .as_original(),
                column<process>("p.is_example", "is_example", "whether it is made up"),
            },
            "FROM process p ORDER BY p.slug"},
        {"steps", "The steps of a process, as its readers are told",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<step>("s.number", "number", "in the process"),
                column<step>("s.title", "title", "title").in_each_language(),
                column<step>("s.text", "description", "what happens in it").as_original(),
                column<step>("s.starts", "first_day", "when it begins"),
                column<step>("s.ends", "last_day", "when it ends"),
                column<step>("s.precision_", "precision",
                    "how exactly the days are known: day, month, season, year, none"),
                column<step>(
                    "s.withdrawn_at", "withdrawn", "when it was told that it is not taken; none: it is"),
            },
            "FROM step s JOIN process p ON p.id = s.process_id ORDER BY p.slug, s.number"},
        {"activities", "Ways to take part, each with its own days",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<activity>("a.slug", "activity", "address of the activity"),
                column<activity>("a.kind", "kind", "what one can do in it"),
                column<activity>("a.title", "title", "title").in_each_language(),
                column<activity>("a.text", "description", "what it is about").as_original(),
                column<activity>("a.opens", "opens", "the first day"),
                column<activity>("a.closes", "closes", "the last day"),
                column<activity>(
                    "a.withdrawn_at", "withdrawn", "when it was closed before its time; none: it was not"),
            },
            "FROM activity a JOIN process p ON p.id = a.process_id ORDER BY p.slug, a.slug"},
        {"events", "Meetings and other days to come to",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<event>("e.id", "event", "number in its address"),
                column<event>("e.starts", "starts", "local time"),
                column<event>("e.ends", "ends", "local time"),
                column<event>("e.title", "title", "title").in_each_language(),
                column<event>("e.place", "place", "a place, or where on line"),
                column<event>("e.text", "description", "what it is about").as_original(),
                column<event>("e.programme", "programme", "Markdown").as_original(),
                column<event>("e.notes", "notes", "Markdown, added afterwards"),
                column<event>("e.withdrawn_at", "withdrawn", "when it was called off; none: it was not"),
            },
            "FROM event e JOIN process p ON p.id = e.process_id ORDER BY p.slug, e.id"},
        {"news", "What has been told",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<news>("n.day", "day", "when"),
                column<news>("n.title", "title", "title").in_each_language(),
                column<news>("n.text", "words", "the news, Markdown").as_original(),
            },
            "FROM news n JOIN process p ON p.id = n.process_id WHERE n.withdrawn_at IS NULL ORDER BY p.slug, "
            "n.day, n.id"},
        {"bodies", "Who decides and who works",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<body>("b.slug", "body", "address of the body"),
                column<body>("b.kind", "kind", "what it is"),
                column<body>("b.title", "title", "title").in_each_language(),
            },
            "FROM body b JOIN process p ON p.id = b.process_id ORDER BY p.slug, b.slug"},
        {"seats", "Which role and organisation sits in a body, without names",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<body>("b.slug", "body", "address of the body"),
                column<seat>("s.role", "role", "in the body"),
                column<seat>("s.organisation", "organisation", "that it is filled by"),
                column<seat>("s.starts", "first_day", "from"),
                column<seat>("s.ends", "last_day", "to; none: still"),
            },
            "FROM seat s JOIN body b ON b.id = s.body_id JOIN process p ON p.id = s.process_id ORDER BY "
            "p.slug, b.slug, s.id"},
    };
}

std::vector<PublicTable> tables_of_inspel() {
    return {
        {"inspel", "What people have sent, as far as it is published: the words that are shown",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<inspel>("i.number", "inspel", "number in the process"),
                column<inspel>("i.received_at", "received", "when it came"),
                column<inspel>("i.channel", "channel", "how it came"),
                column<activity>("a.slug", "activity", "address of the activity"),
                column<inspel>("i.actor_kind", "actor_kind", "in what capacity the sender speaks"),
                column<inspel>("i.shown_organisation", "organisation", "that the sender speaks for"),
                column<inspel>("i.municipality", "municipality", "its code, or outside"),
                column<topic>("t.slug", "topic", "address of the topic"),
                column<inspel>(
                    "i.concerns", "concerns", "what it is about: a subject, a paragraph or an event"),
                column<inspel>("i.shown_title", "title", "as shown"),
                column<inspel>("i.shown_text", "words", "as shown"),
                column<inspel>("i.language", "language", "of the words"),
            },
            "FROM inspel i JOIN process p ON p.id = i.process_id LEFT JOIN activity a ON a.id = "
            "i.activity_id LEFT JOIN topic t ON t.id = i.topic_id WHERE i.state = 'published' ORDER BY "
            "p.slug, i.number"},
        {"additions", "What senders have added to a published inspel",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<inspel>("i.number", "inspel", "number in the process"),
                column<addition>("a.added_at", "added", "when"),
                column<addition>("a.shown_text", "words", "as shown"),
            },
            "FROM addition a JOIN inspel i ON i.id = a.inspel_id JOIN process p ON p.id = a.process_id WHERE "
            "a.is_shown = 1 AND i.state = 'published' ORDER BY p.slug, i.number, a.id"},
        {"issues",
            "The parts of published inspel that each get an answer, with the answers that are published",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<inspel>("i.number", "inspel", "number in the process"),
                column<issue>("s.position", "issue", "within its inspel"),
                column<issue>("s.title", "title", "what it is called"),
                column<issue>("s.quote", "quote", "the words of the inspel"),
                column<topic>("t.slug", "topic", "address of the topic"),
                column<answer>("a.outcome", "outcome",
                    "tillgodosett, delvis, ej, noterat; vantar without a published answer")
                    .or_else("vantar"),
                column<answer>("a.text", "answer", "the region's words"),
                column<answer>("a.published_at", "answered", "when the answer was published"),
            },
            "FROM issue s JOIN inspel i ON i.id = s.inspel_id JOIN process p ON p.id = s.process_id LEFT "
            "JOIN topic t ON t.id = s.topic_id LEFT JOIN answer a ON a.id = s.answer_id AND a.published_at "
            "IS NOT NULL WHERE i.state = 'published' ORDER BY p.slug, i.number, s.position"},
        {"statements", "What is voted on",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<activity>("a.slug", "activity", "address of the activity"),
                column<statement>("s.number", "statement", "in the activity"),
                column<statement>("s.text", "words", "what it says"),
                column<statement>("s.origin", "origin", "participant or seed"),
                column<statement>("s.proposed_at", "proposed", "when"),
            },
            "FROM statement s JOIN activity a ON a.id = s.activity_id JOIN process p ON p.id = s.process_id "
            "WHERE s.state = 'accepted' ORDER BY p.slug, a.slug, s.number"},
        {"opinion_maps", "The last map of each day: groups, statements and votes of five people and more",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<activity>("a.slug", "activity", "address of the activity"),
                column<opinion_snapshot>("o.day", "day", "of the map", day),
                column<opinion_snapshot>("o.drawn_at", "drawn", "when", time),
                column<opinion_snapshot>("o.is_final", "is_final", "drawn after the voting was over", flag),
                column<opinion_snapshot>("o.result", "result", "the map, with engine and seed", opinion_map),
            },
            "FROM opinion_snapshot o JOIN activity a ON a.id = o.activity_id JOIN process p ON p.id = "
            "o.process_id ORDER BY p.slug, a.slug, o.day"},
    };
}

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

std::vector<PublicTable> tables_of_priorities() {
    return {
        {"priorities", "What the region may concentrate on, and what was decided of it",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<priority>("q.number", "priority", "in the process"),
                column<priority>("q.kind", "kind", "thematic, horizontal or a strength area"),
                column<priority>("q.title", "title", "what it is called").in_each_language(),
                column<priority>("q.text", "words", "what it is about").as_original(),
                column<priority>("q.vision", "vision", "where it leads").as_original(),
                column<priority>("q.needs", "needs", "what it needs").as_original(),
                column<priority>("q.jobs", "jobs", "people who work in it; none: not known"),
                column<priority>("q.mass", "mass", "critical mass, in words"),
                column<priority>("q.relatedness", "relatedness", "what it can grow from, in words"),
                column<priority>("q.objections", "objections", "what speaks against it, a line each"),
                column<priority>("q.proposed_on", "proposed", "when"),
                column<priority>("q.outcome", "outcome", "what became of it"),
                column<priority>("q.became", "became", "numbers of the priorities that it went into"),
                column<priority>("q.motive", "motive", "why"),
                column<priority>("q.decided_on", "decided", "when"),
            },
            "FROM priority q JOIN process p ON p.id = q.process_id ORDER BY p.slug, q.number"},
        {"discoveries", "Meetings where priorities were tried",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<priority>("q.number", "priority", "in the process"),
                column<discovery>("d.event_id", "event", "its number"),
                column<discovery>("d.people", "people", "who took part; 0: not known"),
                column<discovery>("d.sectors", "sectors", "kinds of actors, between blanks"),
                column<discovery>("d.learned", "learned", "what was learned"),
                column<discovery>("d.noted_at", "noted", "when"),
            },
            "FROM discovery d JOIN priority q ON q.id = d.priority_id JOIN process p ON p.id = q.process_id "
            "ORDER BY p.slug, q.number, d.id"},
        {"weighings", "When priorities were weighed; each has its result at its own address",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<weighing>("w.number", "weighing", "in the process"),
                column<weighing>("w.title", "title", "what is weighed").in_each_language(),
                column<weighing>("w.items", "priorities", "their numbers, between blanks"),
                column<weighing>("w.opens", "opens", "the first day"),
                column<weighing>("w.closes", "closes", "the last day"),
            },
            "FROM weighing w JOIN process p ON p.id = w.process_id ORDER BY p.slug, w.number"},
        {"judgements", "What people have judged of requirements; the newest of each counts",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<judgement>("j.list", "list", "which checklist"),
                column<judgement>("j.version", "version", "of the list"),
                column<judgement>("j.code", "requirement", "in the list"),
                column<judgement>("j.status", "status", "met, partly, missing, not_relevant"),
                column<judgement>("j.grade", "grade", "from 0 to 5, where the list has grades"),
                column<judgement>("j.comment", "comment", "why"),
                column<judgement>("j.evidence", "evidence", "references, a line each"),
                column<judgement>("j.role", "role", "of who judged"),
                column<judgement>("j.judged_at", "judged", "when"),
            },
            "FROM judgement j JOIN process p ON p.id = j.process_id ORDER BY p.slug, j.id"},
    };
}

std::vector<PublicTable> tables_of_assessments() {
    return {
        {"assessments", "Impact assessments, each by a template of a version",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<assessment>("a.number", "assessment", "in the process"),
                column<assessment>("a.kind", "template", "which kind of assessment"),
                column<assessment>("a.version", "version", "of the template"),
                column<assessment>("a.subject", "subject", "what is assessed"),
                column<assessment>("a.role", "role", "who sees to it"),
                column<assessment>("a.due", "due", "when it is to be done"),
                column<assessment>("a.begun_at", "begun", "when"),
            },
            "FROM assessment a JOIN process p ON p.id = a.process_id ORDER BY p.slug, a.number"},
        {"assessed_paragraphs", "Which paragraphs an assessment is about",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<assessment>("a.number", "assessment", "in the process"),
                column<node>("n.code", "paragraph", "its code"),
                column<assessed_paragraph>("e.linked_at", "linked", "when"),
            },
            "FROM assessed_paragraph e JOIN assessment a ON a.id = e.assessment_id "
            "JOIN process p ON p.id = a.process_id JOIN node n ON n.id = e.node_id "
            "WHERE EXISTS (SELECT 1 FROM version_line l JOIN version v ON v.id = l.version_id "
            "WHERE l.node_id = e.node_id AND v.frozen_at IS NOT NULL) ORDER BY p.slug, a.number, e.id"},
        {"assessment_answers", "What was answered in the steps of assessments; the newest of each counts",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<assessment>("a.number", "assessment", "in the process"),
                column<step_answer>("s.step", "step", "its code in the template"),
                column<step_answer>("s.outcome", "outcome", "answered, stopped or not_relevant"),
                column<step_answer>("s.text", "answer", "of one that is not relevant: why"),
                column<step_answer>("s.evidence", "evidence", "references, a line each"),
                column<step_answer>("s.day", "day", "on which it was done, where the step asks for it"),
                column<step_answer>(
                    "s.is_looked_at", "looked_at", "the answer before, found to hold after the text changed"),
                column<step_answer>("s.role", "role", "of who answered"),
                column<step_answer>("s.answered_at", "answered", "when"),
            },
            "FROM step_answer s JOIN assessment a ON a.id = s.assessment_id "
            "JOIN process p ON p.id = a.process_id ORDER BY p.slug, a.number, s.id"},
        {"goal_conflicts", "Goals that pull in different directions",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<assessment>("a.number", "assessment", "in the process"),
                column<goal_conflict>("g.number", "conflict", "in the assessment"),
                column<goal_conflict>("g.name", "name", "what it is called"),
                column<goal_conflict>("g.goal", "goal", "what the one wants"),
                column<goal_conflict>("g.against", "against", "what it costs the other"),
                column<goal_conflict>("g.weighing", "weighing", "how it was weighed; empty: not yet"),
                column<goal_conflict>("g.role", "role", "of who wrote last"),
                column<goal_conflict>("g.noted_at", "written", "when"),
            },
            "FROM goal_conflict g JOIN assessment a ON a.id = g.assessment_id "
            "JOIN process p ON p.id = a.process_id ORDER BY p.slug, a.number, g.number"},
    };
}

std::vector<PublicTable> tables_of_plans() {
    return {
        {"plans", "Published editions of the plan for participation and assessment",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<plan>("e.edition", "edition", "1 for the first"),
                column<plan>("e.purpose", "purpose", "what it is for").in_each_language(),
                column<plan>("e.open_to", "open_to", "what can be influenced").in_each_language(),
                column<plan>("e.fixed", "fixed", "what cannot").in_each_language(),
                column<plan>("e.changed", "changed", "what is new in the edition"),
                column<plan>("e.published_at", "published", "when"),
            },
            "FROM plan e JOIN process p ON p.id = e.process_id WHERE e.published_at IS NOT NULL "
            "ORDER BY p.slug, e.edition"},
        {"plan_lines", "What each published edition of the plan says",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<plan>("e.edition", "edition", "of the plan"),
                column<plan_line>("l.number", "line", "the same in every edition"),
                column<plan_line>("l.kind", "kind", "beslut, dag, grupp, alternativ or bedomning"),
                column<plan_line>("l.name", "name", "what it is called").in_each_language(),
                column<plan_line>(
                    "l.text", "words", "who decides, how they are affected, what it would mean, or why")
                    .in_each_language(),
                column<plan_line>("l.way", "way", "of a group: what it is promised").in_each_language(),
                column<plan_line>("l.day", "day", "of a decision or a day"),
                column<plan_line>("l.template_code", "template", "of an assessment"),
                column<plan_line>("l.is_promised", "promised", "of an assessment: whether it is done"),
            },
            "FROM plan_line l JOIN plan e ON e.id = l.plan_id JOIN process p ON p.id = e.process_id "
            "WHERE e.published_at IS NOT NULL ORDER BY p.slug, e.edition, l.number"},
        {"promise_outcomes", "What came of promises of the plan; the newest of each counts",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<promise_outcome>("o.line", "line", "of the plan"),
                column<promise_outcome>("o.status", "status", "kept, partly or broken"),
                column<promise_outcome>("o.text", "done", "what was done"),
                column<promise_outcome>("o.evidence", "evidence", "references, a line each"),
                column<promise_outcome>("o.role", "role", "of who wrote"),
                column<promise_outcome>("o.noted_at", "written", "when"),
            },
            "FROM promise_outcome o JOIN process p ON p.id = o.process_id ORDER BY p.slug, o.id"},
    };
}

std::vector<PublicTable> tables_of_region() {
    return {
        {"datasets", "Statistics of others that the work rests on; the figures are in a file each",
            {
                column<dataset>("d.number", "dataset", "its number"),
                column<dataset>("d.title", "title", "what it is"),
                column<dataset>("d.source", "source", "who published it"),
                column<dataset>("d.licence", "licence", "how it may be used"),
                column<dataset>("d.public_digest", "sha256",
                    "digest of the file that was read, salted where numbers are hidden"),
                column<dataset>("d.cells", "cells", "how many"),
                column<dataset>("d.missing", "missing", "of them without a number"),
                column<dataset>("d.imported_at", "imported", "when"),
                column<dataset>("d.vintage", "about", "what time it is about, in words"),
                column<dataset>("d.small_numbers", "small_numbers", "whether numbers below five are shown"),
                column<dataset>("d.measure", "measure", "what its numbers count, in words"),
                column<dataset>("d.few", "below_five", "of its numbers hidden because they are below five"),
                column<dataset>("d.withheld", "withheld",
                    "of its numbers hidden because a sum would give such a one away"),
                column<dataset>("o.number", "replaces", "the dataset that it is a newer version of"),
            },
            "FROM dataset d LEFT JOIN dataset o ON o.id = d.replaces_id ORDER BY d.number"},
        {"runs", "Analyses of datasets that were made once; each has its result at its own address",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<analysis_run>("r.number", "run", "in the process"),
                column<analysis_run>("r.kind", "kind", "what was asked"),
                column<dataset>("d.number", "dataset", "its number"),
                column<analysis_run>("r.parameters", "parameters", "name=value, a line each"),
                column<analysis_run>("r.engine", "engine", "its name and version"),
                column<analysis_run>("r.result_digest", "sha256", "digest of the result"),
                column<analysis_run>("r.made_at", "made", "when"),
            },
            "FROM analysis_run r JOIN process p ON p.id = r.process_id JOIN dataset d ON d.id = r.dataset_id "
            "WHERE r.removed_at IS NULL ORDER BY p.slug, r.number"},
        {"swot", "What is strong and weak in the region, and what it may gain or lose",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<swot_item>("s.number", "point", "in the process"),
                column<swot_item>("s.quadrant", "field", "strength, weakness, opportunity or threat"),
                column<swot_item>("s.text", "words", "a sentence").in_each_language(),
                column<swot_item>("s.published_at", "published", "when"),
            },
            "FROM swot_item s JOIN process p ON p.id = s.process_id WHERE s.state = 'published' "
            "ORDER BY p.slug, s.number"},
        {"swot_evidence", "What points of the SWOT rest on besides figures of runs",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<swot_item>("s.number", "point", "in the process"),
                column<swot_evidence>(
                    "e.reference", "evidence", "D-4: a dataset; I-12: an inspel; I-12/2: its issue"),
                column<swot_evidence>("e.added_at", "added", "when"),
            },
            "FROM swot_evidence e JOIN swot_item s ON s.id = e.item_id JOIN process p ON p.id = s.process_id "
            "WHERE s.state = 'published' ORDER BY p.slug, s.number, e.id"},
        {"citations", "Which paragraphs, priorities and points of the SWOT rest on which figures of runs",
            {
                column<process>("p.slug", "process", "address of the process"),
                column<citation>("c.number", "citation", "in the process"),
                column<node>("n.code", "paragraph", "its code"),
                column<analysis_run>("r.number", "run", "in the process"),
                column<citation>("c.figure", "figure", "a column of a row of the result, or a fact of it"),
                column<citation>("c.cited_at", "cited", "when"),
                column<citation>("c.looked_at", "looked", "when somebody looked at newer data; none: never"),
                column<priority>("q.number", "priority", "in the process; none: something else cites it"),
                column<swot_item>("s.number", "swot", "in the process; none: something else cites it"),
            },
            "FROM citation c JOIN process p ON p.id = c.process_id LEFT JOIN node n ON n.id = c.node_id "
            "LEFT JOIN priority q ON q.id = c.priority_id LEFT JOIN swot_item s ON s.id = c.swot_item_id "
            "JOIN analysis_run r ON r.id = c.run_id WHERE (s.state = 'published' OR s.id IS NULL "
            "AND (c.node_id IS NOT NULL OR c.priority_id IS NOT NULL)) "
            "AND (c.node_id IS NULL OR EXISTS (SELECT 1 FROM "
            "version_line l JOIN version "
            "v "
            "ON v.id = l.version_id WHERE l.node_id = c.node_id AND v.frozen_at IS NOT NULL)) "
            "ORDER BY p.slug, c.number"},
        {"maps", "Borders; the areas are in a file each",
            {
                column<region_map>("m.number", "map", "its number"),
                column<region_map>("m.level", "level", "what the areas are"),
                column<region_map>("m.source", "source", "who published it"),
                column<region_map>("m.licence", "licence", "how it may be used"),
                column<region_map>("m.digest", "sha256", "digest of the file that was read"),
                column<region_map>("m.areas", "areas", "how many"),
                column<region_map>("m.imported_at", "imported", "when"),
            },
            "FROM region_map m ORDER BY m.number"},
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
            auto one = field;
            one.name += '_' + tag;
            one.meaning += ", " + tag;
            one.language = language;
            all.push_back(std::move(one));
        }
    }
    return all;
}

std::string words_of(const sql::Row& row, const PublicField& field) {
    if (field.words == each_language) return row.localized(field.name).only_in(field.language);
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

std::string columns_of(const PublicTable& table) {
    std::string columns;
    for (const auto& field : table.fields) {
        const auto alias = field.source.substr(0, field.source.find('.'));
        if (table.from.find(fmt::format(" {} {} ", field.table, alias)) == table.from.npos)
            throw std::logic_error{fmt::format("{} is no {} in {}", alias, field.table, table.name)};
        const auto value = field.otherwise.empty()
                               ? std::string{field.source}
                               : fmt::format("coalesce({}, '{}')", field.source, field.otherwise);
        columns += fmt::format("{}{} AS {}", columns.empty() ? "" : ", ", value, field.name);
    }
    return columns;
}

PublicRow values_of(const sql::Row& row, const PublicTable& table) {
    PublicRow values;
    for (const auto& field : table.fields)
        values.push_back(row.is_null(field.name) ? std::nullopt : std::optional{words_of(row, field)});
    return values;
}

}  // namespace

const std::vector<PublicTable>& public_tables() {
    static const auto tables = [] {
        auto all = tables_of_site();
        for (const auto& more : {tables_of_inspel(), tables_of_text(), tables_of_priorities(),
                 tables_of_region(), tables_of_assessments(), tables_of_plans()})
            all.insert(all.end(), more.begin(), more.end());
        for (auto& table : all) table.fields = in_each_language(table.fields);
        return all;
    }();
    return tables;
}

const PublicTable& public_table(std::string_view name) {
    for (const auto& table : public_tables())
        if (table.name == name) return table;
    throw std::logic_error{fmt::format("no public table is called {}", name)};
}

std::string select_of(const PublicTable& table) {
    return fmt::format("SELECT {} {}", columns_of(table), table.from);
}

void each_public_row(
    sql::Connection& db, const PublicTable& table, const std::function<void(const PublicRow&)>& visit) {
    for (const auto& row : db.run(select_of(table))) visit(values_of(row, table));
}

std::map<std::int64_t, PublicRow> public_rows(
    sql::Connection& db, const PublicTable& table, const std::vector<std::int64_t>& ids) {
    std::map<std::int64_t, PublicRow> found;
    if (ids.empty()) return found;
    sql::Conditions listed;
    std::string parameters;
    for (const auto id : ids)
        parameters += (parameters.empty() ? "" : ", ") + listed.parameter(sql::bind(id));
    const auto alias = medskapa::text::split(table.from, ' ').at(2);  // "FROM inspel i"
    const auto order = table.from.find(" ORDER BY ");
    const auto from = table.from.substr(0, order);
    const auto statement =
        fmt::format("SELECT {0}.id AS row_id, {1} {2} {3} {0}.id IN ({4}){5}", alias, columns_of(table), from,
            from.find(" WHERE ") == from.npos ? "WHERE" : "AND", parameters, table.from.substr(order));
    for (const auto& row : db.run_with(statement, listed.values()))
        found.emplace(row.integer("row_id"), values_of(row, table));
    return found;
}

}  // namespace medskapa::store
