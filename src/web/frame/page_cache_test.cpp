#include "web/frame/page_cache.hpp"

#include "support/visits.hpp"

using namespace example;

namespace {

web::Response page_of(std::string body) {
    web::Response page;
    page.body = std::move(body);
    page.headers = {{"Cache-Control", "public, max-age=0, must-revalidate"}};
    return page;
}

std::string tag_of(const web::Response& response) {
    for (const auto& [name, value] : response.headers)
        if (name == "ETag") return value;
    return {};
}

}  // namespace

TEST_CASE("a kept page is sent again until something is written") {
    web::PageCache cache{1'000'000};
    const web::SiteVersion version{1, 2, 3};
    cache.keep("/a", version, page_of("first"));

    CHECK(cache.find("/a", version)->body == "first");
    CHECK_FALSE(cache.find("/b", version));
    for (const auto& later : {web::SiteVersion{2, 2, 3}, {1, 3, 3}, {1, 2, 4}})
        CHECK_FALSE(cache.find("/a", later));
}

TEST_CASE("kept pages never take more room than they were given") {
    web::PageCache cache{20'000};
    const web::SiteVersion version{1, 1, 1};
    cache.keep("/large", version, page_of(std::string(20'000, 'x')));
    CHECK_FALSE(cache.find("/large", version));

    int kept = 0;
    for (int i = 0; i < 100; ++i) cache.keep(std::to_string(i), version, page_of(std::string(1000, 'x')));
    for (int i = 0; i < 100; ++i) kept += cache.find(std::to_string(i), version) ? 1 : 0;
    CHECK(kept > 0);
    CHECK(kept <= 9);
}

TEST_CASE("who has the page already is told so, without the page") {
    auto page = page_of("first");
    web::add_tag(page);
    const auto tag = tag_of(page);
    const auto status = [&](const std::string& known) {
        web::http::Request request;
        if (!known.empty()) request.headers["if-none-match"] = known;
        const auto answer = web::unless_known(request, page);
        CHECK(answer.body.empty() == (answer.status == 304));
        return answer.status;
    };

    CHECK(status("") == 200);
    CHECK(status("\"other\"") == 200);
    CHECK(status(tag.substr(0, 5)) == 200);
    for (const auto& known : {tag, "W/" + tag, "\"other\",  " + tag + " ", std::string{"*"}})
        CHECK(status(known) == 304);
}

TEST_CASE("a public page is tagged by its content, and shows at once what was written") {
    on_each_database([](TestDatabase& home) {
        const TestSite house{home};
        const auto address = "/processer/rus-2050";
        const auto before = house.get(address);
        auto again = house.request(web::http::Method::get, address);
        again.headers["if-none-match"] = tag_of(before);
        CHECK(house.answer(again).status == 304);

        auto changed = house.world.revision;
        changed.name.set(Language::sv, "Ett nytt namn");
        REQUIRE(
            home.act(house.world.revision, [&](auto& act) { return app::describe_process(act, changed); }));

        const auto after = house.answer(again);
        CHECK(after.status == 200);
        CHECK(after.body.find("Ett nytt namn") != after.body.npos);
        CHECK(tag_of(after) != tag_of(before));
    });
}

TEST_CASE("what another process writes shows too") {
    on_each_database([](TestDatabase& home) {
        const TestSite house{home};
        const auto address = "/processer/rus-2050/nyheter";
        REQUIRE(house.get(address).status == 200);

        sql::Writer other{sql::open(home.where, sql::Access::read_write), [] { return noon; }};
        REQUIRE(app::perform(other, Actor::operating(), house.world.revision, [&](auto& act) {
            const NewsItem item{{}, {}, today, {"Från en annan process", ""}, {"Text", ""}};
            return app::publish_news(act, item);
        }));

        CHECK(house.get(address).body.find("Från en annan process") != std::string::npos);
    });
}

TEST_CASE("a form, a receipt and a page of somebody signed in are nobody else's") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        const auto session = house.session(Role::handler, house.world.revision);
        CHECK(tag_of(house.get("/processer/rus-2050/inspel/nytt")).empty());
        CHECK(tag_of(house.get("/processer/rus-2050/kvittens")).empty());
        CHECK(tag_of(house.get("/processer/rus-2050", session)).empty());
        CHECK_FALSE(tag_of(house.get("/processer/rus-2050")).empty());
        CHECK(house.get("/processer/rus-2050/inspel/nytt").body !=
              house.get("/processer/rus-2050/inspel/nytt").body);
    });
}

TEST_CASE("a page that is asked for again is packed for those who can unpack it") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        const auto ask = [&](const char* codings) {
            auto request = house.request(web::http::Method::get, "/processer/rus-2050");
            request.headers["accept-encoding"] = codings;
            return house.answer(request);
        };
        const auto is_packed = [](const web::Response& answer) {
            return answer.body.starts_with("\x1f\x8b");
        };
        const auto first = ask("gzip, br");
        CHECK_FALSE(is_packed(first));
        const auto again = ask("gzip, br");
        CHECK(is_packed(again));
        CHECK(again.body.size() * 2 < first.body.size());
        CHECK(tag_of(again) != tag_of(first));
        CHECK(is_packed(ask("br;q=1.0, gzip;q=0.8")));
        for (const auto* plain : {"", "br", "gzip;q=0", "gzipped"}) CHECK(ask(plain).body == first.body);
    });
}
