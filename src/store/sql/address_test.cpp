#include "store/sql/address.hpp"

#include "store/sql/postgres_login.hpp"
#include "store/sql/upkeep.hpp"
#include "support/databases.hpp"
#include "support/environment.hpp"

using namespace example;

namespace {

/// What is said when it is refused; empty when it is not.
std::string refusal(const std::function<void()>& act) {
    try {
        act();
        return {};
    } catch (const std::exception& refused) {
        return refused.what();
    }
}

std::string open(const std::string& place) {
    return refusal([&] { (void)sql::open({place}, sql::Access::read_write); });
}

void with_server(const std::function<void(const std::string&)>& check) {
    if (const char* server = std::getenv("MEDSKAPA_TEST_POSTGRES")) check(server);
}

}  // namespace

TEST_CASE("an address begins with postgresql:// or postgres://, and a folder may be called what it likes") {
    for (const auto* address : {"postgresql://u@h/d", "postgres://h", "postgresql:///d?host=/tmp"})
        CHECK(sql::Database{address}.is_postgres());
    for (const auto* path : {"postgres/medskapa.db", "postgresql-data/medskapa.db", "POSTGRESQL://h/d",
             "host=h dbname=d", "/srv/postgresql://", ""})
        CHECK_FALSE(sql::Database{path}.is_postgres());

    const test::Scratch scratch;
    const auto odd = scratch.folder / "postgres=1";
    std::filesystem::create_directories(odd);
    CHECK_NOTHROW(sql::open({(odd / "medskapa.db").string()}, sql::Access::create));
}

TEST_CASE("what was meant as an address never has its password said again") {
    for (const auto* place : {"host=h user=u password=hemligt", "POSTGRESQL://u:hemligt@h/d",
             "mysql://u:hemligt@h/d", "postgresql://u:hem%zzligt@h/d", "postgresql://u:hemligt@[::1/d",
             "postgresql://u@h/d?pasword=hemligt", "postgresql://u:hemligt@h:fem/d"}) {
        const auto said = open(place);
        CAPTURE(said);
        CHECK_FALSE(said.empty());
        CHECK(said.find("ligt") == said.npos);
    }
    const auto login = refusal([] { const sql::PostgresLogin none{"postgresql://u:hem%zzligt@h/d"}; });
    CHECK(login.find("cannot be read") != login.npos);
    CHECK(login.find("ligt") == login.npos);
}

TEST_CASE("a database that is not there yet is made with createdb, as the sentence says") {
    with_server([](const std::string& server) {
        const auto said = open(server + "&dbname=not_there");
        CHECK(said.find("createdb") != said.npos);
        CHECK(said.find("FATAL") == said.npos);
    });
}

TEST_CASE("a database that keeps another encoding is refused, and text comes and goes as UTF-8") {
    with_server([](const std::string& server) {
        const auto admin = sql::open({server}, sql::Access::read_write);
        admin->script("DROP DATABASE IF EXISTS of_latin1 WITH (FORCE)");
        admin->script("CREATE DATABASE of_latin1 ENCODING LATIN1 TEMPLATE template0");
        {
            const test::Environment latin{"PGCLIENTENCODING", "LATIN1"};
            const auto db =
                sql::open({server + "&dbname=of_latin1&client_encoding=LATIN1"}, sql::Access::read_only);
            CHECK(db->run("SHOW client_encoding").front().text("client_encoding") == "UTF8");
            CHECK(refusal([&] { sql::refuse_other_encoding(*db); }).find("LATIN1") != std::string::npos);
        }
        CHECK_NOTHROW(sql::refuse_other_encoding(*admin));
        sql::drop_database(*admin, "of_latin1");
    });
}
