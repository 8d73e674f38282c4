#include "web/frame/routing/page_cache.hpp"

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

/// A database server that has gone.
struct Lost final : sql::Connection {
    void begin_writing() override { throw sql::Unavailable{"gone"}; }
    void begin_reading() override { throw sql::Unavailable{"gone"}; }
    sql::Dialect dialect() const override { return sql::Dialect::postgres; }

private:
    void run_script(std::string_view) override { throw sql::Unavailable{"gone"}; }
    std::vector<sql::Row> execute(std::string_view, std::span<const sql::Value>) override {
        throw sql::Unavailable{"gone"};
    }
};

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

TEST_CASE("a kept page is found at once only while the log was asked for its size a moment ago") {
    web::PageCache::Clock::time_point now;
    web::PageCache cache{1'000'000, [&] { return now; }};
    const web::SiteVersion version{1, 2, 3};
    now += web::PageCache::log_size_holds * 2;
    cache.keep("/a", version, page_of("first"));
    CHECK_FALSE(cache.find_at_once("/a", 1, 3));  // made, and not asked about since

    REQUIRE(cache.find("/a", version));
    CHECK(cache.find_at_once("/a", 1, 3)->body == "first");
    CHECK_FALSE(cache.find_at_once("/b", 1, 3));
    CHECK_FALSE(cache.find_at_once("/a", 2, 3));
    CHECK_FALSE(cache.find_at_once("/a", 1, 4));
    now += web::PageCache::log_size_holds;
    CHECK(cache.find_at_once("/a", 1, 3));
    now += std::chrono::milliseconds{1};
    CHECK_FALSE(cache.find_at_once("/a", 1, 3));
}

TEST_CASE("kept pages never take more space than they were given") {
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
    on_each_database([](TestDatabase& database) {
        const TestSite site{database};
        const auto address = "/processer/rus-2050";
        const auto before = site.get(address);
        auto again = site.request(web::http::Method::get, address);
        again.headers["if-none-match"] = tag_of(before);
        CHECK(site.answer(again).status == 304);

        auto changed = site.world.revision;
        changed.name.set(Language::sv, "Ett nytt namn");
        REQUIRE(database.act(
            site.world.revision, [&](auto& act) { return app::describe_process(act, changed); }));

        const auto after = site.answer(again);
        CHECK(after.status == 200);
        CHECK(after.body.find("Ett nytt namn") != after.body.npos);
        CHECK(tag_of(after) != tag_of(before));
    });
}

TEST_CASE("who is nobody gets a kept page at once, as it is packed for them, and nobody else does") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        auto asked = site.request(web::http::Method::get, "/processer/rus-2050");
        asked.headers["accept-encoding"] = "gzip";
        CHECK_FALSE(site.router.ready(site.web_site, asked));
        for (int i = 0; i < 2; ++i) (void)site.answer(asked);
        const auto packed = site.router.ready(site.web_site, asked);
        REQUIRE(packed);
        CHECK(packed->body == site.answer(asked).body);

        auto known = asked;
        known.headers["if-none-match"] = tag_of(*packed);
        CHECK(site.router.ready(site.web_site, known)->status == 304);
        CHECK(site.router.ready(site.web_site, known)->body.empty());
        auto plain = asked;
        plain.headers.erase("accept-encoding");
        CHECK(site.router.ready(site.web_site, plain)->body == site.answer(plain).body);

        auto sent = asked;
        sent.method = web::http::Method::post;
        auto other = asked;
        other.query = {{"q", "buss"}};
        auto staff = asked;
        staff.headers["cookie"] = "ms=whatever";
        for (const auto& request : {sent, other, staff})
            CHECK_FALSE(site.router.ready(site.web_site, request));
    });
}

TEST_CASE("what is written here shows at once, on pages that lie ready too") {
    on_each_database([](TestDatabase& database) {
        const TestSite site{database};
        const auto asked = site.request(web::http::Method::get, "/processer/rus-2050");
        for (int i = 0; i < 2; ++i) (void)site.answer(asked);
        REQUIRE(site.router.ready(site.web_site, asked));

        auto changed = site.world.revision;
        changed.name.set(Language::sv, "Ett nytt namn");
        REQUIRE(database.act(
            site.world.revision, [&](auto& act) { return app::describe_process(act, changed); }));
        CHECK_FALSE(site.router.ready(site.web_site, asked));
        CHECK(site.answer(asked).body.find("Ett nytt namn") != std::string::npos);
    });
}

TEST_CASE("what another process writes shows too") {
    on_each_database([](TestDatabase& database) {
        const TestSite site{database};
        const auto address = "/processer/rus-2050/nyheter";
        REQUIRE(site.get(address).status == 200);

        sql::Writer other{sql::open(database.where, sql::Access::read_write), [] { return noon; }};
        REQUIRE(app::perform(other, Actor::operating(), site.world.revision, [&](auto& act) {
            const NewsItem item{{}, {}, today, {"Från en annan process", ""}, {"Text", ""}};
            return app::publish_news(act, item);
        }));

        CHECK(site.get(address).body.find("Från en annan process") != std::string::npos);
    });
}

TEST_CASE("a form, a receipt and a page of somebody signed in are nobody else's") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto session = site.session(Role::handler, site.world.revision);
        CHECK(tag_of(site.get("/processer/rus-2050/inspel/nytt")).empty());
        CHECK(tag_of(site.get("/processer/rus-2050/kvittens")).empty());
        CHECK(tag_of(site.get("/processer/rus-2050", session)).empty());
        CHECK_FALSE(tag_of(site.get("/processer/rus-2050")).empty());
        CHECK(site.get("/processer/rus-2050/inspel/nytt").body !=
              site.get("/processer/rus-2050/inspel/nytt").body);
    });
}

namespace {

bool is_packed(const web::Response& answer) {
    return answer.body.starts_with("\x1f\x8b");
}

}  // namespace

TEST_CASE("a page that is asked for again is packed for those who can unpack it") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto ask = [&](const char* codings) {
            auto request = site.request(web::http::Method::get, "/processer/rus-2050");
            request.headers["accept-encoding"] = codings;
            return site.answer(request);
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

TEST_CASE("pages of earlier minutes are kept for when none can be made, and none from before a change") {
    web::PageCache cache{1'000'000};
    cache.keep("/a", {1, 2, 3}, page_of("first"));
    cache.keep("/b", {1, 2, 4}, page_of("second"));
    CHECK(cache.find_older("/a", 1)->body == "first");
    CHECK(cache.find_older("/b", 1)->body == "second");
    CHECK_FALSE(cache.find_older("/c", 1));
    CHECK_FALSE(cache.find_older("/a", 2));

    cache.keep("/b", {2, 2, 4}, page_of("third"));
    CHECK_FALSE(cache.find_older("/a", 2));
    CHECK(cache.find_older("/b", 2)->body == "third");
    cache.keep("/c", {2, 3, 4}, page_of("another server has written"));
    CHECK_FALSE(cache.find_older("/b", 2));
}

TEST_CASE("what is kept for when none can be made never takes more space than it was given") {
    web::PageCache cache{60'000};
    for (int minute = 0; minute < 50; ++minute)
        cache.keep("/" + std::to_string(minute), {1, 1, minute}, page_of(std::string(4000, 'x')));
    int kept = 0;
    for (int minute = 0; minute < 50; ++minute)
        kept += cache.find_older("/" + std::to_string(minute), 1).has_value() ? 1 : 0;
    CHECK(kept > 0);
    CHECK(kept <= 24);  // of 5 kB, in twice the space
}

TEST_CASE("while the database is lost kept pages and the log's files are sent, and the rest says so") {
    on_each_database([](TestDatabase& database) {
        const TestSite site{database};
        site.publish_log();
        const auto address = "/processer/rus-2050";
        const auto before = site.get(address).body;
        Lost lost;
        const auto answer = [&](const std::string& target) {
            return site.router.answer(site.web_site, lost, site.request(web::http::Method::get, target));
        };

        database.now += std::chrono::minutes{5};
        CHECK(answer(address).body == before);
        for (const auto* file : {"/logg/checkpoint", "/logg/checkpoint.unwitnessed"})
            CHECK(answer(file).status == 200);
        CHECK(answer("/logg/tile/0/999").status == 404);
        for (const auto* other : {"/processer/rus-2050/inspel/nytt", "/processer/rus-2050/inspel?q=buss"})
            CHECK(answer(other).status == 503);

        auto sent = site.request(web::http::Method::post, "/processer/rus-2050/inspel");
        sent.form = {{"text", "Ord som ingen får tappa bort."}};
        const auto refused = site.router.answer(site.web_site, lost, sent);
        CHECK(refused.status == 503);
        CHECK(refused.body.find("Ord som ingen får tappa bort.") != refused.body.npos);

        auto changed = site.world.revision;
        changed.name.set(Language::sv, "Ett annat namn");
        REQUIRE(database.act(
            site.world.revision, [&](auto& act) { return app::describe_process(act, changed); }));
        CHECK(answer(address).status == 503);  // it may show what somebody has just taken away
    });
}
