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

TEST_CASE("backup, restore and rehearse take a database alone, and none is wrong usage") {
    const test::Desk desk;
    const auto file = desk.put("x.db", "PGDMP");
    (void)desk.put("x.db.secret", std::string(32, 'x'));
    for (const auto& words : {std::vector<std::string>{"backup", desk.path("new.db"), "--database", nowhere},
             {"restore", file, "--database", nowhere},
             {"rehearse", "--backup", file, "--database", nowhere}}) {
        const auto ended = backup(words);
        CAPTURE(ended.err);
        CHECK(ended.code == 1);
        CHECK(ended.err.starts_with("medskapa: "));
    }
    CHECK_FALSE(std::filesystem::exists(desk.path("new.db")));
    CHECK(backup({"backup", desk.path("new.db")}).code == 2);
    CHECK(backup({"restore", file}).code == 2);
}

TEST_CASE("what needs the folder says why") {
    const test::Desk desk;
    const auto forget = backup({"forget-backups", "--database", nowhere, "--keys", desk.path("keys")});
    CHECK(forget.code == 2);
    CHECK(holds(forget.err, "--data: Name the folder too: its time zone says when a month has ended"));
    const auto encrypted =
        backup({"backup", desk.path("new.db"), "--database", nowhere, "--keys", desk.path("keys")});
    CHECK(encrypted.code == 1);
    CHECK(holds(encrypted.err, "Name the folder with --data."));
    const auto halves = backup({"restore", desk.put("y.db", "PGDMP"), "--database", nowhere});
    CHECK(holds(halves.err, "y.db.secret are needed"));
}

TEST_CASE("an address in place of a folder, or what is none, is wrong usage, and its password is not said") {
    const test::Desk desk;
    for (const auto& words : {std::vector<std::string>{"doctor", "--data", "postgresql://u:hemligt@h/d"},
             {"doctor", "--data", "host=h password=hemligt"},
             {"doctor", "--database", "host=h password=hemligt"},
             {"migrate", "--database", "POSTGRESQL://u:hemligt@h/d"}, {"migrate", "--database", "hemligt"}}) {
        const auto ended = upkeep(words);
        CHECK(ended.code == 2);
        CHECK_FALSE(holds(ended.err + ended.out, "hemligt"));
    }
    for (const auto* unreadable : {"postgresql://u:hem%zzligt@h/d", "postgresql://u@h/d?pasword=hemligt"})
        for (const auto* command : {"doctor", "migrate"}) {
            const auto ended = upkeep({command, "--database", unreadable});
            CHECK(ended.code == 1);
            CHECK_FALSE(holds(ended.err + ended.out, "ligt"));
            CHECK(holds(ended.err + ended.out, "cannot be read"));
        }
    std::filesystem::create_directories(desk.path("a=b"));
    CHECK(upkeep({"doctor", "--data", desk.path("a=b")}).code == 1);
}

TEST_CASE("an address in the environment that is none is said to stand there, and is not shown") {
    const test::Environment wrong{"MEDSKAPA_DATABASE", "mysql://u:hemligt@h/d"};
    const test::Desk desk;
    const auto doctor = test::run(cli::add_upkeep, {"doctor", "--data", desk.path("data")});
    CHECK(doctor.code == 2);
    CHECK(holds(doctor.err, "The environment variable MEDSKAPA_DATABASE names no database"));
    CHECK(holds(doctor.err, "unset MEDSKAPA_DATABASE"));
    CHECK_FALSE(holds(doctor.err, "hemligt"));
    // What the command line says goes before it.
    CHECK(test::run(cli::add_upkeep, {"doctor", "--database", nowhere}).code == 1);
}

TEST_CASE("doctor says on stderr that a folder is not there") {
    const test::Desk desk;
    const auto doctor = upkeep({"doctor", "--data", desk.path("none")});
    CHECK(doctor.code == 1);
    CHECK(holds(doctor.err, "These checks failed: data."));
}
