#include "app/site/description.hpp"
#include "store/privacy/all_tables.hpp"
#include "store/site/description_store.hpp"
#include "support/forms.hpp"
#include "support/law_pages.hpp"
#include "support/markup.hpp"
#include "web/frame/cookies.hpp"
#include "web/law/personal_columns.hpp"
#include "web/ui/assets.hpp"

#include <filesystem>
#include <fstream>

using namespace example;
using web::http::Method;

TEST_CASE("a sitemap leads to what everybody may read, each address is served, and nothing hidden is in it") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto content = fill(site, "lugn");
        const auto map = site.get("/sitemap.xml");
        CHECK(map.content_type.starts_with("application/xml"));
        const std::string begin = "<loc>http://localhost:8080";
        int count = 0;
        for (auto at = map.body.find(begin); at != std::string::npos; at = map.body.find(begin, at + 1)) {
            const auto from = at + begin.size();
            const auto address = map.body.substr(from, map.body.find('<', from) - from);
            CAPTURE(address);
            CHECK(site.get(address).status == 200);
            ++count;
        }
        CHECK(count > 20);
        CHECK(contains(map, "/inspel/" + std::to_string(content.published) + "<"));
        CHECK_FALSE(contains(map, "/inspel/" + std::to_string(content.received) + "<"));
        CHECK_FALSE(contains(map, "handlaggning"));
    });
}

TEST_CASE(
    "a page says what it is where somebody links to it, and the desk and narrowed lists stay out of "
    "indexes") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        fill(site, "Ord & <b>\"tecken\"");
        const auto page = site.get("/processer/rus-2050/kalender");
        CHECK(contains(
            page, "<link rel=\"canonical\" href=\"http://localhost:8080/processer/rus-2050/kalender\">"));
        CHECK(contains(page, "<meta property=\"og:title\" content=\"Kalender\">"));
        CHECK(contains(page, "<meta name=\"description\" content=\"Ord &amp; &lt;b&gt;"));
        CHECK(contains(page, "<meta property=\"og:image\" content=\"http://localhost:8080" +
                                 web::asset_href("dela.png") + "\">"));
        CHECK_FALSE(contains(page, "noindex"));
        const auto narrowed = site.get("/processer/rus-2050/inspel?q=x", "", {{"q", "x"}});
        CHECK(contains(narrowed, "noindex"));
        CHECK_FALSE(contains(narrowed, "canonical"));
        const auto leader = site.session(Role::process_leader, site.world.revision);
        CHECK(contains(site.get("/processer/rus-2050/handlaggning", leader), "noindex"));
        const auto lost = site.get("/processer/rus-2050/finns-inte");
        CHECK_FALSE(contains(lost, "canonical"));
    });
}

TEST_CASE("the pages of the law and the search are linked from every public page") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        fill(site, "lugn");
        for (const auto* page :
            {"/", "/processer/rus-2050", "/processer/rus-2050/inspel", "/kontakt", "/logg"}) {
            CAPTURE(page);
            const auto answer = site.get(page);
            for (const auto& law : law_pages) CHECK(contains(answer, "href=\"" + law + "\""));
            CHECK(contains(answer, "action=\"/sok\""));
        }
        CHECK(contains(site.get("/en/processer/rus-2050"), "href=\"/en/personuppgifter\""));
    });
}
