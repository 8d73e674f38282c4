#include "cli/site/checks.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace medskapa;

TEST_CASE("what a damaged database says of itself is given out as text") {
    const Checks checks{
        failed("database", N_("The database is damaged: {}. Stop the server and restore a backup"),
            {std::string{"row 7\xDF\xFF missing"}})};

    const auto written = cli::as_json(checks).dump();

    CHECK(written.find("row 7 missing") != std::string::npos);
}
