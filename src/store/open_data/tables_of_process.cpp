#include "store/open_data/table_lists.hpp"

#include "store/conversation/columns.hpp"
#include "store/inspel/columns.hpp"
#include "store/issue/columns.hpp"
#include "store/site/columns.hpp"

namespace medskapa::store::open_data {

using namespace tables;

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

}  // namespace medskapa::store::open_data
