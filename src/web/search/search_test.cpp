#include "app/inspel/erasure.hpp"
#include "app/inspel/redaction.hpp"
#include "store/issue/issue_store.hpp"
#include "support/pages.hpp"

using namespace example;

namespace {

web::Response search(const TestSite& site, const std::string& words, const web::http::Fields& more = {}) {
    web::http::Fields query{{"q", words}};
    query.insert(query.end(), more.begin(), more.end());
    return site.get("/sok", "", query);
}

/// What the page found, without the question that it repeats.
std::string found(const TestSite& site, const std::string& words) {
    const auto page = search(site, words).body;
    const auto hits = page.find("<ol class=\"hits\">");
    return hits == page.npos ? std::string{} : page.substr(hits, page.find("</main>") - hits);
}

bool finds(const TestSite& site, const std::string& words, const std::string& in_hits) {
    return found(site, words).find(in_hits) != std::string::npos;
}

template <class Verb>
auto does(const TestSite& site, Verb verb) {
    return site.database.act(site.world.revision, verb).value();
}

int sent(const TestSite& site, const std::string& text) {
    return does(site, [&](auto& act) {
        return app::receive_inspel(act, site.world.activity, draft(text), {hex(random_bytes(8)), secret});
    }).number;
}

int published(const TestSite& site, const std::string& text) {
    const auto number = sent(site, text);
    does(site, [&](auto& act) { return app::publish_inspel(act, number); });
    return number;
}

Issue split(const TestSite& site, int inspel, const std::string& quote) {
    return does(site, [&](auto& act) {
        return app::split_inspel(act, inspel, {quote, "", "", "", {}}, today);
    });
}

void answer(const TestSite& site, const Issue& issue, const std::string& text) {
    does(site, [&](auto& act) { return app::answer_issue(act, issue.id, "noterat", text, {}); });
}

}  // namespace

TEST_CASE("words in everything that is public are found in one list, each with the way to it") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto content = fill(site, "Fjällvandringar");
        const auto page = found(site, "fjällvandring");
        for (const auto* kind :
            {">Texten<", ">Beslut<", ">Svar och synpunkter<", ">Inspel<", ">Nyheter<", ">Kalender<"}) {
            CAPTURE(kind);
            CHECK(page.find(kind) != std::string::npos);
        }
        CHECK(page.find("<mark>Fjällvandringar</mark>") != std::string::npos);
        CHECK(page.find("/processer/rus-2050/inspel/" + std::to_string(content.published)) !=
              std::string::npos);
        CHECK(page.find("/processer/rus-2050/stycke/RUS-p1") != std::string::npos);
        CHECK(finds(site, "fjallvandringarnas", "Fjällvandringar"));
        CHECK_FALSE(finds(site, "fjällvandring zebra", "Fjällvandringar"));
    });
}

TEST_CASE("one kind alone can be asked for, and the counts stay") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        fill(site, "Fjällvandringar");
        const auto page = search(site, "fjällvandring", {{"slag", "nyheter"}});
        CHECK(contains(page, "<p class=\"kind\">Nyheter</p>"));
        CHECK_FALSE(contains(page, "<p class=\"kind\">Inspel</p>"));
        CHECK(contains(page, ">Inspel ("));
    });
}

TEST_CASE("a number or a code leads right to the thing, however it is written") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto content = fill(site, "lugn");
        const auto inspel = "href=\"/processer/rus-2050/inspel/" + std::to_string(content.published) + "\"";
        const auto number = std::to_string(content.published);
        for (const auto& written : {"I-" + number, "i-" + number, "i" + number, "I " + number})
            CHECK(contains(search(site, written), inspel));
        for (const auto* written : {"Ä-1", "ä1", "Ä 1"})
            CHECK(contains(search(site, written), "href=\"/processer/rus-2050/andringar/1\""));
        for (const auto* written : {"RUS-p1", "rus-p1", "RUS"})
            CHECK(contains(search(site, written), "href=\"/processer/rus-2050/stycke/RUS"));
        for (const auto* written : {"I-99", "I-0", "I-", "Ä-99", "RUS-p99", "-", "I-1e3", "I-99999999999"})
            CHECK_FALSE(contains(search(site, written), "Du skrev ett nummer"));
    });
}

TEST_CASE("an answer is found by its words once it is published, and no sooner") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto issue = split(site, published(site, "Bygg en bro."), "Bygg en bro.");
        answer(site, issue, "Hängbron finns i planen.");
        CHECK(found(site, "hängbro").empty());
        does(site, [&](auto& act) { return app::publish_answers(act, {}); });
        CHECK(finds(site, "hängbro", "<mark>Hängbron</mark>"));
        CHECK(finds(site, "hängbro", "Svar på I-1"));
    });
}

TEST_CASE("one answer to many issues is one hit that says how many") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        std::vector<Id<Issue>> ids;
        for (int i = 0; i < 3; ++i)
            ids.push_back(split(site, published(site, "Bygg en bro."), "Bygg en bro.").id);
        does(site, [&](auto& act) { return app::group_issues(act, ids, "Broar"); });
        does(site, [&](auto& act) {
            return app::answer_issue(act, ids[0], "noterat", "Hängbron finns.", {ids[1], ids[2]});
        });
        does(site, [&](auto& act) { return app::publish_answers(act, {}); });
        CHECK(finds(site, "hängbron", "och 2 andra"));
    });
}

TEST_CASE("what waits, is declined, withdrawn, erased or masked is not found by its words") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        sent(site, "Vintergatan väntar");
        const auto declined = sent(site, "Vintergatan avvisas");
        does(site,
            [&](auto& act) { return app::decline_inspel(act, declined, "insult", "Vintergatan i skälet"); });
        const auto receipt = does(site, [&](auto& act) {
            return app::receive_inspel(
                act, site.world.activity, draft("Vintergatan tas tillbaka"), {"w", secret});
        });
        does(site, [&](auto& act) { return app::publish_inspel(act, receipt.number); });
        does(site, [&](auto& act) { return app::withdraw_inspel(act, receipt.code); });
        const auto erased = published(site, "Vintergatan raderas");
        const auto issue = split(site, erased, "Vintergatan raderas");
        answer(site, issue, "Svaret");
        does(site, [&](auto& act) { return app::publish_answers(act, {}); });
        does(site, [&](auto& act) {
            return app::erase_inspel(
                act, erased, {Erasure::Level::unpublished, Erasure::Ground::mistake, "RS/1"});
        });
        const auto masked = published(site, "Ring Vintergatan i morgon");
        split(site, masked, "Ring Vintergatan");
        does(site, [&](auto& act) { return app::redact(act, masked, {"Vintergatan", "namn"}); });

        for (const auto* words : {"vintergatan", "vinter", "vintergat", "Vintergatans"}) {
            CAPTURE(words);
            CHECK(found(site, words).empty());
        }
        CHECK_FALSE(contains(search(site, "I-1 I-2 I-3 I-4 I-5"), "intergatan"));
    });
}

TEST_CASE("a draft's words, withdrawn news and what the staff alone have are not found") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        fill(site, "lugn");
        const auto document = store::document_named(*database.db, site.world.revision.id, "RUS");
        const auto lines = store::lines_of(*database.db, store::draft_of(*database.db, document->id).id);
        does(site, [&](auto& act) {
            return app::edit_words(act, *document,
                {lines[1].node.id, lines[1].revision, "Vintergatan i utkastet", {{}, "Därför"}});
        });
        const auto item = does(site, [&](auto& act) {
            return app::publish_news(act, {{}, {}, today, {"Vintergatan", ""}, {"Vintergatan", ""}});
        });
        does(site, [&](auto& act) { return app::withdraw_news(act, item, {today, "Vintergatan var fel"}); });
        does(site, [&](auto& act) { return app::add_text_block(act, {{}, "Vintergatan", "Vintergatan"}); });
        const auto number = published(site, "Kontakt lämnad");
        split(site, number, "Kontakt lämnad");
        CHECK(found(site, "vintergatan").empty());
        CHECK(found(site, "handläggaren").empty());
    });
}

TEST_CASE("hostile words are searched for, not obeyed, and stay words") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        fill(site, "lugn");
        for (const auto* words : {"\"", "%", "_", "' OR 1=1 --", "\\", "a%' --", "(((", "buss*", "NEAR(a b)",
                 "<b>x", "\xC2\xAD", "I-' OR", "§ '", "10% av"}) {
            CAPTURE(words);
            const auto page = search(site, words);
            CHECK(page.status == 200);
            CHECK(what_is_wrong_with(page.body) == "");
        }
        CHECK(search(site, std::string(5'000, 'x')).status == 200);
        CHECK(found(site, "%").empty());
    });
}

TEST_CASE("what lies in another process is found too, after what lies in the one that was asked from") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        published(site, "Linbana i länet");
        const auto other = database.act(site.other.revision, [&](auto& act) {
            const auto kept =
                app::receive_inspel(act, site.other.activity, draft("Linbana i det andra"), {"o", secret});
            return app::publish_inspel(act, kept->number);
        });
        REQUIRE(other);
        for (const auto& [asked_from, first] : {std::pair{"rus-2050", "rus-2050"}, {"annan", "annan"}}) {
            const auto page = search(site, "linbana", {{"process", asked_from}}).body;
            const auto hits = page.find("<ol class=\"hits\">");
            const auto link = page.find("/processer/", hits);
            CHECK(page.substr(link).starts_with("/processer/" + std::string{first}));
            CHECK(page.find("2 träffar") != std::string::npos);
        }
    });
}
