#include "store/privacy/person_rows.hpp"

#include "base/text.hpp"
#include "engine/openlog/objects.hpp"
#include "store/log/log_store.hpp"
#include "store/privacy/person_match.hpp"
#include "store/privacy/person_reading.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <charconv>
#include <deque>
#include <set>

namespace medskapa::store {
namespace {

bool is_one_of(const std::vector<std::string_view>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// A row on its way into the extract.
struct Reached {
    ReadRow row;
    PersonRef::Share share = PersonRef::Share::own;
    bool is_of_staff = false;  // it is another's, and says that the person handled it
};

/// All that hangs on some rows, each row once.
class Walk {
public:
    Walk(sql::Connection& db, const PersonScope& scope) : db_{db}, scope_{scope} {}

    void begin_at(const PersonRef& ref) {
        const auto* table = person_table(ref.table);
        for (auto& row : rows_with(db_, *table, table->key, ref.key))
            reach({std::move(row), ref.share, false});
        while (!waiting_.empty()) {
            const auto at = std::move(waiting_.front());
            waiting_.pop_front();
            spread(at);
        }
    }

    std::vector<Reached>& reached() { return reached_; }
    std::int64_t left_out() const { return left_out_; }

private:
    /// How rows are known again: by all that they hold.
    static std::string name_of(const Reached& at) {
        auto name = fmt::format("{} {} {}", at.row.table->name, static_cast<int>(at.share), at.is_of_staff);
        for (const auto& value : at.row.values) {
            const auto text = std::visit(
                [](const auto& held) -> std::string {
                    using Held = std::decay_t<decltype(held)>;
                    if constexpr (std::is_same_v<Held, std::nullptr_t>)
                        return "-";
                    else if constexpr (std::is_same_v<Held, sql::Bytes>)
                        return held.bytes;
                    else
                        return fmt::format("{}", held);
                },
                value);
            name += fmt::format(" {}:{}", text.size(), text);
        }
        return name;
    }

    void reach(Reached at) {
        if (!known_.insert(name_of(at)).second) return;
        // A salt is of no process, and goes with the row that it was reached from.
        if (at.row.table->name != "log_salt" && !is_in_scope(db_, at.row, scope_)) {
            ++left_out_;
            return;
        }
        if (!at.is_of_staff) waiting_.push_back(at);
        reached_.push_back(std::move(at));
    }

    void spread(const Reached& at) {
        for (const auto& table : person_tables())
            for (const auto& hang : table.hangs)
                if (hang.parent == at.row.table->name) spread_to(table, hang, at);
        spread_to_log(at);
    }

    void spread_to(const PersonTable& table, const Hang& hang, const Reached& at) {
        const auto& value = at.row.at(hang.parent_column);
        if (std::holds_alternative<std::nullptr_t>(value)) return;
        if (hang.parent_column == "name" && rows_with(db_, *at.row.table, "name", value).size() > 1)
            return;  // a name that several have ties nothing to one of them
        const bool is_of_staff = is_one_of(table.of_staff, hang.column);
        for (auto& row : rows_with(db_, table, hang.column, value))
            reach({std::move(row), at.share, is_of_staff});
    }

    /// The salts of what the log says of the row.
    void spread_to_log(const Reached& at) {
        const auto* salts = person_table("log_salt");
        std::vector<std::int64_t> places;
        if (at.row.has("log_place") && at.row.number("log_place") != 0)
            places.push_back(at.row.number("log_place"));
        if (const auto object = object_of(at.row)) {
            const auto more = places_about(db_, *object);
            places.insert(places.end(), more.begin(), more.end());
        }
        for (const auto place : places)
            for (auto& row : rows_with(db_, *salts, "idx", place)) reach({std::move(row), at.share, false});
    }

    static std::optional<std::string> object_of(const ReadRow& row) {
        using openlog::ObjectKind;
        const auto named = [&](ObjectKind kind) {
            return openlog::object_named(kind, std::get<std::string>(row.at("public_id")));
        };
        if (row.table->name == "inspel") return named(ObjectKind::inspel);
        if (row.table->name == "content_report") return named(ObjectKind::report);
        if (row.table->name == "appeal") return named(ObjectKind::appeal);
        if (row.table->name == "statement") return named(ObjectKind::statement);
        if (row.table->name == "own_request") return named(ObjectKind::request);
        return std::nullopt;
    }

    sql::Connection& db_;
    const PersonScope& scope_;
    std::deque<Reached> waiting_;
    std::vector<Reached> reached_;
    std::set<std::string> known_;
    std::int64_t left_out_ = 0;
};

PersonValue own_value(const PersonTable& table, const sql::ColumnMark& mark, sql::Value& value) {
    PersonValue shown{mark.name, mark.kind, nullptr, sql::is_of_a_person(mark.privacy), false, {}};
    shown.is_kept_back = is_kept_back(table.name, mark.name);
    if (!shown.is_kept_back) shown.value = std::move(value);
    return shown;
}

/// What the row says of the person, and besides it what is shown with the row.
std::vector<PersonValue> own_values(Reached& at) {
    const auto& table = *at.row.table;
    std::vector<PersonValue> values;
    bool says_something = false;
    for (std::size_t i = 0; i < at.row.values.size(); ++i) {
        const auto& mark = at.row.marks->columns[i];
        const bool is_of_staff = is_one_of(table.of_staff, mark.name);
        const bool is_of_person = sql::is_of_a_person(mark.privacy) && is_of_staff == at.is_of_staff;
        if (!is_of_person && !is_one_of(table.context, mark.name)) continue;
        if (is_empty(at.row.values[i], mark)) continue;
        says_something = says_something || is_of_person;
        values.push_back(own_value(table, mark, at.row.values[i]));
    }
    return says_something ? values : std::vector<PersonValue>{};
}

std::vector<std::string> all_words_around(
    const PersonWanted& wanted, const ReadRow& row, const sql::ColumnMark& mark, const sql::Value& value) {
    std::vector<std::string> around;
    const auto* text = std::get_if<std::string>(&value);
    const bool is_named =
        row.table->name == "party" && mark.name == "name";  // of an organisation, or of a person
    if (text == nullptr || !(sql::is_of_a_person(mark.privacy) || is_named) ||
        is_kept_back(row.table->name, mark.name))
        return around;
    for (const auto& match : matches(wanted, row.table->name, mark.name, *text))
        for (const auto& words : match.around)
            if (std::find(around.begin(), around.end(), words) == around.end()) around.push_back(words);
    return around;
}

/// The words around what was looked for; nothing else of somebody else's row.
std::vector<PersonValue> mentions(const Reached& at, const PersonWanted& wanted) {
    std::vector<PersonValue> values;
    for (std::size_t i = 0; i < at.row.values.size(); ++i) {
        const auto& mark = at.row.marks->columns[i];
        auto around = all_words_around(wanted, at.row, mark, at.row.values[i]);
        if (around.empty()) continue;
        values.push_back({mark.name, mark.kind, nullptr, true, false, std::move(around)});
    }
    return values;
}

Id<Process> process_of(const ReadRow& row) {
    return {row.has("process_id") ? row.number("process_id") : 0};
}

/// A row of which a reference says that it is the person's own is no mention besides.
bool is_mention_of_own(const std::vector<PersonRef>& refs, const PersonRef& ref) {
    return ref.share == PersonRef::Share::mention &&
           std::find(refs.begin(), refs.end(), PersonRef{ref.table, ref.key, PersonRef::Share::own}) !=
               refs.end();
}

std::size_t order_of(std::string_view table) {
    const auto& all = person_tables();
    return static_cast<std::size_t>(std::find_if(all.begin(), all.end(), [&](const PersonTable& one) {
        return one.name == table;
    }) - all.begin());
}

}  // namespace

std::string name_of_ref(const PersonRef& ref) {
    return fmt::format(
        "{}/{}/{}", ref.table, ref.key, ref.share == PersonRef::Share::own ? "own" : "mention");
}

std::optional<PersonRef> read_ref(std::string_view typed) {
    const auto parts = text::split(typed, '/');
    if (parts.size() != 3 || (parts[2] != "own" && parts[2] != "mention")) return std::nullopt;
    const auto* table = person_table(parts[0]);
    std::int64_t key = 0;
    const auto* end = parts[1].data() + parts[1].size();
    const auto read = std::from_chars(parts[1].data(), end, key);
    if (table == nullptr || read.ec != std::errc{} || read.ptr != end || key < 1) return std::nullopt;
    const auto share = parts[2] == "own" ? PersonRef::Share::own : PersonRef::Share::mention;
    if (share == PersonRef::Share::own && table->root == PersonTable::Root::no) return std::nullopt;
    return PersonRef{std::string{table->name}, key, share};
}

bool is_in_scope(sql::Connection& db, const PersonRef& ref, const PersonScope& scope) {
    const auto* table = person_table(ref.table);
    if (table == nullptr) return false;
    if (ref.share == PersonRef::Share::own && table->root == PersonTable::Root::no) return false;
    const auto rows = rows_with(db, *table, table->key, ref.key);
    return !rows.empty() && std::all_of(rows.begin(), rows.end(),
                                [&](const ReadRow& row) { return is_in_scope(db, row, scope); });
}

RowsOfPerson rows_of_person(sql::Connection& db, const std::vector<PersonRef>& refs, const PersonScope& scope,
    const PersonWanted& wanted) {
    Walk walk{db, scope};
    for (const auto& ref : refs)
        if (!is_mention_of_own(refs, ref) && is_in_scope(db, ref, scope)) walk.begin_at(ref);
    RowsOfPerson found{{}, walk.left_out()};
    for (auto& at : walk.reached()) {
        const bool is_own = at.share == PersonRef::Share::own;
        PersonRow row{at.row.table->name, process_of(at.row), at.share, {}};
        row.values = is_own ? own_values(at) : mentions(at, wanted);
        if (!row.values.empty()) found.rows.push_back(std::move(row));
    }
    std::stable_sort(found.rows.begin(), found.rows.end(), [](const PersonRow& a, const PersonRow& b) {
        return std::pair{a.share, order_of(a.table)} < std::pair{b.share, order_of(b.table)};
    });
    return found;
}

}  // namespace medskapa::store
