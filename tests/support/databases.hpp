#pragma once

#include "app/act/act.hpp"
#include "base/digest.hpp"
#include "store/migrations/migrate.hpp"
#include "store/sql/writer.hpp"

#include <doctest/doctest.h>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <iostream>

namespace example {

using namespace medskapa;
using namespace std::chrono_literals;

inline const Instant noon{std::chrono::sys_days{std::chrono::May / 14 / 2026} + 10h};

/// A migrated database of a test's own: a connection that reads, and the writer with a clock that the test
/// sets.
struct TestDatabase {
    sql::Database where;
    Instant now = noon;
    std::unique_ptr<sql::Connection> db;
    std::unique_ptr<sql::Writer> writer;

    explicit TestDatabase(sql::Database database) : where{std::move(database)} {
        auto owner = sql::open(where, sql::Access::create);
        store::migrate(*owner, now);
        db = sql::open(where, sql::Access::read_only);
        writer = std::make_unique<sql::Writer>(std::move(owner), [this] { return now; });
    }

    template <class Verb>
    auto write(Verb verb) {
        return writer->write(std::move(verb));
    }

    template <class Verb>
    auto act_as(const Actor& actor, const Process& process, Verb verb) {
        return app::perform(*writer, actor, process, std::move(verb));
    }
    /// The operator's act in the process or, where none is named, on the installation.
    template <class Verb>
    auto act(const Process& process, Verb verb) {
        return act_as(Actor::operating(), process, std::move(verb));
    }
    template <class Verb>
    auto act(Verb verb) {
        return act(Process{}, std::move(verb));
    }
};

namespace detail {

inline void on_sqlite(const std::function<void(TestDatabase&)>& check) {
    const auto folder = std::filesystem::temp_directory_path() / ("medskapa-test-" + hex(random_bytes(8)));
    std::filesystem::create_directory(folder);
    {
        INFO("on SQLite");
        TestDatabase database{{(folder / "medskapa.db").string()}};
        check(database);
    }
    std::filesystem::remove_all(folder);
}

inline void on_postgres(const std::string& url, const std::function<void(TestDatabase&)>& check) {
    const auto schema = "test_" + hex(random_bytes(8));
    const auto owner = sql::open_postgres(url, sql::Access::read_write);
    owner->script("CREATE SCHEMA " + schema);
    {
        INFO("on PostgreSQL");
        const auto separator = url.find('?') == std::string::npos ? '?' : '&';
        TestDatabase database{{url + separator + "options=-csearch_path%3D" + schema}};
        check(database);
    }
    owner->script("DROP SCHEMA " + schema + " CASCADE");
}

}  // namespace detail

/// Runs the check against a fresh SQLite file, and against PostgreSQL where one is offered.
inline void on_each_database(const std::function<void(TestDatabase&)>& check) {
    detail::on_sqlite(check);
    if (const char* url = std::getenv("MEDSKAPA_TEST_POSTGRES")) {
        detail::on_postgres(url, check);
        return;
    }
    static const bool is_reported =
        (std::clog << "skipped: PostgreSQL (MEDSKAPA_TEST_POSTGRES is not set)\n", true);
    (void)is_reported;
}

}  // namespace example
