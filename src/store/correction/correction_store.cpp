#include "store/correction/correction_store.hpp"

#include "store/correction/columns.hpp"
#include "store/sql/rows.hpp"

#include <limits>

namespace medskapa::store {
namespace {

/// Not of an answer to what nobody reads any more.
constexpr std::string_view is_read = R"((kind <> 'answer' OR EXISTS (SELECT 1 FROM issue s
    JOIN inspel i ON i.id = s.inspel_id WHERE s.answer_id = correction.thing_id AND i.state = 'published')))";

std::string readable_where(const std::string& condition) {
    return "WHERE " + std::string{is_read} + " AND " + condition;
}

}  // namespace

Correction add(sql::Transaction& tx, Correction correction) {
    const auto rows =
        tx.db().run("SELECT number FROM correction WHERE process_id = $1 ORDER BY number DESC LIMIT 1",
            correction.process);
    correction.number = rows.empty() ? 1 : static_cast<int>(rows.front().integer("number")) + 1;
    correction.id = sql::insert<tables::correction>(tx, correction);
    return correction;
}

std::vector<int> withhold_before(sql::Transaction& tx, const Correction& newest) {
    std::vector<int> numbers;
    for (const auto& before : corrections_of(tx.db(), newest.kind, newest.thing)) {
        if (before.id == newest.id || before.aspect != newest.aspect || before.place != newest.place)
            continue;
        tx.db().run(
            "UPDATE correction SET was = '', corrected = '', is_withheld = 1 WHERE id = $1", before.id);
        numbers.push_back(before.number);
    }
    return numbers;
}

std::vector<Correction> corrections_of(sql::Connection& db, Correction::Kind kind, std::int64_t thing) {
    return sql::all<tables::correction>(
        db, "WHERE kind = $1 AND thing_id = $2 ORDER BY id", name_of(kind), thing);
}

std::vector<Correction> corrections_below(
    sql::Connection& db, Id<Process> process, const std::string& object) {
    return sql::all<tables::correction>(db,
        "WHERE process_id = $1 AND (object = $2 OR object LIKE $3) ORDER BY id", process, object,
        object + "/%");
}

std::vector<Correction> corrections_in(sql::Connection& db, Id<Process> process, int before, int limit) {
    return sql::all<tables::correction>(db,
        readable_where("process_id = $1 AND number < $2 ORDER BY number DESC LIMIT $3"), process,
        before > 0 ? before : std::numeric_limits<int>::max(), limit);
}

std::optional<Correction> correction_numbered(sql::Connection& db, Id<Process> process, int number) {
    return sql::first<tables::correction>(
        db, readable_where("process_id = $1 AND number = $2"), process, number);
}

std::map<std::string, std::string> right_words_in(sql::Connection& db, std::int64_t version) {
    std::map<std::string, std::string> right;
    for (auto& one : corrections_of(db, Correction::Kind::version, version))
        right[one.place] = std::move(one.right);
    return right;
}

}  // namespace medskapa::store
