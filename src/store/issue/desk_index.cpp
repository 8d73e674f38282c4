#include "store/issue/desk_index.hpp"

#include "store/inspel/inspel_store.hpp"
#include "store/inspel/search.hpp"
#include "store/issue/issue_store.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace medskapa::store {
namespace {

constexpr const char* begins_sender_mark = "_k";

std::int64_t key_of(std::int64_t id, DeskKind kind) {
    return id * 3 + static_cast<int>(kind);
}

Mark mark_of(DeskKind kind) {
    return "_" + std::string{name_of(kind)};
}

/// What stands before each token of a process.
std::string shelf(Id<Process> process) {
    return std::to_string(process.value) + '_';
}

std::string tokens_of(Id<Process> process, const std::string& text, std::vector<Mark> marks) {
    auto words = stems(text);
    for (auto& stem : words) {
        if (auto plain = folded(stem); plain != stem) marks.push_back(std::move(plain));
        marks.push_back(std::move(stem));
    }
    for (auto& token : marks) token.insert(0, shelf(process));
    return fmt::format("{}", fmt::join(marks, " "));
}

void remove(sql::Transaction& tx, std::int64_t key) {
    tx.db().run("DELETE FROM desk_search WHERE " + desk_key(tx.db().dialect()) + " = $1", key);
}

void put(sql::Transaction& tx, Id<Process> process, std::int64_t id, DeskKind kind, const std::string& text,
    std::vector<Mark> marks = {}) {
    const auto key = key_of(id, kind);
    remove(tx, key);
    marks.push_back(mark_of(kind));
    const bool sqlite = tx.db().dialect() == sql::Dialect::sqlite;
    tx.db().run(sqlite ? "INSERT INTO desk_search (rowid, tokens) VALUES ($1, $2)"
                       : "INSERT INTO desk_search (found_id, tokens) VALUES ($1, "
                         "array_to_tsvector(string_to_array($2, ' ')))",
        key, tokens_of(process, text, std::move(marks)));
}

std::vector<Mark> sender_marks(const std::string& contact) {
    std::vector<Mark> marks;
    for (const auto& stem : stems(contact)) marks.push_back(begins_sender_mark + stem);
    return marks;
}

/// The words of the issue and its answer, each brought in by itself too.
std::string index_issue(sql::Transaction& tx, const Issue& issue) {
    auto words = '\n' + issue.title + '\n' + issue.quote;
    if (const auto answer = find_answer(tx.db(), issue.answer)) {
        words += '\n' + answer->text;
        put(tx, issue.process, answer->id.value, DeskKind::answers, answer->text + '\n' + issue.title);
    }
    put(tx, issue.process, issue.id.value, DeskKind::issues, words);
    return words;
}

}  // namespace

std::string desk_key(sql::Dialect dialect) {
    return dialect == sql::Dialect::sqlite ? "rowid" : "found_id";
}

void index_for_desk(sql::Transaction& tx, Id<Inspel> id) {
    const auto inspel = find_inspel(tx.db(), id);
    if (!inspel || inspel->state == Inspel::State::erased) return;
    auto words = inspel->shown_title + '\n' + inspel->shown_text;
    for (const auto& text : sender_texts) words += '\n' + (*inspel).*text.shown;
    for (const auto& addition : additions_of(tx.db(), id)) words += '\n' + addition.shown_text;
    for (const auto& issue : issues_of(tx.db(), id)) words += index_issue(tx, issue);
    put(tx, inspel->process, id.value, DeskKind::inspel, words, sender_marks(contact_of(tx.db(), id)));
}

void remove_from_desk_index(sql::Transaction& tx, Id<Inspel> id) {
    remove(tx, key_of(id.value, DeskKind::inspel));
    for (const auto& issue : issues_of(tx.db(), id)) remove_from_desk_index(tx, issue.id);
}

void remove_from_desk_index(sql::Transaction& tx, Id<Issue> id) {
    remove(tx, key_of(id.value, DeskKind::issues));
}

void merge_desk_index(sql::Transaction& tx) {
    if (tx.db().dialect() == sql::Dialect::sqlite)
        tx.db().run("INSERT INTO desk_search (desk_search) VALUES ('optimize')");
}

bool desk_index_is_empty(sql::Connection& db) {
    return db.run("SELECT 1 AS found FROM desk_search LIMIT 1").empty();
}

std::int64_t index_all_for_desk(sql::Transaction& tx) {
    const auto all = tx.db().run("SELECT id FROM inspel ORDER BY id");
    for (const auto& row : all) index_for_desk(tx, row.id<Inspel>("id"));
    return static_cast<std::int64_t>(all.size());
}

void set_split(sql::Transaction& tx, Id<Inspel> inspel, bool is_split) {
    tx.db().run("UPDATE inspel SET is_split = $1 WHERE id = $2", is_split ? 1 : 0, inspel);
}

bool is_split(sql::Connection& db, Id<Inspel> inspel) {
    return !db.run("SELECT 1 AS found FROM inspel WHERE id = $1 AND is_split = 1", inspel).empty();
}

std::string desk_expression(sql::Dialect dialect, Id<Process> process, DeskKind kind,
    const std::string& words, SenderDetailsAsked senders) {
    const auto asked = asked_stems(words);
    if (asked.empty()) return {};
    const bool sqlite = dialect == sql::Dialect::sqlite;
    const auto token = [&](const std::string& text, bool begins) {
        const std::string_view quote = sqlite ? "\"" : "'";
        return fmt::format("{0}{1}{2}{0}{3}", quote, shelf(process), text,
            !begins  ? ""
            : sqlite ? "*"
                     : ":*");
    };
    auto all = token(mark_of(kind), false);
    for (const auto& any : asked) {
        std::vector<std::string> tokens;
        for (const auto& one : any) {
            tokens.push_back(token(one.text, one.begins_words));
            if (senders == SenderDetailsAsked::yes)
                tokens.push_back(token(begins_sender_mark + one.text, one.begins_words));
        }
        all += fmt::format("{}({})", sqlite ? " AND " : " & ", fmt::join(tokens, sqlite ? " OR " : " | "));
    }
    return all;
}

}  // namespace medskapa::store
