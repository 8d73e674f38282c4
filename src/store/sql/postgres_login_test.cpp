#include "store/sql/postgres_login.hpp"

#include "store/sql/connection.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace medskapa;

namespace {

/// The file that the conninfo names.
std::filesystem::path passfile_in(const std::string& conninfo) {
    const auto from = conninfo.find("passfile='") + 10;
    return conninfo.substr(from, conninfo.find('\'', from) - from);
}

}  // namespace

TEST_CASE("a password goes by a file of its owner's, escaped, and stands in no argument") {
    std::filesystem::path file;
    {
        const sql::PostgresLogin login{
            "postgresql://eva:s3cr%3At%5C@host:5433/site?options=-csearch_path%3Dx%27y"};
        CHECK(login.conninfo().find("s3cr") == std::string::npos);
        CHECK(login.conninfo().find("user='eva'") != std::string::npos);
        CHECK(login.conninfo().find("options='-csearch_path=x\\'y'") != std::string::npos);
        file = passfile_in(login.conninfo());
        std::ifstream read{file};
        CHECK(std::string{std::istreambuf_iterator<char>{read}, {}} == "*:*:*:*:s3cr\\:t\\\\\n");
        struct stat found {};
        REQUIRE(::stat(file.c_str(), &found) == 0);
        CHECK((found.st_mode & 0777U) == 0600U);
    }
    CHECK_FALSE(std::filesystem::exists(file));
}

TEST_CASE("without a password there is no file, and what is no address is refused") {
    CHECK(sql::PostgresLogin{"postgresql://eva@host/site"}.conninfo().find("passfile") == std::string::npos);
    CHECK_THROWS_AS(sql::PostgresLogin{"postgresql://[::1/site"}, sql::Error);
}
