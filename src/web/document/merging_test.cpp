#include "support/pages.hpp"

#include "store/inspel/amendment_store.hpp"

using namespace example;

namespace {

const std::string process = "/processer/rus-2050";
const std::string desk = process + "/handlaggning";
const std::string page = desk + "/texter/RUS/RUS-p1";

/// The content text, and two editors at it.
struct Desk {
    TestSite site;
    SiteContent content;
    std::string one;
    std::string other;

    explicit Desk(TestDatabase& database) : site{database} {
        content = fill(site, "lugn");
        one = site.session(Role::process_leader, site.world.revision);
        other = site.session(Role::process_leader, site.world.revision);
    }
    web::Response read(const std::string& below) const { return site.get(process + below); }

    /// What is done to the paragraph, for no particular reason.
    web::Response does(const std::string& what, web::http::Fields fields) const {
        fields.emplace_back("skal", "x");
        return site.post(page + what, one, fields);
    }
    std::string last_value_on(const web::Response& shown, const std::string& field) const {
        std::string last;
        for (const auto& [name, value] : fields_in(shown.body))
            if (name == field) last = value;
        return last;
    }
    std::string value_on(const web::Response& shown, const std::string& field) const {
        for (const auto& [name, value] : fields_in(shown.body))
            if (name == field) return value;
        return {};
    }
    web::Response save(const std::string& session, const std::string& sett, const std::string& text,
        web::http::Fields more) const {
        more.insert(more.end(), {{"gor", "spara"}, {"sett", sett}, {"text", text}});
        return site.post(page, session, more);
    }
    std::string seen() const { return value_on(site.get(page, one), "sett"); }

    /// Somebody proposes other words, and the inspel is published. Returns its number.
    int propose(const std::string& words) const {
        const auto number = store::next_number(*site.database.db, site.world.revision.id);
        auto form =
            fields_in(site.get(process + "/inspel/nytt", "", {{"galler", "RUS-p1"}, {"forslag", "ja"}}).body);
        for (auto& [name, value] : form) {
            if (name == "forslag") value = words;
            if (name == "text") value = "Det blir tydligare.";
        }
        REQUIRE(site.post(process + "/inspel", "", form).status == 303);
        REQUIRE(
            site.post(desk + "/inspel/" + std::to_string(number) + "/publicering", one, {}).status == 303);
        return number;
    }
    store::OpenAmendment proposal(int number) const {
        const auto node = store::node_named(*site.database.db, site.world.revision.id, "RUS-p1")->node.id;
        for (const auto& found : store::amendments_about(*site.database.db, node))
            if (found.number == number) return found;
        return {};
    }
    /// Presses the proposal's button.
    web::Response accept(int number) const {
        const auto& amendment = proposal(number).amendment;
        return save(one, std::to_string(amendment.instead_of.value), amendment.text,
            {{"synpunkter", "I-" + std::to_string(number)}});
    }
    void freeze() const {
        REQUIRE(site.post(desk + "/texter/RUS/frysning", one,
                        {{"slag", "referral"}, {"titel", "Ny"}, {"ord", "lås"}})
                    .status == 303);
    }
};

}  // namespace

TEST_CASE("after a collision the form holds what was taken in and what collides with it, and saves neither") {
    on_each_database([](TestDatabase& database) {
        const Desk at{database};
        const auto first = at.propose("Strax efter lugn");
        const auto second = at.propose("Före lugn");
        REQUIRE(at.accept(first).status == 303);

        const auto collision = at.accept(second);
        CHECK(collision.status == 409);
        CHECK(at.value_on(collision, "text") == "Strax efter Före lugn");
        CHECK(contains(collision, "Ingenting har gått förlorat"));
        CHECK(contains(at.site.get(page, at.one), ">\nStrax efter lugn<"));
    });
}

TEST_CASE("a save that takes out what was taken in says which words and whose, and saves when each may go") {
    on_each_database([](TestDatabase& database) {
        const Desk at{database};
        const auto first = at.propose("Strax efter lugn");
        REQUIRE(at.accept(first).status == 303);
        const auto seen = at.seen();

        const auto asked = at.save(at.other, seen, "Efter lugn", {{"skal", "Kortare."}});
        CHECK(asked.status == 409);
        CHECK(contains(asked, "Strax"));
        CHECK(contains(asked, "I-" + std::to_string(first) + "</a>"));
        CHECK(at.value_on(asked, "text") == "Efter lugn");
        CHECK(contains(at.site.get(page, at.one), ">\nStrax efter lugn<"));  // nothing went

        const auto back = at.site.post(page, at.other,
            {{"gor", "tillbaka"}, {"sett", seen}, {"text", "Efter lugn"}, {"skal", "Kortare."}});
        CHECK(back.status == 200);
        CHECK(at.value_on(back, "text").find("Strax") != std::string::npos);

        const auto revision = seen;
        CHECK(at.save(at.other, seen, "Efter lugn", {{"skal", "Kortare."}, {"far-bort", revision}}).status ==
              303);
        CHECK(contains(at.site.get(page, at.one), "har tagits bort igen"));
    });
}

TEST_CASE("an editor's own words go without a question, a colleague's since one began do not") {
    on_each_database([](TestDatabase& database) {
        const Desk at{database};
        const auto began = at.seen();
        REQUIRE(at.save(at.one, began, "Efter lugn kommer storm", {{"skal", "x"}}).status == 303);
        const auto mine = at.seen();
        REQUIRE(at.save(at.one, mine, "Efter lugn kommer regn", {{"skal", "y"}}).status == 303);

        // the other saves from a page opened first, is told, and then saves over all by hand
        const auto told = at.save(at.other, began, "Efter lugn följer vind", {{"skal", "z"}});
        REQUIRE(told.status == 409);
        const auto blind = at.save(at.other, at.value_on(told, "sett"), "Efter lugn följer vind",
            {{"skal", "z"}, {"fran", at.value_on(told, "fran")}});
        CHECK(blind.status == 409);
        CHECK(contains(blind, "En kollega skrev dem"));
        CHECK(contains(at.site.get(page, at.one), ">\nEfter lugn kommer regn<"));
    });
}

TEST_CASE("a proposal that was taken in and then overwritten is not called adopted, but removed again") {
    on_each_database([](TestDatabase& database) {
        const Desk at{database};
        const auto first = at.propose("Strax efter lugn");
        const auto second = at.propose("Efter lugn, alltid");
        REQUIRE(at.accept(first).status == 303);
        REQUIRE(at.accept(second).status == 303);
        const auto seen = at.seen();
        REQUIRE(at.save(at.other, seen, "Efter lugn, alltid",
                      {{"skal", "Kortare."}, {"far-bort", std::to_string(std::stoi(seen) - 1)},
                          {"far-bort", seen}})
                    .status == 303);
        CHECK(contains(at.read("/stycke/RUS-p1"), "Inte infört ännu"));
        at.freeze();

        CHECK(at.proposal(first).standing == Standing::gone);
        CHECK(at.proposal(second).standing == Standing::whole);
        const auto paragraph = at.read("/stycke/RUS-p1");
        CHECK(contains(paragraph, "Borttaget igen: orden finns inte i version 3"));
        CHECK(contains(paragraph, "Infört: orden finns i version 3"));
        CHECK(contains(at.read("/inspel/" + std::to_string(first)), "borttaget igen i version 3"));
        CHECK_FALSE(contains(at.read("/inspel/" + std::to_string(second)), "orttaget igen"));
        CHECK(contains(at.read("/andringar/2"), "Borttaget igen"));
    });
}

TEST_CASE("what one version adopted and a later one takes out says so from then on") {
    on_each_database([](TestDatabase& database) {
        const Desk at{database};
        const auto first = at.propose("Strax efter lugn");
        REQUIRE(at.accept(first).status == 303);
        at.freeze();
        CHECK(at.proposal(first).standing == Standing::whole);
        REQUIRE(at.save(at.one, at.seen(), "Efter lugn", {{"skal", "Så beslutade gruppen."}}).status == 303);
        CHECK(at.proposal(first).standing == Standing::whole);  // what readers know
        at.freeze();
        CHECK(at.proposal(first).standing == Standing::gone);
        CHECK(contains(at.read("/inspel/" + std::to_string(first)), "borttaget igen i version 4"));
    });
}

TEST_CASE("paragraphs are joined after their words are shown together, and lose none unasked") {
    on_each_database([](TestDatabase& database) {
        const Desk at{database};
        REQUIRE(at.does("/nytt", {{"nytt", "Sedan storm"}}).status == 303);
        const auto shown = at.site.get(page, at.one, {{"annat", "RUS-p2"}});
        CHECK(shown.status == 200);
        CHECK(contains(shown, "Efter lugn Sedan storm"));

        const auto join = [&](const char* together) {
            return at.does("/sammanslagning", {{"annat", "RUS-p2"}, {"tillsammans", together}});
        };
        const auto refused = join("Efter lugn");
        CHECK(refused.status == 409);
        CHECK(contains(refused, "Sedan storm"));
        CHECK(join("Efter lugn, sedan storm").status == 303);
        CHECK(contains(at.site.get(page, at.one), "Efter lugn, sedan storm"));
    });
}

TEST_CASE("a heading is added, moved and removed with what stands under it, and each is undone") {
    on_each_database([](TestDatabase& database) {
        const Desk at{database};
        REQUIRE(at.does("/rubrik", {{"rubrik", "Skog"}, {"niva", "2"}}).status == 303);
        const auto heading = desk + "/texter/RUS/RUS-x1";
        REQUIRE(at.site.post(heading + "/nytt", at.one, {{"nytt", "Om tall."}, {"skal", "x"}}).status == 303);
        CHECK(contains(at.site.get(heading, at.one), "Allt under rubriken tas också bort"));
        CHECK(at.site.post(heading + "/borttagning", at.one, {{"skal", "x"}}).status == 303);
        CHECK_FALSE(contains(at.site.get(desk + "/texter/RUS", at.one), "Om tall."));

        REQUIRE(at.does("/borttagning", {}).status == 303);
        const auto draft = at.site.get(desk + "/texter/RUS", at.one);
        CHECK_FALSE(contains(draft, "id=\"RUS-p1\""));
        const auto number = at.last_value_on(draft, "andring");
        REQUIRE(at.site.post(desk + "/texter/RUS/angra", at.one, {{"andring", number}}).status == 303);
        CHECK(contains(at.site.get(desk + "/texter/RUS", at.one), "id=\"RUS-p1\""));
        at.freeze();
        CHECK(at.site.post(desk + "/texter/RUS/angra", at.one, {{"andring", number}}).status == 404);
    });
}

TEST_CASE("a collision shows no words of another process' draft, whatever revision the form names") {
    on_each_database([](TestDatabase& database) {
        const Desk at{database};
        const Lines hidden{{{{}, Node::Kind::section, Node::Type::text, "HEM"}, 1, {}, "Hem"},
            {{{}, Node::Kind::paragraph, Node::Type::text, "HEM-p1"}, 1, {}, "Hemliga ord"}};
        const auto document = database.act(at.site.other.revision, [&](auto& act) {
            return app::open_document(act, {{}, {}, {}, "HEM", "Hem"}, hidden);
        });
        REQUIRE(document);
        const auto lines = store::lines_of(*database.db, store::draft_of(*database.db, document->id).id);
        const auto answer =
            at.save(at.one, std::to_string(lines[1].revision.value), "Andra ord", {{"skal", "x"}});
        CHECK(answer.status == 409);
        CHECK_FALSE(contains(answer, "Hemliga"));
    });
}
