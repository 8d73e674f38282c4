#include "store/privacy/find_person.hpp"

#include "store/privacy/person_reading.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cstdint>
#include <map>

namespace medskapa::store {
namespace {

constexpr std::size_t rows_at_once = 5000;

/// Numbers and choices alone, of which there may be millions: nobody is named there.
bool has_words(const PersonTable& table) {
    constexpr std::array<std::string_view, 13> without{"participant", "vote", "vote_cast", "voter_change",
        "released_ballot", "weighing_answer", "membership", "sign_in_link", "session", "passphrase",
        "recovery_code", "staff_identity", "log_salt"};
    return std::find(without.begin(), without.end(), table.name) == without.end();
}

bool is_searched(const PersonTable& table, const sql::ColumnMark& mark) {
    const bool is_named = table.name == "party" && mark.name == "name";  // of an organisation
    return (sql::is_of_a_person(mark.privacy) || is_named) && mark.kind == sql::Kind::text &&
           mark.name != "bytes" && !is_kept_back(table.name, mark.name);
}

using Patterns = std::vector<std::vector<std::string>>;

std::vector<sql::Value> values_of(const Patterns& patterns) {
    std::vector<sql::Value> values;
    for (const auto& words : patterns) values.insert(values.end(), words.begin(), words.end());
    return values;
}

/// "(CAST(text AS TEXT) LIKE $1 AND CAST(text AS TEXT) LIKE $2) OR (...)"
std::string fits_one_of(std::string_view column, sql::Dialect dialect, const Patterns& patterns) {
    const auto* like = dialect == sql::Dialect::sqlite ? "LIKE" : "ILIKE";
    std::string any;
    std::size_t place = 0;
    for (const auto& words : patterns) {
        std::string all;
        for (std::size_t i = 0; i < words.size(); ++i)
            all +=
                fmt::format("{}CAST({} AS TEXT) {} ${}", all.empty() ? "" : " AND ", column, like, ++place);
        any += fmt::format("{}({})", any.empty() ? "" : " OR ", all);
    }
    return any;
}

/// Nothing for a table without words of people.
std::string condition_of(
    const PersonTable& table, const sql::TableMarks& marks, sql::Dialect dialect, const Patterns& patterns) {
    std::string any;
    for (const auto& mark : marks.columns)
        if (is_searched(table, mark))
            any += (any.empty() ? "" : " OR ") + fits_one_of(mark.name, dialect, patterns);
    return any;
}

bool is_way_to_reach(std::string_view column) {
    constexpr std::array<std::string_view, 4> columns{"contact", "recipient", "address", "email"};
    return std::find(columns.begin(), columns.end(), column) != columns.end();
}

/// What the row is a part of, where staff may say of that that it is one person's; else the row itself.
PersonRef thing_of(const ReadRow& row) {
    for (const auto& hang : row.table->hangs) {
        const auto* parent = person_table(hang.parent);
        if (parent->root == PersonTable::Root::no || hang.parent == "staff" || hang.parent_column != "id")
            continue;
        if (const auto key = row.number(hang.column))
            return {std::string{hang.parent}, key, PersonRef::Share::own};
    }
    const auto share =
        row.table->root == PersonTable::Root::yes ? PersonRef::Share::own : PersonRef::Share::mention;
    return {std::string{row.table->name}, row.number(row.table->key), share};
}

/// Who handled a row is somebody else than the one whose thing it is.
PersonRef ref_of(const ReadRow& row, std::string_view column) {
    const auto& of_staff = row.table->of_staff;
    if (std::find(of_staff.begin(), of_staff.end(), column) == of_staff.end()) return thing_of(row);
    return {std::string{row.table->name}, row.number(row.table->key), PersonRef::Share::mention};
}

class Search {
public:
    Search(sql::Connection& db, const PersonWanted& wanted, const PersonScope& scope)
        : db_{db}, wanted_{wanted}, scope_{scope} {}

    void look_in(const PersonTable& table, const Patterns& patterns) {
        const auto condition = condition_of(table, marks_of_table(table.name), db_.dialect(), patterns);
        if (condition.empty()) return;
        auto values = values_of(patterns);
        values.emplace_back(std::int64_t{0});
        const auto rest = fmt::format("WHERE ({}) AND {} >= ${} ORDER BY {} LIMIT {}", condition, table.key,
            values.size(), table.key, rows_at_once);
        for (bool is_more = true; is_more;) {
            auto rows = read_rows(db_, table, rest, values);
            is_more = rows.size() == rows_at_once;
            if (is_more) values.back() = leave_last_key(rows);
            for (const auto& row : rows) look_at(row);
        }
    }

    void note_code(const PersonRef& ref) {
        const auto* table = person_table(ref.table);
        for (const auto& row : rows_with(db_, *table, table->key, ref.key))
            if (auto* candidate = candidate_of(thing_of(row))) {
                if (ref.share == PersonRef::Share::own) candidate->is_certain = true;
                candidate->hits.push_back({table->name, "", PersonWay::code, {}});
            }
    }

    PersonCandidates found() {
        for (auto& [ref, candidate] : candidates_) found_.found.push_back(std::move(candidate));
        std::stable_sort(found_.found.begin(), found_.found.end(),
            [](const auto& a, const auto& b) { return a.is_certain > b.is_certain; });
        const auto certain = static_cast<std::size_t>(std::count_if(found_.found.begin(), found_.found.end(),
            [](const auto& candidate) { return candidate.is_certain; }));
        const auto most = std::max(most_candidates, certain);
        if (found_.found.size() > most) {
            found_.found.resize(most);
            found_.is_cut = true;
        }
        return std::move(found_);
    }

private:
    /// Takes away the rows of the last key, of which there may be more, and gives the key to go on from.
    std::int64_t leave_last_key(std::vector<ReadRow>& rows) {
        const auto key = rows.front().table->key;
        const auto last = rows.back().number(key);
        if (rows.front().number(key) == last) {
            found_.is_cut = true;
            return last + 1;
        }
        while (rows.back().number(key) == last) rows.pop_back();
        return last;
    }

    void look_at(const ReadRow& row) {
        for (std::size_t i = 0; i < row.values.size(); ++i) {
            const auto& mark = row.marks->columns[i];
            const auto* text = std::get_if<std::string>(&row.values[i]);
            if (text == nullptr || !is_searched(*row.table, mark)) continue;
            for (const auto& match : matches(wanted_, row.table->name, mark.name, *text))
                note(row, mark.name, match);
        }
    }

    void note(const ReadRow& row, std::string_view column, const PersonMatch& match) {
        const bool is_reached = match.way == PersonWay::email || match.way == PersonWay::telephone;
        const bool is_certain = match.is_whole && is_reached && is_way_to_reach(column);
        const auto ref = ref_of(row, column);
        if (!is_certain && candidates_.size() > most_candidates && !candidates_.contains(ref)) {
            found_.is_cut = true;
            return;
        }
        auto* candidate = candidate_of(ref);
        if (candidate == nullptr) return;
        candidate->is_certain = candidate->is_certain || is_certain;
        candidate->hits.push_back({row.table->name, column, match.way, match.around});
    }

    /// Null for what is outside the scope.
    PersonCandidate* candidate_of(const PersonRef& ref) {
        const auto known = candidates_.find(ref);
        if (known != candidates_.end()) return &known->second;
        const auto* table = person_table(ref.table);
        const auto things = rows_with(db_, *table, table->key, ref.key);
        if (things.empty() || !is_in_scope(db_, ref, scope_)) return nullptr;
        PersonCandidate candidate{ref, {}, false, {}, {}};
        const auto& thing = things.front();
        if (thing.has("process_id")) candidate.process = {thing.number("process_id")};
        for (std::size_t i = 0; i < thing.values.size(); ++i) {
            const auto& mark = thing.marks->columns[i];
            const auto& context = table->context;
            if (std::find(context.begin(), context.end(), mark.name) == context.end()) continue;
            if (!is_empty(thing.values[i], mark))
                candidate.context.push_back({mark.name, mark.kind, thing.values[i], false, false, {}});
        }
        return &candidates_.emplace(ref, std::move(candidate)).first->second;
    }

    sql::Connection& db_;
    const PersonWanted& wanted_;
    const PersonScope& scope_;
    std::map<PersonRef, PersonCandidate> candidates_;
    PersonCandidates found_;
};

}  // namespace

PersonCandidates find_person(sql::Connection& db, const PersonWanted& wanted,
    const std::vector<PersonRef>& by_code, const PersonScope& scope) {
    Search search{db, wanted, scope};
    for (const auto& ref : by_code) search.note_code(ref);
    const auto patterns = patterns_of(wanted);
    if (!patterns.empty())
        for (const auto& table : person_tables())
            if (has_words(table)) search.look_in(table, patterns);
    return search.found();
}

}  // namespace medskapa::store
