#include "app/site/taking_back.hpp"

#include "app/site/site.hpp"
#include "store/log/log_store.hpp"
#include "store/site/site_store.hpp"
#include "support/strategy_process.hpp"

using namespace example;

namespace {

struct Announced : StrategyProcess {
    explicit Announced(TestDatabase& where) : StrategyProcess{where} {}

    NewsItem news() const {
        return does([](auto& act) {
            return app::publish_news(act, {{}, {}, today, {"Fel nyhet", "Wrong"}, {"Ord", "Words"}});
        });
    }
    Step step() const {
        Step draft;
        draft.title = {"Remis", "Remis"};
        return does([&](auto& act) { return app::add_step(act, draft); });
    }
    Event event() const {
        Event draft;
        draft.title = {"Möte", "Meeting"};
        draft.starts = draft.ends = LocalTime{today};
        draft.documents = {{"Dagordning", "https://example.org/dagordning.pdf"}};
        return does([&](auto& act) { return app::add_event(act, draft); });
    }
    std::optional<Failure::Kind> taken_back(const NewsItem& item) const {
        const auto done = tries([&](auto& act) { return app::take_back_news(act, item); });
        return done ? std::nullopt : std::optional{done.error().kind};
    }
};

}  // namespace

TEST_CASE("what was published by mistake is gone when it is taken back, and the log says that it was there") {
    on_each_database([](TestDatabase& database) {
        const Announced at{database};
        const auto item = at.news();
        const auto step = at.step();
        const auto event = at.event();
        REQUIRE(app::taken_back_until(*database.db, item, database.now));

        CHECK_FALSE(at.taken_back(item));
        at.does([&](auto& act) { return app::take_back_step(act, step); });
        at.does([&](auto& act) { return app::take_back_event(act, event); });
        CHECK_FALSE(store::find_news(*database.db, at.process().id, item.id));
        CHECK_FALSE(store::find_event(*database.db, at.process().id, event.id));
        CHECK(store::steps_of(*database.db, at.process().id).empty());
        const auto places = store::places_about(*database.db, "news/" + std::to_string(item.id.value));
        REQUIRE(places.size() == 2);
        CHECK(store::log_entries(*database.db, places.back(), 1).at(0).find("type news.withdrawn\n") !=
              std::string::npos);
        CHECK(at.taken_back(item) == Failure::Kind::not_found);  // a second tab
    });
}

TEST_CASE("after an hour it is not taken back, nor when it was changed within it after standing longer") {
    on_each_database([](TestDatabase& database) {
        const Announced at{database};
        const auto item = at.news();
        database.now += std::chrono::hours{1} + std::chrono::seconds{1};
        CHECK_FALSE(app::taken_back_until(*database.db, item, database.now));
        at.does([&](auto& act) { return app::correct_news(act, item, item); });

        CHECK(at.taken_back(item) == Failure::Kind::conflict);
        CHECK(store::find_news(*database.db, at.process().id, item.id));
    });
}

TEST_CASE("what has been withdrawn openly is not taken back besides") {
    on_each_database([](TestDatabase& database) {
        const Announced at{database};
        const auto published = at.news();
        const auto item = at.does([&](auto& act) {
            return app::withdraw_news(act, published, {today, "Den var fel."});
        });
        CHECK(at.taken_back(item) == Failure::Kind::conflict);
    });
}

TEST_CASE("nothing is taken back that something has been built on") {
    on_each_database([](TestDatabase& database) {
        const Announced at{database};
        const auto step = at.step();
        Activity draft;
        draft.title = {"Skriv", "Write"};
        draft.step = step.id;
        const auto activity = at.does([&](auto& act) { return app::add_activity(act, draft); });
        CHECK(at.tries([&](auto& act) { return app::take_back_step(act, step); }).error().kind ==
              Failure::Kind::conflict);
        at.does([&](auto& act) { return app::take_back_activity(act, activity); });
        at.does([&](auto& act) { return app::take_back_step(act, step); });

        (void)at.published("Fler bussar");  // by the process' own activity
        CHECK(at.tries([&](auto& act) { return app::take_back_activity(act, at.world.activity); })
                  .error()
                  .kind == Failure::Kind::conflict);
        const auto event = at.event();
        auto typed = example::draft("Om mötet");
        typed.concerns = "event-" + std::to_string(event.id.value);
        (void)at.received(typed);
        CHECK(at.tries([&](auto& act) { return app::take_back_event(act, event); }).error().kind ==
              Failure::Kind::conflict);
    });
}

TEST_CASE("what is another process' is not taken back") {
    on_each_database([](TestDatabase& database) {
        const Announced at{database};
        auto item = at.news();
        item.process = {item.process.value + 1};
        CHECK(at.taken_back(item) == Failure::Kind::not_allowed);
    });
}
