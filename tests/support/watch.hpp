#pragma once

#include "store/log/log_store.hpp"
#include "support/example.hpp"

#include <doctest/doctest.h>
#include <map>
#include <set>

/// Whether verbs tell the log what they do.
namespace example {

/// Verbs that write without telling the log, and why they may.
inline const std::map<std::string, std::string> silent{
    {"sign_in", "when somebody works is nobody else's business"},
    {"sign_out", "when somebody works is nobody else's business"},
    {"touch", "when somebody works is nobody else's business"},
    {"make_setup_link", "nothing has happened until the link is used"},
    {"remember_signed", "it is about the log itself: each would ask for another"},
    {"keep_cosigned", "it is about the log itself: each would ask for another"},
    {"note_sweep", "it frees what an erasure has told the log of already"},
    {"tell_background", "it is about a person, who may tell it or not"},
    {"vote", "it is logged with others in its batch: alone it would tell when somebody voted"},
};

/// Runs verbs one after another and sees what each of them does to the database.
struct Watch {
    TestDatabase& home;
    std::set<std::string> walked = {};

    /// Calls the verb, which must be permitted and change something.
    template <class Verb>
    auto operator()(const std::string& name, Verb verb) {
        CAPTURE(name);
        const auto changes = [](sql::Transaction& tx) {
            return tx.db().run("SELECT total_changes() AS n").front().integer("n");
        };
        std::int64_t rows = 0;
        std::int64_t entries = 0;
        auto result = home.write([&](sql::Transaction& tx) {
            rows = -changes(tx);
            entries = -store::log_size(tx.db());
            auto done = verb(tx);
            rows += changes(tx);
            entries += store::log_size(tx.db());
            return done;
        });
        REQUIRE(result);
        CHECK(rows > 0);
        CHECK((entries > 0) != silent.contains(name));
        walked.insert(name);
        return *std::move(result);
    }
};

}  // namespace example
