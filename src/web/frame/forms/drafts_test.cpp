#include "support/forms.hpp"

#include "store/staff/desk_store.hpp"
#include "store/staff/staff_store.hpp"

using namespace example;
using web::http::Fields;

namespace {

const std::string desk = "/processer/rus-2050/handlaggning";
const std::string page = desk + "/inspel/1";

struct Writing {
    TestSite site;
    std::string session;
    std::string issue;

    explicit Writing(TestDatabase& database)
        : site{database}, session{site.session(Role::handler, site.world.revision)} {
        detail::send(site, "Bussen går för tidigt.", "form-1");
        REQUIRE(site.post(page + "/publicering", session, {}).status == 303);
        REQUIRE(site.post(page + "/synpunkter", session, {{"sedan", "hela"}}).status == 303);
        issue = std::to_string(database.db->run("SELECT id FROM issue").front().integer("id"));
    }

    PageForm form(const Fields& query = {{"synpunkt", "1"}}) const {
        return form_to(site.get(page, session, query).body, "/svar");
    }
    web::Response keep(const std::string& words, const Fields& more = {}) const {
        auto sent = form();
        set(sent, "svar", words);
        sent.fields.insert(sent.fields.end(), more.begin(), more.end());
        return site.post_as_it_is(desk + "/utkast", session, sent.fields);
    }
    void throw_away(const std::string& by) const {
        REQUIRE(site.post(desk + "/utkast/borttagning", by, {{"plats", "svar/" + issue}}).status == 303);
    }
    Fields going_on() const { return {{"synpunkt", "1"}, {"utkast", "svar/" + issue}}; }
};

}  // namespace

TEST_CASE("what is being written is kept, offered with its time, and gone when it is saved") {
    on_each_database([](TestDatabase& database) {
        const Writing at{database};
        const auto kept = at.keep("En halvtimmes <b>arbete");
        REQUIRE(kept.status == 303);
        CAPTURE(kept.headers.at(0).second);
        CHECK(kept.headers.at(0).second.find("utkast=svar%2f" + at.issue) != std::string::npos);
        const auto offered = at.site.get(page, at.session, {{"synpunkt", "1"}});
        CHECK(contains(offered, "Du har ett utkast från"));
        CHECK_FALSE(contains(offered, "En halvtimmes"));
        CHECK(contains(at.site.get(page, at.session, at.going_on()), "En halvtimmes &lt;b&gt;arbete"));

        auto sent = at.form(at.going_on());
        set(sent, "utfall", "noterat");
        CHECK(sent.value_of("svar") == "En halvtimmes <b>arbete");
        REQUIRE(at.site.post_as_it_is(sent.action, at.session, sent.fields).status == 303);
        CHECK(database.db->run("SELECT words FROM draft WHERE words <> ''").empty());
    });
}

TEST_CASE(
    "a draft is its writer's: no colleague reads it, and it goes when it is thrown away or the role is "
    "lost") {
    on_each_database([](TestDatabase& database) {
        Writing at{database};
        REQUIRE(at.keep("Mitt eget").status == 303);
        const auto colleague = at.site.session(Role::process_leader, at.site.world.revision);
        const auto theirs = at.site.get(page, colleague, at.going_on());
        CHECK_FALSE(contains(theirs, "Mitt eget"));
        CHECK(contains(theirs, "arbetar också med det här"));
        at.throw_away(colleague);
        CHECK(contains(at.site.get(page, at.session, at.going_on()), "Mitt eget"));
        at.throw_away(at.session);
        CHECK_FALSE(contains(at.site.get(page, at.session, at.going_on()), "Mitt eget"));

        REQUIRE(at.keep("Ett till").status == 303);
        for (const auto& member : store::members_of(*database.db, at.site.world.revision.id))
            if (member.role == Role::handler)
                detail::must(at.site, [&](auto& act) { return app::remove_member(act, member.user.id); });
        CHECK(database.db->run("SELECT words FROM draft").empty());
    });
}

TEST_CASE("the script's keeping answers with nothing, and one that cannot be kept says so") {
    on_each_database([](TestDatabase& database) {
        const Writing at{database};
        const auto silent = at.keep("Tyst", {{"tyst", "ja"}});
        CHECK(silent.status == 204);
        CHECK(silent.body.empty());
        CHECK(at.keep(std::string(70'000, 'a'), {{"tyst", "ja"}}).status == 422);
        CHECK(contains(at.site.get(page, at.session, at.going_on()), "Tyst"));
        CHECK(at.site.post(desk + "/utkast", at.session, {{"utkast", ""}, {"svar", "Ord"}}).status == 404);
    });
}

TEST_CASE("a draft never goes over what a colleague has saved meanwhile without both being shown") {
    on_each_database([](TestDatabase& database) {
        const Writing at{database};
        REQUIRE(at.keep("Mitt utkast").status == 303);
        const auto colleague = at.site.session(Role::process_leader, at.site.world.revision);
        auto theirs = form_to(at.site.get(page, colleague, {{"synpunkt", "1"}}).body, "/svar");
        set(theirs, "utfall", "ej");
        set(theirs, "svar", "Kollegans svar");
        REQUIRE(at.site.post_as_it_is(theirs.action, colleague, theirs.fields).status == 303);
        auto mine = at.form(at.going_on());
        set(mine, "utfall", "noterat");
        const auto refused = at.site.post_as_it_is(mine.action, at.session, mine.fields);
        CHECK(refused.status == 409);
        CHECK(contains(refused, "Mitt utkast"));
        CHECK(contains(refused, "Kollegans svar"));
    });
}

TEST_CASE("a draft leads back to a page of the desk and to no other") {
    on_each_database([](TestDatabase& database) {
        const Writing at{database};
        for (const auto* elsewhere : {"https://example.org/", "//example.org",
                 "/processer/annan/handlaggning", "/processer/rus-2050/handlaggning\r\nSet-Cookie: a=b",
                 "/processer/rus-2050/handlaggning/../../x"}) {
            CAPTURE(elsewhere);
            const auto kept = at.site.post(desk + "/utkast", at.session,
                {{"utkast", "svar/1"}, {"utkast-sida", elsewhere}, {"svar", "Ord"}});
            REQUIRE(kept.status == 303);
            CHECK(kept.headers.at(0).second.starts_with(desk + "?"));
        }
    });
}

TEST_CASE("so many drafts are kept of one person, and the oldest go") {
    on_each_database([](TestDatabase& database) {
        const Writing at{database};
        for (std::size_t i = 0; i < most_drafts + 5; ++i) {
            database.now += 1s;
            REQUIRE(at.site
                        .post(desk + "/utkast", at.session,
                            {{"utkast", "plats/" + std::to_string(i)}, {"svar", "Ord"}})
                        .status == 303);
        }
        CHECK(database.db->run("SELECT count(*) AS n FROM draft").front().integer("n") ==
              static_cast<std::int64_t>(most_drafts));
        CHECK(database.db->run("SELECT place FROM draft WHERE place = 'plats/0'").empty());
    });
}

TEST_CASE("news and paragraphs have drafts too") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        (void)fill(site, "Ord som står här");
        const auto leader = site.session(Role::process_leader, site.world.revision);
        for (const auto* form : {"/webbplats/nyheter/ny", "/texter/RUS/RUS-p1"}) {
            CAPTURE(form);
            const auto shown = site.get(desk + form, leader);
            for (auto sent : forms_in(shown.body)) {
                if (!sent.has("utkast")) continue;
                set(sent, "text", "Ett halvt stycke");
                REQUIRE(site.post_as_it_is(desk + "/utkast", leader, sent.fields).status == 303);
                CHECK(contains(
                    site.get(desk + form, leader, {{"utkast", std::string{sent.value_of("utkast")}}}),
                    "Ett halvt stycke"));
            }
            CHECK(contains(site.get(desk + form, leader), "Du har ett utkast från"));
        }
    });
}
