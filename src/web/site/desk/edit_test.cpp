#include "support/forms.hpp"
#include "support/pages.hpp"

#include "store/staff/staff_store.hpp"

using namespace example;

namespace {

const std::string desk = "/processer/rus-2050/handlaggning";
const std::string site_desk = desk + "/webbplats";

/// What the hidden field of the form at that address holds.
std::string seen(const TestSite& site, const std::string& address, const std::string& session) {
    const auto body = site.get(address, session).body;
    constexpr std::string_view mark = "name=\"sett\" value=\"";
    const auto at = body.find(mark) + mark.size();
    return body.substr(at, body.find('"', at) - at);
}

web::Response save(
    const TestSite& site, const std::string& address, const std::string& session, web::http::Fields form) {
    form.emplace_back("sett", seen(site, address, session));
    return site.post(address, session, std::move(form));
}

const web::http::Fields a_step{{"titel", "Remiss"}, {"titel-en", "Formal consultation"},
    {"borjar", "2027-03-01"}, {"slutar", "2027-05-31"}, {"precision", "season"}, {"text", "Alla får läsa."}};

}  // namespace

TEST_CASE("an editor adds a step and changes it, and the public page says that its days were moved") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto session = site.session(Role::editor, site.world.revision);
        CHECK(save(site, site_desk + "/steg/ny", session, a_step).status == 303);
        auto moved = a_step;
        moved[2].second = "2027-09-01";
        moved[3].second = "2027-10-31";
        const auto id =
            std::to_string(store::steps_of(*database.db, site.world.revision.id).front().id.value);
        CHECK(save(site, site_desk + "/steg/" + id, session, moved).status == 303);
        CHECK(contains(site.get("/processer/rus-2050/steg/1"), "Ändrat 14 maj, var våren 2027"));
        CHECK(contains(site.get("/en/processer/rus-2050/steg/1"), "Formal consultation"));
    });
}

TEST_CASE("a refused form says all that is wrong and keeps all that was typed") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto session = site.session(Role::editor, site.world.revision);
        const auto again = save(site, site_desk + "/steg/ny", session,
            {{"titel", ""}, {"text", "Det jag skrev"}, {"borjar", "i höst"}, {"slutar", "2027-02-30"},
                {"precision", "vecka"}});
        CHECK(again.status == 422);
        CHECK(contains(again, "Det jag skrev"));
        CHECK(contains(again, "i höst"));
        for (const auto* field : {"#borjar", "#slutar", "#precision"}) CHECK(contains(again, field));
        CHECK(store::steps_of(*database.db, site.world.revision.id).empty());
    });
}

TEST_CASE("what a form cannot read and what the rules refuse are shown at once, each with its field") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto session = site.session(Role::editor, site.world.revision);
        const auto again = save(site, site_desk + "/kalender/ny", session,
            {{"titel", ""}, {"borjar", "2026-02-30T10:00"}, {"slutar", "2026-05-14T12:00"},
                {"plats", "Här"}});
        CHECK(again.status == 422);
        CHECK(contains(again, "Skriv en rubrik"));
        CHECK(contains(again, "Börjar: 30 februari 2026 finns inte"));
        const auto leader = site.session(Role::process_leader, site.world.revision);
        const auto nobody = site.post(desk + "/personal", leader, {{"namn", ""}, {"epost", "x"}});
        for (const auto* field : {"#namn", "#epost", "#roll"}) CHECK(contains(nobody, field));
    });
}

TEST_CASE(
    "two of the same name get addresses of their own, and a name of nothing but punctuation is refused at "
    "the "
    "title") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto session = site.session(Role::editor, site.world.revision);
        const auto add = [&](const char* title) {
            return save(
                site, site_desk + "/aktiviteter/ny", session, {{"titel", title}, {"slag", "meeting"}});
        };
        for (const auto* title : {"Webbmöte", "Webbmöte", "Ny"}) CHECK(add(title).status == 303);
        for (const auto* slug : {"webbmote", "webbmote-2", "ny-2"})
            CHECK(store::activity_named(*database.db, site.world.revision.id, slug));
        const auto signs = add("!!!");
        CHECK(signs.status == 422);
        CHECK(contains(signs, "Skriv en rubrik med minst två bokstäver eller siffror"));
        CHECK(contains(signs, "href=\"#titel\""));
        const web::http::Fields board{{"titel", "Styrelsen"}, {"slag", "board"}};
        for (int i = 0; i < 2; ++i)
            CHECK(save(site, site_desk + "/organisation/ny", session, board).status == 303);
    });
}

TEST_CASE("an activity that closes before it opens is told so at its last day") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto session = site.session(Role::editor, site.world.revision);
        const auto again = save(site, site_desk + "/aktiviteter/ny", session,
            {{"titel", "Webbmöte"}, {"slag", "meeting"}, {"oppnar", "2026-06-02"},
                {"stanger", "2026-06-01"}});
        CHECK(again.status == 422);
        CHECK(contains(again, "href=\"#stanger\""));
    });
}

TEST_CASE("who writes over somebody else's change is told, and keeps what they wrote") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto session = site.session(Role::editor, site.world.revision);
        REQUIRE(save(site, site_desk + "/steg/ny", session, a_step).status == 303);
        const auto step = [&] { return store::steps_of(*database.db, site.world.revision.id).front(); };
        const auto address = site_desk + "/steg/" + std::to_string(step().id.value);
        auto mine = a_step;
        mine.emplace_back("sett", seen(site, address, session));
        mine[5].second = "Min text.";
        auto theirs = a_step;
        theirs[5].second = "Deras text.";
        REQUIRE(save(site, address, session, theirs).status == 303);
        const auto conflict = site.post(address, session, mine);
        CHECK(conflict.status == 409);
        CHECK(contains(conflict, "Min text."));
        CHECK(contains(conflict, "Deras text."));
        CHECK(step().text.original() == "Deras text.");
    });
}

TEST_CASE("each form of the site saves what it shows without changing it") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto f = fill(site, "lugn");
        const auto session = site.session(Role::editor, site.world.revision);
        for (const auto& below :
            {std::string{"/process"}, std::string{"/val"}, "/kalender/" + std::to_string(f.event.id.value),
                "/nyheter/" + std::to_string(f.item.id.value), std::string{"/organisation/radet"},
                std::string{"/aktiviteter/lamna-inspel"}, "/steg/" + std::to_string(f.step.id.value)}) {
            CAPTURE(below);
            const auto before = seen(site, site_desk + below, session);
            const auto form = fields_in(site.get(site_desk + below, session).body);
            CHECK(site.post(site_desk + below, session, form).status == 303);
            CHECK(seen(site, site_desk + below, session) == before);
        }
    });
}

TEST_CASE("a seat is added and ended, and stays readable") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        fill(site, "lugn");
        const auto session = site.session(Role::editor, site.world.revision);
        const auto seats = site_desk + "/organisation/radet/platser";
        CHECK(site.post(seats, session, {{"roll", ""}, {"fran", "2026-05-01"}}).status == 422);
        CHECK(site.post(seats, session, {{"roll", "Ledamot"}, {"fran", "2026-05-01"}}).status == 303);
        const auto id = std::to_string(
            store::bodies_of(*database.db, site.world.revision.id).front().seats.back().id.value);
        CHECK(site.post(seats + "/" + id + "/slut", session, {{"slutar" + id, "2026-04-30"}}).status == 422);
        CHECK(contains(site.post(seats + "/" + id + "/slut", session, {{"slutar" + id, "2026-02-30"}}),
            "30 februari 2026 finns inte"));
        CHECK(site.post(seats + "/" + id + "/slut", session, {{"slutar" + id, "2026-05-14"}}).status == 303);
        CHECK(contains(site.get("/processer/rus-2050/organisation"), "14 maj 2026"));
    });
}

TEST_CASE("what inspel choose among grows and is renamed, and nothing that was chosen goes away") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto session = site.session(Role::editor, site.world.revision);
        REQUIRE(save(site, site_desk + "/val", session,
                    {{"amnen", "Natur / Nature"}, {"kommuner", "2326 Bergs kommun"}, {"delar", ""},
                        {"filer", "none"}})
                    .status == 303);
        const auto form = site.get("/processer/rus-2050/inspel/nytt");
        for (const auto* words : {"Natur", "Resor", "Bergs kommun", "Framåt"}) CHECK(contains(form, words));
    });
}

TEST_CASE("a process leader invites, and takes a role away at once") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto leader = site.session(Role::process_leader, site.world.revision);
        const auto handler = site.session(Role::handler, site.world.revision);
        const auto invited = site.post(
            desk + "/personal", leader, {{"namn", "Ny"}, {"epost", "ny@example.org"}, {"roll", "viewer"}});
        CHECK(contains(invited, "http://localhost:8080/inloggning/"));
        CHECK(site.post(desk + "/personal", leader, {{"namn", ""}, {"epost", "x"}, {"roll", "viewer"}})
                  .status == 422);

        for (const auto& member : store::members_of(*database.db, site.world.revision.id))
            if (member.role == Role::handler)
                CHECK(site.post(desk + "/personal/" + std::to_string(member.user.id.value) + "/borttagning",
                              leader, {})
                          .status == 303);
        CHECK(site.get(desk, handler).status == 403);
    });
}

TEST_CASE("the last process leader stays") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto leader = site.session(Role::process_leader, site.world.revision);
        const auto id =
            std::to_string(store::members_of(*database.db, site.world.revision.id).front().user.id.value);
        CHECK(site.post(desk + "/personal/" + id + "/borttagning", leader, {}).status == 422);
        CHECK(site.get(desk, leader).status == 200);
    });
}

TEST_CASE("what was saved is named on the overview, with the way to its page") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto session = site.session(Role::editor, site.world.revision);
        const auto saved =
            save(site, site_desk + "/aktiviteter/ny", session, {{"titel", "Webbmöte"}, {"slag", "meeting"}});
        CHECK(saved.headers.at(0).second == site_desk + "?sparat=%2faktiviteter%2fwebbmote");
        const auto page = site.get(site_desk, session, {{"sparat", "/aktiviteter/webbmote"}});
        CHECK(contains(page, "Sparat: Webbmöte."));
        CHECK(contains(page, "href=\"/processer/rus-2050/aktiviteter/webbmote\""));
        CHECK_FALSE(
            contains(site.get(site_desk, session, {{"sparat", "/aktiviteter/annat"}}), "role=\"status\""));
        CHECK(contains(
            site.get(site_desk + "/aktiviteter/webbmote", session), "<h1>Ändra aktiviteten Webbmöte</h1>"));
        CHECK(contains(site.get(site_desk + "/aktiviteter/ny", session), "<h1>Ny aktivitet</h1>"));
    });
}

TEST_CASE(
    "an editor calls off a meeting with a reason; without one it stands, and the form says what is missing") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto f = fill(site, "lugn");
        const auto editor = site.session(Role::editor, site.world.revision);
        const auto form =
            "/processer/rus-2050/handlaggning/webbplats/kalender/" + std::to_string(f.event.id.value);
        CHECK(contains(site.get(form, editor), "Ställ in</summary>"));
        const auto refused = site.post(form + "/aterkallelse", editor, {{"skal", ""}, {"ord", "ja"}});
        CHECK(refused.status == 422);
        CHECK(contains(refused, "Skriv varför"));
        CHECK(contains(refused, "Skriv ordet återkalla"));
        CHECK(site.post(form + "/aterkallelse", editor, {{"skal", "Snöoväder."}, {"ord", "återkalla"}})
                  .status == 303);
        CHECK(contains(site.get(form, editor), "Återkallat 14 maj 2026: Snöoväder."));
        CHECK(site.post(form + "/aterkallelse", editor, {{"skal", "Igen."}, {"ord", "återkalla"}}).status ==
              409);
    });
}

TEST_CASE(
    "a news item published by mistake is taken back from its form, once, and by who saw it as it stands") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto session = site.session(Role::editor, site.world.revision);
        const auto form = site_desk + "/nyheter/1";
        REQUIRE(save(site, site_desk + "/nyheter/ny", session,
                    {{"titel", "Fel <nyhet>"}, {"titel-en", "Wrong"}, {"text", "Ord"}, {"text-en", "Words"}})
                    .status == 303);
        const auto first = form_to(site.get(form, session).body, "/angra");
        REQUIRE(save(site, form, session,
                    {{"titel", "Rätt nyhet"}, {"titel-en", "Right"}, {"text", "Ord"}, {"text-en", "Words"}})
                    .status == 303);
        CHECK(site.post_as_it_is(first.action, session, first.fields).status == 409);
        CHECK(contains(site.get("/processer/rus-2050/nyheter"), "Rätt nyhet"));

        const auto now = form_to(site.get(form, session).body, "/angra");
        const auto viewer = site.session(Role::viewer, site.world.revision);
        CHECK(site.post_as_it_is(now.action, viewer, now.fields).status == 403);
        const auto done = site.post_as_it_is(now.action, session, now.fields);
        REQUIRE(done.status == 303);
        CHECK(contains(site.get(site_desk, session, {{"klart", "tillbaka"}}), "Det är borta från alla sidor här."));
        CHECK_FALSE(contains(site.get("/processer/rus-2050/nyheter"), "Rätt nyhet"));
        CHECK_FALSE(contains(site.get("/processer/rus-2050/nyheter.atom"), "Rätt nyhet"));
        CHECK(site.get(form, session).status == 404);
    });
}

TEST_CASE("a step is offered to be taken back for an hour, and refused with what to do instead after that") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto session = site.session(Role::editor, site.world.revision);
        REQUIRE(save(site, site_desk + "/steg/ny", session, a_step).status == 303);
        const auto id =
            std::to_string(store::steps_of(*database.db, site.world.revision.id).front().id.value);
        const auto old_tab = form_to(site.get(site_desk + "/steg/" + id, session).body, "/angra");
        for (int i = 0; i < 3; ++i) {
            CHECK(contains(site.get(site_desk + "/steg/" + id, session), "/angra\""));
            database.now += std::chrono::minutes{21};
        }

        CHECK_FALSE(contains(site.get(site_desk + "/steg/" + id, session), "/angra\""));
        const auto refused = site.post_as_it_is(old_tab.action, session, old_tab.fields);
        CHECK(refused.status == 409);
        CHECK(contains(refused, "Det är för sent att ta tillbaka det"));
        CHECK(site.get("/processer/rus-2050/steg/1").status == 200);
    });
}
