#include "app/own_page/own_page.hpp"
#include "app/site/description.hpp"
#include "store/mail/mail_store.hpp"
#include "store/privacy/all_tables.hpp"
#include "store/site/description_store.hpp"
#include "support/forms.hpp"
#include "support/law_pages.hpp"
#include "support/markup.hpp"
#include "support/sign_in_provider.hpp"
#include "web/frame/cookies.hpp"
#include "web/law/personal_columns.hpp"
#include "web/ui/assets.hpp"

#include <filesystem>
#include <fstream>

using namespace example;
using web::http::Method;

namespace {

const std::vector<std::string> for_programs{
    "/.well-known/security.txt", "/robots.txt", "/sitemap.xml", "/favicon.ico"};

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

namespace {

std::string token_of_invited(const TestSite& site) {
    return site.database
        .act(site.world.revision,
            [&](auto& act) -> Result<std::string> {
                const auto invited = app::invite(act, {{}, "eva@example.org", "Eva"}, Role::viewer).value();
                return app::make_sign_in_link(act, invited.user.id);
            })
        .value();
}

std::string token_of_own_link(const TestSite& site) {
    (void)site.database.act_as(Actor::anybody(), {},
        [&](auto& act) { return app::request_own_link(act, "bo@example.org", "sv", secret); });
    return app::own_link_token(store::mail_to(*site.database.db, "bo@example.org").back(), secret);
}

std::set<std::string> cookies_listed() {
    std::set<std::string> listed;
    for (const auto* cookie : web::all_cookies) listed.insert(std::string{cookie->name});
    return listed;
}

}  // namespace

TEST_CASE("who signs in and who votes gets the cookies of the page, and whoever reads and writes gets none") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        TestProvider provider{.now = &database.now};
        site.web_site.door->providers.push_back(
            std::make_shared<const openid::Provider>(settings_of(provider), provider.ask()));
        const auto content = fill(site, "lugn");
        const auto leader = site.session(Role::process_leader, site.world.revision);
        std::set<std::string> seen;
        const auto note = [&](const web::Response& response) {
            for (auto& name : cookies_set_by(response)) seen.insert(std::move(name));
        };
        for (const auto& form : forms_offered(site, content, ""))
            note(site.post_as_it_is(form.action, "", form.fields));
        note(site.post_as_it_is("/inloggning/" + token_of_invited(site), "", {}));
        note(site.post_as_it_is("/mina-sidor/lank/" + token_of_own_link(site), "", {}));
        note(site.post_as_it_is("/inloggning/passnyckel/fraga", "", {}));
        note(site.post_as_it_is("/utloggning", leader, {}));
        note(site.get("/inloggning/hos/regionen"));
        CHECK(seen == cookies_listed());
    });
}
