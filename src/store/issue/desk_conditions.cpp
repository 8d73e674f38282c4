#include "store/issue/desk_conditions.hpp"

#include <fmt/format.h>

namespace medskapa::store {
namespace {

using sql::bind;

constexpr const char* unanswered = "u.answer_id IS NULL";
constexpr const char* held = "u.answer_id IS NOT NULL AND a.published_at IS NULL";

/// Of an inspel: one of its issues fits. By an index of issues where the condition has one.
void add_of_issues(sql::Conditions& c, Id<Process> process, DeskKind kind, const std::string& condition) {
    if (kind != DeskKind::inspel) {
        c.add(condition);
        return;
    }
    const auto of_process = c.parameter(bind(process));
    c.add(fmt::format(
        "i.id IN (SELECT u.inspel_id FROM issue u WHERE u.process_id = {} AND {})", of_process, condition));
}

/// Those of which the answer is written and waits are few, and known by an index of answers.
void add_held(sql::Conditions& c, Id<Process> process) {
    const auto of_process = c.parameter(bind(process));
    c.add(fmt::format(
        "i.id IN (SELECT u.inspel_id FROM issue u WHERE u.answer_id IN (SELECT a.id FROM answer a "
        "WHERE a.process_id = {} AND a.published_at IS NULL))",
        of_process));
}

void add_state(sql::Conditions& c, Inspel::State state) {
    c.add("i.state = ", bind(state));
}

void add_answered(sql::Conditions& c, Id<Process> process, DeskKind kind) {
    if (kind != DeskKind::inspel) {
        c.add("a.published_at IS NOT NULL");
        return;
    }
    add_state(c, Inspel::State::published);
    c.add("i.is_split = 1 AND i.issue_count > 0");
    const auto of_process = c.parameter(bind(process));
    const auto waiting = c.parameter(bind(Outcome::waiting));
    c.add(fmt::format(
        "NOT EXISTS (SELECT 1 FROM inspel_outcome o WHERE o.process_id = {} AND o.outcome = {} AND "
        "o.inspel_id = i.id)",
        of_process, waiting));
}

void add_stage(sql::Conditions& c, Id<Process> process, DeskKind kind, DeskStage stage) {
    const bool is_inspel = kind == DeskKind::inspel;
    switch (stage) {
        case DeskStage::review: return add_state(c, Inspel::State::received);
        case DeskStage::declined: return add_state(c, Inspel::State::declined);
        case DeskStage::withdrawn: return add_state(c, Inspel::State::withdrawn);
        case DeskStage::erased: return add_state(c, Inspel::State::erased);
        case DeskStage::split:
            if (!is_inspel) return c.add("1 = 0");
            add_state(c, Inspel::State::published);
            return c.add("i.is_split = 0");
        case DeskStage::answer:
            if (is_inspel) add_state(c, Inspel::State::published);
            return add_of_issues(c, process, kind, unanswered);
        case DeskStage::publish:
            if (is_inspel) add_state(c, Inspel::State::published);
            if (is_inspel) return add_held(c, process);
            return c.add(held);
        case DeskStage::answered: return add_answered(c, process, kind);
    }
}

/// The first day that an inspel still waits for is kept with it.
void add_late(sql::Conditions& c, DeskKind kind, Day today) {
    if (kind == DeskKind::inspel) return c.add("i.due_on < ", bind(today));
    c.add("a.published_at IS NULL AND u.deadline < ", bind(today));
}

void add_topic(sql::Conditions& c, DeskKind kind, Id<Topic> topic) {
    c.add(kind == DeskKind::inspel ? "i.topic_id = " : "u.topic_id = ", bind(topic));
}

}  // namespace

const char* source_of(DeskKind kind) {
    switch (kind) {
        case DeskKind::inspel: return "inspel i";
        case DeskKind::issues:
            return "issue u JOIN inspel i ON i.id = u.inspel_id LEFT JOIN answer a ON a.id = u.answer_id";
        case DeskKind::answers: break;
    }
    return "answer a JOIN issue u ON u.id = (SELECT min(f.id) FROM issue f WHERE f.answer_id = a.id) "
           "JOIN inspel i ON i.id = u.inspel_id";
}

const char* key_of(DeskKind kind) {
    return kind == DeskKind::inspel ? "i.id" : kind == DeskKind::issues ? "u.id" : "a.id";
}

const char* process_of(DeskKind kind) {
    return kind == DeskKind::inspel   ? "i.process_id = "
           : kind == DeskKind::issues ? "u.process_id = "
                                      : "a.process_id = ";
}

sql::Conditions conditions_of(sql::Dialect dialect, Id<Process> process, const DeskFilter& f) {
    sql::Conditions c;
    if (!f.words.empty()) {
        const auto asked = desk_expression(dialect, process, f.kind, f.words, f.senders);
        if (asked.empty())
            c.add("1 = 0");
        else if (dialect == sql::Dialect::sqlite)
            c.add("desk_search MATCH ", asked);
        else
            c.add("d.tokens @@ CAST(", asked, " AS tsquery)");
    }
    c.add(process_of(f.kind), bind(process));
    if (f.number) c.add("i.number = ", bind(*f.number));
    if (f.stage) add_stage(c, process, f.kind, *f.stage);
    if (f.topic) add_topic(c, f.kind, f.topic);
    if (f.group) add_of_issues(c, process, f.kind, "u.group_id = " + c.parameter(bind(f.group)));
    if (f.assignee) add_of_issues(c, process, f.kind, "u.assignee = " + c.parameter(bind(*f.assignee)));
    if (!f.municipality.empty()) c.add("i.municipality = ", f.municipality);
    if (f.actor_kind) c.add("i.actor_kind = ", bind(*f.actor_kind));
    if (f.late_on) add_late(c, f.kind, *f.late_on);
    return c;
}

std::string from_of(sql::Dialect dialect, const DeskFilter& f) {
    if (f.words.empty()) return source_of(f.kind);
    // Found first, then looked up: CROSS keeps SQLite from turning it around.
    const auto table = dialect == sql::Dialect::sqlite ? "desk_search" : "desk_search d";
    const auto found = dialect == sql::Dialect::sqlite ? "desk_search.rowid / 3" : "d.found_id / 3";
    if (f.kind == DeskKind::inspel)
        return fmt::format("{} {} inspel i ON i.id = {}", table,
            dialect == sql::Dialect::sqlite ? "CROSS JOIN" : "JOIN", found);
    const auto join = f.kind == DeskKind::issues ? "issue u ON u.id" : "answer a ON a.id";
    const auto rest = std::string{source_of(f.kind)};
    return fmt::format("{} JOIN {} = {}{}", table, join, found, rest.substr(rest.find(" JOIN")));
}

}  // namespace medskapa::store
