#include "support/forms.hpp"

#include "app/statistics/analysis.hpp"
#include "app/statistics/dataset.hpp"
#include "app/statistics/run.hpp"

using namespace example;

namespace {

const std::string pages = "/processer/rus-2050/swot";
const std::string desk = "/processer/rus-2050/handlaggning/swot";
const std::string runs = "/processer/rus-2050/forutsattningar/korningar";

/// An editor with an analysis of a dataset, which can be replaced.
struct Editor {
    TestSite site;
    std::string session;
    Dataset first;

    explicit Editor(TestDatabase& database)
        : site{database}, session{site.session(Role::editor, site.world.revision)}, first{keep('a', 60, {})} {
        analyse(first);
    }

    Dataset keep(char digest, double hotels, Id<Dataset> replaces) {
        Dataset made;
        made.title = made.source = made.licence = "Jobb";
        made.digest = std::string(64, digest);
        made.replaces = replaces;
        made.dimensions = {{"region", {{"2326", "Berg"}, {"2380", "Östersund"}}},
            {"industry", {{"01", "Jordbruk"}, {"55", "Hotell"}}}};
        const std::vector<Dataset::Cell> cells{{0, 90.0, ""}, {1, hotels, ""}, {2, 80.0, ""}, {3, 900.0, ""}};
        return site.database
            .act(site.world.revision, [&](auto& act) { return app::import_dataset(act, made, cells); })
            .value();
    }
    void analyse(const Dataset& of) const {
        const auto made = app::analysed(*site.database.db, of, AnalysisRun::Kind::specialisation,
            {{"regions", "region"}, {"industries", "industry"},
                {"region",
                    "2326"}}).value();
        REQUIRE(site.database.act(site.world.revision, [&](auto& act) { return app::keep_run(act, made); }));
    }
    web::Response send(PageForm form, const web::http::Fields& typed = {}) const {
        for (const auto& [name, value] : typed) set(form, name, value);
        return site.post_as_it_is(form.action, session, form.fields);
    }
    std::string body(const std::string& address) const { return site.get(address, session).body; }
    web::Response read(const std::string& address) const { return site.get(address); }
    web::Response write(const std::string& text, const std::string& field = "strength") const {
        return send(form_to(body(desk + "/ny"), "/swot/ny"), {{"text", text}, {"falt", field}});
    }
    web::Response cite(const std::string& figure) const {
        return send(form_to(body(desk + "/1"), "/hanvisning"), {{"siffra", figure}});
    }
    web::Response support(const std::string& reference) const {
        return send(form_to(body(desk + "/1"), "/underlag"), {{"underlag", reference}});
    }
    web::Response publish() const { return send(form_to(body(desk + "/1"), "/publicering")); }
};

}  // namespace

TEST_CASE("a point without evidence has no way to be published, and a forged form is refused with why") {
    on_each_database([](TestDatabase& database) {
        const Editor editor{database};
        CHECK(contains(editor.read(pages), "Inget är publicerat än"));
        REQUIRE(editor.write("Hotellen är många.").status == 303);

        CHECK(editor.body(desk + "/1").find("/publicering") == std::string::npos);
        CHECK(editor.read(pages + "/1").status == 404);
        CHECK(editor.read(pages).body.find("Hotellen") == std::string::npos);
        CHECK(editor.write("  ").status == 422);
        CHECK(editor.write("Ord", "gissning").status == 422);
        CHECK(editor.support("D-99").status == 422);
        CHECK(contains(editor.support("I-1"), "Det finns inget med det namnet"));
    });
}

TEST_CASE("a published point shows its evidence, and the run and the dataset show the point") {
    on_each_database([](TestDatabase& database) {
        const Editor editor{database};
        REQUIRE(editor.write("Hotellen <b>är</b> många.").status == 303);
        REQUIRE(editor.cite("1|55:lq").status == 303);
        REQUIRE(editor.cite("1|01:lq").status == 303);  // of the same run, so of the same source
        REQUIRE(editor.support("d-1").status == 303);
        CHECK(editor.read(runs + "/1").body.find("/swot/1") == std::string::npos);
        REQUIRE(editor.publish().status == 303);

        const auto list = editor.read(pages).body;
        CHECK(list.find("Hotellen &lt;b&gt;är&lt;/b&gt; många.") != list.npos);
        CHECK(list.find("bygger på 2 källor") != list.npos);
        const auto point = editor.read(pages + "/1").body;
        CHECK(point.find("Hotell, specialisering (LQ)") != point.npos);
        CHECK(point.find("rubrik=Om%20S-1") != point.npos);
        CHECK(editor.read(runs + "/1").body.find("/swot/1\"") != std::string::npos);
        CHECK(editor.read("/processer/rus-2050/forutsattningar/data/1").body.find("/swot/1\"") !=
              std::string::npos);
        CHECK(contains(editor.read("/processer/rus-2050/logg"), "En punkt i SWOT publicerades"));
        CHECK(editor.read("/processer/annan/swot/1").status == 404);
    });
}

TEST_CASE("a point goes amber when its data is replaced, until somebody has looked") {
    on_each_database([](TestDatabase& database) {
        Editor editor{database};
        REQUIRE(editor.write("Hotellen är många.").status == 303);
        REQUIRE(editor.cite("1|55:lq").status == 303);
        REQUIRE(editor.publish().status == 303);
        CHECK(editor.read(pages).body.find("state old") == std::string::npos);

        const auto second = editor.keep('b', 30, editor.first.id);
        CHECK(editor.read(pages).body.find("state old") != std::string::npos);
        CHECK(editor.read(pages + "/1").body.find("class=\"ev stale\"") != std::string::npos);
        editor.analyse(second);
        const auto looked = editor.body("/processer/rus-2050/handlaggning/underlag");
        REQUIRE(editor.send(form_to(looked, "/granskning")).status == 303);

        CHECK(editor.read(pages).body.find("state old") == std::string::npos);
        CHECK(editor.read(pages + "/1").body.find("class=\"ev seen\"") != std::string::npos);
    });
}

TEST_CASE("a point goes amber when a dataset that it rests on is replaced, and names the newest") {
    on_each_database([](TestDatabase& database) {
        Editor editor{database};
        REQUIRE(editor.write("Hotellen är många.").status == 303);
        REQUIRE(editor.support("D-1").status == 303);
        REQUIRE(editor.publish().status == 303);
        CHECK(editor.read(pages).body.find("state old") == std::string::npos);

        const auto second = editor.keep('b', 30, editor.first.id);
        editor.keep('c', 20, second.id);

        CHECK(editor.read(pages).body.find("state old") != std::string::npos);
        const auto point = editor.read(pages + "/1").body;
        CHECK(point.find("forutsattningar/data/3\">Ersatt av D-3</a>") != point.npos);
        CHECK(point.find("bygger på 1 källa") != point.npos);
        CHECK(editor.body(desk).find("state old") != std::string::npos);
    });
}

TEST_CASE("evidence is taken off a point at the desk, by a page that shows the point as it stands") {
    on_each_database([](TestDatabase& database) {
        const Editor editor{database};
        REQUIRE(editor.write("Hotellen är många.").status == 303);
        REQUIRE(editor.support("D-1").status == 303);
        REQUIRE(editor.cite("1|55:lq").status == 303);
        const auto old_page = form_to(editor.body(desk + "/1"), "/hanvisning/borttagning");
        REQUIRE(editor.publish().status == 303);
        CHECK(editor.read(pages + "/1").body.find("/borttagning") == std::string::npos);

        CHECK(editor.send(old_page).status == 409);
        const auto page = editor.body(desk + "/1");
        CHECK(page.find("Det du sparar kan alla läsa genast") != page.npos);
        CHECK(page.find("Ta bort underlaget D-1") != page.npos);
        CHECK(page.find("Ta bort underlaget A-1 Hotell, specialisering (LQ)") != page.npos);
        REQUIRE(editor.send(form_to(page, "/hanvisning/borttagning")).status == 303);
        const auto last = editor.send(form_to(editor.body(desk + "/1"), "/underlag/borttagning"));
        CHECK(last.status == 422);
        CHECK(contains(last, "<a href=\"#kalla\">Alla kan läsa punkten"));
        CHECK(contains(last, "id=\"kalla\""));
        CHECK(contains(editor.read("/processer/rus-2050/logg"), "Ett underlag togs bort från en punkt"));

        REQUIRE(editor.send(form_to(editor.body(desk + "/1"), "/swot/1/utkast")).status == 303);
        REQUIRE(editor.send(form_to(editor.body(desk + "/1"), "/underlag/borttagning")).status == 303);
        CHECK(editor.body(desk + "/1").find("/borttagning") == std::string::npos);
    });
}

TEST_CASE("a click in a second tab says what the first has done, under the part of the form it was in") {
    on_each_database([](TestDatabase& database) {
        const Editor editor{database};
        REQUIRE(editor.write("Hotellen är många.").status == 303);
        REQUIRE(editor.support("D-1").status == 303);
        REQUIRE(editor.cite("1|55:lq").status == 303);
        const auto twice = [&](const char* act) {
            const auto form = form_to(editor.body(desk + "/1"), act);
            const auto in_another_tab = form_to(editor.body(desk + "/1"), act);
            REQUIRE(editor.send(form).status == 303);
            REQUIRE(editor.send(form).status == 303);  // the same form again is answered as the first time
            return editor.send(in_another_tab);
        };
        const auto taken_off = twice("/underlag/borttagning");
        CHECK(taken_off.status == 422);
        CHECK(contains(taken_off, "<a href=\"#kalla\">Underlaget är redan borttaget från punkten."));

        const auto published = twice("/publicering");
        CHECK(published.status == 422);
        CHECK(contains(published, "<a href=\"#lage\">Punkten är redan publicerad</a>"));
        CHECK(contains(published, "id=\"lage\""));
        const auto withdrawn = twice("/swot/1/utkast");
        CHECK(withdrawn.status == 422);
        CHECK(contains(withdrawn, "<a href=\"#lage\">Punkten är redan ett utkast</a>"));
    });
}

TEST_CASE("a page that showed other evidence than the point rests on now publishes nothing") {
    on_each_database([](TestDatabase& database) {
        const Editor editor{database};
        REQUIRE(editor.write("Hotellen är många.").status == 303);
        REQUIRE(editor.support("D-1").status == 303);
        const auto before = form_to(editor.body(desk + "/1"), "/publicering");
        REQUIRE(editor.cite("1|55:lq").status == 303);

        CHECK(editor.send(before).status == 409);
        const auto with_both = form_to(editor.body(desk + "/1"), "/publicering");
        REQUIRE(editor.send(form_to(editor.body(desk + "/1"), "/underlag/borttagning")).status == 303);
        const auto refused = editor.send(with_both);
        CHECK(refused.status == 409);
        CHECK(editor.read(pages + "/1").status == 404);
        CHECK(editor.send(form_to(refused.body, "/publicering")).status == 303);
        CHECK(contains(editor.read(pages + "/1"), "bygger på 1 källa"));
    });
}

TEST_CASE("a draft whose figure needs a look leads to its own form at the desk") {
    on_each_database([](TestDatabase& database) {
        Editor editor{database};
        REQUIRE(editor.write("Hotellen är många.").status == 303);
        REQUIRE(editor.cite("1|55:lq").status == 303);
        editor.keep('b', 30, editor.first.id);
        const std::string underlag = "/processer/rus-2050/handlaggning/underlag";

        CHECK(editor.body(underlag).find("href=\"" + desk + "/1\"") != std::string::npos);
        REQUIRE(editor.publish().status == 303);
        CHECK(editor.body(underlag).find("href=\"" + pages + "/1\"") != std::string::npos);
    });
}

TEST_CASE("who may not write sees no desk of points, and a page of yesterday publishes nothing") {
    on_each_database([](TestDatabase& database) {
        const Editor editor{database};
        REQUIRE(editor.write("Hotellen är många.").status == 303);
        REQUIRE(editor.support("D-1").status == 303);
        const auto old_page = form_to(editor.body(desk + "/1"), "/publicering");
        REQUIRE(
            editor.send(form_to(editor.body(desk + "/1"), "/swot/1"), {{"text", "Hotellen är få."}}).status ==
            303);

        CHECK(editor.send(old_page).status == 409);
        CHECK(editor.read(pages + "/1").status == 404);
        const auto viewer = editor.site.session(Role::viewer, editor.site.world.revision);
        CHECK(editor.site.get(desk, viewer).status == 403);
        CHECK(editor.site.post(desk + "/1/publicering", viewer, {}).status == 403);
        const auto stranger = editor.site.session(Role::process_leader, editor.site.other.revision);
        CHECK(editor.site.get(desk + "/1", stranger).status == 403);
        CHECK(editor.site.get("/processer/annan/handlaggning/swot/1", stranger).status == 404);
    });
}

TEST_CASE("a page that showed a draft does not change the point once everybody reads it") {
    on_each_database([](TestDatabase& database) {
        const Editor editor{database};
        REQUIRE(editor.write("Hotellen är många.").status == 303);
        REQUIRE(editor.support("D-1").status == 303);
        const auto draft = form_to(editor.body(desk + "/1"), "/swot/1");
        REQUIRE(editor.publish().status == 303);

        const auto refused = editor.send(draft, {{"text", "Hotellen är få."}});
        CHECK(refused.status == 409);
        CHECK(contains(refused, "Hotellen är få."));
        CHECK(contains(refused, "Alla kan läsa"));
        CHECK(contains(editor.read(pages + "/1"), "Hotellen är många."));
        CHECK(editor.send(form_to(refused.body, "/swot/1"), {}).status == 303);
        CHECK(contains(editor.read(pages + "/1"), "Hotellen är få."));
    });
}

TEST_CASE("a published point is found by its words, by its number and in the sitemap, and a draft nowhere") {
    on_each_database([](TestDatabase& database) {
        const Editor editor{database};
        REQUIRE(editor.write("Fjällhotellen är många.").status == 303);
        REQUIRE(editor.support("D-1").status == 303);
        const auto search = [&](const std::string& words) {
            return editor.site.get("/sok", "", {{"q", words}}).body.find("/swot/1\"") != std::string::npos;
        };
        const auto is_in_map = [&] {
            return editor.read("/sitemap.xml").body.find("/swot/1<") != std::string::npos;
        };
        CHECK_FALSE(search("fjällhotell"));
        CHECK_FALSE(search("S-1"));
        CHECK_FALSE(is_in_map());

        REQUIRE(editor.publish().status == 303);
        CHECK(search("fjällhotell"));
        CHECK(search("S-1"));
        CHECK(is_in_map());
        REQUIRE(editor.send(form_to(editor.body(desk + "/1"), "/swot/1/utkast")).status == 303);
        CHECK_FALSE(search("fjällhotell"));
        CHECK(editor.read(pages + "/1").status == 404);
    });
}
