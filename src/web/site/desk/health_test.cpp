#include "support/visits.hpp"

using namespace example;
using web::HealthBoard;

namespace {

const std::string page = "/processer/rus-2050/handlaggning/driften";

}  // namespace

TEST_CASE("the page of operations shows what was found last, the worst first, and never waits for more") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto leader = site.session(Role::process_leader, site.world.revision);
        CHECK(contains(site.get(page, leader), "Servern undersöks"));

        auto& board = *site.web_site.health;
        board.put(HealthBoard::Depth::thorough, {passed("database", N_("the database is whole"))}, noon);
        board.put(HealthBoard::Depth::quick,
            {warned("mail", N_("The mail server cannot be used: {}"), {"<script>"}),
                failed("room", N_("The disk is nearly full. Make room: 200 MB at least"))},
            noon + 5min);
        const auto shown = site.get(page, leader);
        CHECK(contains(shown, "1 sak på servern måste rättas"));
        CHECK(contains(shown, "&lt;script&gt;"));
        CHECK(contains(shown, "12.05"));
        const auto room = shown.body.find("id=\"room\"");
        CHECK(room < shown.body.find("id=\"mail\""));
        CHECK(room < shown.body.find("id=\"database\""));

        board.put(HealthBoard::Depth::quick, {passed("room", N_("there is room on the disk"))}, noon + 10min);
        CHECK(contains(site.get(page, leader), "Servern är i ordning"));
        CHECK_FALSE(contains(site.get(page, leader), "id=\"mail\""));
    });
}

TEST_CASE("who leads a process asks for another examination, and nobody else reads of the server") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto leader = site.session(Role::process_leader, site.world.revision);
        const auto handler = site.session(Role::handler, site.world.revision);
        CHECK(site.get(page).status == 403);
        CHECK(site.get(page, handler).status == 403);
        CHECK(site.post(page, handler, {}).status == 403);
        CHECK_FALSE(site.web_site.health->is_asked());

        CHECK(site.post(page, leader, {}).status == 303);
        CHECK(site.web_site.health->is_asked());
        CHECK(contains(site.get(page, leader), "Allt undersöks på nytt"));
    });
}
