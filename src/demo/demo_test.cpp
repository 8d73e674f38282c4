#include "demo/demo.hpp"

#include "base/digest.hpp"
#include "demo/content.hpp"
#include "domain/document/document.hpp"
#include "domain/staff/authorisation.hpp"
#include "store/decision/completeness_store.hpp"
#include "store/decision/decision_store.hpp"
#include "store/document/document_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/log/log_store.hpp"
#include "store/site/site_store.hpp"
#include "web/decision/report/report.hpp"
#include "web/ui/html_sink.hpp"
#include "web/words/words.hpp"

#include <doctest/doctest.h>
#include <filesystem>

using namespace medskapa;

namespace {

struct Filled {
    std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("medskapa-demo-test-" + hex(random_bytes(8)));
    store::Installation installation{folder.string(), "", (folder / "signed").string()};
    std::vector<demo::SignInLink> links = demo::fill_demo(installation, "", time::now());
    std::unique_ptr<sql::Connection> db = sql::open(installation.database(), sql::Access::read_only);
    Process finished = store::process_named(*db, "rus-2050").value();
    Process living = store::process_named(*db, "oversyn").value();

    ~Filled() {
        db.reset();
        std::filesystem::remove_all(folder);
    }
};

}  // namespace

TEST_CASE("the demo is the whole finished process and a living one with work to do") {
    const Filled demo;
    const auto states = store::tally_of(*demo.db, demo.finished.id, store::Counter::state);
    CHECK(states.at("published") >= 82);
    CHECK(states.at("declined") == 2);
    CHECK(store::tally_of(*demo.db, demo.finished.id, store::Counter::desk).at("unanswered") == 0);
    CHECK(store::tally_of(*demo.db, demo.living.id, store::Counter::state).at("received") == 6);
    CHECK(store::tally_of(*demo.db, demo.living.id, store::Counter::desk).at("unanswered") == 13);
    CHECK(demo.links.size() == 2 * names_of<Role>.size());
}

TEST_CASE("the changes of the demo lead, word for word, from the referral version to the adopted one") {
    const Filled demo;
    const auto strategy = store::document_named(*demo.db, demo.finished.id, "RUS").value();
    const auto adopted = store::newest_frozen(*demo.db, strategy.id).value();
    REQUIRE(adopted.kind == Version::Kind::adopted);
    const auto wanted = read_manuscript(demo::DemoContent::text("document-adopted.md"), "RUS").value();
    CHECK(manuscript(store::lines_of(*demo.db, adopted.id)) == manuscript(wanted));
}

TEST_CASE("the log of the demo says when things were done, also the votes of the past") {
    const Filled demo;
    const auto time_of_first = [&](const std::string& type) {
        for (const auto& text : store::log_entries(*demo.db, 0, 10'000)) {
            const auto entry = openlog::read_entry(text);
            if (entry && entry->type == type) return time::iso(Clock{"Europe/Stockholm"}.day(entry->time));
        }
        return std::string{};
    };
    CHECK(time_of_first("inspel.received") == "2019-05-06");
    CHECK(time_of_first("votes.imported") == "2019-10-16");
    CHECK(time_of_first("conversation.closed") == "2020-02-01");
    CHECK(time_of_first("referral.sent") == "2020-03-16");
}

TEST_CASE("every change of the demo says why") {
    const Filled demo;
    const auto strategy = store::document_named(*demo.db, demo.finished.id, "RUS").value();
    const auto adopted = store::newest_frozen(*demo.db, strategy.id).value();
    const auto changes = store::changes_to(*demo.db, adopted.id);
    CHECK(changes.size() >= 34);
    for (const auto& change : changes) CHECK_FALSE(change.reason.empty());
}

TEST_CASE("the demo ends in a decision of the assembly on a text that nothing lacked an answer to") {
    const Filled demo;
    const auto decision = store::decision_numbered(*demo.db, demo.finished.id, 1).value();
    const auto strategy = store::document_named(*demo.db, demo.finished.id, "RUS").value();
    const auto adopted = store::newest_frozen(*demo.db, strategy.id).value();
    CHECK(decision.version == adopted.id);
    CHECK(decision.digest == adopted.digest);
    CHECK(time::iso(decision.decided_on) == "2021-02-17");
    CHECK_FALSE(decision.waiver);
    CHECK(decision.was_consulted);
    CHECK(store::missing_in(*demo.db, demo.finished.id).is_nothing());
    CHECK_FALSE(store::missing_in(*demo.db, demo.living.id).is_nothing());
}

TEST_CASE("every number of the demo's report agrees with a recount, in both processes and languages") {
    const Filled demo;
    for (const auto& process : {demo.finished, demo.living})
        for (const auto language : {Language::sv, Language::en}) {
            web::ui::HtmlSink sink{web::words_of(language).tag(), [](const web::Html&) {}};
            const auto check = web::decision::report::write(
                {*demo.db, process, web::words_of(language), Clock{"Europe/Stockholm"}, time::now()}, sink,
                [](std::string_view, double) {});
            CHECK(check.compared > 40);
            CHECK(check.differ == 0);
        }
}

TEST_CASE("a folder with something in it is not filled") {
    const Filled demo;
    CHECK_THROWS_AS(demo::fill_demo(demo.installation, "", time::now()), std::runtime_error);
}
