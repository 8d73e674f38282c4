#include "store/privacy/person_rows.hpp"

#include "app/inspel/erasure.hpp"
#include "app/inspel/inspel.hpp"
#include "app/privacy/person_extract.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/privacy/all_tables.hpp"
#include "store/privacy/find_person.hpp"
#include "store/privacy/person_tables.hpp"
#include "support/example.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <map>
#include <set>

using namespace example;
using store::PersonRef;

namespace {

using Names = std::set<std::string>;

Names columns_of_persons() {
    Names columns;
    for (const auto& noun : store::all_tables())
        for (const auto& table : noun.tables)
            for (const auto& column : table.columns)
                if (sql::is_of_a_person(column.privacy))
                    columns.insert(fmt::format("{}.{}", table.name, column.name));
    return columns;
}

bool has_column(std::string_view table, std::string_view column) {
    const auto& columns = store::marks_of_table(table).columns;
    return std::any_of(columns.begin(), columns.end(), [&](const auto& mark) { return mark.name == column; });
}

bool is_id(std::string_view column) {
    return column == "id" || (column.ends_with("_id") && column != "public_id");
}

/// Columns by which rows of persons find each other; all else is filled with words.
bool is_link(std::string_view table, std::string_view column) {
    for (const auto& one : store::person_tables()) {
        if (one.name == table && (one.key == column || is_id(column))) return true;
        for (const auto& hang : one.hangs)
            if (((one.name == table && hang.column == column) ||
                    (hang.parent == table && hang.parent_column == column)) &&
                hang.parent_column != "name")
                return true;
    }
    return false;
}

/// A database without rules on what hangs on what, filled from the list of tables alone: a row of a root, and
/// of each table that hangs on it, of each that hangs on that.
class Planted {
public:
    explicit Planted(TestDatabase& database) : db_{sql::open(database.where, sql::Access::read_write)} {
        db_->script("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON");
    }

    PersonRef plant(const store::PersonTable& root) {
        const auto row = add(root, {}, {});
        grow(root, row);
        return {std::string{root.name}, std::get<std::int64_t>(row.at(std::string{root.key})),
            PersonRef::Share::own};
    }
    sql::Connection& db() { return *db_; }

private:
    using PlantedRow = std::map<std::string, sql::Value>;

    PlantedRow add(const store::PersonTable& table, std::string_view column, const sql::Value& value) {
        PlantedRow row;
        std::string names;
        std::string holes;
        std::vector<sql::Value> values;
        for (const auto& mark : store::marks_of_table(table.name).columns) {
            const std::string name{mark.name};
            row[name] = is_link(table.name, name) ? sql::Value{++number_}
                                                  : sql::Value{fmt::format("{}.{}", table.name, name)};
            if (name == column) row[name] = value;
            names += (names.empty() ? "" : ", ") + name;
            values.push_back(row[name]);
            holes += fmt::format("{}${}", holes.empty() ? "" : ", ", values.size());
        }
        db_->run_with(fmt::format("INSERT INTO {} ({}) VALUES ({})", table.name, names, holes), values);
        if (row.contains("public_id")) add_entry(std::string{table.name}, row);
        return row;
    }

    /// What the log says of it, with a salt.
    void add_entry(const std::string& table, const PlantedRow& row) {
        const std::string noun = table == "content_report" ? "report" : table;
        const auto place = ++number_;
        db_->run(
            "INSERT INTO log_entry (idx, object, process, type, data, leaf) VALUES ($1, $2, '', '', '', $3)",
            place, noun + '/' + std::get<std::string>(row.at("public_id")), sql::Bytes{"x"});
        db_->run(
            "INSERT INTO log_salt (idx, label, salt) VALUES ($1, 'text', $2)", place, sql::Bytes{"salt"});
    }

    void grow(const store::PersonTable& parent, const PlantedRow& row) {
        for (const auto& table : store::person_tables())
            for (const auto& hang : table.hangs) {
                const auto edge = fmt::format("{} {} {}", parent.name, table.name, hang.column);
                if (hang.parent != parent.name || !grown_.insert(edge).second) continue;
                grow(table, add(table, hang.column, row.at(std::string{hang.parent_column})));
            }
    }

    std::unique_ptr<sql::Connection> db_;
    std::int64_t number_ = 1'000;
    Names grown_;
};

Names columns_in(const store::RowsOfPerson& found) {
    Names columns;
    for (const auto& row : found.rows)
        for (const auto& value : row.values)
            if (value.is_of_person) columns.insert(fmt::format("{}.{}", row.table, value.column));
    return columns;
}

const store::PersonScope everywhere{true, {}};

InspelDraft from(const std::string& contact, const std::string& text) {
    auto typed = draft(text);
    typed.contact = contact;
    return typed;
}

/// Two processes where people have sent inspel.
struct Senders {
    TestDatabase& database;
    World world;
    World other;
    int sent = 0;

    explicit Senders(TestDatabase& where)
        : database{where}, world{settle(where)}, other{settle(where, "annan")} {}

    app::Receipt send(const World& to, const InspelDraft& typed) {
        const auto key = std::to_string(++sent);
        return database
            .act(to.revision,
                [&](auto& act) {
                    return app::receive_inspel(act, to.activity, typed, {key, secret});
                })
            .value();
    }
    std::vector<PersonRef> certain(const store::PersonWanted& wanted, const store::PersonScope& scope) const {
        std::vector<PersonRef> refs;
        for (const auto& candidate : store::find_person(*database.db, wanted, {}, scope).found)
            if (candidate.is_certain) refs.push_back(candidate.ref);
        return refs;
    }
    std::string all_words(const std::vector<PersonRef>& refs, const store::PersonScope& scope,
        const store::PersonWanted& wanted = {}) const {
        std::string all;
        for (const auto& row : store::rows_of_person(*database.db, refs, scope, wanted).rows)
            for (const auto& value : row.values) {
                if (const auto* text = std::get_if<std::string>(&value.value)) all += *text + '\n';
                for (const auto& around : value.around) all += around + '\n';
            }
        return all;
    }
};

bool says(const std::string& text, std::string_view words) {
    return text.find(words) != text.npos;
}

}  // namespace

TEST_CASE("every column of a person is of a table that hangs on a person, or is listed as tied to nobody") {
    Names listed;
    for (const auto& column : store::columns_tied_to_nobody()) {
        CAPTURE(column);
        CHECK(columns_of_persons().contains(std::string{column}));
        CHECK(store::person_table(column.substr(0, column.find('.'))) == nullptr);
        listed.insert(std::string{column});
    }
    for (const auto& column : columns_of_persons()) {
        CAPTURE(column);
        const auto* table = store::person_table(std::string_view{column}.substr(0, column.find('.')));
        CHECK_MESSAGE((table != nullptr) != listed.contains(column),
            "say in store/privacy/person_tables.cpp on what the table hangs, or why it is tied to nobody");
    }
    for (const auto& table : store::person_tables()) {
        CAPTURE(table.name);
        CHECK(has_column(table.name, table.key));
        for (const auto& hang : table.hangs) {
            CHECK(has_column(table.name, hang.column));
            CHECK(has_column(hang.parent, hang.parent_column));
            CHECK(store::person_table(hang.parent) != nullptr);
        }
        for (const auto& column : table.context) CHECK(has_column(table.name, column));
        for (const auto& column : table.of_staff) CHECK(has_column(table.name, column));
    }
}

TEST_CASE("the extract of a root has every column marked as a person's of all that hangs on it") {
    Names reached;
    for (const auto& root : store::person_tables()) {
        if (root.root == store::PersonTable::Root::no) continue;
        detail::on_sqlite([&](TestDatabase& database) {
            Planted planted{database};
            const auto ref = planted.plant(root);
            reached.merge(columns_in(store::rows_of_person(planted.db(), {ref}, everywhere, {})));
        });
    }
    for (const auto& column : store::columns_tied_to_nobody()) reached.insert(std::string{column});
    for (const auto& column : columns_of_persons()) {
        CAPTURE(column);
        CHECK(reached.contains(column));
    }
}

TEST_CASE("what would let somebody sign in as the person is never in the extract") {
    for (const auto* name : {"staff", "participant", "weighing_answer", "panel_estimate"})
        detail::on_sqlite([&](TestDatabase& database) {
            Planted planted{database};
            const auto ref = planted.plant(*store::person_table(name));
            for (const auto& row : store::rows_of_person(planted.db(), {ref}, everywhere, {}).rows)
                for (const auto& value : row.values) {
                    CAPTURE(value.column);
                    if (store::is_kept_back(row.table, value.column))
                        CHECK(std::holds_alternative<std::nullptr_t>(value.value));
                    CHECK(value.column != "token_digest");
                    CHECK(value.column != "id_digest");
                    CHECK(value.column != "form_key");
                }
        });
}

TEST_CASE("who is found by their whole address gets what they sent to each process, and nobody else's") {
    on_each_database([](TestDatabase& database) {
        Senders people{database};
        people.send(people.world, from("anna@x.se", "Fler bussar till Berg."));
        people.send(people.other, from("Anna@X.se", "Fler tåg."));
        people.send(people.world, from("joanna@x.se", "Färre bilar."));
        people.send(people.world, from("bo@x.se", "Skriv till anna@x.se, hon vet mer om myren."));

        const store::PersonWanted wanted{.email = "anna@x.se"};
        const auto refs = people.certain(wanted, everywhere);
        CHECK(refs.size() == 2);
        const auto all = people.all_words(refs, everywhere);
        CHECK(says(all, "Fler bussar till Berg."));
        CHECK(says(all, "Fler tåg."));
        CHECK(says(all, "anna@x.se"));
        CHECK_FALSE(says(all, "Färre bilar"));
        CHECK_FALSE(says(all, "myren"));
        CHECK_FALSE(says(all, "bo@x.se"));
    });
}

TEST_CASE("two persons of one name are two candidates, and neither is taken for the person") {
    on_each_database([](TestDatabase& database) {
        Senders people{database};
        people.send(people.world, from("a1@x.se", "Fler bussar. /Anna Ek"));
        people.send(people.world, from("a2@x.se", "Färre bussar. /Anna Ek"));

        const auto found = store::find_person(*database.db, {.email = {}, .name = "anna ek"}, {}, everywhere);
        REQUIRE(found.found.size() == 2);
        for (const auto& candidate : found.found) CHECK_FALSE(candidate.is_certain);
        CHECK_FALSE(says(people.all_words({found.found.front().ref}, everywhere), "Färre"));
    });
}

TEST_CASE("of what somebody else wrote only the words around the person's name are shown") {
    on_each_database([](TestDatabase& database) {
        Senders people{database};
        const std::string far(400, '-');
        people.send(people.world, from("bo@x.se", "Min hemlighet. " + far + " Anna Ek kör buss. " + far));

        const store::PersonWanted wanted{.email = {}, .name = "Anna Ek"};
        auto ref = store::find_person(*database.db, wanted, {}, everywhere).found.front().ref;
        ref.share = PersonRef::Share::mention;
        const auto all = people.all_words({ref}, everywhere, wanted);
        CHECK(says(all, "Anna Ek kör buss."));
        CHECK_FALSE(says(all, "hemlighet"));
        CHECK_FALSE(says(all, "bo@x.se"));
    });
}

TEST_CASE("rows of a process outside the scope are neither found nor read, whoever names them") {
    on_each_database([](TestDatabase& database) {
        Senders people{database};
        people.send(people.world, from("anna@x.se", "Fler bussar."));
        people.send(people.other, from("anna@x.se", "Fler tåg."));
        const store::PersonScope one{false, {people.world.revision.id}};

        const store::PersonWanted wanted{.email = "anna@x.se"};
        CHECK(people.certain(wanted, one).size() == 1);
        const auto both = people.certain(wanted, everywhere);
        const auto all = people.all_words(both, one);
        CHECK(says(all, "bussar"));
        CHECK_FALSE(says(all, "tåg"));
        CHECK(people.all_words(both, {false, {}}).empty());
    });
}

TEST_CASE("the salts of the person's own words go with them, also in an extract of one process") {
    on_each_database([](TestDatabase& database) {
        Senders people{database};
        people.send(people.world, from("anna@x.se", "Fler bussar."));
        const auto refs = people.certain({.email = "anna@x.se"}, everywhere);
        const auto salts = [&](const store::PersonScope& scope) {
            const auto found = store::rows_of_person(*database.db, refs, scope, {});
            return std::count_if(found.rows.begin(), found.rows.end(),
                [](const auto& row) { return row.table == "log_salt"; });
        };

        CHECK(salts(everywhere) > 0);
        CHECK(salts({false, {people.world.revision.id}}) == salts(everywhere));
        CHECK(salts({false, {people.other.revision.id}}) == 0);
    });
}

TEST_CASE("all rows are looked at however many there are, and none that is certain is left out") {
    on_each_database([](TestDatabase& database) {
        sql::open(database.where, sql::Access::read_write)->run(R"(
            INSERT INTO lack_report (form_key, text, contact, received_at)
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5001)
            SELECT 'form' || i, 'Anna svarade inte', CASE WHEN i = 5001 THEN 'anna@x.se' ELSE '' END, 0
            FROM n)");

        const auto found =
            store::find_person(*database.db, {.email = "anna@x.se", .name = "Anna"}, {}, everywhere);
        CHECK(found.is_cut);
        REQUIRE(found.found.size() == store::most_candidates);
        CHECK(found.found[0].is_certain);
        CHECK_FALSE(found.found[1].is_certain);
    });
}

TEST_CASE("what has been erased is in no extract, found by address, name or code") {
    on_each_database([](TestDatabase& database) {
        Senders people{database};
        const auto receipt = people.send(people.world, from("anna@x.se", "Fler bussar. /Anna Ek"));
        const auto refs = people.certain({.email = "anna@x.se"}, everywhere);
        (void)database.act(people.world.revision, [&](auto& act) {
            return app::erase_inspel(act, receipt.number,
                {Erasure::Level::destroyed, Erasure::Ground::data_protection, "RS/1/2026"});
        });

        const store::PersonWanted wanted{.email = "anna@x.se", .name = "Anna Ek"};
        CHECK(store::find_person(*database.db, wanted, {}, everywhere).found.empty());
        const auto by_code = app::rows_of_code(*database.db, receipt.code, secret);
        CHECK(by_code.size() == 1);
        CHECK(store::rows_of_person(*database.db, by_code, everywhere, wanted).rows.empty());
        CHECK(store::rows_of_person(*database.db, refs, everywhere, wanted).rows.empty());
    });
}

TEST_CASE("a code leads to what it follows, and a wrong one nowhere") {
    on_each_database([](TestDatabase& database) {
        Senders people{database};
        const auto receipt = people.send(people.other, from("", "Fler bussar."));
        const auto refs =
            app::rows_of_code(*database.db, "https://x.se/processer/annan/kvittens/" + receipt.code, secret);
        REQUIRE(refs.size() == 1);
        const auto found = store::find_person(*database.db, {}, refs, everywhere).found;
        REQUIRE(found.size() == 1);
        CHECK(found.front().is_certain);
        auto of_several = refs.front();
        of_several.share = PersonRef::Share::mention;
        CHECK_FALSE(store::find_person(*database.db, {}, {of_several}, everywhere).found.front().is_certain);
        CHECK(store::find_person(*database.db, {}, refs, {false, {people.world.revision.id}}).found.empty());
        for (const auto* wrong : {"", "/", "K7QFM2TR9XHD00000000A", "' OR 1=1 --"})
            CHECK(app::rows_of_code(*database.db, wrong, secret).empty());
    });
}

TEST_CASE("only what names a row of a person's table is a reference") {
    CHECK(store::read_ref("inspel/12/own") == PersonRef{"inspel", 12, PersonRef::Share::own});
    CHECK(store::read_ref("draft/12/mention") == PersonRef{"draft", 12, PersonRef::Share::mention});
    for (const auto* wrong : {"", "inspel/12", "inspel/12/all", "inspel/0/own", "inspel/-1/own",
             "inspel/1x/own", "process/1/own", "draft/12/own", "inspel; DROP TABLE inspel/1/own",
             "log_entry/1/mention", "inspel/99999999999999999999/own"}) {
        CAPTURE(wrong);
        CHECK_FALSE(store::read_ref(wrong));
    }
}
