#include "base/system/child_process.hpp"
#include "support/forms.hpp"
#include "support/pages.hpp"
#include "support/strategy_process.hpp"
#include "web/issue/desk/checks/spelling.hpp"

using namespace example;

namespace {

const std::string process = "/processer/rus-2050";
const std::string bench = process + "/handlaggning/inspel/";

struct Desk {
    TestSite site;
    StrategyProcess at;
    std::string handler;

    explicit Desk(TestDatabase& database)
        : site{database}, at{database, site.world}, handler{site.session(Role::handler, at.process())} {}

    web::Response answered(int inspel, const std::string& words) const {
        const auto issue = at.split(inspel, "Fler bussar");
        at.answer(issue, "noterat", words);
        return site.get(
            bench + std::to_string(inspel), handler, {{"synpunkt", std::to_string(issue.position)}});
    }
};

bool has_hunspell() {
    const ScratchFolder folder;
    return run_confined({"sh", "-c", "hunspell -d sv_SE -l /dev/null"}, folder.path(), {}) ==
           ChildExit::success;
}

}  // namespace

TEST_CASE(
    "the name of somebody else is pointed out before publishing, masked by one press and not by the rest") {
    on_each_database([](TestDatabase& database) {
        const Desk desk{database};
        const auto number = desk.at.received(draft("Per Olovsson <b>kör</b> för fort. Ring 070-123 45 67."));
        const auto address = bench + std::to_string(number);
        const auto page = desk.site.get(address, desk.handler);
        CHECK(contains(page, "<mark>Per Olovsson</mark>"));

        REQUIRE(desk.site
                    .post(address + "/maskning", desk.handler,
                        {{"passage", "Per Olovsson"}, {"maskskal", "namn"}})
                    .status == 303);
        CHECK_FALSE(contains(desk.site.get(address, desk.handler), "<mark>Per Olovsson</mark>"));
    });
}

TEST_CASE("what an answer refers to that nobody can open is pointed out, and what they can is not") {
    on_each_database([](TestDatabase& database) {
        const Desk desk{database};
        (void)desk.at.freezes(Version::Kind::referral, "Remissversion");
        const auto shown = desk.at.published("Fler bussar nu");
        const auto hidden = desk.at.received(draft("Ett annat"));
        const auto page = desk.answered(shown,
            fmt::format("Se I-{}, I-{}, I-900, Ä-8, RUS-1-p1, RUS-9-p9 och /processer/rus-2050/inspel/901.",
                shown, hidden));
        CHECK(contains(page, fmt::format("<mark>I-{}</mark>", hidden)));
        for (const auto* dead : {"I-900", "Ä-8", "RUS-9-p9", "/processer/rus-2050/inspel/901"})
            CHECK(contains(page, fmt::format("<mark>{}</mark>", dead)));
        CHECK_FALSE(contains(page, fmt::format("<mark>I-{}</mark>", shown)));
        CHECK_FALSE(contains(page, "<mark>RUS-1-p1</mark>"));
    });
}

TEST_CASE("a misspelled word is pointed out once, and no name, code or option of the program is") {
    if (!has_hunspell()) return;
    using Words = std::vector<std::string>;
    CHECK(web::issue::desk::misspelled("Vi åtgärdar bristen.\nVi åtgjärdar den, åtgjärdar.") ==
          Words{"åtgjärdar"});
    CHECK(web::issue::desk::misspelled("Krokom, RUS-5.6-p1, SCB och Xyzzy.").empty());
    CHECK(web::issue::desk::misspelled("--help $(xqzw) `id` | ; &") == Words{"xqzw"});
    CHECK(web::issue::desk::misspelled("").empty());
    CHECK(web::issue::desk::misspelled(std::string(70'000, 'q')).empty());
}
