#include "support/forms.hpp"

#include "app/inspel/bulk.hpp"
#include "base/text.hpp"
#include "store/staff/desk_store.hpp"
#include "store/staff/staff_store.hpp"

using namespace example;
using web::http::Fields;
using web::http::Method;

namespace {

const std::string process = "/processer/rus-2050";
const std::string list = process + "/handlaggning/lista";

struct Listed {
    TestSite site;
    std::string session;

    explicit Listed(TestDatabase& database, Role role = Role::handler)
        : site{database}, session{site.session(role, site.world.revision)} {
        detail::send(site, "Bussen går för tidigt. Tåget går aldrig.", "form-1");
        detail::send(site, "Skolan är för långt bort.", "form-2");
        detail::send(site, "Bredbandet är långsamt i byn.", "form-3");
    }

    web::Response get(const Fields& query) const { return site.get(list, session, query); }
    /// The list's own form, with these ticked and this done.
    web::Response does(
        const Fields& query, const std::string& what, Fields more = {}, bool all = true) const {
        const auto page = get(query);
        auto request = site.request(Method::post, list, session);
        request.query = query;
        for (const auto& field : fields(page.body))
            if (all || field.starts_with("1-")) request.form.emplace_back("val", field);
        request.form.emplace_back("gor", what);
        request.form.insert(request.form.end(), more.begin(), more.end());
        return site.answer(request);
    }
    /// As the form sends them: each row's box, and those beyond the page in one.
    static std::vector<std::string> fields(const std::string& body) {
        std::vector<std::string> found;
        const std::string name = "name=\"val\" value=\"";
        for (auto at = body.find(name); at != body.npos; at = body.find(name, at + 1)) {
            const auto begin = at + name.size();
            found.push_back(body.substr(begin, body.find('"', begin) - begin));
        }
        return found;
    }
    static std::vector<std::string> boxes(const std::string& body) {
        std::vector<std::string> rows;
        for (const auto& field : fields(body))
            for (auto& row : text::split(field, ' ')) rows.push_back(std::move(row));
        return rows;
    }
    /// The page that an act leads to.
    web::Response after(const web::Response& response) const {
        REQUIRE(response.status == 303);
        const auto location = response.headers.at(0).second;
        const auto mark = location.find("akt=");
        REQUIRE(mark != location.npos);
        return get({{"akt", location.substr(mark + 4)}});
    }
    Inspel inspel(int number) const {
        return store::inspel_numbered(*site.database.db, site.world.revision.id, number).value();
    }
    void split(int number, const std::string& words) const {
        REQUIRE(site.post(process + "/handlaggning/inspel/" + std::to_string(number) + "/synpunkter", session,
                        {{"citat", words}})
                    .status == 303);
    }
};

}  // namespace

TEST_CASE(
    "the list finds inspel before they are published, by number, by words and by those who may by sender") {
    on_each_database([](TestDatabase& database) {
        const Listed at{database};
        CHECK(contains(at.get({}), "Skolan är"));
        CHECK(contains(at.get({{"q", "skolor"}}), "Skolan är"));
        CHECK_FALSE(contains(at.get({{"q", "skolor"}}), "Bredbandet"));
        for (const auto* number : {"I-3", "i-3", "3", "I-3:1"}) {
            CAPTURE(number);
            CHECK(contains(at.get({{"q", number}}), "Bredbandet"));
            CHECK_FALSE(contains(at.get({{"q", number}}), "Skolan är"));
        }
        for (const auto* nothing : {"–", "xyzzy", "' OR 1=1 --", "\"", "I-99"}) {
            CAPTURE(nothing);
            CHECK(at.get({{"q", nothing}}).status == 200);
            CHECK(contains(at.get({{"q", nothing}}), "Inga träffar"));
        }
    });
}

TEST_CASE("how a sender is reached is searched in by those who review, and by no viewer") {
    on_each_database([](TestDatabase& database) {
        const Listed at{database};
        auto typed = draft("Ett eget inspel");
        typed.contact = "bo.ek@example.org";
        (void)database.act(at.site.world.revision, [&](auto& act) {
            return app::receive_inspel(act, at.site.world.activity, typed, {"med-adress", secret});
        });
        CHECK(contains(at.get({{"q", "bo.ek@example.org"}}), "Ett eget inspel"));
        const auto viewer = at.site.session(Role::viewer, at.site.world.revision);
        CHECK(contains(at.site.get(list, viewer, {{"q", "eget"}}), "Ett eget inspel"));
        CHECK_FALSE(contains(at.site.get(list, viewer, {{"q", "bo.ek@example.org"}}), "Ett eget inspel"));
    });
}

TEST_CASE("what is chosen is published at once, and undone with one press within the hour") {
    on_each_database([](TestDatabase& database) {
        const Listed at{database};
        const auto done = at.after(at.does({{"lage", "granska"}}, "publicera"));
        CHECK(contains(done, "3 rader ändrades."));
        for (const int number : {1, 2, 3}) CHECK(at.inspel(number).state == Inspel::State::published);
        const auto undo = form_to(done.body, "/angra");
        const auto undone = at.after(at.site.post_as_it_is(undo.action, at.session, undo.fields));
        CHECK(contains(undone, "3 rader återställdes."));
        for (const int number : {1, 2, 3}) CHECK(at.inspel(number).state == Inspel::State::received);
        CHECK(at.site
                  .post_as_it_is(
                      undo.action, at.site.session(Role::process_leader, at.site.world.revision), undo.fields)
                  .status == 404);
    });
}

TEST_CASE("what cannot be undone any longer is left alone, and the page says why") {
    on_each_database([](TestDatabase& database) {
        Listed at{database};
        const auto done = at.after(at.does({{"lage", "granska"}}, "publicera"));
        at.split(2, "Skolan är för långt bort.");
        const auto undo = form_to(done.body, "/angra");
        const auto undone = at.after(at.site.post_as_it_is(undo.action, at.session, undo.fields));
        CHECK(contains(undone, "2 rader återställdes."));
        CHECK(contains(undone, "1 rad lämnades orörd:"));
        CHECK(contains(undone, "<li>I-2: "));
        CHECK(at.inspel(2).state == Inspel::State::published);
    });
}

TEST_CASE("a row that a colleague changed after the page was shown is left alone") {
    on_each_database([](TestDatabase& database) {
        const Listed at{database};
        const auto page = at.get({{"lage", "granska"}});
        REQUIRE(at.site
                    .post(process + "/handlaggning/inspel/2/kopia", at.session,
                        {{"visad-rubrik", "En annan rubrik"}, {"visad-text", "Skolan är för långt bort."}})
                    .status == 303);
        auto request = at.site.request(Method::post, list, at.session);
        for (const auto& value : Listed::boxes(page.body)) request.form.emplace_back("val", value);
        request.form.emplace_back("gor", "publicera");
        const auto done = at.after(at.site.answer(request));
        CHECK(contains(done, "2 rader ändrades."));
        CHECK(contains(done, "I-2: Det har ändrats"));
        CHECK(at.inspel(2).state == Inspel::State::received);
    });
}

TEST_CASE("declining many asks for a reason and words to the senders, and nothing is done without them") {
    on_each_database([](TestDatabase& database) {
        const Listed at{database};
        const auto refused = at.does({}, "avvisa", {{"grund", "off_topic"}, {"skal", " "}});
        CHECK(refused.status == 422);
        CHECK(contains(refused, "Skriv varför"));
        CHECK(at.inspel(1).state == Inspel::State::received);
        const auto done =
            at.after(at.does({}, "avvisa", {{"grund", "off_topic"}, {"skal", "Det gäller annat."}}));
        CHECK(contains(done, "3 rader ändrades."));
        CHECK(at.inspel(1).decline_note == "Det gäller annat.");
    });
}

TEST_CASE("issues are assigned to a colleague that there is, put under a topic and joined, and given back") {
    on_each_database([](TestDatabase& database) {
        const Listed at{database};
        (void)at.does({}, "publicera");
        at.split(1, "Bussen går för tidigt.");
        at.split(2, "Skolan är för långt bort.");
        const Fields issues{{"visa", "synpunkter"}};
        const auto members = store::members_of(*database.db, at.site.world.revision.id);
        const auto me = std::to_string(members.front().user.id.value);
        CHECK(at.does(issues, "tilldela", {{"till", "999"}}).status == 422);
        const auto given = at.after(at.does(issues, "tilldela", {{"till", me}}));
        CHECK(contains(given, "2 rader ändrades."));
        CHECK(contains(at.get({{"visa", "synpunkter"}, {"ansvarig", members.front().user.name}}), "I-2:1"));
        const auto undo = form_to(given.body, "/angra");
        CHECK(contains(
            at.after(at.site.post_as_it_is(undo.action, at.session, undo.fields)), "2 rader återställdes."));
        CHECK(contains(at.get({{"visa", "synpunkter"}, {"ansvarig", "-"}}), "I-2:1"));

        CHECK(at.does(issues, "amne", {{"nytt-amne", "finns-inte"}}).status == 422);
        CHECK(contains(at.after(at.does(issues, "amne", {{"nytt-amne", "resor"}})), "2 rader ändrades."));
        CHECK(contains(
            at.after(at.does(issues, "gruppera", {{"grupp-rubrik", "Vägen hem"}})), "2 rader ändrades."));
        CHECK(contains(at.get({{"visa", "synpunkter"}, {"grupp", "1"}}), "I-2:1"));
    });
}

TEST_CASE("nothing chosen, an act that there is not and one without the right do nothing") {
    on_each_database([](TestDatabase& database) {
        const Listed at{database};
        CHECK(at.site.post(list, at.session, {{"gor", "publicera"}}).status == 422);
        CHECK(at.does({}, "bort").status == 422);
        CHECK(at.does({}, "angra").status == 422);
        const auto viewer = at.site.session(Role::viewer, at.site.world.revision);
        auto request = at.site.request(Method::post, list, viewer);
        for (const auto& value : Listed::boxes(at.get({}).body)) request.form.emplace_back("val", value);
        request.form.emplace_back("gor", "publicera");
        CHECK(at.site.answer(request).status == 403);
        CHECK(at.inspel(1).state == Inspel::State::received);
        CHECK_FALSE(contains(at.site.get(list, viewer), "Publicera de valda"));
    });
}

TEST_CASE("all that fit are chosen, also those beyond the page") {
    on_each_database([](TestDatabase& database) {
        Listed at{database};
        for (int i = 0; i < 55; ++i)
            detail::send(at.site, "Ett inspel till " + std::to_string(i), "fler-" + std::to_string(i));
        CHECK(Listed::boxes(at.get({}).body).size() == 50);
        CHECK(contains(at.get({}), "Välj alla 58 träffar"));
        CHECK(Listed::boxes(at.get({{"alla", "ja"}}).body).size() == 58);
        CHECK(Listed::fields(at.get({{"alla", "ja"}}).body).size() == 51);
        CHECK(contains(at.after(at.does({{"alla", "ja"}}, "publicera")), "58 rader ändrades."));
        CHECK(Listed::boxes(at.get({{"sida", "2"}}).body).size() == 8);
    });
}

TEST_CASE("a saved filter stands above the list with its count, for the one who saved it alone") {
    on_each_database([](TestDatabase& database) {
        const Listed at{database};
        const auto saved = at.site.post(process + "/handlaggning/filter", at.session,
            {{"titel", "Bussar <b>"}, {"fraga", "q=buss&x=1&sida=7"}});
        REQUIRE(saved.status == 303);
        CHECK(contains(at.get({}), "Bussar &lt;b&gt; <b>1</b>"));
        const auto other = at.site.session(Role::moderator, at.site.world.revision);
        CHECK_FALSE(contains(at.site.get(list, other), "Bussar &lt;b&gt;"));
        CHECK(at.site.post(process + "/handlaggning/filter", at.session, {{"titel", " "}, {"fraga", ""}})
                  .status == 422);
        CHECK(at.site.post(process + "/handlaggning/filter/1/borttagning", other, {}).status == 303);
        CHECK(contains(at.get({}), "Bussar &lt;b&gt;"));
        CHECK(at.site.post(process + "/handlaggning/filter/1/borttagning", at.session, {}).status == 303);
        CHECK_FALSE(contains(at.get({}), "Bussar &lt;b&gt;"));
    });
}

TEST_CASE("the words of an erased inspel are found no more") {
    on_each_database([](TestDatabase& database) {
        const Listed at{database, Role::process_leader};
        const auto page = at.site.get(process + "/handlaggning/inspel/2", at.session);
        auto erase = form_to(page.body, "/gallring");
        set(erase, "niva", "destroyed");
        set(erase, "rattsgrund", "retention");
        set(erase, "beslut", "RS/1");
        set(erase, "ord", "gallra");
        REQUIRE(at.site.post_as_it_is(erase.action, at.session, erase.fields).status == 303);
        CHECK(contains(at.get({{"q", "skolan"}}), "Inga träffar"));
    });
}

TEST_CASE("the progress page foretells from the last week and leads to what each figure counts") {
    on_each_database([](TestDatabase& database) {
        const Listed at{database};
        const auto page = process + "/handlaggning/laget";
        CHECK(contains(at.site.get(page, at.session), "Alla synpunkter har ett publicerat svar"));
        (void)at.does({}, "publicera");
        at.split(1, "Bussen går för tidigt.");
        CHECK(contains(at.site.get(page, at.session), "Inget svar har publicerats den senaste veckan"));
        CHECK(contains(at.site.get(page, at.session), "visa=synpunkter&amp;ansvarig=-"));
    });
}
