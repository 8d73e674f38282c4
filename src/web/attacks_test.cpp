#include "support/forms.hpp"

#include "store/privacy/all_tables.hpp"

#include <map>

/// What a signed-in stranger, or another site's page, tries on every route there is.
using namespace example;
using web::http::Method;

namespace {

/// Words that stand in all that the victim's process holds, and nowhere else.
const std::string marked_text = "Vintergatan";

/// Every row of every table, but what says when somebody was seen.
std::multiset<std::string> all_rows(TestDatabase& database) {
    std::multiset<std::string> rows;
    for (const auto& noun : store::all_tables())
        for (const auto& table : noun.tables) {
            const std::string name{table.name};
            if (name == "session" || name == "tally" || name == "inspel_search" || name == "desk_search")
                continue;
            std::string columns;
            for (const auto& column : table.columns)
                columns += (columns.empty() ? "" : " || '|' || ") +
                           ("coalesce(hex(" + std::string{column.name} + "), '-')");
            for (const auto& row : database.db->run("SELECT " + columns + " AS whole FROM " + name))
                rows.insert(name + ": " + row.text("whole"));
        }
    return rows;
}

std::string first_missing(const std::multiset<std::string>& before, const std::multiset<std::string>& after) {
    for (const auto& row : before)
        if (!after.contains(row)) return row;
    return {};
}

std::string in_other_process(std::string address) {
    const std::string own = "/rus-2050";
    if (const auto at = address.find(own); at != address.npos) address.replace(at, own.size(), "/annan");
    return address;
}

bool names_something(std::string_view pattern) {
    return pattern.find("{process}") != pattern.npos &&
           pattern.find('{', pattern.find("{process}") + 1) != pattern.npos;
}

web::Response send(const TestSite& site, const PageForm& form, const std::string& session) {
    auto request = site.request(Method::post, form.action, session);
    request.form.insert(request.form.end(), form.fields.begin(), form.fields.end());
    return site.answer(request);
}

}  // namespace

TEST_CASE("what belongs to one process is neither read, nor changed, below the address of another") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        const auto content = fill(site, marked_text);
        const auto victim = site.session(Role::process_leader, site.world.revision);
        const auto stranger = site.session(Role::process_leader, site.other.revision);
        const auto offered = forms_offered(site, content, victim);
        const auto before = all_rows(database);

        for (const auto& route : site.router.routes()) {
            if (route.method != Method::get || !route.address.is_in_process()) continue;
            const auto address = in_other_process(address_in(content, route.address));
            CAPTURE(address);
            const auto answer = site.get(address, stranger);
            CHECK(answer.status < 500);
            CHECK_FALSE(contains(answer, marked_text));
        }
        std::set<std::string_view> offered_patterns;
        const auto changes_nothing = [&](PageForm form) {
            form.action = in_other_process(form.action);
            CAPTURE(form.action);
            CHECK(send(site, form, stranger).status < 500);
            CHECK(first_missing(before, all_rows(database)) == "");
        };
        for (const auto& form : offered) {
            const auto& route = route_of(site, form);
            if (!route.address.is_in_process()) continue;
            offered_patterns.insert(route.address.pattern());
            changes_nothing(form);
        }
        for (const auto& route : site.router.routes()) {
            const auto pattern = route.address.pattern();
            const bool is_new = names_something(pattern) && !offered_patterns.contains(pattern);
            if (route.method == Method::post && is_new)
                changes_nothing({address_in(content, route.address), {}});
        }
        CHECK(offered_patterns.size() > 40);
    });
}

TEST_CASE("whatever is sent without the token of one's own session is refused, and changes nothing") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        const auto content = fill(site, marked_text);
        const auto own = site.session(Role::process_leader, site.world.revision);
        const auto older = site.csrf(site.session(Role::process_leader, site.world.revision));
        const auto others = site.csrf(site.session(Role::handler, site.world.revision));
        const auto elsewhere = site.csrf(site.session(Role::process_leader, site.other.revision));
        const auto right = site.csrf(own);
        REQUIRE(older != right);
        const auto offered = forms_offered(site, content, own);
        const auto before = all_rows(database);

        for (const auto& route : site.router.routes()) {
            if (route.method != Method::post) continue;
            PageForm form{address_in(content, route.address), {}};
            for (const auto& known : offered)
                if (fits(route.address.pattern(), known.action)) form = known;
            CAPTURE(form.action);
            auto request = site.request(Method::post, form.action, own);
            const auto refused = [&](const web::http::Fields& token, const web::http::Fields& query) {
                request.form = form.fields;
                request.form.insert(request.form.begin(), token.begin(), token.end());
                request.query = query;
                CHECK(site.answer(request).status == 403);
            };
            refused({}, {});
            refused({}, {{"bevis", right}});
            for (const auto& token : {std::string{}, older, others, elsewhere, right + "0", right.substr(1),
                     text::lower(right), " " + right, own})
                refused({{"bevis", token}}, {});
            refused({{"bevis", others}, {"bevis", right}}, {});  // the first is what counts
            refused({{"BEVIS", right}}, {});
        }
        CHECK(first_missing(before, all_rows(database)) == "");
        CHECK(all_rows(database).size() == before.size());
    });
}

TEST_CASE("nothing is sent for a page of another site, from anybody, to any address") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        const auto content = fill(site, marked_text);
        const auto leader = site.session(Role::process_leader, site.world.revision);
        const auto before = all_rows(database);
        const std::vector<std::pair<std::string, std::string>> foreign{{"sec-fetch-site", "cross-site"},
            {"sec-fetch-site", "same-site"}, {"sec-fetch-site", "x"}, {"origin", "https://evil.example"},
            {"origin", "null"}, {"origin", "http://localhost:8080.evil.example"},
            {"origin", "http://evil.example/localhost:8080"}, {"origin", "http://localhost:80800"},
            {"origin", "http://localhost"}, {"origin", "localhost:8080"}};
        for (const auto& route : site.router.routes()) {
            if (route.method != Method::post) continue;
            for (const auto& session : {std::string{}, leader})
                for (const auto& [name, value] : foreign) {
                    auto request = site.request(Method::post, address_in(content, route.address), session);
                    request.headers[name] = value;
                    CAPTURE(request.path);
                    CAPTURE(value);
                    CHECK(site.answer(request).status == 403);
                }
        }
        CHECK(all_rows(database) == before);
    });
}

TEST_CASE("every form with a file is sent where a file is taken, and long texts where they are") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        const auto content = fill(site, marked_text);
        const web::http::Options options;
        for (const auto& session : {std::string{}, site.session(Role::process_leader, site.world.revision)})
            for (const auto& route : site.router.routes()) {
                if (route.method != Method::get) continue;
                const auto page = site.get(address_in(content, route.address), session).body;
                for (const auto& form : forms_in(page)) {
                    CAPTURE(form.action);
                    const auto most =
                        site.router.body_rule(site.request(Method::post, form.action), options).most;
                    const auto at = page.find("action=\"" + form.action + "\" enctype=");
                    if (at != page.npos) CHECK(most >= options.max_body);
                    std::size_t typed = 0;
                    for (const auto& [name, value] : form.fields) typed += name.size() + 3 * value.size();
                    CHECK(typed < most / 2);
                }
            }
    });
}
