#include "support/forms.hpp"

using namespace example;

namespace {

const std::string public_page = "/processer/rus-2050/sex-steg";
const std::string desk = "/processer/rus-2050/handlaggning/krav";

/// An editor who judges requirements.
struct Judge {
    TestSite site;
    std::string session;

    explicit Judge(TestDatabase& database)
        : site{database}, session{site.session(Role::editor, site.world.revision)} {}

    web::Response judge(const std::string& requirement, const web::http::Fields& typed) const {
        const auto address = desk + "/" + requirement;
        auto form = form_to(site.get(address, session).body, requirement);
        for (const auto& [name, value] : typed) set(form, name, value);
        return site.post_as_it_is(form.action, session, form.fields);
    }
    std::string page() const { return site.get(public_page).body; }
};

std::size_t times(const std::string& page, std::string_view words) {
    std::size_t count = 0;
    for (auto at = page.find(words); at != page.npos; at = page.find(words, at + 1)) ++count;
    return count;
}

}  // namespace

TEST_CASE(
    "before anything is done all that can be looked up is missing, and every factor is without a grade") {
    on_each_database([](TestDatabase& database) {
        const Judge judge{database};
        const auto page = judge.page();
        CHECK(page.find("Ingen faktor har fått betyg ännu") != page.npos);
        CHECK(page.find("Ingen sådan analys är gjord") != page.npos);
        CHECK(times(page, "class=\"ungraded\"") == 18);
        CHECK(page.find("Kontrollera mot källan innan du citerar det som lag.") != page.npos);
    });
}

TEST_CASE("a person judges with why and evidence, everybody reads it, and it is in the log") {
    on_each_database([](TestDatabase& database) {
        const Judge judge{database};
        REQUIRE(judge
                    .judge("steg/1.5", {{"lage", "met"}, {"kommentar", "Kapitel 2 beskriver dem."},
                                           {"underlag", "https://example.org/kapitel-2"}})
                    .status == 303);
        const auto page = judge.page();
        CHECK(page.find("Kapitel 2 beskriver dem.") != page.npos);
        CHECK(page.find("href=\"https://example.org/kapitel-2\"") != page.npos);
        CHECK(page.find("Bedömt 14 maj 2026 av Redaktör") != page.npos);
        CHECK(contains(judge.site.get("/processer/rus-2050/logg"), "Någon bedömde om ett krav är uppfyllt."));
    });
}

TEST_CASE("who judges without why, or by evidence that is not there, gets the form back with all words") {
    on_each_database([](TestDatabase& database) {
        const Judge judge{database};
        CHECK(judge.judge("steg/1.5", {{"lage", "met"}}).status == 422);
        const auto refused =
            judge.judge("steg/1.5", {{"lage", "met"}, {"kommentar", "Se körningen"}, {"underlag", "A-99"}});
        CHECK(refused.status == 422);
        CHECK(contains(refused, "Se körningen"));
        CHECK(contains(refused, "A-99"));
        CHECK(judge.judge("steg/1.5", {{"lage", "old"}, {"kommentar", "x"}}).status == 422);
        CHECK(judge.judge("steg/1.5", {{"lage", "met"}, {"underlag", "javascript:alert(1)"}}).status == 422);
        CHECK(judge.site.get(desk + "/steg/9.9", judge.session).status == 404);
        CHECK(judge.site.get(desk + "/rymd/1", judge.session).status == 404);
        const auto viewer = judge.site.session(Role::viewer, judge.site.world.revision);
        CHECK(judge.site.get(desk, viewer).status == 403);
        CHECK(judge.site.post(desk + "/steg/1.5", viewer, {{"lage", "missing"}}).status == 403);
    });
}

TEST_CASE("grades are drawn and written alike, and the heading is what they say") {
    on_each_database([](TestDatabase& database) {
        const Judge judge{database};
        const auto grade = [&](const char* factor, const char* given) {
            return judge.judge(
                std::string{"hjul/"} + factor, {{"betyg", given}, {"kommentar", "Arbetsgruppen."}});
        };
        REQUIRE(grade("4", "3").status == 303);
        REQUIRE(grade("4", "5").status == 303);
        REQUIRE(grade("9", "1").status == 303);
        CHECK(grade("9", "6").status == 422);
        CHECK(grade("9", "").status == 422);
        const auto page = judge.page();
        CHECK(page.find("Svagast: Scenarier. Starkast: Styrning") != page.npos);
        CHECK(times(page, "class=\"ungraded\"") == 16);
        CHECK(times(page, "class=\"wedge s4\"") == 1);
        CHECK(times(page, "class=\"wedge low\"") == 1);
        CHECK(times(page, "class=\"prev\"") == 1);
        CHECK(page.find("<td class=\"n\">3</td><td class=\"n\">5</td>") != page.npos);
        const auto svg = judge.site.get(public_page + "/hjul.svg");
        CHECK(svg.content_type == "image/svg+xml");
        CHECK(contains(svg, "Svagast: Scenarier"));
        CHECK(contains(
            judge.site.get(public_page + "/krav.csv"), "\"hjul\",\"2012\",\"4\",\"Styrning\",\"met\",\"5\""));
    });
}

TEST_CASE("a judgement that has grown too old is red again until somebody judges anew") {
    on_each_database([](TestDatabase& database) {
        const Judge judge{database};
        REQUIRE(judge.judge("eu/5", {{"lage", "met"}, {"kommentar", "Programmet."}}).status == 303);
        CHECK(judge.page().find("Programmet.") != std::string::npos);
        const auto before = times(judge.page(), "class=\"state old\"");
        database.now += std::chrono::days{1096};
        CHECK(times(judge.page(), "class=\"state old\"") == before + 1);
    });
}

TEST_CASE("what the site finds by itself changes with what is there") {
    on_each_database([](TestDatabase& database) {
        Judge judge{database};
        const auto before = times(judge.page(), "class=\"state met\"");
        fill(judge.site, "Ord");
        const auto page = judge.page();
        CHECK(times(page, "class=\"state met\"") > before);
        CHECK(page.find("Ingen sådan analys är gjord") != page.npos);  // no flows
        CHECK(page.find("1 förslag som inte blev prioriteringar finns kvar, med skäl") != page.npos);
    });
}
