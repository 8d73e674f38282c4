#include "support/forms.hpp"
#include "support/referral.hpp"

#include "app/statistics/analysis.hpp"
#include "base/archive/gzip.hpp"
#include "web/statistics/pictures.hpp"

#include <cmath>
#include <regex>

using namespace example;
using web::http::Method;

namespace {

const std::string pages = "/processer/rus-2050/forutsattningar";
const std::string desk = "/processer/rus-2050/handlaggning/underlag";
const std::string paragraph = "/processer/rus-2050/stycke/REM-1-p1";

/// Jobs in three municipalities and three industries, two years. Berg's hotels of the last year are given;
/// three fish there.
std::string px(int hotels) {
    return "CHARSET=\"ANSI\";\nCODEPAGE=\"utf-8\";\nLANGUAGE=\"sv\";\nTITLE=\"Jobb\";\nSOURCE=\"SCB\";\n"
           "STUB=\"region\",\"näringsgren\";\nHEADING=\"år\";\n"
           "VALUES(\"region\")=\"2326 Berg\",\"2380 Östersund\",\"2305 Bräcke\";\n"
           "VALUES(\"näringsgren\")=\"55 Hotell\",\"41 Byggande\",\"03 "
           "Fiske\";\nVALUES(\"år\")=\"2015\",\"2019\";\n"
           "DATA=\n100 " +
           std::to_string(hotels) +
           "\n200 210\n4 3\n"
           "300 310\n900 950\n90 95\n60 55\n400 380\n40 45;\n";
}

/// An analyst at the desk of a process whose text can be read.
struct Analyst {
    TestSite site;
    std::string session;

    explicit Analyst(TestDatabase& database) : site{database} {
        frozen_for_referral(database, site.world.revision, {{}, {}, {}, "REM", "Utkast"},
            "# Utkast {#REM}\n\n## 1 Vision {#REM-1}\n\n[REM-1-p1] Många arbetar på hotell.");
        session = site.session(Role::editor, site.world.revision);
    }

    web::Response drop(const std::string& bytes, const std::string& name = "jobb.px") const {
        auto request = site.request(Method::post, desk + "/inlasning", session);
        request.uploads.push_back({"fil", name, bytes});
        return site.answer(request);
    }
    web::Response send(const PageForm& form) const {
        return site.post_as_it_is(form.action, session, form.fields);
    }
    /// Drops the file, reads how it is understood, and keeps it.
    web::Response keep(const std::string& bytes, const web::http::Fields& typed = {}) const {
        auto form = form_to(drop(bytes).body, "/inlasning");
        set(form, "licens", "CC0");
        for (const auto& [name, value] : typed) set(form, name, value);
        return send(form);
    }
    web::Response analyse(const std::string& kind, int dataset = 1) const {
        auto form = form_to(body(desk + "/data/" + std::to_string(dataset) + "/korning"), "/korning");
        form.fields.emplace_back("slag", kind);
        set(form, "omrade", "2326");
        return send(form);
    }
    web::Response cite(const std::string& figure) const {
        auto form = form_to(body(desk + "/korningar/1"), "/hanvisning");
        set(form, "val", figure);
        set(form, "galler", "REM-1-p1");
        return send(form);
    }
    std::string body(const std::string& address) const { return site.get(address, session).body; }
    web::Response read(const std::string& address) const { return site.get(address); }
};

std::string location(const web::Response& response) {
    for (const auto& [name, value] : response.headers)
        if (name == "Location") return value;
    return {};
}

/// A number as Swedish writes it.
double number(std::string text) {
    std::replace(text.begin(), text.end(), ',', '.');
    return std::stod(text);
}

std::string first_match(const std::string& text, const std::string& pattern) {
    std::smatch match;
    return std::regex_search(text, match, std::regex{pattern}) ? match[1].str() : std::string{};
}

std::string row_of(const std::string& page, const std::string& code) {
    const auto begins = page.find("id=\"n-" + code + "\"");
    return begins == page.npos ? std::string{} : page.substr(begins, page.find("</tr>", begins) - begins);
}

}  // namespace

TEST_CASE("an analyst drops a PX file, makes a run, cites it, and the text and the run show each other") {
    on_each_database([](TestDatabase& database) {
        const Analyst analyst{database};

        const auto understood = analyst.drop(px(150));
        CHECK(understood.status == 200);
        CHECK(contains(understood, "2326 Berg"));
        CHECK(analyst.site.get(pages + "/data/1").status == 404);
        CHECK(location(analyst.keep(px(150))) == desk + "/data/1/korning");
        CHECK(location(analyst.analyse("specialisation")) == desk + "/korningar/1");
        CHECK(location(analyst.cite("55:lq")) == desk + "/korningar/1");

        const auto run = analyst.read(pages + "/korningar/1");
        CHECK(run.status == 200);
        CHECK(contains(run, "Hotell: "));
        CHECK(contains(run, "/stycke/REM-1-p1"));
        const auto text = analyst.read(paragraph);
        CHECK(contains(text, "Hotell, specialisering (LQ)"));
        CHECK(contains(text, "/korningar/1"));
        CHECK(contains(text, "Senaste versionen"));
        CHECK(contains(analyst.read(pages + "/data/1"), "används i 1 stycke"));
        CHECK(contains(analyst.read("/processer/rus-2050"), pages + "\""));
    });
}

TEST_CASE(
    "when the data is replaced, what rests on it goes amber with what changed until somebody has looked") {
    on_each_database([](TestDatabase& database) {
        const Analyst analyst{database};
        REQUIRE(analyst.keep(px(150)).status == 303);
        REQUIRE(analyst.analyse("specialisation").status == 303);
        REQUIRE(analyst.cite("55:lq").status == 303);
        const auto before = first_match(analyst.read(paragraph).body, "class=\"value\">([0-9,]+)<");

        REQUIRE(analyst.keep(px(75), {{"version", "1"}}).status == 303);

        const auto amber = analyst.read(paragraph).body;
        CHECK(amber.find("class=\"ev stale\"") != amber.npos);
        CHECK(amber.find("Att se över") != amber.npos);
        CHECK(first_match(amber, "var </span>([0-9,]+)<") == before);
        const auto now = first_match(amber, "nu </span>([0-9,]+)<");
        CHECK(number(now) < number(before));
        CHECK(contains(analyst.read(pages + "/korningar/1"), "nyare version"));

        const auto review = form_to(analyst.body(desk), "/granskning");
        REQUIRE(analyst.send(review).status == 303);
        const auto seen = analyst.read(paragraph).body;
        CHECK(seen.find("class=\"ev seen\"") != seen.npos);
        CHECK(seen.find("/korningar/2") != seen.npos);
    });
}

TEST_CASE("what the table says and what the picture draws are the same") {
    on_each_database([](TestDatabase& database) {
        const Analyst analyst{database};
        REQUIRE(analyst.keep(px(150)).status == 303);
        REQUIRE(analyst.analyse("specialisation").status == 303);
        const auto page = analyst.read(pages + "/korningar/1").body;
        const auto end = page.find("8</text>") == page.npos ? 2.5 : 8.0;

        for (const auto* code : {"55", "41"}) {
            const auto row = row_of(page, code);
            CAPTURE(code);
            const auto drawn = number(first_match(row, "class=\"stem\" x1=\"[0-9.]+%\" x2=\"([0-9.]+)%\""));
            const auto read = number(first_match(row, "class=\"n\">([0-9]+,[0-9]+)<"));
            const auto expected = 4 + 92 * std::log(read / 0.25) / std::log(end / 0.25);
            CHECK(std::abs(drawn - expected) < 0.5);
        }
        const auto heading = first_match(page, "-r\">Hotell: ([0-9,]+) gånger");
        const auto told = number(first_match(row_of(page, "55"), "class=\"n\">([0-9]+,[0-9]+)<"));
        CHECK(std::abs(number(heading) - told) <= 0.05 + 1e-9);
    });
}

TEST_CASE("a number of fewer than five is on no page and in no file, and the file itself is not given out") {
    on_each_database([](TestDatabase& database) {
        const Analyst analyst{database};
        REQUIRE(analyst.keep(px(150)).status == 303);
        for (const auto* kind : {"specialisation", "shift_share"})
            REQUIRE(analyst.analyse(kind).status == 303);

        const auto fish = row_of(analyst.read(pages + "/korningar/1").body, "03");
        CHECK(fish.find("färre än 5") != fish.npos);
        CHECK(first_match(fish, "class=\"n\">([0-9]+)").empty());
        const auto csv = analyst.read(pages + "/data/1/data.csv").body;
        CHECK(csv.find("\"2326\",\"Berg\",\"03\",\"Fiske\",\"2019\",\"2019\",\"\",\"<5\"") != csv.npos);
        CHECK(analyst.read(pages + "/korningar/1/resultat.csv").body.find("\"Fiske\",\"few\",\"\"") !=
              std::string::npos);
        CHECK(analyst.read(pages + "/korningar/2/korning.json").body.find("\"note\": \"few\"") !=
              std::string::npos);
        CHECK(analyst.read(pages + "/data/1/fil").status == 404);
        REQUIRE(analyst.keep(px(160), {{"sma-tal", "protected_by_source"}}).status == 303);
        CHECK(analyst.read(pages + "/data/2/fil").body == px(160));
        CHECK(analyst.read(pages + "/data/2/data.csv").body.find("\"3\",\"\"") != std::string::npos);
    });
}

TEST_CASE("who chooses wrongly gets the form back, and who may not write sees no form") {
    on_each_database([](TestDatabase& database) {
        const Analyst analyst{database};
        CHECK(analyst.drop("").status == 422);
        CHECK(analyst.drop("bara ord").status == 422);
        CHECK(analyst.keep(px(150), {{"licens", " "}}).status == 422);
        REQUIRE(analyst.keep(px(150)).status == 303);
        CHECK(analyst.keep(px(150)).status == 409);
        CHECK(analyst.analyse("labour_markets").status == 422);
        CHECK(analyst.analyse("rymdfart").status == 422);
        REQUIRE(analyst.analyse("variety").status == 303);
        CHECK(analyst.cite("55:lq").status == 422);

        const auto viewer = analyst.site.session(Role::viewer, analyst.site.world.revision);
        CHECK(analyst.site.get(desk, viewer).status == 403);
        CHECK(analyst.site.post(desk + "/korningar/1/borttagning", viewer, {}).status == 403);
        const auto stranger = analyst.site.session(Role::process_leader, analyst.site.other.revision);
        CHECK(analyst.site.get("/processer/annan/forutsattningar/data/1", stranger).status == 404);
        CHECK(analyst.site.get("/processer/annan/forutsattningar/korningar/1", stranger).status == 404);
    });
}

TEST_CASE("a run is made again with the same digest, and one that no text rests on is taken away") {
    on_each_database([](TestDatabase& database) {
        const Analyst analyst{database};
        REQUIRE(analyst.keep(px(150)).status == 303);
        REQUIRE(analyst.analyse("shift_share").status == 303);

        const auto again = analyst.send(form_to(analyst.body(desk + "/korningar/1"), "/omkorning"));
        CHECK(location(again) == desk + "/korningar/1?omkord=samma");
        REQUIRE(analyst.send(form_to(analyst.body(desk + "/korningar/1"), "/borttagning")).status == 303);
        CHECK(analyst.read(pages + "/korningar/1").status == 404);
    });
}

TEST_CASE(
    "every page with a picture is small on the wire, and the picture stands by itself in its own file") {
    on_each_database([](TestDatabase& database) {
        constexpr std::size_t most = 60'000;
        const Analyst analyst{database};
        REQUIRE(analyst.keep(px(150)).status == 303);
        for (const auto* kind : {"specialisation", "shift_share", "variety", "opportunities"})
            REQUIRE(analyst.analyse(kind).status == 303);
        for (const auto& address : {pages, pages + "/data/1", pages + "/korningar/1", pages + "/korningar/2",
                 pages + "/korningar/3", pages + "/korningar/4"}) {
            CAPTURE(address);
            const auto page = analyst.read(address);
            CHECK(page.status == 200);
            CHECK(gzipped(page.body).size() < most);
        }
        const auto svg = analyst.read(pages + "/korningar/1/bild.svg");
        CHECK(svg.content_type == "image/svg+xml");
        CHECK(svg.body.starts_with("<svg xmlns="));
        CHECK(contains(svg, "Källa: Jobb, SCB"));
    });
}

TEST_CASE("a change is told by its sign: more or fewer, and because of what") {
    const auto& words = web::words_of(Language::en);
    const auto told = [&](double change, double own) {
        AnalysisResult result;
        result.numbers = {{"change", change}, {"own", own}, {"national", change - own}, {"mix", 0}};
        return web::statistics::change_pictures(result, words).front().finding;
    };
    CHECK(told(2731, 710) == "2021 of the increase of 2731 follows the trend in all regions");
    CHECK(told(10, 15) == "10 more, though 5 fewer could be expected");
    CHECK(told(10, -5) == "10 more, but 5 fewer than could be expected");
    CHECK(told(-10, -4) == "10 fewer, of which 4 because it went worse here than elsewhere");
    CHECK(told(-10, 4) == "10 fewer, but 4 more than could be expected");
}
