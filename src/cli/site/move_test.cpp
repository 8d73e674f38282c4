#include "cli/commands.hpp"
#include "store/files/installation.hpp"
#include "support/command_line.hpp"

using namespace medskapa;
using namespace medskapa::test;

namespace {

Ended move(std::vector<std::string> words, const char* language = "C") {
    words.insert(words.begin(), "move");
    return run(cli::add_move, std::move(words), language);
}

}  // namespace

TEST_CASE("a move needs both places, and its help has an example") {
    CHECK(move({}).code == 2);
    CHECK(move({"--from", "a"}).code == 2);
    CHECK(move({"--from", "a", "--to", "b", "c"}).code == 2);
    const auto help = move({"--help"});
    CHECK(help.code == 0);
    CHECK(help.out.find("medskapa move --from") != std::string::npos);
}

TEST_CASE("a move that cannot be made says in a sentence what to do, and makes nothing") {
    const Desk desk;
    const auto none = desk.path("none");

    check_refused(move({"--from", none, "--to", "postgresql:///x"}), "Name the folder of an installation");
    check_refused(move({"--from", none, "--to", none}), "the same place");
    check_refused(move({"--from", none, "--to", desk.path("new")}), "postgresql://");
    check_refused(move({"--from", none, "--to", none}, "sv_SE.UTF-8"), "samma plats");
    CHECK_FALSE(std::filesystem::exists(none));
    CHECK_FALSE(std::filesystem::exists(desk.path("new")));
}

TEST_CASE("a folder with a database is not written over, and its password is not said again") {
    const Desk desk;
    store::begin_installation({desk.path("data"), {}}, time::now());

    const auto ended = move({"--from", "postgresql://u:hemligt@127.0.0.1:1/x", "--to", desk.path("data")});

    check_refused(ended, "not written over");
    CHECK(ended.err.find("hemligt") == std::string::npos);
}

TEST_CASE("whatever is typed as a place, no password is said again") {
    const Desk desk;
    for (const auto* place :
        {"host=127.0.0.1 port=1 password=hemligt", "POSTGRESQL://u:hemligt@127.0.0.1:1/x",
            "postgresql://u:hem%zzligt@127.0.0.1:1/x", "postgresql://u@127.0.0.1:1/x?pasword=hemligt"})
        for (const auto& words : {std::vector<std::string>{"--from", place, "--to", desk.path("new")},
                 {"--from", desk.path("none"), "--to", place}, {"--from", place, "--to", place}}) {
            const auto ended = move(words);
            CHECK(ended.code == 1);
            CHECK(ended.err.find("ligt") == std::string::npos);
        }
    CHECK(move({"--from", "postgresql://u:hem%zzligt@h", "--to", desk.path("new")}, "sv_SE.UTF-8")
              .err.find("Databasens adress") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(desk.path("new")));
}
