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

TEST_CASE("another key than the log's own signs nothing") {
    detail::on_sqlite([](TestDatabase& database) {
        PublishingSite site{database};
        site.key = key_of("localhost/medskapa/other");

        CHECK_THROWS_AS(site.publisher().publish(database.now), jobs::CannotSign);
        CHECK_FALSE(site.files()("checkpoint"));
    });
}

TEST_CASE("a new key signs from its entry on, and for thirty days the old one signs along") {
    on_each_database([](TestDatabase& database) {
        PublishingSite site{database};
        site.publisher().publish(database.now);
        const openlog::SigningKey next{
            site.key.verifier().name, openlog::KeyType::ed25519, sha256("the next key")};
        const auto signers_now = [&] {
            settle(database, "p" + std::to_string(store::log_size(*database.db)));
            site.publisher().publish(database.now);
            const auto report = site.audited();
            CHECK(report.holds());
            return report.signers.size();
        };

        site.rotate(next);

        CHECK(signers_now() == 2);
        database.now += std::chrono::days{30} - std::chrono::minutes{20};
        CHECK(signers_now() == 2);
        database.now += std::chrono::minutes{20};
        CHECK(signers_now() == 1);
        CHECK(site.audited().signers.front().key == next.verifier());
        CHECK(app::log_keys(*database.db).size() == 2);
    });
}

TEST_CASE("a log whose newest key is not here is not signed with the old one") {
    detail::on_sqlite([](TestDatabase& database) {
        PublishingSite site{database};
        site.rotate({site.key.verifier().name, openlog::KeyType::ed25519, sha256("the next key")});
        site.later_keys.clear();

        CHECK_THROWS_AS(site.publisher().publish(database.now), jobs::CannotSign);
    });
}

TEST_CASE("a key is taken into use once, with the log's name, and signed by the newest") {
    detail::on_sqlite([](TestDatabase& database) {
        PublishingSite site{database};
        const auto rotated = [&](const openlog::SigningKey& from, const openlog::SigningKey& to) {
            return database.act([&](auto& act) { return app::rotate_key(act, from, to.verifier()); })
                .has_value();
        };
        const openlog::SigningKey next{site.key.verifier().name, openlog::KeyType::ed25519, sha256("next")};
        CHECK_FALSE(rotated(site.key, key_of("another/medskapa/log")));
        CHECK_FALSE(rotated(site.key, site.key));
        CHECK_FALSE(rotated(next, key_of(site.key.verifier().name)));
        CHECK(rotated(site.key, next));
        CHECK_FALSE(rotated(site.key, next));
    });
}
