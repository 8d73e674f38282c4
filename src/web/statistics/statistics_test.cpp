#include "support/forms.hpp"
#include "support/referral.hpp"

#include "app/statistics/analysis.hpp"
#include "app/statistics/dataset.hpp"
#include "base/archive/gzip.hpp"
#include "base/digest.hpp"
#include "web/statistics/pictures.hpp"
#include "web/statistics/scatter.hpp"

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

TEST_CASE("a figure that is cited on purpose in older data is said to hold, with why, and is amber no more") {
    on_each_database([](TestDatabase& database) {
        const Analyst analyst{database};
        REQUIRE(analyst.keep(px(150)).status == 303);
        REQUIRE(analyst.analyse("specialisation").status == 303);
        REQUIRE(analyst.cite("55:lq").status == 303);
        REQUIRE(analyst.keep(px(75), {{"version", "1"}}).status == 303);

        const auto refused = analyst.send(form_to(analyst.body(desk), "/galler"));
        CHECK(refused.status == 422);
        CHECK(contains(refused, "<details class=\"more\" open>"));
        CHECK(contains(refused, "id=\"skal-fel\""));
        auto held = form_to(analyst.body(desk), "/galler");
        set(held, "skal", "Texten handlar om <2024>");
        REQUIRE(analyst.send(held).status == 303);

        const auto text = analyst.read(paragraph).body;
        CHECK(text.find("class=\"ev stale\"") == text.npos);
        CHECK(text.find("Gäller fortfarande") != text.npos);
        CHECK(text.find("Texten handlar om &lt;2024&gt;") != text.npos);
        CHECK(contains(analyst.read(pages + "/korningar/1"), "nyare version"));
        CHECK(analyst.send(held).status != 200);
    });
}

TEST_CASE("a reason typed for one figure comes back with that figure, opened, and with no other") {
    on_each_database([](TestDatabase& database) {
        const Analyst analyst{database};
        REQUIRE(analyst.keep(px(150)).status == 303);
        REQUIRE(analyst.analyse("specialisation").status == 303);
        REQUIRE(analyst.cite("55:lq").status == 303);
        REQUIRE(analyst.cite("41:lq").status == 303);
        REQUIRE(analyst.keep(px(75), {{"version", "1"}}).status == 303);
        const auto too_long = "Texten gäller 2024. " + std::string(1'000, 'x');

        auto second = form_to(analyst.body(desk), "/hanvisningar/2/galler");
        set(second, "skal", too_long);
        const auto refused = analyst.send(second);

        CHECK(refused.status == 422);
        CHECK(form_to(refused.body, "/hanvisningar/2/galler").value_of("skal") == too_long);
        CHECK(form_to(refused.body, "/hanvisningar/1/galler").value_of("skal").empty());
        const auto open = refused.body.find("<details class=\"more\" open>");
        REQUIRE(open != std::string::npos);
        CHECK(refused.body.find("<details class=\"more\" open>", open + 1) == std::string::npos);
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
        CHECK(contains(analyst.read(pages + "/data/1"), "2 tal är under fem och visas inte"));
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

TEST_CASE("whoever weighs nearness and complexity otherwise sees another order, by the address alone") {
    on_each_database([](TestDatabase& database) {
        const Analyst analyst{database};
        REQUIRE(analyst.keep(px(150)).status == 303);
        REQUIRE(analyst.analyse("opportunities").status == 303);
        const auto page = [&](const std::string& weight) {
            const auto body = analyst.site.get(pages + "/korningar/1", "", {{"vikt", weight}}).body;
            const auto at = body.find("id=\"ordning\"");
            REQUIRE(at != body.npos);
            return body.substr(at, body.find("</section>", at) - at);
        };
        CHECK(page("100").find("<option value=\"100\" selected>") != std::string::npos);
        CHECK(page("0").find("<option value=\"0\" selected>") != std::string::npos);
        for (const auto* nonsense : {"", "-1", "101", "mycket", "\"><script>"}) {
            CHECK(page(nonsense).find("<option value=\"50\" selected>") != std::string::npos);
            CHECK(page(nonsense).find("<script>") == std::string::npos);
        }
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

TEST_CASE(
    "a total next to a number of few people gives it away on no page and in no file, nor does the digest") {
    on_each_database([](TestDatabase& database) {
        const Analyst analyst{database};
        const std::string file =
            "kommun,näring,antal\n"
            "2303,55,33\n2303,551,3\n2303,552,10\n2303,553,20\n"
            "2380,55,60\n2380,551,30\n2380,552,15\n2380,553,15\n";
        REQUIRE(analyst.keep(file, {{"titel", "Jobb"}, {"kalla", "SCB"}}).status == 303);

        const auto csv = analyst.read(pages + "/data/1/data.csv").body;
        CHECK(csv.find("\"551\",\"551\",\"\",\"hidden\"") != csv.npos);
        CHECK(csv.find("\"552\",\"552\",\"\",\"hidden\"") != csv.npos);
        CHECK(csv.find("\"20\"") != csv.npos);
        const auto page = analyst.read(pages + "/data/1").body;
        CHECK(page.find("2 tal visas inte därför att en summa") != page.npos);
        CHECK(page.find("visas inte</td>") != page.npos);
        const auto tried = hex(as_text(sha256(file)));
        for (const auto& address : {pages + "/data/1", pages + "/data/1/data.csv", pages})
            CHECK(analyst.read(address).body.find(tried) == std::string::npos);
        CHECK(page.find("hemligt salt") != page.npos);
    });
}

TEST_CASE(
    "an analysis that the statistics cannot answer is not offered, says why, and is refused when it is "
    "sent") {
    on_each_database([](TestDatabase& database) {
        const Analyst analyst{database};
        REQUIRE(analyst.keep(px(150)).status == 303);
        const auto form = analyst.body(desk + "/data/1/korning");

        CHECK(form.find("value=\"specialisation\"") != form.npos);
        CHECK(form.find("value=\"labour_markets\"") == form.npos);
        CHECK(form.find("Pendling kräver två dimensioner") != form.npos);
        CHECK(analyst.analyse("labour_markets").status == 422);
        const std::string people = "kön,ålder,antal\nm,1,50\nk,1,60\n";
        REQUIRE(analyst.keep(people, {{"titel", "Folk"}, {"kalla", "SCB"}}).status == 303);
        const auto none = analyst.body(desk + "/data/2/korning");
        CHECK(none.find("name=\"slag\"") == none.npos);
        CHECK(none.find("Ingen dimension innehåller områden") != none.npos);
    });
}

TEST_CASE("whoever writes a paragraph sees the figures that it rests on, each with what it counts") {
    on_each_database([](TestDatabase& database) {
        const Analyst analyst{database};
        REQUIRE(analyst.keep(px(150), {{"raknar", "sysselsatta"}}).status == 303);
        REQUIRE(analyst.analyse("shift_share").status == 303);
        REQUIRE(analyst.cite("own").status == 303);

        const auto page = analyst.body("/processer/rus-2050/handlaggning/texter/REM/REM-1-p1");
        CHECK(page.find("Egen utveckling, 2326 Berg") == page.npos);
        CHECK(page.find("Egen utveckling, Berg") != page.npos);
        CHECK(page.find("class=\"unit\">sysselsatta<") != page.npos);
        const auto text = analyst.read(paragraph).body;
        CHECK(text.find("class=\"unit\">sysselsatta<") != text.npos);
    });
}

TEST_CASE("every kind of figure that a text may cite says what it counts") {
    for (const auto language : {Language::sv, Language::en}) {
        const auto& words = web::words_of(language);
        AnalysisResult result;
        result.number_columns = {"lq", "own", "largest_share", "entropy", "density"};
        result.rows = {{"55", "Hotell", "more", {}, {1.5, 7.0, 0.2, 3.1, 0.4}}};
        for (const auto& kind : names_of<AnalysisRun::Kind>)
            for (const auto& figure : web::statistics::citable_figures(kind.value, result, words)) {
                CAPTURE(figure.name);
                CHECK_FALSE(figure.unit.empty());
            }
    }
}

TEST_CASE(
    "dimensions, measures and choices stand in Swedish on Swedish pages, whatever the file calls them") {
    on_each_database([](TestDatabase& database) {
        const Analyst analyst{database};
        const std::string file =
            "region,industry,period,value\n2303,55,2019,90\n2380,55,2019,60\n2303,41,2019,70\n2380,41,2019,"
            "50\n";
        REQUIRE(analyst.keep(file, {{"titel", "Jobb"}, {"kalla", "SCB"}, {"raknar", "sysselsatta"}}).status ==
                303);
        auto form = form_to(analyst.body(desk + "/data/1/korning"), "/korning");
        form.fields.emplace_back("slag", "specialisation");
        set(form, "omrade", "23");
        set(form, "niva", "");
        set(form, "omrade", "2303");
        REQUIRE(analyst.send(form).status == 303);

        for (const auto& address : {pages + "/data/1", pages + "/korningar/1"}) {
            const auto page = analyst.read(address).body;
            CAPTURE(address);
            for (const auto* raw : {">region<", ">industry<", ">period<", ">county<", ">value<"})
                CHECK(page.find(raw) == page.npos);
            CHECK(page.find(">Näring") != page.npos);
        }
        CHECK(analyst.read(pages + "/data/1").body.find(">sysselsatta<") != std::string::npos);
        const auto desk_form = analyst.body(desk + "/data/1/korning");
        CHECK(desk_form.find(">industry<") == desk_form.npos);
    });
}

TEST_CASE(
    "a change of the variety is told when it is more than chance, and a missing one is drawn as missing") {
    const auto& words = web::words_of(Language::en);
    const auto told = [&](std::optional<double> before, std::optional<double> after, double error) {
        AnalysisResult result;
        result.texts = {{"from", "2015"}, {"period", "2019"}};
        result.number_columns = {"entropy", "between", "within", "krugman", "total", "error"};
        result.rows = {{"2015", "2015", "", {}, {before, before, 0.0, 0.0, 9.0, error}},
            {"2019", "2019", "", {}, {after, after, 0.0, 0.0, 9.0, error}}};
        return web::statistics::variety_pictures(result, words).front();
    };
    CHECK(told(3.0, 3.06, 0.001).finding == "The industries have become more varied since 2015");
    CHECK(told(3.0, 3.04, 0.001).finding == "The industries are about as varied as in 2015");
    CHECK(told(3.0, 2.9, 0.05).finding == "The industries are about as varied as in 2015");
    CHECK(told(3.0, 2.8, 0.05).finding == "The industries have become less varied since 2015");
    const auto missing = told(3.0, std::nullopt, 0.05);
    CHECK(missing.finding == "How the variety has changed cannot be said: numbers are missing");
    CHECK(missing.bands.front().rows.back().numbers.front() == "missing");
    CHECK(missing.bands.front().rows.back().strip.markup().find("bar") == std::string::npos);
}

TEST_CASE("a place outside the region decides where people go and is not counted as the region's") {
    on_each_database([](TestDatabase& database) {
        const Analyst analyst{database};
        const std::string file =
            "from,to,commuters\n2303,2303,900\n2303,2380,300\n2380,2380,5000\n2380,2303,50\n"
            "2260,2260,800\n2260,2380,20\n2283,2283,700\n";
        REQUIRE(analyst.keep(file, {{"titel", "Pendling"}, {"kalla", "SCB"}}).status == 303);
        auto form = form_to(analyst.body(desk + "/data/1/korning"), "/korning");
        form.fields.emplace_back("slag", "labour_markets");
        set(form, "omrade", "23");
        REQUIRE(analyst.send(form).status == 303);

        const auto page = analyst.read(pages + "/korningar/1").body;
        CHECK(page.find("1 arbetsmarknad i Jämtlands län.") != page.npos);
        CHECK(page.find("2 platser utanför påverkar vart folk åker") != page.npos);
        CHECK(page.find("Utanför länet, räknas inte med") != page.npos);
        form = form_to(analyst.body(desk + "/data/1/korning"), "/korning");
        form.fields.emplace_back("slag", "labour_markets");
        set(form, "omrade", "");
        REQUIRE(analyst.send(form).status == 303);
        CHECK(analyst.read(pages + "/korningar/2").body.find("3 arbetsmarknader i statistiken.") !=
              std::string::npos);
    });
}

TEST_CASE("every mark of opportunities has its name or the number of its row, also on a narrow telephone") {
    web::statistics::Scatter scatter{
        .points = {}, .x_name = "x", .y_name = "y", .good = "good", .title = "all"};
    for (int k = 1; k <= 12; ++k)
        scatter.points.push_back({0.5 + 0.001 * k, 0.5 + 0.001 * k, "Ett mycket långt namn på en näring",
            "n-" + std::to_string(k), web::statistics::Shape::circle, k});
    const auto drawn = web::statistics::drawing_of(scatter, web::words_of(Language::sv)).markup();
    for (int k = 1; k <= 12; ++k) {
        const auto begins = drawn.rfind("href=\"#n-" + std::to_string(k) + "\"");
        const auto mark = drawn.substr(begins, drawn.find("</a>", begins) - begins);
        const bool is_named = mark.find("class=\"name\"") != mark.npos ||
                              mark.find(">" + std::to_string(k) + "</text>") != mark.npos;
        CHECK(is_named);
    }
}

namespace {

const std::string measured =
    "kommun,mått,år,value\n2303,a,2018,77.4\n2313,a,2018,..\n2326,a,2018,70.9\n2380,a,2018,93.8\n"
    "2303,b,2018,20\n2313,b,2018,25\n2326,b,2018,31\n2380,b,2018,8\n"
    "2303,c,2018,-3.5\n2313,c,2018,1.5\n2326,c,2018,-2.5\n2380,c,2018,6.5\n";

/// A measure of four places, one of them missing, and squares for three of them.
struct Mapped : Analyst {
    explicit Mapped(TestDatabase& database) : Analyst{database} {
        RegionMap map;
        map.source = "Egen karta";
        map.digest = std::string(64, 'c');
        const auto square = [](const char* x, const char* y) {
            return std::string{"[[[["} + x + ",62],[" + y + ",62],[" + y + ",63],[" + x + ",63],[" + x +
                   ",62]]]]";
        };
        REQUIRE(database.act([&](auto& act) {
            return app::import_map(act, map,
                {{"2303", "Ragunda", square("14", "15")}, {"2313", "Strömsund", square("15", "16")},
                    {"2326", "Berg", square("16", "17")}});
        }));
        REQUIRE(keep(measured, {{"titel", "Mått"}, {"kalla", "SCB"}}).status == 303);
        auto form = form_to(body(desk + "/data/1/korning"), "/korning");
        form.fields.emplace_back("slag", "indicator_map");
        set(form, "omrade", "23");
        set(form, "bara-1", "a");
        REQUIRE(send(form).status == 303);
    }
};

std::string area_of(const std::string& page, const std::string& code) {
    const auto begins = page.find("href=\"#k-" + code + "\"");
    return begins == page.npos ? std::string{} : page.substr(begins, page.find("</a>", begins) - begins);
}

}  // namespace

TEST_CASE(
    "a map says in its heading what its table says, and each area leads to its row and an inspel about it") {
    on_each_database([](TestDatabase& database) {
        const Mapped analyst{database};
        const auto page = analyst.read(pages + "/korningar/1").body;

        CHECK(page.find("Högst i 2380: 93,8, lägst i 2326: 70,9") != page.npos);
        for (const auto* code : {"2303", "2326"}) {
            CAPTURE(code);
            const auto begins = page.find("id=\"k-" + std::string{code} + "\"");
            REQUIRE(begins != page.npos);
            const auto row = page.substr(begins, page.find("</tr>", begins) - begins);
            const auto told = first_match(row, "class=\"n\">([0-9]+,[0-9]+)<");
            CHECK(first_match(area_of(page, code), "<title>[^:]*: ([0-9]+,[0-9]+)<") == told);
            CHECK(row.find("/inspel/ny") != row.npos);
        }
        CHECK(area_of(page, "2380").empty());  // it has no borders here, and stands in its row
        CHECK(page.find("id=\"k-2380\"") != page.npos);
        CHECK(page.find("Gränser: Egen karta.") != page.npos);
    });
}

TEST_CASE(
    "a place without a number is hatched on the map and missing in its row, never the lowest tint or zero") {
    on_each_database([](TestDatabase& database) {
        const Mapped analyst{database};
        const auto page = analyst.read(pages + "/korningar/1").body;

        const auto area = area_of(page, "2313");
        CHECK(area.find("url(#saknas-wide)") != area.npos);
        CHECK(area.find(": saknas<") != area.npos);
        CHECK(area.find(" k1") == area.npos);
        CHECK(page.find("Randigt: det finns inget tal att visa") != page.npos);
    });
}

TEST_CASE(
    "who is most alike stands in the heading in the order of the rows, and measures may be below zero") {
    on_each_database([](TestDatabase& database) {
        const Mapped analyst{database};
        auto form = form_to(analyst.body(desk + "/data/1/korning"), "/korning");
        form.fields.emplace_back("slag", "neighbours");
        set(form, "omrade", "2326");
        REQUIRE(analyst.send(form).status == 303);

        const auto page = analyst.read(pages + "/korningar/2").body;
        CHECK(page.find("2303 och ") != page.npos);
        CHECK(page.find("id=\"o-2303\"") < page.find("id=\"o-2380\""));
        CHECK(page.find("id=\"m-c\"") != page.npos);
        CHECK(page.find("−2,5") != page.npos);
    });
}

TEST_CASE("what came and went is counted in the heading as it stands in the rows") {
    on_each_database([](TestDatabase& database) {
        const Analyst analyst{database};
        REQUIRE(analyst.keep(px(30)).status == 303);
        REQUIRE(analyst.analyse("entry_exit").status == 303);
        const auto page = analyst.read(pages + "/korningar/1").body;

        const auto came = first_match(page, "-r\">([0-9]+) näring");
        const auto begins = page.find("id=\"egna-byten\"");
        const auto figure = page.substr(begins, page.find("</figure>", begins) - begins);
        const std::regex row{"id=\"n-"};
        const auto rows = std::distance(std::sregex_iterator{figure.begin(), figure.end(), row}, {});
        const auto went = first_match(figure, "och ([0-9]+) försvann");
        CHECK(std::stol(came) + std::stol(went) == rows);
        CHECK(analyst.read(pages + "/korningar/1/bild.svg").status == 200);
    });
}
