#include "support/pages.hpp"
#include "support/markup.hpp"

#include "store/log/log_store.hpp"
#include "web/frame/routing/language_address.hpp"
#include "web/markup/language_marks.hpp"

using namespace example;
using web::http::Method;

namespace {

/// Something that a browser shows. What it saves as a file is not held to the site's rules of style.
bool is_a_page(const web::Response& response) {
    const auto is_saved = [](const auto& header) { return header.first == "Content-Disposition"; };
    return response.content_type.starts_with("text/html") &&
           std::none_of(response.headers.begin(), response.headers.end(), is_saved);
}

void check_all_pages(TestSite& site, const SiteContent& content, const std::string& session) {
    for (const auto& route : site.router.routes()) {
        if (route.method != Method::get) continue;
        for (const auto language : all_languages()) {
            const auto address = web::in_language(language, address_in(content, route.address));
            CAPTURE(address);
            const auto response = site.get(address, session);
            CHECK(response.status < 500);
            if (is_a_page(response)) CHECK(what_is_wrong_with(response.body) == "");
        }
    }
}

/// Needs a link that is good once, a sign-in service, the voter's own cookie, a picture of a text, or a
/// conversation that is over.
bool is_for_few(std::string_view pattern) {
    for (const auto* part : {"{token}", "{provider}", "{vote}", "{picture}", "oppningar.csv"})
        if (pattern.find(part) != pattern.npos) return true;
    return false;
}

std::int64_t acts_in_log(TestSite& site) {
    return site.database.db->run("SELECT count(*) AS n FROM log_entry").front().integer("n");
}

}  // namespace

TEST_CASE("the watch over pages sees what it is there for") {
    CHECK(what_is_wrong_with("<p><a href=\"/om\">a</a></p><script src=\"/a.js\"></script>") == "");
    for (const auto* page : {"<p onclick=x>", "<script>x</script>", "<a href=javascript:x>", "<a href=//x>",
             "<!-- x -->", "<p style=x>", "<iframe>", "<form action='data:x'>", "<img src=x>"})
        CHECK(what_is_wrong_with(page) != "");
}

TEST_CASE("hostile words in any field stay words on every page, the public ones and the staff's") {
    for (const auto& text : markup::hostile_texts()) {
        CAPTURE(text);
        detail::on_sqlite([&](TestDatabase& database) {
            TestSite site{database};
            const auto content = fill(site, text);
            const auto session = site.session(Role::process_leader, site.world.revision);
            check_all_pages(site, content, "");
            check_all_pages(site, content, session);
        });
    }
}

TEST_CASE("hostile words in any parameter stay words, whatever the address") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        const auto content = fill(site, "lugn");
        const auto session = site.session(Role::process_leader, site.world.revision);
        auto hostile = markup::hostile_texts();
        for (const auto* more : {"' OR 1=1 --", "\"; DROP TABLE inspel; --", "-1", "0", "2147483648",
                 "9223372036854775808", "1e309", "NaN", "*", "\"*", "NEAR(a b)", ":*", "& | !", "a:b"})
            hostile.emplace_back(more);
        const auto before = acts_in_log(site);
        for (const auto& text : hostile) {
            web::http::Fields query;
            for (const auto* name :
                {"q", "amne", "kommun", "vem", "steg", "utfall", "efter", "sida", "ansvarig", "aktivitet",
                    "galler", "synpunkt", "next", "per_page", "klart", "sparat", "hos", "fel"})
                query.emplace_back(name, text);
            for (const auto& route : site.router.routes()) {
                if (route.method != Method::get) continue;
                const auto address = address_in(content, route.address);
                CAPTURE(address);
                CAPTURE(text);
                const auto response = site.get(address, session, query);
                CHECK(response.status < 500);
                if (is_a_page(response)) CHECK(what_is_wrong_with(response.body) == "");
            }
        }
        CHECK(acts_in_log(site) == before);
    });
}

TEST_CASE("reading changes nothing") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto content = fill(site, "lugn");
        const auto session = site.session(Role::process_leader, site.world.revision);
        const auto before = acts_in_log(site);
        check_all_pages(site, content, session);
        CHECK(acts_in_log(site) == before);
    });
}

TEST_CASE("every address is served in the content world, in each language") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto content = fill(site, "lugn");
        const auto session = site.session(Role::process_leader, site.world.revision);
        for (const auto& route : site.router.routes()) {
            if (route.method != Method::get || is_for_few(route.address.pattern())) continue;
            CAPTURE(route.address.pattern());
            for (const auto language : all_languages()) {
                const auto address = web::in_language(language, address_in(content, route.address));
                const auto response = site.get(address, session);
                CHECK(response.status == 200);
                if (response.content_type.find("charset") != std::string::npos)
                    CHECK_FALSE(web::has_language_marks(response.body));
            }
        }
    });
}

TEST_CASE("a page in a language that lacks words says the rest in Swedish, and which words those are") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        auto offered = site.world.revision;
        offered.languages = all_languages();
        REQUIRE(database.act(offered, [&](auto& act) { return app::describe_process(act, offered); }));
        const auto page = site.get("/sma/processer/rus-2050/kalender");

        CHECK(contains(page, "<html lang=\"sma\">"));
        CHECK(contains(page, "\">Kalendere</a>"));
        CHECK(contains(page, "lang=\"sv\">Delta</a>"));
        CHECK(
            contains(page, "href=\"/processer/rus-2050/kalender\" lang=\"sv\" hreflang=\"sv\">Svenska</a>"));
        CHECK(contains(
            page, "href=\"/en/processer/rus-2050/kalender\" lang=\"en\" hreflang=\"en\">English</a>"));
        const auto swedish = site.get("/processer/rus-2050/kalender?a=1");
        CHECK(contains(swedish, "href=\"/sma/processer/rus-2050/kalender?a=1\" lang=\"sma\""));
        CHECK_FALSE(contains(swedish, "lang=\"sv\" hreflang"));
        CHECK_FALSE(contains(site.get("/processer/annan/kalender"), "/sma/"));
    });
}

TEST_CASE("a reader is given no cookie") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto content = fill(site, "lugn");
        for (const auto& route : site.router.routes()) {
            if (route.method != Method::get) continue;
            CAPTURE(route.address.pattern());
            for (const auto& [name, value] : site.get(address_in(content, route.address)).headers)
                CHECK((
                    name != "Set-Cookie" && name != "Referrer-Policy"));  // the server says the second itself
        }
    });
}

TEST_CASE("numbers that no address of ours holds are not found, whatever their size") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        fill(site, "lugn");
        for (const auto* number :
            {"0", "-1", "01", "1e3", "2147483648", "9223372036854775808", "1e309", "NaN"}) {
            CAPTURE(number);
            for (const auto* place : {"/inspel/", "/steg/", "/kalender/"})
                CHECK(site.get("/processer/rus-2050" + (place + std::string{number})).status == 404);
        }
    });
}
