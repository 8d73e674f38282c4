#include "app/swot/swot.hpp"

#include "app/inspel/erasure.hpp"
#include "app/inspel/inspel.hpp"
#include "app/statistics/analysis.hpp"
#include "app/statistics/dataset.hpp"
#include "app/statistics/run.hpp"
#include "app/swot/sources.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"
#include "store/log/log_store.hpp"
#include "store/statistics/analysis_store.hpp"
#include "store/swot/swot_store.hpp"
#include "support/example.hpp"

using namespace example;

namespace {

/// Two municipalities, three industries and an analysis of them; three people fish in Berg.
struct Analysed {
    TestDatabase& database;
    World world = settle(database);
    Process other = settle(database, "annan").revision;

    template <class Verb>
    auto act(Verb verb) {
        return database.act(world.revision, std::move(verb));
    }
    SwotItem item(const std::string& text = "Många arbetar på hotell.") {
        SwotItem typed;
        typed.text = Localized{text};
        return act([&](auto& act) { return app::write_swot_item(act, typed); }).value();
    }
    Dataset dataset(const Process& process, char digest, Id<Dataset> replaces = {}) {
        Dataset made;
        made.title = made.source = made.licence = "Jobb";
        made.digest = std::string(64, digest);
        made.process = process.id;
        made.replaces = replaces;
        made.dimensions = {{"region", {{"2326", "Berg"}, {"2380", "Östersund"}}},
            {"industry", {{"01", "Jordbruk"}, {"55", "Hotell"}, {"03", "Fiske"}}}};
        const std::vector<Dataset::Cell> cells{
            {0, 90.0, ""}, {1, 60.0, ""}, {2, 3.0, ""}, {3, 80.0, ""}, {4, 900.0, ""}, {5, 700.0, ""}};
        return database.act(process, [&](auto& act) { return app::import_dataset(act, made, cells); })
            .value();
    }
    AnalysisRun run(const Process& process, const Dataset& of) {
        const auto made = app::analysed(*database.db, of, AnalysisRun::Kind::specialisation,
            {{"regions", "region"}, {"industries", "industry"},
                {"region",
                    "2326"}}).value();
        return database.act(process, [&](auto& act) { return app::keep_run(act, made); }).value();
    }
    Result<Citation> cite(const SwotItem& item, int run, const std::string& figure = "01:lq") {
        return act([&](auto& act) { return app::cite_for_swot(act, item.number, run, figure); });
    }
    Result<SwotItem> support(const SwotItem& item, const std::string& reference) {
        return act([&](auto& act) { return app::support_swot_item(act, item.number, reference); });
    }
    Result<SwotItem> take_off(const SwotItem& item, const std::string& reference) {
        return act([&](auto& act) { return app::take_off_swot_item(act, item.number, reference); });
    }
    Result<SwotItem> take_figure_off(const SwotItem& item, int citation) {
        return act([&](auto& act) { return app::take_figure_off_swot_item(act, item.number, citation); });
    }
    Result<SwotItem> publish(const SwotItem& item) {
        return act([&](auto& act) { return app::publish_swot_item(act, item.number); });
    }
    std::string newest_entry() const { return store::newest_entry(*database.db).value_or(""); }
    int inspel(const std::string& text, bool is_published) {
        const auto receipt = act([&](auto& act) {
            return app::receive_inspel(act, world.activity, draft(text), {text, secret});
        }).value();
        if (is_published) REQUIRE(act([&](auto& act) { return app::publish_inspel(act, receipt.number); }));
        return receipt.number;
    }
};

}  // namespace

TEST_CASE("a point that rests on nothing is a draft, and is not published until it rests on something") {
    on_each_database([](TestDatabase& database) {
        Analysed analysed{database};
        const auto item = analysed.item();

        const auto refused = analysed.publish(item);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == Failure::Kind::conflict);
        CHECK(refused.error().complaints.front().place == Field::evidence);
        CHECK(store::published_swot_of(*database.db, analysed.world.revision.id).empty());

        const auto run =
            analysed.run(analysed.world.revision, analysed.dataset(analysed.world.revision, 'a'));
        REQUIRE(analysed.cite(item, run.number));
        REQUIRE(analysed.publish(item));
        CHECK(store::published_swot_of(*database.db, analysed.world.revision.id).size() == 1);
        REQUIRE(analysed.act([&](auto& act) { return app::withdraw_swot_item(act, item.number); }));
        CHECK(store::published_swot_of(*database.db, analysed.world.revision.id).empty());
        CHECK_FALSE(analysed.act([&](auto& act) { return app::withdraw_swot_item(act, item.number); }));
    });
}

TEST_CASE("a run or a dataset of another process, and a figure that is hidden, carry nothing") {
    on_each_database([](TestDatabase& database) {
        Analysed analysed{database};
        const auto item = analysed.item();
        const auto elsewhere = analysed.dataset(analysed.other, 'b');
        const auto run = analysed.run(analysed.other, elsewhere);

        CHECK(analysed.cite(item, run.number).error().complaints.front().place == Field::figure);
        CHECK(
            analysed.support(item, reference(elsewhere)).error().complaints.front().place == Field::evidence);
        const auto own =
            analysed.run(analysed.world.revision, analysed.dataset(analysed.world.revision, 'a'));
        CHECK(analysed.cite(item, own.number, "03:lq").error().complaints.front().place == Field::figure);
        CHECK(analysed.cite(item, own.number, "").error().complaints.front().place == Field::figure);
        for (const auto* nothing : {"", "D-", "D-0", "D-99", "I-1", "A-1", "I-1/1", "D-1 D-2", "d-1;--"}) {
            CAPTURE(nothing);
            CHECK(analysed.support(item, nothing).error().complaints.front().place == Field::evidence);
        }
        CHECK_FALSE(analysed.publish(item));
        const auto in_other =
            database.act(analysed.other, [&](auto& act) { return app::publish_swot_item(act, item.number); });
        CHECK(in_other.error().kind == Failure::Kind::not_found);
    });
}

TEST_CASE("the same evidence is written down once, however it is typed") {
    on_each_database([](TestDatabase& database) {
        Analysed analysed{database};
        const auto item = analysed.item();
        const auto dataset = analysed.dataset(analysed.world.revision, 'a');
        const auto run = analysed.run(analysed.world.revision, dataset);

        REQUIRE(analysed.support(item, " " + reference(dataset) + "\n"));
        CHECK(
            analysed.support(item, text::lower(reference(dataset))).error().kind == Failure::Kind::conflict);
        REQUIRE(analysed.cite(item, run.number));
        REQUIRE(analysed.cite(item, run.number, "55:lq"));  // of the same run, so of the same source
        CHECK(analysed.cite(item, run.number).error().kind == Failure::Kind::conflict);
        CHECK(app::support_of(*database.db, item).there == 2);
        REQUIRE(analysed.publish(item));
        CHECK(analysed.newest_entry().find("\nevidence 2") != std::string::npos);
    });
}

TEST_CASE("evidence is taken off a point and said in the log, and a published point keeps the last") {
    on_each_database([](TestDatabase& database) {
        Analysed analysed{database};
        const auto item = analysed.item();
        const auto dataset = analysed.dataset(analysed.world.revision, 'a');
        const auto run = analysed.run(analysed.world.revision, dataset);
        REQUIRE(analysed.support(item, reference(dataset)));
        const auto first = analysed.cite(item, run.number).value();
        const auto second = analysed.cite(item, run.number, "55:lq").value();
        REQUIRE(analysed.publish(item));

        REQUIRE(analysed.take_off(item, reference(dataset)));
        CHECK(analysed.newest_entry().find("type swot.evidence_removed\n") != std::string::npos);
        CHECK(analysed.newest_entry().find("evidence " + reference(dataset)) != std::string::npos);
        CHECK(analysed.take_off(item, reference(dataset)).error().kind == Failure::Kind::conflict);
        REQUIRE(analysed.take_figure_off(item, second.number));
        CHECK(analysed.newest_entry().find("evidence " + reference(run)) != std::string::npos);
        const auto last = analysed.take_figure_off(item, first.number);
        REQUIRE_FALSE(last);
        CHECK(last.error().complaints.front().place == Field::source);
        CHECK(app::support_of(*database.db, item).there == 1);

        REQUIRE(analysed.act([&](auto& act) { return app::withdraw_swot_item(act, item.number); }));
        REQUIRE(analysed.take_figure_off(item, first.number));
        CHECK_FALSE(app::has_evidence(*database.db, item));
        CHECK_FALSE(analysed.publish(item));
    });
}

TEST_CASE("a figure that was taken off holds no run back, and its number is not used again") {
    on_each_database([](TestDatabase& database) {
        Analysed analysed{database};
        const auto item = analysed.item();
        const auto other = analysed.item("Få fiskar.");
        const auto& process = analysed.world.revision;
        const auto run = analysed.run(process, analysed.dataset(process, 'a'));
        const auto citation = analysed.cite(item, run.number).value();

        CHECK(analysed.take_figure_off(other, citation.number).error().kind == Failure::Kind::conflict);
        REQUIRE(analysed.take_figure_off(item, citation.number));
        CHECK(analysed.take_figure_off(item, citation.number).error().kind == Failure::Kind::conflict);
        CHECK_FALSE(store::citation_numbered(*database.db, process.id, citation.number));
        CHECK(store::citations_of(*database.db, process.id).empty());
        CHECK(analysed.cite(item, run.number).value().number == citation.number + 1);
        REQUIRE(analysed.take_figure_off(item, citation.number + 1));
        CHECK(analysed.act([&](auto& act) { return app::remove_run(act, run.number); }));
    });
}

TEST_CASE("an inspel carries a point while everybody can read it, and no longer once it is taken away") {
    on_each_database([](TestDatabase& database) {
        Analysed analysed{database};
        const auto item = analysed.item();
        const auto hidden = analysed.inspel("Ingen läser detta.", false);
        const auto shown = analysed.inspel("Bussen går för sällan.", true);
        CHECK_FALSE(analysed.support(item, "I-" + std::to_string(hidden)));
        CHECK_FALSE(analysed.support(item, "I-" + std::to_string(shown) + "/1"));
        REQUIRE(analysed.support(item, "I-" + std::to_string(shown)));
        REQUIRE(analysed.publish(item));

        REQUIRE(analysed.act([&](auto& act) {
            return app::erase_inspel(
                act, shown, {Erasure::Level::unpublished, Erasure::Ground::retention, "RUN/1/2026"});
        }));

        CHECK_FALSE(app::has_evidence(*database.db, item));
        REQUIRE(analysed.act([&](auto& act) { return app::withdraw_swot_item(act, item.number); }));
        CHECK(analysed.publish(item).error().complaints.front().place == Field::evidence);
    });
}

TEST_CASE(
    "a run that a point rests on is not removed, and the point goes over to newer data when somebody has "
    "looked") {
    on_each_database([](TestDatabase& database) {
        Analysed analysed{database};
        const auto& process = analysed.world.revision;
        const auto item = analysed.item();
        const auto first = analysed.dataset(process, 'a');
        const auto run = analysed.run(process, first);
        const auto citation = analysed.cite(item, run.number).value();

        const auto removed = analysed.act([&](auto& act) { return app::remove_run(act, run.number); });
        CHECK(removed.error().kind == Failure::Kind::conflict);
        const auto newer = analysed.run(process, analysed.dataset(process, 'b', first.id));
        CHECK(app::staleness_of(*database.db, run)->again->id == newer.id);
        REQUIRE(analysed.act(
            [&](auto& act) { return app::review_citation(act, citation.number, newer.number); }));
        CHECK(store::citations_of(*database.db, item.id).front().run == newer.id);
    });
}
