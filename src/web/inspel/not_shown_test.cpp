#include "app/inspel/erasure.hpp"
#include "support/pages.hpp"

using namespace example;

namespace {

const std::string inspel_root = "/processer/rus-2050/inspel/";

template <class Verb>
auto does(const TestSite& site, Verb verb) {
    return site.database.act(site.world.revision, verb).value();
}

app::Receipt sent(const TestSite& site) {
    auto typed = draft("Vintergatan nämns");
    typed.title = typed.organisation = "Vintergatan";
    typed.contact = "070-174 06 05";
    return does(site, [&](auto& act) {
        return app::receive_inspel(act, site.world.activity, typed, {hex(random_bytes(8)), secret});
    });
}

web::Response page_of(const TestSite& site, int number) {
    return site.get(inspel_root + std::to_string(number));
}

/// None of the sender's words, nor how they are reached, in any language.
void shows_nothing(const TestSite& site, int number) {
    for (const auto* language : {"", "/en", "/sma"}) {
        const auto page = site.get(language + inspel_root + std::to_string(number));
        for (const auto* words : {"intergatan", "070-174", "Därför att"}) CHECK_FALSE(contains(page, words));
        CHECK(what_is_wrong_with(page.body) == "");
    }
}

}  // namespace

TEST_CASE("one that waits says so, with the day that it came in, and none of its words") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto receipt = sent(site);
        const auto page = page_of(site, receipt.number);
        CHECK(page.status == 200);
        CHECK(contains(page, "I-1 Inspelet väntar på granskning"));
        CHECK(contains(page, "Kom in · "));
        CHECK(contains(page, "noindex"));
        shows_nothing(site, receipt.number);
    });
}

TEST_CASE(
    "one that is not published is gone, and says on what ground and when, not what the reviewer wrote") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto number = sent(site).number;
        does(site,
            [&](auto& act) { return app::decline_inspel(act, number, "insult", "Därför att Vintergatan"); });
        const auto page = page_of(site, number);
        CHECK(page.status == 410);
        CHECK(contains(page, "Inspelet publiceras inte"));
        CHECK(contains(page, "Beslut att inte publicera · "));
        CHECK(contains(page, "Det kränker någon"));
        shows_nothing(site, number);
    });
}

TEST_CASE("one that its sender took back says so, also when it was published first") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        for (const bool was_published : {false, true}) {
            const auto receipt = sent(site);
            if (was_published)
                does(site, [&](auto& act) { return app::publish_inspel(act, receipt.number); });
            does(site, [&](auto& act) { return app::withdraw_inspel(act, receipt.code); });
            const auto page = page_of(site, receipt.number);
            CHECK(page.status == 410);
            CHECK(contains(page, "Togs tillbaka av avsändaren · "));
            CHECK(contains(page, "Publicerades · ") == was_published);
            shows_nothing(site, receipt.number);
        }
    });
}

TEST_CASE("one that is erased says by which decision and on what ground, and whether the original is left") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        for (const auto level : {Erasure::Level::unpublished, Erasure::Level::destroyed}) {
            const auto number = sent(site).number;
            does(site, [&](auto& act) { return app::publish_inspel(act, number); });
            does(site, [&](auto& act) {
                return app::erase_inspel(
                    act, number, {level, Erasure::Ground::data_protection, "RS/88/2026"});
            });
            const auto page = page_of(site, number);
            CHECK(page.status == 410);
            CHECK(contains(page, "RS/88/2026"));
            CHECK(contains(page, "artikel 17"));
            CHECK(contains(page, "Är också raderat.") == (level == Erasure::Level::destroyed));
            shows_nothing(site, number);
        }
    });
}

TEST_CASE("the log's name of one that was never published is not given out") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto receipt = sent(site);
        const auto name =
            store::inspel_numbered(*database.db, site.world.revision.id, receipt.number)->public_id;
        CHECK_FALSE(contains(page_of(site, receipt.number), name));
        does(site, [&](auto& act) { return app::withdraw_inspel(act, receipt.code); });
        CHECK_FALSE(contains(page_of(site, receipt.number), name));
    });
}

TEST_CASE("a number that was never given is not found") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        CHECK(page_of(site, 1).status == 404);
    });
}
