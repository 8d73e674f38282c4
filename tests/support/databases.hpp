#pragma once

#include "app/act/act.hpp"
#include "store/migrations/migrate.hpp"
#include "store/sql/writer.hpp"
#include "support/scratch.hpp"
#include "support/server_database.hpp"

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
        db = sql::open(where, sql::Access::read_only);
        writer =
            std::make_unique<sql::Writer>(sql::open(where, sql::Access::read_write), [this] { return now; });
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

/// The layout is made once a program and copied for each test: the migrations have tests of their own.
inline void on_sqlite(const std::function<void(TestDatabase&)>& check) {
    static const test::Scratch layout;
    static const auto laid_out = [] {
        const auto file = layout.folder / "laid-out.db";
        store::migrate(*sql::open_sqlite(file.string(), sql::Access::create), noon);
        return file;
    }();
    const test::Scratch scratch;
    const auto file = scratch.folder / "medskapa.db";
    std::filesystem::copy_file(laid_out, file);
    INFO("on SQLite");
    TestDatabase database{{file.string()}};
    check(database);
}

inline void on_postgres(const std::string& server, const std::function<void(TestDatabase&)>& check) {
    static ServerDatabase on_server{server, noon};
    on_server.make_clean();
    INFO("on PostgreSQL");
    TestDatabase database{{on_server.url()}};
    check(database);
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
