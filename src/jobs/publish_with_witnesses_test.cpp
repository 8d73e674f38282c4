#include "jobs/publish_log.hpp"

#include "app/log/log_keys.hpp"
#include "engine/openlog/signing/policy.hpp"
#include "engine/openlog/signing/witness.hpp"
#include "jobs/log_job.hpp"
#include "store/files/log_folder.hpp"
#include "store/migrations/migrate.hpp"
#include "support/example.hpp"
#include "support/published_log.hpp"
#include "support/publishing_site.hpp"
#include "support/scratch.hpp"

#include <fstream>
#include <utility>

using namespace example;

namespace {

/// A witness outside that can be gone, and a place whose checkpoint waits for it.
struct Awaited {
    openlog::SigningKey key = key_of("library.example.org", openlog::KeyType::cosignature);
    bool is_gone = true;
    jobs::LogSettings settings;
    jobs::Witnesses witnesses;

    explicit Awaited(const PublishingSite& site) : settings{site.settings()} {
        settings.quorum =
            openlog::read_policy("witness library " + openlog::as_vkey(key.verifier()) + "\nquorum library\n")
                .value();
        const openlog::Witness witness{{site.key.verifier()}, key,
            [](const std::string&) { return std::optional<openlog::TreeHead>{}; }};
        witnesses = {{{key.verifier(), "http://127.0.0.1:1"}},
            [this, witness](const std::string&, const std::string& body) {
                if (is_gone) throw std::runtime_error{"nobody answered"};
                const auto answer = witness.answer(body, 1'800'000'000);
                return jobs::Answer{answer.status, answer.body};
            }};
    }
    Awaited(const Awaited&) = delete;
    Awaited& operator=(const Awaited&) = delete;
};

std::uint64_t size_in(const std::optional<std::string>& note) {
    return openlog::read_signed_checkpoint(note.value()).value().checkpoint.head.size;
}

}  // namespace

TEST_CASE("what a witness has cosigned is published and kept, also by who publishes after it") {
    on_each_database([](TestDatabase& database) {
        PublishingSite site{database};
        const auto outside = key_of("library.example.org", openlog::KeyType::cosignature);
        const openlog::Witness witness{{site.key.verifier()}, outside, [](auto&) { return std::nullopt; }};
        jobs::Witnesses witnesses{{{outside.verifier(), "http://127.0.0.1:1"}}, [&](auto&, auto& body) {
                                      const auto answer = witness.answer(body, 1'800'000'000);
                                      return jobs::Answer{answer.status, answer.body};
                                  }};
        auto publisher = site.publisher();
        publisher.publish(database.now);

        publisher.ask(witnesses, database.now);

        const auto report =
            openlog::audit(site.files(), {{site.key.verifier(), outside.verifier()}, {}, {}, {}}).value();
        CHECK(report.holds());
        CHECK(report.signers.size() == 2);
        std::filesystem::remove(site.scratch.folder / "checkpoint");
        site.publisher().publish(database.now);
        CHECK(site.files()("checkpoint") == store::newest_signed(*database.db)->note);
        CHECK(site.audited().newest.note.signatures.size() == 2);
    });
}

TEST_CASE("with a quorum the checkpoint waits for its witnesses, and the site goes on") {
    on_each_database([](TestDatabase& database) {
        const PublishingSite site{database};
        Awaited outside{site};
        jobs::LogPublisher publisher{outside.settings, *database.writer};
        CHECK(publisher.publish(database.now));
        publisher.ask(outside.witnesses, database.now);

        CHECK_FALSE(site.files()("checkpoint"));
        CHECK(size_in(site.files()(jobs::unwitnessed_checkpoint)) ==
              static_cast<std::uint64_t>(store::log_size(*database.db)));
        CHECK_FALSE(publisher.publish(database.now));
        CHECK(publisher.examine().empty());
        settle(database, "annan");  // the site accepts what is sent
        CHECK(publisher.publish(database.now));
    });
}

TEST_CASE("when the quorum has come the checkpoint is the newest, with its witness") {
    on_each_database([](TestDatabase& database) {
        const PublishingSite site{database};
        Awaited outside{site};
        jobs::LogPublisher publisher{outside.settings, *database.writer};
        publisher.publish(database.now);
        publisher.ask(outside.witnesses, database.now);
        outside.is_gone = false;
        publisher.ask(outside.witnesses, database.now + std::chrono::minutes{1});

        CHECK(site.size() == static_cast<std::uint64_t>(store::log_size(*database.db)));
        CHECK(site.files()("checkpoint") == site.files()(jobs::unwitnessed_checkpoint));
        const std::array known{site.key.verifier(), outside.key.verifier()};
        CHECK(openlog::signers(site.audited().newest, known)->size() == 2);
        CHECK(publisher.examine().empty());
    });
}

TEST_CASE(
    "a database that is older than the head kept apart from it is not signed, whatever else was put back") {
    on_each_database([](TestDatabase& database) {
        PublishingSite site{database};
        const test::Scratch apart;
        auto settings = site.settings();
        settings.signed_heads = apart.folder;
        jobs::LogPublisher{settings, *database.writer}.publish(database.now);
        const auto size = site.size();
        settle(database, "senare");
        jobs::LogPublisher{settings, *database.writer}.publish(database.now);
        std::filesystem::remove_all(site.scratch.folder);
        site.tamper("DELETE FROM log_salt WHERE idx >= " + std::to_string(size));
        site.tamper("DELETE FROM log_entry WHERE idx >= " + std::to_string(size));
        site.tamper("DELETE FROM log_signed WHERE size > " + std::to_string(size));

        CHECK_THROWS_AS((jobs::LogPublisher{settings, *database.writer}), jobs::ForkedLog);
    });
}

TEST_CASE("of two who sign the same log one is stopped by the other's head") {
    detail::on_sqlite([](TestDatabase& database) {
        PublishingSite site{database};
        const test::Scratch apart;
        auto settings = site.settings();
        settings.signed_heads = apart.folder;
        jobs::LogPublisher publisher{settings, *database.writer};
        publisher.publish(database.now);
        const store::SignedHeads heads{apart.folder};
        const auto origin = site.key.verifier().name;
        REQUIRE(heads.replace(origin, heads.newest(origin), {site.size() + 7, sha256("another")}));
        const auto before = site.files()("checkpoint");
        settle(database, "senare");

        CHECK_THROWS_AS((void)publisher.publish(database.now), jobs::ForkedLog);
        CHECK(site.files()("checkpoint") == before);
    });
}

TEST_CASE(
    "after a restore nothing is signed until it is answered, or the kept head shows that nothing is newer") {
    detail::on_sqlite([](TestDatabase& database) {
        PublishingSite site{database};
        const test::Scratch apart;
        auto settings = site.settings();
        settings.restore_mark = apart.folder / "restored";
        std::ofstream{settings.restore_mark} << "restored";
        CHECK_THROWS_AS((jobs::LogPublisher{settings, *database.writer}), jobs::ForkedLog);

        settings.signed_heads = apart.folder / "heads";
        CHECK_THROWS_AS((jobs::LogPublisher{settings, *database.writer}), jobs::ForkedLog);
        const auto mark = std::exchange(settings.restore_mark, {});
        jobs::LogPublisher{settings, *database.writer}.publish(database.now);
        settings.restore_mark = mark;
        jobs::LogPublisher{settings, *database.writer}.publish(database.now);

        CHECK_FALSE(std::filesystem::exists(mark));
        settings.fork_mark = mark;
        std::ofstream{mark} << "a witness";
        CHECK_THROWS_AS((jobs::LogPublisher{settings, *database.writer}), jobs::ForkedLog);
    });
}

TEST_CASE("a witness is asked before anything is signed, and what it has seen is obeyed") {
    detail::on_sqlite([](TestDatabase& database) {
        PublishingSite site{database};
        const auto seen = openlog::text_of(
            openlog::signed_checkpoint({site.key.verifier().name, {3, sha256("another history")}}, site.key));
        jobs::Witnesses witnesses{{{key_of("library", openlog::KeyType::cosignature).verifier(), "http://w"}},
            [](const std::string&, const std::string&) -> jobs::Answer {
                throw std::runtime_error{"silent"};
            },
            [&](const std::string&) {
                return jobs::Answer{200, seen};
            }};
        auto publisher = site.publisher();

        publisher.ask_at_start(witnesses, database.now);
        CHECK_THROWS_AS((void)publisher.publish(database.now), jobs::ForkedLog);
        CHECK_FALSE(site.files()("checkpoint"));
        CHECK_FALSE(store::newest_signed(*database.db));
    });
}

TEST_CASE(
    "two servers of ours that keep their heads in one place do not take each other for a second history") {
    detail::on_sqlite([](TestDatabase& database) {
        PublishingSite site{database};
        const test::Scratch apart;
        auto settings = site.settings();
        settings.signed_heads = apart.folder;
        jobs::LogPublisher first{settings, *database.writer};
        first.publish(database.now);
        jobs::LogPublisher second{settings, *database.writer};
        settle(database, "senare");
        second.publish(database.now);
        settle(database, "sist");
        CHECK_NOTHROW((void)first.publish(database.now));
        CHECK(store::SignedHeads{apart.folder}.newest(site.key.verifier().name)->size == site.size());
    });
}
