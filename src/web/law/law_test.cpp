#include "app/site/description.hpp"
#include "store/privacy/all_tables.hpp"
#include "store/site/description_store.hpp"
#include "support/forms.hpp"
#include "support/markup.hpp"
#include "web/frame/cookies.hpp"
#include "web/law/personal_columns.hpp"
#include "web/ui/assets.hpp"

#include <filesystem>
#include <fstream>

using namespace example;
using web::http::Method;

namespace {

const std::string desk = "/processer/rus-2050/handlaggning/webbplats/";
const std::vector<std::string> law_pages{"/tillganglighet", "/personuppgifter", "/kakor", "/kontakt"};
const std::vector<std::string> for_programs{
    "/.well-known/security.txt", "/robots.txt", "/sitemap.xml", "/favicon.ico"};

SiteDescription filled_with(const std::string& text) {
    SiteDescription description;
    for (const auto& setting : site_settings) {
        const bool is_mail =
            setting.shape == SiteSetting::Shape::email || setting.shape == SiteSetting::Shape::email_or_https;
        if (setting.line)
            description.*setting.line = is_mail ? std::string{setting.name} + "@example.org" : text;
        else
            description.*setting.words = {text, text};
    }
    description.compliance = SiteDescription::Compliance::partial;
    description.examined_on = today;
    return description;
}

void describe(const TestSite& site, const SiteDescription& description) {
    site.database.act(site.world.revision, [&](auto& act) { return app::describe_site(act, description); })
        .value();
}

PageForm lack_form(const TestSite& site) {
    return forms_in(site.get("/tillganglighet").body).front();
}

std::string header(const web::Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers)
        if (key == name) return value;
    return {};
}

std::vector<std::string> cookies_set_by(const web::Response& response) {
    std::vector<std::string> names;
    for (const auto& [key, value] : response.headers)
        if (key == "Set-Cookie") names.push_back(value.substr(0, value.find('=')));
    return names;
}

}  // namespace

TEST_CASE("before anything is filled in each page of the law's answers and names what is missing") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        for (const auto& page : law_pages) {
            CAPTURE(page);
            const auto answer = site.get(page);
            CHECK(answer.status == 200);
            CHECK(contains(answer, "inte ifyllt") == (page != "/kakor"));
        }
        for (const auto& file : for_programs) CHECK(site.get(file).status == 200);
        CHECK(contains(site.get("/.well-known/security.txt"), "Contact: mailto:rus@example.org"));
        CHECK(contains(site.get("/.well-known/security.txt"), "# "));
    });
}

TEST_CASE("what is filled in stands on the page that it is about, and nothing is missing") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        auto description = filled_with("ord");
        description.postal_address = "Box 1\n800 00 Staden";
        describe(site, description);

        for (const auto& page : law_pages) CHECK_FALSE(contains(site.get(page), "inte ifyllt"));
        const auto contact = site.get("/kontakt");
        CHECK(contains(contact, "Box 1<br>800 00 Staden"));
        CHECK(contains(contact, "mailto:registrator-epost@example.org"));
        CHECK(contains(site.get("/personuppgifter"), "mailto:ombud-epost@example.org"));
        CHECK(contains(site.get("/tillganglighet"), "Delvis förenlig"));
        const auto security = site.get("/.well-known/security.txt");
        CHECK(contains(security, "Contact: mailto:sakerhet@example.org\n"));
        CHECK(contains(security, "Expires: 2027-"));
        CHECK_FALSE(contains(security, "#"));
    });
}

TEST_CASE("hostile words that are filled in stay words, on the pages and on the desk") {
    for (const auto& text : markup::hostile_texts()) {
        CAPTURE(text);
        detail::on_sqlite([&](TestDatabase& database) {
            TestSite site{database};
            describe(site, filled_with(text));
            auto form = lack_form(site);
            set(form, "text", text + "!");
            set(form, "kontakt", text);
            site.post_as_it_is(form.action, "", form.fields);
            const auto session = site.session(Role::process_leader, site.world.revision);
            for (const auto& page : law_pages) CHECK(what_is_wrong_with(site.get(page).body) == "");
            for (const auto* page : {"om-webbplatsen", "hinder"}) {
                const auto answer = site.get(desk + page, session);
                CHECK(answer.status == 200);
                CHECK(what_is_wrong_with(answer.body) == "");
            }
        });
    }
}

TEST_CASE("the leader fills in what is missing, and nobody else sees or sends the form") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto leader = site.session(Role::process_leader, site.world.revision);
        const auto page = site.get(desk + "om-webbplatsen", leader);
        CHECK(contains(page, "Det här kräver lagen"));
        auto form = forms_in(page.body).back();
        REQUIRE(form.has("agare"));
        set(form, "agare", "Region Tjärnlandet");
        set(form, "tider", "vardagar 8–16");
        CHECK(site.post_as_it_is(form.action, leader, form.fields).status == 303);
        CHECK(contains(site.get("/kontakt"), "Region Tjärnlandet"));

        for (const auto role : {Role::viewer, Role::moderator, Role::editor, Role::handler}) {
            const auto other = site.session(role, site.world.revision);
            CHECK(site.get(desk + "om-webbplatsen", other).status == 403);
            CHECK(site.get(desk + "hinder", other).status == 403);
            CHECK(site.post_as_it_is(form.action, other, form.fields).status == 403);
        }
        CHECK(database.db->run("SELECT id FROM site_description").size() == 1);
    });
}

TEST_CASE("a wrong address comes back with all that was typed, and what was said before stays in its row") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        describe(site, filled_with("förr"));
        const auto leader = site.session(Role::process_leader, site.world.revision);
        auto form = forms_in(site.get(desk + "om-webbplatsen", leader).body).back();
        set(form, "epost", "ingen adress");
        set(form, "agare", "Nytt namn");
        const auto refused = site.post_as_it_is(form.action, leader, form.fields);
        CHECK(refused.status == 422);
        CHECK(contains(refused, "Nytt namn"));
        CHECK(contains(refused, "href=\"#epost\""));
        set(form, "epost", "a@example.org");
        CHECK(site.post_as_it_is(form.action, leader, form.fields).status == 303);
        const auto rows = database.db->run("SELECT owner FROM site_description ORDER BY id");
        REQUIRE(rows.size() == 2);
        CHECK(rows[0].text("owner") == "förr");
        CHECK(rows[1].text("owner") == "Nytt namn");
    });
}

TEST_CASE("a report of a lack is kept once, reaches the desk, and its contact goes when it is closed") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        auto form = lack_form(site);
        set(form, "text", "Kartan läses inte upp.");
        set(form, "kontakt", "070-174 06 05");
        const auto sent = site.post_as_it_is(form.action, "", form.fields);
        REQUIRE(sent.status == 303);
        CHECK(
            header(site.post_as_it_is(form.action, "", form.fields), "Location") == header(sent, "Location"));
        CHECK(database.db->run("SELECT id FROM lack_report").size() == 1);
        CHECK_FALSE(contains(site.get("/tillganglighet"), "Kartan läses"));

        const auto leader = site.session(Role::process_leader, site.world.revision);
        const auto page = site.get(desk + "hinder", leader);
        CHECK(contains(page, "Kartan läses inte upp."));
        CHECK(contains(page, "070-174 06 05"));
        CHECK(contains(site.get("/processer/rus-2050/handlaggning/webbplats", leader), "1 anmälan väntar"));
        for (const auto& close : forms_in(page.body))
            if (close.action.ends_with("/klart"))
                CHECK(site.post_as_it_is(close.action, leader, close.fields).status == 303);
        const auto kept = store::lack_reports(*database.db, 10).front();
        CHECK(kept.contact.empty());
        CHECK(kept.text == "Kartan läses inte upp.");
        CHECK(store::open_lack_reports(*database.db) == 0);
    });
}

TEST_CASE("an empty report, and one with a key that is not ours, are refused with what was typed") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        auto form = lack_form(site);
        set(form, "kontakt", "min@adress.example");
        const auto empty = site.post_as_it_is(form.action, "", form.fields);
        CHECK(empty.status == 422);
        CHECK(contains(empty, "min@adress.example"));
        set(form, "text", "Mina ord");
        set(form, "nyckel", "påhittad");
        const auto forged = site.post_as_it_is(form.action, "", form.fields);
        CHECK(forged.status == 422);
        CHECK(contains(forged, "Mina ord"));
        CHECK(database.db->run("SELECT id FROM lack_report").empty());
    });
}

TEST_CASE("every column that is a person's has its words on the page, and no other column has") {
    std::set<std::string> of_people;
    for (const auto& noun : store::all_tables())
        for (const auto& table : noun.tables)
            for (const auto& column : table.columns)
                if (sql::is_of_a_person(column.privacy))
                    of_people.insert(std::string{table.name} + '.' + std::string{column.name});
    std::set<std::string> with_words;
    for (const auto& thing : web::law::personal_things())
        for (const auto& column : thing.columns) {
            CAPTURE(column);
            CHECK(with_words.insert(std::string{column}).second);
            CHECK(of_people.count(std::string{column}) == 1);
        }
    for (const auto& column : of_people) {
        CAPTURE(column);
        CHECK_MESSAGE(with_words.count(column) == 1,
            "say in web/law/personal_columns.cpp what is kept there, why, how long and who sees it");
    }
    detail::on_sqlite([&](TestDatabase& database) {
        TestSite site{database};
        const auto page = site.get("/personuppgifter");
        for (const auto& column : of_people) CHECK(contains(page, "<code>" + column + "</code>"));
    });
}

TEST_CASE("the page on cookies has those that are set, by one function, and no others") {
    std::set<std::string> sources;
    for (const auto& file : std::filesystem::recursive_directory_iterator{"src"}) {
        const auto path = file.path().string();
        if (file.path().extension() != ".cpp" || path.ends_with("_test.cpp")) continue;
        std::ifstream stream{file.path()};
        const std::string source{std::istreambuf_iterator<char>{stream}, {}};
        if (source.find("\"Set-Cookie\"") != std::string::npos) sources.insert(path);
    }
    CHECK(sources == std::set<std::string>{"src/web/frame/cookies.cpp"});
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        const auto page = site.get("/kakor");
        for (const auto* cookie : web::all_cookies)
            CHECK(contains(page, "<code>" + std::string{cookie->name} + "</code>"));
    });
}

TEST_CASE("who signs in and who votes gets the cookies of the page, and whoever reads and writes gets none") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        const auto content = fill(site, "lugn");
        const auto leader = site.session(Role::process_leader, site.world.revision);
        std::set<std::string> seen;
        const auto note = [&](const web::Response& response) {
            for (auto& name : cookies_set_by(response)) seen.insert(std::move(name));
        };
        for (const auto& form : forms_offered(site, content, ""))
            note(site.post_as_it_is(form.action, "", form.fields));
        const auto token = database.act(site.world.revision, [&](auto& act) -> Result<std::string> {
            const auto invited = app::invite(act, {{}, "eva@example.org", "Eva"}, Role::viewer).value();
            return app::make_sign_in_link(act, invited.user.id);
        });
        note(site.post_as_it_is("/inloggning/" + *token, "", {}));
        note(site.post_as_it_is("/utloggning", leader, {}));
        std::set<std::string> listed;
        for (const auto* cookie : web::all_cookies) listed.insert(std::string{cookie->name});
        CHECK(seen == listed);
    });
}

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
