#include "domain/site/logotype.hpp"

#include "app/inspel/sent_file.hpp"
#include "support/forms.hpp"
#include "support/markup.hpp"
#include "support/pictures.hpp"

using namespace example;
using web::http::Method;

namespace {

const std::string form_address = "/processer/rus-2050/handlaggning/webbplats/logotyp";
const std::string start = "/processer/rus-2050";

/// The address of the region's own mark on the page; empty where it has none.
std::string mark_on(const std::string& page) {
    const auto at = page.find("/logotyp/");
    return at == page.npos ? std::string{} : page.substr(at, page.find('"', at) - at);
}

/// A leader who has the form open.
struct Leader {
    TestSite site;
    std::string session = site.session(Role::process_leader, site.world.revision);
    web::http::Fields form = form_to(site.get(form_address, session).body, "/logotyp").fields;

    explicit Leader(TestDatabase& database) : site{database} {}

    web::Response send(const std::string& bytes, const std::string& name = "logotyp.png") {
        auto asked = site.request(Method::post, form_address, session);
        asked.form = form;
        asked.form.emplace_back("bevis", site.csrf(session));
        if (!bytes.empty()) asked.uploads.push_back({"fil", name, bytes});
        return site.answer(asked);
    }
    void open_again() { form = form_to(site.get(form_address, session).body, "/logotyp").fields; }
};

}  // namespace

TEST_CASE("a region's logotype stands on every page as soon as it is saved, until it is taken away") {
    if (!app::can_redraw()) return;
    on_each_database([](TestDatabase& database) {
        Leader leader{database};
        CHECK(mark_on(leader.site.get(start).body).empty());

        REQUIRE(leader.send(grey_png(400, 100)).status == 303);
        const auto mark = mark_on(leader.site.get(start).body);
        REQUIRE(!mark.empty());
        for (const auto* page : {"/", "/kontakt", "/finns-inte"})
            CHECK(mark_on(leader.site.get(page).body) == mark);
        const auto picture = leader.site.get(mark);
        CHECK(picture.content_type == "image/png");
        CHECK(header(picture, "Content-Security-Policy") == "default-src 'none'; sandbox");
        CHECK(header(picture, "Cache-Control").find("immutable") != std::string::npos);

        leader.open_again();
        leader.form.emplace_back("gor", "ta-bort");
        REQUIRE(leader.send("").status == 303);
        CHECK(mark_on(leader.site.get(start).body).empty());
        CHECK(leader.site.get(mark).status == 404);
    });
}

TEST_CASE("a logotype that would be blurred, heavy, no picture or a page is refused with what to do") {
    if (!app::can_redraw()) return;
    on_each_database([](TestDatabase& database) {
        Leader leader{database};
        const std::string drawing =
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
        for (const auto& [bytes, says] : std::vector<std::pair<std::string, std::string>>{{"", "Välj en fil"},
                 {drawing, "PNG eller JPEG"}, {grey_png(400, 79), "79 bildpunkter"},
                 {grey_png(601, 100), "6 gånger"}, {grey_png(100, 201), "dubbelt så hög"},
                 {grey_png(400, 100).substr(0, 60), "”logotyp.png”"}}) {
            INFO(says);
            const auto refused = leader.send(bytes);
            CHECK(refused.status == 422);
            CHECK(contains(refused, says));
        }
        CHECK(database.db->run("SELECT id FROM site_logotype").empty());
    });
}

TEST_CASE("a picture that hides a page after its end is kept as the picture alone") {
    if (!app::can_redraw()) return;
    on_each_database([](TestDatabase& database) {
        Leader leader{database};
        REQUIRE(leader.send(grey_png(400, 100) + "<script>alert(1)</script>").status == 303);
        const auto picture = leader.site.get(mark_on(leader.site.get(start).body));
        CHECK(picture.body.find("script") == std::string::npos);
    });
}

TEST_CASE("of two who choose a logotype at the same time, the second is told that it has changed") {
    if (!app::can_redraw()) return;
    on_each_database([](TestDatabase& database) {
        Leader leader{database};
        REQUIRE(leader.send(grey_png(400, 100)).status == 303);
        CHECK(leader.send(grey_png(300, 100)).status == 409);
        CHECK(database.db->run("SELECT id FROM site_logotype").size() == 1);
    });
}

TEST_CASE("the bounds of a logotype are those that it says") {
    CHECK(checked_logotype(grey_png(480, 80)));
    CHECK_FALSE(checked_logotype(grey_png(481, 80)));
    CHECK(checked_logotype(grey_png(80, 160)));
    CHECK_FALSE(checked_logotype(grey_png(79, 160)));
    CHECK_FALSE(checked_logotype(grey_png(480, 79)));
}
