#include "base/digest.hpp"
#include "store/log/log_store.hpp"
#include "support/forms.hpp"

using namespace example;

namespace {

const std::string root = "/processer/rus-2050";
const std::string plan = root + "/plan";
const std::string desk = root + "/handlaggning/plan";

/// An editor and a colleague at a process without a plan.
struct Editor {
    TestSite site;
    std::string session;
    std::string colleague;

    explicit Editor(TestDatabase& database)
        : site{database},
          session{site.session(Role::editor, site.world.revision)},
          colleague{site.session(Role::editor, site.world.revision)} {}

    web::Response send(PageForm form, const web::http::Fields& typed = {}) const {
        for (const auto& [name, value] : typed) set(form, name, value);
        return site.post_as_it_is(form.action, session, form.fields);
    }
    PageForm form(const std::string& address, const std::string& to) const {
        return form_to(site.get(address, session).body, to);
    }
    web::Response add(const std::string& kind, const web::http::Fields& typed) const {
        return send(form(desk + "/" + kind + "/ny", "/ny"), typed);
    }
    /// A draft with all that it needs.
    void draft() const {
        REQUIRE(send(form(desk, "/plan/utkast")).status == 303);
        REQUIRE(send(form(desk, "/handlaggning/plan"),
                    {{"text", "Länet ska få en ny strategi."}, {"val", "Varje stycke."}})
                    .status == 303);
        REQUIRE(add("beslut", {{"titel", "Strategin antas"}, {"text", "Fullmäktige"}, {"dag", "2027-02-17"}})
                    .status == 303);
        REQUIRE(add("grupp", {{"titel", "Unga"}, {"text", "De lever längst med den."},
                                 {"kanal", "Ett möte i varje kommun."}})
                    .status == 303);
        for (const auto* code : {"hallbarhet", "barn", "miljo", "jamstalldhet", "landsbygd"})
            REQUIRE(add("bedomning", {{"slag", code}, {"text", "Därför att."}}).status == 303);
    }
    web::Response publish() const { return send(form(desk, "/publicering"), {{"ord", "publicera"}}); }
    std::string page(const std::string& address) const { return site.get(address).body; }
};

bool has(const std::string& page, std::string_view words) {
    return page.find(words) != page.npos;
}

}  // namespace

TEST_CASE("before a plan is published its page says what will stand there, and a draft is nobody else's") {
    on_each_database([](TestDatabase& database) {
        const Editor editor{database};
        CHECK(has(editor.page(plan), "Ingen plan är publicerad än"));
        CHECK(editor.site.get(plan + "/1").status == 404);
        editor.draft();
        CHECK(has(editor.page(plan), "Ingen plan är publicerad än"));
        CHECK_FALSE(has(editor.page(plan), "Unga"));
        CHECK(editor.site.get(plan + "/1").status == 404);
        CHECK_FALSE(has(editor.page(root + "/logg"), "Unga"));
    });
}

TEST_CASE("a plan is published, read in editions, and open for inspel about itself") {
    on_each_database([](TestDatabase& database) {
        const Editor editor{database};
        editor.draft();
        const auto without_word = editor.send(editor.form(desk, "/publicering"));
        CHECK(without_word.status == 422);
        CHECK(contains(without_word, "Skriv ordet publicera"));
        REQUIRE(editor.publish().status == 303);
        const auto page = editor.page(plan);
        for (const auto* words : {"Länet ska få en ny strategi.", "Varje stycke.", "Strategin antas",
                 "17 februari 2027", "Ett möte i varje kommun.", "Inte redovisat än", "1 löfte är gett.",
                 "Lämna inspel om planen", "/plan/1"})
            CHECK(has(page, words));
        CHECK(has(editor.page(plan + "/1"), "Så här publicerades den 14 maj 2026."));
        CHECK(editor.site.get(plan + "/2").status == 404);
        CHECK(has(editor.page(root + "/logg"), "En utgåva av planen för delaktighet publicerades."));
    });
}

TEST_CASE("the desk says all that a draft lacks, and a forged publication is refused") {
    on_each_database([](TestDatabase& database) {
        const Editor editor{database};
        REQUIRE(editor.send(editor.form(desk, "/plan/utkast")).status == 303);
        const auto page = editor.site.get(desk, editor.session).body;
        CHECK(has(page, "Planen nämner inget beslut"));
        CHECK(has(page, "Planen säger inte om bedömningen ”Miljö” görs, och varför"));
        CHECK_FALSE(has(page, "/plan/publicering"));
        CHECK(editor.site.post(desk + "/publicering", editor.session, {}).status == 409);
        CHECK(has(editor.page(plan), "Ingen plan är publicerad än"));
    });
}

TEST_CASE("a draft that was never published can be deleted, and what is published cannot") {
    on_each_database([](TestDatabase& database) {
        const Editor editor{database};
        editor.draft();
        REQUIRE(editor.send(editor.form(desk, "/borttagning")).status == 303);
        CHECK(editor.send(editor.form(desk, "/plan/utkast")).status == 303);
        CHECK_FALSE(has(editor.site.get(desk, editor.session).body, "Unga"));
        REQUIRE(editor.send(editor.form(desk, "/borttagning")).status == 303);
        editor.draft();
        REQUIRE(editor.publish().status == 303);
        CHECK(editor.site.post(desk + "/borttagning", editor.session, {}).status == 404);
        CHECK(has(editor.page(plan + "/1"), "Unga"));
    });
}

TEST_CASE("a line that lacks something comes back with every word") {
    on_each_database([](TestDatabase& database) {
        const Editor editor{database};
        editor.draft();
        const auto refused = editor.add("grupp", {{"titel", "Samerna"}, {"text", "Mark och språk."}});
        CHECK(refused.status == 422);
        CHECK(contains(refused, "Mark och språk."));
        CHECK(contains(refused, "Skriv på vilket sätt de kan delta"));
        CHECK(editor.add("dag", {{"titel", "Regiondagen"}, {"dag", "32 maj"}}).status == 422);
        CHECK(editor.add("bedomning", {{"slag", "barn"}, {"text", "En gång till."}}).status == 422);
        CHECK(editor.site.get(desk + "/rymd/ny", editor.session).status == 404);
        CHECK(editor.site.get(desk + "/grupp/99", editor.session).status == 404);
    });
}

TEST_CASE("a plan that a colleague changed since the page was shown is not published unseen") {
    on_each_database([](TestDatabase& database) {
        const Editor editor{database};
        editor.draft();
        const auto mine = editor.form(desk, "/publicering");
        auto theirs = editor.form(desk + "/grupp/2", "/grupp/2");
        set(theirs, "kanal", "Ett enda möte.");
        REQUIRE(editor.site.post_as_it_is(theirs.action, editor.colleague, theirs.fields).status == 303);
        CHECK(editor.send(mine).status == 409);
        CHECK(has(editor.page(plan), "Ingen plan är publicerad än"));
        CHECK(editor.publish().status == 303);
    });
}

TEST_CASE("promised stands beside done, also what was not kept and what a new edition dropped") {
    on_each_database([](TestDatabase& database) {
        const Editor editor{database};
        editor.draft();
        REQUIRE(editor.publish().status == 303);
        const auto address = root + "/handlaggning/loften/2";
        CHECK(editor.send(editor.form(address, "/2"), {{"lage", "broken"}}).status == 422);
        REQUIRE(
            editor
                .send(editor.form(address, "/2"), {{"lage", "broken"}, {"kommentar", "Inget möte blev av."}})
                .status == 303);
        CHECK(has(editor.page(plan), "0 av 1 löften är hållna. Inte hållna: 1."));
        CHECK(has(editor.page(plan), "Inget möte blev av."));
        REQUIRE(editor.send(editor.form(desk, "/plan/utkast")).status == 303);
        REQUIRE(editor.send(editor.form(desk + "/grupp/2", "/borttagning")).status == 303);
        REQUIRE(
            editor.add("grupp", {{"titel", "Alla"}, {"text", "De bor här."}, {"kanal", "Inspel."}}).status ==
            303);
        REQUIRE(editor.send(editor.form(desk, "/handlaggning/plan"), {{"andringsskal", "Alla kan delta."}})
                    .status == 303);
        REQUIRE(editor.publish().status == 303);
        const auto page = editor.page(plan);
        CHECK(has(page, "Inget möte blev av."));
        CHECK(has(page, "Det lovades till och med utgåva 1 och finns inte kvar i planen."));
        CHECK(has(editor.page(plan + "/1"), "Ett möte i varje kommun."));
        CHECK(editor.site.get(root + "/handlaggning/loften/1", editor.session).status == 404);
    });
}

TEST_CASE("what was reported before of a promise stays to be read by everybody") {
    on_each_database([](TestDatabase& database) {
        const Editor editor{database};
        editor.draft();
        REQUIRE(editor.publish().status == 303);
        const auto report = [&](const char* status, const char* words) {
            return editor.send(
                editor.form(root + "/handlaggning/loften/2", "/2"), {{"lage", status}, {"kommentar", words}});
        };
        REQUIRE(report("broken", "Inget möte blev av.").status == 303);
        CHECK_FALSE(has(editor.page(plan), "Tidigare redovisningar"));
        REQUIRE(report("kept", "Åtta möten blev av.").status == 303);
        const auto page = editor.page(plan);
        CHECK(has(page, "Åtta möten blev av."));
        CHECK(has(page, "Tidigare redovisningar"));
        CHECK(has(page, "Inget möte blev av."));
    });
}

TEST_CASE("an assessment that was promised and then dropped is still shown as promised") {
    on_each_database([](TestDatabase& database) {
        const Editor editor{database};
        editor.draft();
        REQUIRE(
            editor.send(editor.form(desk + "/bedomning/3", "/bedomning/3"), {{"gors", "ja"}}).status == 303);
        REQUIRE(editor.publish().status == 303);
        CHECK_FALSE(has(editor.page(plan), "lovades till och med"));
        REQUIRE(editor.send(editor.form(desk, "/plan/utkast")).status == 303);
        REQUIRE(editor.send(editor.form(desk + "/bedomning/3", "/borttagning")).status == 303);
        REQUIRE(editor.add("bedomning", {{"slag", "hallbarhet"}, {"text", "Det hinns inte."}}).status == 303);
        REQUIRE(
            editor.send(editor.form(desk, "/handlaggning/plan"), {{"andringsskal", "En färre."}}).status ==
            303);
        REQUIRE(editor.publish().status == 303);
        CHECK(has(editor.page(plan), "lovades till och med utgåva 1"));
        CHECK(has(editor.page(plan), "Det hinns inte."));
        CHECK_FALSE(has(editor.page(plan + "/1"), "lovades till och med"));
    });
}

TEST_CASE("everybody can fetch all that an edition says, and compute the number that the log has") {
    on_each_database([](TestDatabase& database) {
        const Editor editor{database};
        editor.draft();
        CHECK(editor.site.get(plan + "/1.txt").status == 404);
        REQUIRE(editor.publish().status == 303);
        const auto entry = store::log_entries(*database.db, store::log_size(*database.db) - 1, 1).at(0);
        const auto file = editor.site.get(plan + "/1.txt");
        REQUIRE(file.status == 200);
        CHECK(file.content_type == "text/plain; charset=utf-8");
        CHECK(contains(file, "Ett möte i varje kommun."));
        const auto sum = sha256(file.body);
        const auto digest = as_text(sum);
        CHECK(entry.find(base64(digest)) != entry.npos);
        const auto page = editor.page(plan + "/1");
        CHECK(has(page, "/plan/1.txt"));
        CHECK(has(page, hex(digest)));
        for (const auto* wrong : {"/2.txt", "/x.txt", "/.txt", "/1.pdf"})
            CHECK(editor.site.get(plan + wrong).status == 404);
    });
}

TEST_CASE("a promise that got other words shows both, and an outcome the edition that it is about") {
    on_each_database([](TestDatabase& database) {
        const Editor editor{database};
        editor.draft();
        REQUIRE(editor.publish().status == 303);
        const auto address = root + "/handlaggning/loften/2";
        REQUIRE(editor.send(editor.form(address, "/2"), {{"lage", "kept"}, {"kommentar", "Åtta möten."}})
                    .status == 303);
        REQUIRE(editor.send(editor.form(desk, "/plan/utkast")).status == 303);
        REQUIRE(
            editor.send(editor.form(desk + "/grupp/2", "/grupp/2"), {{"kanal", "Ett <enda> möte."}}).status ==
            303);
        REQUIRE(
            editor.send(editor.form(desk, "/handlaggning/plan"), {{"andringsskal", "Färre möten."}}).status ==
            303);
        REQUIRE(editor.publish().status == 303);
        const auto page = editor.page(plan);
        CHECK(has(page, "Ett &lt;enda&gt; möte."));
        CHECK(has(page, "Så stod det i utgåva 1"));
        CHECK(has(page, "Ett möte i varje kommun."));
        CHECK(has(page, "om utgåva 1"));
    });
}

TEST_CASE("the decision shows how many promises were kept") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        fill(site, "Ord");
        const auto page = site.get(root + "/beslut/1").body;
        CHECK(has(page, "Lovat och gjort"));
        CHECK(has(page, "0 av 1 löften är hållna. Delvis hållna: 1."));
        CHECK(has(page, "/plan#lovat"));
    });
}

TEST_CASE("who may not edit the text reads the plan and writes none") {
    on_each_database([](TestDatabase& database) {
        const Editor editor{database};
        const auto viewer = editor.site.session(Role::viewer, editor.site.world.revision);
        CHECK(editor.site.get(desk, viewer).status == 403);
        CHECK(editor.site.post(desk + "/utkast", viewer, {}).status == 403);
        CHECK(editor.site.get(desk).status == 403);
    });
}
