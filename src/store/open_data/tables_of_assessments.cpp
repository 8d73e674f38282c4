#include "store/open_data/table_lists.hpp"

#include "store/assessment/columns.hpp"
#include "store/document/columns.hpp"
#include "store/plan/columns.hpp"
#include "store/site/columns.hpp"

namespace medskapa::store::open_data {

using namespace tables;

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
                column<promise_outcome>("o.edition", "edition", "of the plan, that it answers; 0: not known"),
            },
            "FROM promise_outcome o JOIN process p ON p.id = o.process_id ORDER BY p.slug, o.id"},
    };
}

}  // namespace medskapa::store::open_data
