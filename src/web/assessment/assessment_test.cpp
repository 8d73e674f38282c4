#include "support/forms.hpp"

using namespace example;

namespace {

const std::string root = "/processer/rus-2050";
const std::string pages = root + "/bedomningar";
const std::string desk = root + "/handlaggning/bedomningar";

/// An editor and a colleague, and a text that has been frozen.
struct Editor {
    TestSite site;
    SiteContent content;
    std::string session;
    std::string colleague;

    explicit Editor(TestDatabase& database)
        : site{database},
          content{fill(site, "Ord")},
          session{site.session(Role::editor, site.world.revision)},
          colleague{site.session(Role::editor, site.world.revision)} {}

    web::Response send(PageForm form, const web::http::Fields& typed = {}) const {
        for (const auto& [name, value] : typed) set(form, name, value);
        return site.post_as_it_is(form.action, session, form.fields);
    }
    PageForm form(const std::string& address, const std::string& to) const {
        return form_to(site.get(address, session).body, to);
    }
    web::Response begin(const std::string& kind) const {
        return send(form(desk + "/ny", "/bedomningar/ny"), {{"slag", kind}, {"galler", "Hela strategin"}});
    }
    web::Response answer(const std::string& step, const web::http::Fields& typed) const {
        const auto address = desk + "/2/steg/" + step;
        return send(form(address, "/steg/" + step), typed);
    }
    std::string page(const std::string& address) const { return site.get(address).body; }
};

bool has(const std::string& page, std::string_view words) {
    return page.find(words) != page.npos;
}

}  // namespace

TEST_CASE("an assessment is begun, answered and read by everybody with who, when and by what") {
    on_each_database([](TestDatabase& database) {
        const Editor editor{database};
        REQUIRE(editor.begin("barn").status == 303);
        CHECK(has(editor.page(pages), "0 av 6 steg är klara. 6 saknas."));
        REQUIRE(editor
                    .answer("1", {{"utfall", "answered"}, {"svar", "Alla barn i länet."},
                                     {"underlag", "A-1\nI-1\nhttps://example.org/barn"}})
                    .status == 303);
        const auto page = editor.page(pages + "/2");
        CHECK(has(page, "Är det här bra för barnen?"));
        CHECK(has(page, "Alla barn i länet."));
        CHECK(has(page, "Besvarat 14 maj 2026 av Redaktör"));
        CHECK(has(page, "href=\"https://example.org/barn\""));
        CHECK(has(page, "1 av 6 steg är klara. 5 saknas."));
        CHECK(has(page, "Mallens version 2020."));
        CHECK(has(editor.page(root + "/logg"), "Ett steg i en konsekvensbedömning besvarades."));
    });
}

TEST_CASE("what was to be there when the text was adopted is listed with the decision until it is") {
    on_each_database([](TestDatabase& database) {
        const Editor editor{database};
        const auto decision = root + "/beslut/1";
        CHECK_FALSE(has(editor.page(decision), "Det här skulle finnas i bedömningarna"));
        REQUIRE(editor.begin("miljo").status == 303);
        CHECK(has(editor.page(decision), "Det här skulle finnas i bedömningarna när strategin antogs"));
        const auto steps = [&] {
            std::vector<std::string> left;
            const auto page = editor.page(decision);
            const std::string mark = "#steg-";
            for (auto at = page.find(mark); at != page.npos; at = page.find(mark, at + 1))
                left.push_back(page.substr(at + mark.size(), page.find('"', at) - at - mark.size()));
            return left;
        };
        const auto left = steps();
        REQUIRE(left.size() == 4);
        for (const auto& step : left)
            REQUIRE(editor.answer(step, {{"utfall", "not_relevant"}, {"svar", "Prövat."}}).status == 303);
        CHECK(steps().empty());
        CHECK_FALSE(has(editor.page(decision), "Det här skulle finnas i bedömningarna"));
    });
}

TEST_CASE("an analysis and an inspel lead back to the assessments that cite them") {
    on_each_database([](TestDatabase& database) {
        const Editor editor{database};
        REQUIRE(editor.begin("barn").status == 303);
        const auto run = root + "/forutsattningar/korningar/1";
        const auto inspel = root + "/inspel/" + std::to_string(editor.content.published);
        CHECK_FALSE(has(editor.page(run), "/bedomningar/2\""));
        REQUIRE(editor
                    .answer("1", {{"utfall", "answered"}, {"svar", "Alla barn."},
                                     {"underlag", "A-1\nI-" + std::to_string(editor.content.published)}})
                    .status == 303);
        for (const auto& address : {run, inspel}) {
            CHECK(has(editor.page(address), "Konsekvensbedömningar som hänvisar hit"));
            CHECK(has(editor.page(address), "/bedomningar/2\""));
        }
    });
}

TEST_CASE("a refused answer comes back with every word, and so does one to a step that is not there") {
    on_each_database([](TestDatabase& database) {
        const Editor editor{database};
        REQUIRE(editor.begin("hallbarhet").status == 303);
        const auto refused =
            editor.answer("1", {{"utfall", "answered"}, {"svar", "Hela mitt svar"}, {"underlag", "A-99"}});
        CHECK(refused.status == 422);
        CHECK(contains(refused, "Hela mitt svar"));
        CHECK(contains(refused, "A-99"));
        CHECK(editor.answer("1", {{"utfall", "answered"}, {"svar", "Ord"}}).status == 422);
        CHECK(editor.answer("1", {{"utfall", "stopped"}, {"svar", "Ord"}}).status == 422);
        CHECK(editor.answer("1", {{"utfall", "not_relevant"}, {"svar", " "}}).status == 422);
        CHECK(editor.answer("2", {{"utfall", "stopped"}, {"svar", "Älven dör."}}).status == 303);
        CHECK(has(editor.page(pages + "/2"), "1 steg säger stopp."));
        CHECK(editor.site.get(desk + "/2/steg/99", editor.session).status == 404);
        CHECK(editor.site.get(desk + "/99/steg/1", editor.session).status == 404);
        CHECK(editor.site.get(pages + "/99").status == 404);
        CHECK(editor.site.get(pages + "/x").status == 404);
        CHECK(editor.begin("rymden").status == 422);
    });
}

TEST_CASE("hostile words stay words") {
    on_each_database([](TestDatabase& database) {
        const Editor editor{database};
        REQUIRE(editor.begin("barn").status == 303);
        REQUIRE(editor
                    .answer("1", {{"utfall", "answered"}, {"svar", "<script>x</script>"},
                                     {"underlag", "https://example.org/\"><script>"}})
                    .status == 303);
        const auto page = editor.page(pages + "/2");
        CHECK_FALSE(has(page, "<script>x"));
        CHECK(has(page, "&lt;script&gt;x"));
    });
}

TEST_CASE("an answer that a colleague gave meanwhile is shown beside what was typed, and nothing is lost") {
    on_each_database([](TestDatabase& database) {
        const Editor editor{database};
        REQUIRE(editor.begin("barn").status == 303);
        auto mine = editor.form(desk + "/2/steg/1", "/steg/1");
        auto theirs = mine;
        set(mine, "utfall", "not_relevant");
        set(mine, "svar", "Mitt svar");
        set(theirs, "utfall", "not_relevant");
        set(theirs, "svar", "Kollegans svar");
        REQUIRE(editor.site.post_as_it_is(theirs.action, editor.colleague, theirs.fields).status == 303);
        const auto refused = editor.site.post_as_it_is(mine.action, editor.session, mine.fields);
        CHECK(refused.status == 409);
        CHECK(contains(refused, "Mitt svar"));
        CHECK(contains(refused, "Kollegans svar"));
    });
}

TEST_CASE("a new paragraph makes answers amber, and an answer typed about the old text is asked about") {
    on_each_database([](TestDatabase& database) {
        const Editor editor{database};
        REQUIRE(editor.begin("barn").status == 303);
        REQUIRE(
            editor.answer("3", {{"utfall", "answered"}, {"svar", "Längre resor."}, {"underlag", "RUS-p1"}})
                .status == 303);
        auto old = editor.form(desk + "/2/steg/3", "/steg/3");
        const auto link = [&](const char* code) {
            return editor.send(editor.form(desk + "/2", "/2/stycken"), {{"paragraf", code}});
        };
        CHECK(link("RUS-9-p9").status == 422);
        REQUIRE(link("RUS-p1").status == 303);
        CHECK(has(editor.page(pages + "/2"), "Texten har ändrats"));
        CHECK(has(editor.page(pages + "/2"), "class=\"state old\""));
        CHECK(has(editor.page(root + "/stycke/RUS-p1"), "KB-2 Barnets bästa"));
        CHECK(editor.send(old).status == 409);
        REQUIRE(editor.send(editor.form(desk + "/2/steg/3", "/galler")).status == 303);
        CHECK_FALSE(has(editor.page(pages + "/2"), "class=\"state old\""));
        CHECK(has(editor.page(pages + "/2"), "Sett över 14 maj 2026"));
        CHECK(has(editor.page(pages + "/2"), "Tidigare svar"));
        REQUIRE(editor.send(editor.form(desk + "/2", "/borttagning")).status == 303);
        CHECK_FALSE(has(editor.page(root + "/stycke/RUS-p1"), "KB-2 Barnets bästa"));
    });
}

TEST_CASE("a goal conflict is named, shown as not weighed, and then with how it was weighed") {
    on_each_database([](TestDatabase& database) {
        const Editor editor{database};
        REQUIRE(editor.begin("hallbarhet").status == 303);
        const auto address = desk + "/2/malkonflikter/";
        CHECK(editor.send(editor.form(address + "ny", "/ny"), {{"namn", "Kö eller resa"}}).status == 422);
        REQUIRE(editor
                    .send(editor.form(address + "ny", "/ny"),
                        {{"namn", "Kö eller resa"}, {"text", "Kortare kö"}, {"invandningar", "Längre resa"}})
                    .status == 303);
        CHECK(has(editor.page(pages + "/2"), "Inte vägd än"));
        CHECK(has(editor.page(pages + "/2"), "1 målkonflikt är inte vägd."));
        CHECK(has(editor.page(pages), "målkonflikten ”Kö eller resa” är inte vägd"));
        REQUIRE(
            editor.send(editor.form(address + "1", "/1"), {{"motiv", "Kön får vara kvar."}}).status == 303);
        CHECK(has(editor.page(pages + "/2"), "Kön får vara kvar."));
        CHECK_FALSE(has(editor.page(pages + "/2"), "är inte vägd."));
        CHECK(editor.site.get(address + "9", editor.session).status == 404);
    });
}

TEST_CASE("what the assessments lack stands before the decision, for the desk with links to each step") {
    on_each_database([](TestDatabase& database) {
        const Editor editor{database};
        const auto page = editor.site.get(root + "/handlaggning/saknas", editor.session).body;
        CHECK(has(page, "Kvar att åtgärda i konsekvensbedömningarna:"));
        CHECK(has(page, "Hållbarhet: ”2. Klarar naturen det?” säger stopp"));
        CHECK(has(page, desk + "/1/steg/2"));
        const auto viewer = editor.site.session(Role::viewer, editor.site.world.revision);
        const auto read = editor.site.get(root + "/handlaggning/saknas", viewer);
        CHECK(read.status == 200);
        CHECK(has(read.body, "href=\"" + pages + "/1#steg-2\""));
        CHECK_FALSE(has(read.body, desk + "/1/steg/2"));
    });
}

TEST_CASE("an assessment is found by its number and by its words") {
    on_each_database([](TestDatabase& database) {
        const Editor editor{database};
        CHECK(contains(editor.site.get("/sok", {}, {{"q", "KB-1"}}), "KB-1: Hållbarhet"));
        CHECK(contains(editor.site.get("/sok", {}, {{"q", "håller i längden"}}), pages + "/1"));
    });
}

TEST_CASE("who may not edit the text reads assessments and writes none") {
    on_each_database([](TestDatabase& database) {
        const Editor editor{database};
        const auto viewer = editor.site.session(Role::viewer, editor.site.world.revision);
        CHECK(editor.site.get(pages + "/1", viewer).status == 200);
        CHECK(editor.site.get(desk, viewer).status == 403);
        CHECK(editor.site.get(desk).status == 403);
        CHECK(editor.site.post(desk + "/1/steg/1", viewer, {{"utfall", "not_relevant"}, {"svar", "x"}})
                  .status == 403);
    });
}
