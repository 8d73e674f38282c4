#include "support/forms.hpp"

#include "app/statistics/analysis.hpp"
#include "web/statistics/kinds/population/fan.hpp"
#include "web/statistics/kinds/population/projection_words.hpp"
#include "web/statistics/kinds/population/pyramid.hpp"
#include "web/statistics/pictures.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <regex>

using namespace example;
using namespace web::statistics;

namespace {

const std::string pages = "/processer/rus-2050/forutsattningar";
const std::string desk = "/processer/rus-2050/handlaggning/underlag";

/// Every number that the pattern's only group finds.
std::vector<double> numbers_in(const std::string& text, const std::string& pattern) {
    std::vector<double> found;
    const std::regex shape{pattern};
    for (std::sregex_iterator one{text.begin(), text.end(), shape}, end; one != end; ++one)
        found.push_back(std::stod((*one)[1].str()));
    return found;
}

/// The second of each pair of a path: "M8 120L20 90" has 120 and 90.
std::vector<double> heights_in(const std::string& drawing, const std::string& kind) {
    std::smatch path;
    const std::regex shape{"<path class=\"" + kind + "\" d=\"([^\"]+)\""};
    if (!std::regex_search(drawing, path, shape)) return {};
    return numbers_in(path[1].str(), "[ML][0-9.]+ ([0-9.]+)");
}

AnalysisResult result_with(std::vector<AnalysisResult::Row> rows) {
    AnalysisResult result;
    result.texts = {
        {"region_label", "Jämtlands län"}, {"from", "2018"}, {"period", "2048"}, {"later", "2033"}};
    result.text_columns = {"hidden_women", "hidden_men"};
    result.number_columns = {"known", "past", "main", "low", "high", "band_low", "band_high", "error",
        "women", "men", "later_women", "later_men"};
    result.rows = std::move(rows);
    return result;
}

using Number = std::optional<double>;

AnalysisResult::Row year(int year, Number main, Number low, Number high, Number band = {}) {
    const auto name = std::to_string(year);
    const auto lower = band ? Number{*main - *band} : Number{};
    const auto upper = band ? Number{*main + *band} : Number{};
    return {"y" + name, name, "year", {"", ""}, {{}, {}, main, low, high, lower, upper, {}, {}, {}, {}, {}}};
}

AnalysisResult::Row age(
    const std::string& name, Number women, Number men, Number later_women, Number later_men) {
    return {name, name, "age", {women && later_women ? "" : "few", men && later_men ? "" : "withheld"},
        {{}, {}, {}, {}, {}, {}, {}, {}, women, men, later_women, later_men}};
}

std::string words_of_people(double people, const web::Words& words) {
    return words.number(rounded_people(people));
}

/// The file of an analyst: two municipalities in ages of forty years, with all that befalls them.
std::string file() {
    std::string lines = "kommun,kön,ålder,mått,år,value\n";
    const auto add = [&](const std::string& place, const std::string& sex, const std::string& what,
                         const std::string& year, const std::vector<std::string>& by_age) {
        const std::vector<std::string> ages{"0-39", "40-79", "80+", "född"};
        for (std::size_t k = 0; k < by_age.size(); ++k)
            lines += place + "," + sex + "," + ages[k] + "," + what + "," + year + "," + by_age[k] + "\n";
    };
    for (const auto* place : {"2303", "2380"})
        for (const auto* sex : {"kvinnor", "män"})
            for (const auto* year : {"1978", "2018"}) {
                const std::string oldest =
                    std::string{place} == "2303" && std::string{sex} == "män" ? "3" : "150";
                add(place, sex, "folkmängd", year,
                    {"1200", "1100", place == std::string{"2380"} ? "150" : oldest});
                add(place, sex, "dödsrisk", year, {"0.05", "0.4", "0.99", "0.02"});
                add(place, sex, "utflyttning", year, {"0.3", "0.1", "0.05", "0.1"});
                add(place, sex, "inflyttning", year, {"210.5", "90.5", "5.5"});
                if (std::string{sex} == "kvinnor") add(place, sex, "fruktsamhet", year, {"0", "1.7", "0"});
            }
    return lines;
}

}  // namespace

TEST_CASE("in a fan of any numbers each line is drawn where the table says, in both sizes") {
    std::mt19937 random{17};
    std::uniform_real_distribution<double> people{5, 400'000};
    const auto& words = web::words_of(Language::en);
    for (int trial = 0; trial < 50; ++trial) {
        std::vector<AnalysisResult::Row> rows;
        for (const int one : {2018, 2023, 2028, 2048})
            rows.push_back(year(one, people(random), people(random), people(random), people(random)));
        auto result = result_with(rows);
        result.rows.push_back(age("0+", 10, 10, 10, 10));
        const auto picture = projection_pictures(result, words).front();
        Fan fan;
        for (const auto* row : result.noted("year")) {
            const auto number = [&](const char* column) { return result.number(*row, column); };
            fan.years.push_back({std::stoi(row->label), {}, {}, number("main"), number("low"), number("high"),
                number("band_low"), number("band_high")});
        }
        const auto axis = axis_of(fan);
        for (const auto& [size, bottom, height] :
            {std::tuple{DrawnSize::wide, 310.0, 294.0}, {DrawnSize::slim, 270.0, 254.0}}) {
            const auto drawing = drawn(fan, size, words).markup();
            CHECK(picture.drawing.markup().find(heights_in(drawing, "mid").empty() ? "-" : "class=\"mid\"") !=
                  std::string::npos);
            const auto heights = heights_in(drawing, "mid");
            REQUIRE(heights.size() == rows.size());
            for (std::size_t k = 0; k < heights.size(); ++k) {
                const double said = axis.low + (bottom - heights[k]) / height * (axis.high - axis.low);
                CHECK(std::abs(said - *fan.years[k].main) <= (axis.high - axis.low) / height * 0.06);
                CHECK(picture.bands.front().rows[k].numbers[2] == words_of_people(*fan.years[k].main, words));
            }
        }
    }
}

TEST_CASE(
    "in a pyramid of any numbers each bar is as long as the table says, and none is drawn where none is "
    "shown") {
    std::mt19937 random{19};
    std::uniform_int_distribution<int> people{5, 9000};
    const auto& words = web::words_of(Language::en);
    for (int trial = 0; trial < 50; ++trial) {
        const auto some = [&]() -> Number {
            return people(random) % 7 == 0 ? Number{} : Number{people(random)};
        };
        std::vector<AnalysisResult::Row> rows{year(2018, 9, 9, 9), year(2048, 9, 9, 9)};
        for (const auto* name : {"90+", "80–89", "0–79"})
            rows.push_back(age(name, some(), some(), some(), some()));
        const auto result = result_with(rows);
        const auto picture = projection_pictures(result, words)[1];
        double most = 1;
        for (const auto* row : result.noted("age"))
            for (const auto* column : {"men", "women", "later_men", "later_women"})
                most = std::max(most, result.number(*row, column).value_or(0));

        const auto drawing = picture.alone.markup();
        const double reach = (680.0 - 64) / 2 - 12;
        for (const auto* sex : {"men", "women"}) {
            const auto widths =
                numbers_in(drawing, std::string{"<rect class=\""} + sex + "\"[^>]* width=\"([0-9.]+)\"");
            std::size_t at = 0;
            for (std::size_t k = 0; k < 3; ++k) {
                const auto number = result.number(*result.noted("age")[k], sex);
                const auto& told = picture.bands.front().rows[k].numbers[sex == std::string{"men"} ? 0 : 1];
                if (!number) {
                    CHECK((told == "fewer than 5" || told == "not shown"));
                    continue;
                }
                REQUIRE(at < widths.size());
                CHECK(std::abs(widths[at++] - *number / most * reach) < 0.11);
                CHECK(told == words.number(std::llround(*number)));
            }
            CHECK(at == widths.size());
        }
    }
}

TEST_CASE("the headings of people to come say what the numbers say, at each of their bounds") {
    const auto& words = web::words_of(Language::en);
    const auto told = [&](double start, double low, double high) {
        return fan_finding(
            result_with({year(2018, start, start, start), year(2048, (low + high) / 2, low, high)}), words);
    };
    CHECK(told(1000, 1010, 1200) == "More people in all three scenarios: 1010 to 1200 in 2048");
    CHECK(told(1000, 1004, 1200) == "It may go either way: 1000 to 1200 people in 2048");
    CHECK(told(1000, 800, 990) == "Fewer people in all three scenarios: 800 to 990 in 2048");
    CHECK(told(1000, 800, 999) == "Fewer people in all three scenarios: 800 to 999 in 2048");
    CHECK(fan_finding(result_with({year(2018, 1000, 1000, 1000), year(2048, 1500, 1100, 1200)}), words) ==
          "More people in all three scenarios: 1100 to 1500 in 2048");
    CHECK(rounded_people(12'449) == 12'400);
    CHECK(rounded_people(9'994) == 9'990);
    CHECK(rounded_people(994.4) == 994);

    const auto old = [&](double now, double later) {
        auto result = result_with({year(2018, 9, 9, 9), year(2033, 9, 9, 9)});
        result.numbers = {{"old_now", now}, {"old_later", later}};
        return pyramid_finding(result, words);
    };
    CHECK(old(100, 150) == "Those who are 80 or older become 50 more by 2033");
    CHECK(old(100, 98.5) == "Those who are 80 or older are about as many in 2033");
    CHECK(old(100, 60) == "Those who are 80 or older become 40 fewer by 2033");
    CHECK(pyramid_finding(result_with({year(2033, 12'345, 9, 9)}), words) ==
          "12,300 people in 2033 in the main scenario");
}

TEST_CASE("people who are known are told exactly, and those to come as exactly as they can be") {
    const auto& words = web::words_of(Language::en);
    auto now = year(2018, 130'284, 130'284, 130'284);
    now.numbers[0] = 130'284;
    auto result = result_with({now, year(2048, 131'289, 120'512, 140'151)});
    result.rows.push_back(age("0+", 10, 10, 10, 10));
    for (const auto* code : {"2303", "2380"})
        result.rows.push_back(
            {code, code, "place", {"", ""}, {10'284, {}, 11'289, {}, {}, {}, {}, {}, {}, {}, {}, {}}});

    const auto pictures = projection_pictures(result, words);
    const auto& years = pictures.front().bands.front().rows;
    for (std::size_t k = 0; k < 4; ++k) CHECK(years[0].numbers[k] == words.number(130'284));
    CHECK(years[1].numbers[2] == words.number(131'300));
    CHECK(fan_in_words(result, words).find(words.number(130'284)) != std::string::npos);
    CHECK(fan_in_words(result, words).find(words.number(131'300)) != std::string::npos);
    const auto figure = [&](const char* key) {
        return citable_figure(AnalysisRun::Kind::projection, result, key, words)->value;
    };
    CHECK(figure("y2018:main") == words.number(130'284));
    CHECK(figure("y2048:main") == words.number(131'300));
    CHECK(figure("2303:main") == words.number(11'300));
    const auto& place = pictures.back().bands.front().rows.front();
    CHECK(place.numbers[0] == words.number(10'284));
    CHECK(place.numbers[1] == words.number(11'300));
}

TEST_CASE("a test of some of the places says of how many, and draws no error of all") {
    const auto& words = web::words_of(Language::en);
    auto result = result_with({year(2018, 1000, 900, 1100), year(2048, 1000, 900, 1100)});
    result.rows.push_back(age("0+", 10, 10, 10, 10));
    CHECK(untested_text(result, words) == "not tested");

    result.numbers = {{"places", 8}, {"tested_places", 3}, {"mean_error", 0.02}};

    CHECK(untested_text(result, words) == "tested in 3 of 8 places");
    CHECK(test_text(result, words).starts_with("Tested in 3 of 8 places"));
    const auto fan = projection_pictures(result, words).front();
    CHECK(fan.facts.markup().find("tested in 3 of 8 places") != std::string::npos);
    CHECK(fan.drawing.markup().find("class=\"fan\"") == std::string::npos);
}

TEST_CASE("an analyst projects a file, sees how sure it is, and who is left out because of few people") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto session = site.session(Role::editor, site.world.revision);
        auto request = site.request(web::http::Method::post, desk + "/inlasning", session);
        request.uploads.push_back({"fil", "folk.csv", file()});
        auto form = form_to(site.answer(request).body, "/inlasning");
        for (const auto& [name, value] : {std::pair{"titel", "Folk"}, {"kalla", "SCB"}, {"licens", "CC0"}})
            set(form, name, value);
        REQUIRE(site.post_as_it_is(form.action, session, form.fields).status == 303);
        form = form_to(site.get(desk + "/data/1/korning", session).body, "/korning");
        form.fields.emplace_back("slag", "projection");
        set(form, "omrade", "23");
        set(form, "ar", "50");
        REQUIRE(site.post_as_it_is(form.action, session, form.fields).status == 303);

        const auto page = site.get(pages + "/korningar/1").body;
        CHECK(page.find("Bakåtprov: när samma metod fick börja 1978") != page.npos);
        CHECK(page.find("class=\"fan\"") != page.npos);
        CHECK(page.find("id=\"pyramid\"") != page.npos);
        CHECK(page.find("4900 invånare") != page.npos);
        CHECK(site.get(pages + "/korningar/1/resultat.csv")
                  .body.find("\"2303\",\"2303\",\"few\",\"\",\"\",\"\"") != std::string::npos);
        const auto svg = site.get(pages + "/korningar/1/bild.svg", "", {{"bild", "pyramid"}}).body;
        CHECK(svg.starts_with("<svg xmlns="));
        CHECK(svg.find("class=\"women\"") != svg.npos);

        form = form_to(site.get(desk + "/data/1/korning", session).body, "/korning");
        form.fields.emplace_back("slag", "projection");
        set(form, "omrade", "2303");
        CHECK(site.post_as_it_is(form.action, session, form.fields).status == 422);
        set(form, "omrade", "23");
        set(form, "fran", "");
        set(form, "ar", "50");
        REQUIRE(site.post_as_it_is(form.action, session, form.fields).status == 303);
        const auto untested = site.get(pages + "/korningar/2").body;
        CHECK(untested.find("Inte prövat: ingen har prövat") != untested.npos);
        CHECK(untested.find("class=\"fan\"") == untested.npos);
    });
}

TEST_CASE("an analyst assumes something else, and the page, the table and the next form say what") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto session = site.session(Role::editor, site.world.revision);
        auto request = site.request(web::http::Method::post, desk + "/inlasning", session);
        request.uploads.push_back({"fil", "folk.csv", file()});
        auto form = form_to(site.answer(request).body, "/inlasning");
        for (const auto& [name, value] : {std::pair{"titel", "Folk"}, {"kalla", "SCB"}, {"licens", "CC0"}})
            set(form, name, value);
        REQUIRE(site.post_as_it_is(form.action, session, form.fields).status == 303);
        const auto begun = [&] {
            form = form_to(site.get(desk + "/data/1/korning", session).body, "/korning");
            form.fields.emplace_back("slag", "projection");
            set(form, "omrade", "23");
            set(form, "ar", "50");
        };
        const auto send = [&] { return site.post_as_it_is(form.action, session, form.fields); };
        begun();

        REQUIRE(form.value_of("utan-flyttning") == "ja");
        set(form, "antagande-2", "mycket");
        const auto refused = send();
        CHECK(refused.status == 422);
        CHECK(refused.body.find("href=\"#antagande-2\"") != refused.body.npos);
        CHECK(refused.body.find("value=\"mycket\"") != refused.body.npos);
        CHECK(refused.body.find("<details open>") != refused.body.npos);

        begun();
        set(form, "antagande-2", "0,85");
        REQUIRE(send().status == 303);
        const auto page = site.get(pages + "/korningar/1").body;
        CHECK(page.find("<dt>Låg: inflyttade, gånger</dt><dd>0,85</dd>") != page.npos);
        CHECK(page.find("Hög: födda, gånger</dt>") == page.npos);
        CHECK(page.find("inflyttade × 0,85") != page.npos);
        CHECK(page.find("<dt>Om ingen flyttade</dt>") != page.npos);
        const auto table = site.get(pages + "/korningar/1/resultat.csv").body;
        CHECK(table.find("no_moving") != table.npos);

        begun();
        set(form, "antagande-2", "0,8");
        set(form, "utan-flyttning", "");
        REQUIRE(send().status == 303);
        const auto usual = site.get(pages + "/korningar/2").body;
        CHECK(usual.find("Om ingen flyttade") == usual.npos);
        CHECK(usual.find("gånger</dt>") == usual.npos);
        begun();
        set(form, "utan-flyttning", "");
        REQUIRE(send().status == 303);
        CHECK(site.get(pages + "/korningar/3").status == 404);
    });
}
