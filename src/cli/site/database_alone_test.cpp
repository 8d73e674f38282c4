#include "cli/commands.hpp"
#include "support/command_line.hpp"

using namespace medskapa;

namespace {

constexpr auto nowhere = "postgresql://127.0.0.1:1/nowhere?connect_timeout=2";

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

test::Ended upkeep(std::vector<std::string> words) {
    const test::Environment none{"MEDSKAPA_DATABASE", ""};
    return test::run(cli::add_upkeep, std::move(words));
}

test::Ended backup(std::vector<std::string> words) {
    const test::Environment none{"MEDSKAPA_DATABASE", ""};
    return test::run(cli::add_backup, std::move(words));
}

}  // namespace

TEST_CASE("migrate and doctor take a database alone, and neither is wrong usage") {
    CHECK(upkeep({"migrate"}).code == 2);
    CHECK(upkeep({"doctor"}).code == 2);

    const auto migrate = upkeep({"migrate", "--database", nowhere});
    CHECK(migrate.code == 1);
    CHECK(std::count(migrate.err.begin(), migrate.err.end(), '\n') == 1);
    const auto doctor = upkeep({"doctor", "--database", nowhere});
    CHECK(doctor.code == 1);
    CHECK(holds(doctor.out, "Only the database is examined."));
    CHECK(holds(doctor.err, "These checks failed: database."));
}

TEST_CASE("backup and restore say that they need the folder of the secret too") {
    for (const auto& ended : {backup({"backup", "x.db", "--database", nowhere}),
             backup({"restore", "x.db", "--database", nowhere})}) {
        CHECK(ended.code == 2);
        CHECK(holds(ended.err, "--data: Name the folder too: it holds the secret"));
    }
}

TEST_CASE("doctor says on stderr that a folder is not there") {
    const test::Desk desk;
    const auto doctor = upkeep({"doctor", "--data", desk.path("none")});
    CHECK(doctor.code == 1);
    CHECK(holds(doctor.err, "These checks failed: data."));
}
