#include "jobs/forgetting/forget_unsent.hpp"

#include "support/referral.hpp"

using namespace example;

TEST_CASE("all drafts whose time is out are destroyed in one round, however many") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const int many = 45;
        for (int i = 0; i < many; ++i)
            REQUIRE(asked.act([&](auto& act) {
                return app::save_answer(act, asked.submission({}), "utkast " + std::to_string(i));
            }));
        const auto forgotten = [&](int days_after) {
            return jobs::forget_unsent(
                *database.db, *database.writer, last_day + std::chrono::days{days_after});
        };

        CHECK(forgotten(30) == 0);
        CHECK(forgotten(31) == many);
        CHECK(forgotten(31) == 0);
    });
}
