#include "app/retention/retention.hpp"
#include "app/inspel/inspel.hpp"
#include "app/staff/staff.hpp"
#include "store/privacy/all_tables.hpp"
#include "store/retention/retention_store.hpp"
#include "support/forms.hpp"
#include "web/law/personal_columns.hpp"
#include "web/law/retention_times.hpp"

using namespace example;

namespace {

const std::string desk = "/processer/rus-2050/handlaggning/gallring";

struct Desk {
    TestSite site;
    std::string leader = site.session(Role::process_leader, site.world.revision);

    explicit Desk(TestDatabase& database) : site{database} {}

    /// What is of the whole site takes whoever leads all of it.
    void lead_the_other_process_too() {
        REQUIRE(site.database.act(site.other.revision, [&](auto& act) {
            const User leads{{}, "process_leader@" + site.world.revision.slug + ".example", "Eva"};
            return app::invite(act, leads, Role::process_leader);
        }));
    }
    web::Response get(const std::string& target = desk) const { return site.get(target, leader); }
    /// Fills in the form of a kind and presses a button.
    web::Response send(const std::string& kind, const std::string& amount, const std::string& decision,
        const std::string& act = "") const {
        auto form = form_to(get(desk + "/" + kind).body, "/" + kind);
        std::erase_if(form.fields, [](const auto& field) { return field.first == "gor"; });
        set(form, "tid", amount);
        set(form, "enhet", "month");
        set(form, "beslut", decision);
        set(form, "dag", "2026-05-02");
        if (!act.empty()) set(form, "gor", act);
        return site.post_as_it_is(form.action, leader, form.fields);
    }
};

}  // namespace

TEST_CASE(
    "the page shows every kind, that nothing goes without a decision, and the decision when there is one") {
    on_each_database([](TestDatabase& database) {
        const Desk people{database};
        const auto page = people.get();
        CHECK(page.status == 200);
        CHECK(what_is_wrong_with(page.body) == "");
        for (const auto& name : names_of<RetentionKind>)
            CHECK(contains(page, desk + "/" + std::string{name.word}));
        CHECK(contains(page, "Inget beslut"));

        CHECK(people.send("sender_contact", "24", "RS 2026/123").status == 303);
        const auto after = people.get();
        CHECK(contains(after, "24 månader efter"));
        CHECK(contains(after, "RS 2026/123"));
        CHECK(contains(after, "2 maj 2026"));
    });
}

TEST_CASE("the page on personal data says the same time as the desk, of each kind, until the decision ends") {
    on_each_database([](TestDatabase& database) {
        Desk people{database};
        people.lead_the_other_process_too();
        for (const auto& name : names_of<RetentionKind>) {
            CAPTURE(name.word);
            const std::string kind{name.word};
            CHECK_FALSE(contains(people.site.get("/personuppgifter"), "RS 2026/77"));
            CHECK(people.send(kind, "7", "RS 2026/77").status == 303);
            CHECK(contains(people.site.get("/personuppgifter"), "7 månader efter"));
            CHECK(contains(people.site.get("/personuppgifter"), "RS 2026/77"));
            const auto end = form_to(people.get(desk + "/" + kind).body, "/avslut");
            CHECK(people.site.post_as_it_is(end.action, people.leader, end.fields).status == 303);
        }
        CHECK_FALSE(contains(people.site.get("/personuppgifter"), "RS 2026/77"));
    });
}

TEST_CASE("who leads one process of two reads what is decided of the whole site, and decides none of it") {
    on_each_database([](TestDatabase& database) {
        Desk people{database};
        people.lead_the_other_process_too();
        CHECK(people.send("sign_ins", "7", "RS 2026/77").status == 303);
        const auto stranger = people.site.session(Role::process_leader, people.site.other.revision);

        for (const auto& name : names_of<RetentionKind>) {
            CAPTURE(name.word);
            const auto own = "/processer/annan/handlaggning/gallring/" + std::string{name.word};
            const auto page = people.site.get(own, stranger);
            CHECK(page.status == 200);
            CHECK(what_is_wrong_with(page.body) == "");
            CHECK(contains(page, "action=\"" + own + "\"") != is_of_site(name.value));
            if (!is_of_site(name.value)) continue;
            const auto decide = people.site.post(own, stranger,
                {{"tid", "1"}, {"enhet", "day"},
                    {"mote", std::string{name_of(events_of(name.value).front())}}, {"beslut", "RS 2026/99"},
                    {"dag", "2026-05-02"}});
            CHECK(decide.status == 403);
            CHECK(people.site.post(own + "/avslut", stranger, {}).status == 403);
        }
        CHECK(store::retention_in_force(*database.db, {}, RetentionKind::sign_ins)->decision == "RS 2026/77");
        CHECK_FALSE(store::retention_in_force(*database.db, {}, RetentionKind::site_mail));
    });
}

TEST_CASE("how many would go is counted before anything is saved") {
    on_each_database([](TestDatabase& database) {
        const Desk people{database};
        auto typed = draft("Fler bussar");
        typed.contact = "eva@example.org";
        (void)database.act(people.site.world.revision, [&](auto& act) {
            return app::receive_inspel(act, people.site.world.activity, typed, {"a", secret});
        });
        sql::open(database.where, sql::Access::read_write)
            ->run("UPDATE mail SET state = 'sent', ended_at = $1", noon - std::chrono::days{100});

        const auto counted = people.send("mail", "1", "RS 2026/123", "rakna");
        CHECK(counted.status == 200);
        CHECK(contains(counted, "gallras i dag: 1"));
        CHECK(contains(counted, "value=\"RS 2026/123\""));
        CHECK(store::retention_in_force(*database.db).empty());
        CHECK(contains(people.send("mail", "11", "RS 2026/123", "rakna"), "gallras i dag: 0"));
    });
}

TEST_CASE("what is wrong in the form comes back with what was typed") {
    on_each_database([](TestDatabase& database) {
        const Desk people{database};
        for (const auto* amount : {"", "0", "-3", "1.5", "en", "99999999999999999999"}) {
            const auto refused = people.send("mail", amount, "RS 2026/9");
            CHECK(refused.status == 422);
            CHECK(contains(refused, "RS 2026/9"));
        }
        const auto refused = people.send("mail", "24", "<script>alert(1)</script>");
        CHECK(refused.status == 422);
        CHECK(what_is_wrong_with(refused.body) == "");
        CHECK(people.get(desk + "/inget").status == 404);
        CHECK(people.get("/processer/annan/handlaggning/gallring").status == 403);
        CHECK(people.site.get(desk).status == 403);
        const auto handler = people.site.session(Role::handler, people.site.world.revision);
        CHECK(people.site.get(desk, handler).status == 403);
    });
}

TEST_CASE("a decision that a colleague has changed meanwhile is not written over unseen") {
    on_each_database([](TestDatabase& database) {
        const Desk people{database};
        CHECK(people.send("mail", "24", "RS 2026/1").status == 303);
        auto form = form_to(people.get(desk + "/mail").body, "/mail");
        std::erase_if(form.fields, [](const auto& field) { return field.first == "gor"; });
        CHECK(people.send("mail", "12", "RS 2026/2").status == 303);

        set(form, "beslut", "RS 2026/3");
        CHECK(people.site.post_as_it_is(form.action, people.leader, form.fields).status == 409);
        CHECK(store::retention_in_force(*database.db).front().decision == "RS 2026/2");
    });
}

TEST_CASE("the list of what went is exported with its counts, and names nobody") {
    on_each_database([](TestDatabase& database) {
        const Desk people{database};
        auto typed = draft("Fler bussar");
        typed.contact = "eva@example.org";
        (void)database.act(people.site.world.revision, [&](auto& act) {
            return app::receive_inspel(act, people.site.world.activity, typed, {"a", secret});
        });
        sql::open(database.where, sql::Access::read_write)
            ->run("UPDATE mail SET state = 'sent', ended_at = $1", noon - std::chrono::days{100});
        CHECK(people.send("mail", "1", "RS 2026/123").status == 303);
        for (int day = 0; day <= 2; ++day)
            (void)database.act(
                [&](auto& act) { return app::note_retention_round(act, today + std::chrono::days{day}); });
        database.now += std::chrono::days{2};
        REQUIRE(*database.act(people.site.world.revision, [&](auto& act) {
            return app::erase_out_of_time(act, RetentionKind::mail, stockholm);
        }) == 1);

        const auto leader = people.site.session(Role::process_leader, people.site.world.revision);
        const auto file = people.site.get(desk + "/gallrat.csv", leader);
        CHECK(file.status == 200);
        CHECK(contains(file, R"("2026-05-16","mail","rus-2050","1","RS 2026/123")"));
        CHECK_FALSE(contains(file, "eva"));
        CHECK(contains(people.site.get(desk, leader), "RS 2026/123"));
    });
}

TEST_CASE("what goes stands in a column of a person that the page on personal data has words for") {
    for (const auto& name : names_of<RetentionKind>) {
        const auto column = web::law::column_of(name.value);
        CAPTURE(column);
        int things = 0;
        for (const auto& thing : web::law::personal_things())
            things += std::count(thing.columns.begin(), thing.columns.end(), column) > 0 ? 1 : 0;
        CHECK(things == 1);
    }
}
