#include "app/site/appearance.hpp"
#include "support/forms.hpp"
#include "support/markup.hpp"

using namespace example;
using web::http::Method;

namespace {

const std::string form_address = "/processer/rus-2050/handlaggning/webbplats/utseende";
const std::string start = "/processer/rus-2050";

/// The address of the region's own sheet on the page; empty where it has none.
std::string own_sheet(const std::string& page) {
    const auto at = page.find("/utseende/");
    return at == page.npos ? std::string{} : page.substr(at, page.find('"', at) - at);
}

}  // namespace

TEST_CASE("a region's colours and the picture of its land are on every page as soon as they are saved") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        CHECK(own_sheet(site.get(start).body).empty());
        CHECK(contains(site.get(start), "class=\"land\""));

        const auto leader = site.session(Role::process_leader, site.world.revision);
        auto form = forms_in(site.get(form_address, leader).body).back();
        set(form, "huvudfarg", "#7A0C2E");
        set(form, "landskap", "none");
        REQUIRE(site.post_as_it_is(form.action, leader, form.fields).status == 303);

        for (const auto* page : {"/", "/kontakt", "/finns-inte"})
            CHECK(!own_sheet(site.get(page).body).empty());
        CHECK_FALSE(contains(site.get(start), "class=\"land\""));
        const auto sheet = site.get(own_sheet(site.get(start).body));
        CHECK(sheet.status == 200);
        CHECK(sheet.content_type == "text/css; charset=utf-8");
        CHECK(contains(sheet, "--brand: #7a0c2e"));
        CHECK(header(sheet, "Cache-Control").find("immutable") != std::string::npos);
    });
}

TEST_CASE("an older sheet's address gives the newest one, and is not kept") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto answer = site.get("/utseende/0123456789abcdef.css");
        CHECK(answer.status == 200);
        CHECK(answer.body.empty());
        CHECK(header(answer, "Cache-Control") == "no-cache");
    });
}

TEST_CASE(
    "a colour that would not be seen, or would end the sheet, is not saved, and what was typed comes back") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto leader = site.session(Role::process_leader, site.world.revision);
        for (const auto* typed : {"#f7f4ec", "#000} body {display: none", "</style><script>", "röd"}) {
            auto form = forms_in(site.get(form_address, leader).body).back();
            set(form, "lankfarg", typed);
            const auto refused = site.post_as_it_is(form.action, leader, form.fields);
            CHECK(refused.status == 422);
            CHECK(contains(refused, "href=\"#lankfarg\""));
            CHECK(forms_in(refused.body).back().value_of("lankfarg") == typed);
        }
        CHECK(database.db->run("SELECT id FROM site_appearance").empty());
    });
}

TEST_CASE("only the process leader changes how the site looks") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto leader = site.session(Role::process_leader, site.world.revision);
        const auto form = forms_in(site.get(form_address, leader).body).back();
        for (const auto role : {Role::viewer, Role::moderator, Role::editor, Role::handler}) {
            const auto other = site.session(role, site.world.revision);
            CHECK(site.get(form_address, other).status == 403);
            CHECK(site.post_as_it_is(form.action, other, form.fields).status == 403);
        }
    });
}
