#include "app/inspel/inspel.hpp"
#include "cli/commands.hpp"
#include "store/files/installation.hpp"
#include "support/command_line.hpp"
#include "support/example.hpp"

#include <sys/stat.h>

using namespace example;
using medskapa::test::Desk;
using medskapa::test::Ended;

namespace {

struct ExportDesk {
    Desk desk;
    std::string code;

    ExportDesk() {
        const store::Installation installation{desk.path("data"), ""};
        (void)store::begin_installation(installation, noon);
        TestDatabase database{installation.database()};
        const auto world = settle(database);
        const auto send = [&](const std::string& contact, const std::string& text) {
            auto typed = draft(text);
            typed.contact = contact;
            return database
                .act(world.revision,
                    [&](auto& act) {
                        return app::receive_inspel(
                            act, world.activity, typed, {contact, installation.secret()});
                    })
                .value()
                .code;
        };
        code = send("anna@x.se", "Fler bussar. /Anna Ek");
        send("bo@x.se", "Anna Ek kör buss.");
    }

    Ended export_person(std::vector<std::string> more) const {
        std::vector<std::string> words{
            "export", "person", "--data", desk.path("data"), "--case", "RS/1/2026", "--reason", "begäran"};
        words.insert(words.end(), more.begin(), more.end());
        return medskapa::test::run(cli::add_export, std::move(words));
    }
};

bool says(const std::string& text, std::string_view words) {
    return text.find(words) != text.npos;
}

}  // namespace

TEST_CASE("the operator fetches what a whole address leads to, for the owner's eyes only") {
    const ExportDesk at;
    const auto out = at.desk.path("utdrag.html");
    const auto ended = at.export_person({"--email", "anna@x.se", "--out", out});

    CHECK(ended.err.empty());
    CHECK(ended.code == 0);
    struct stat file {};
    REQUIRE(::stat(out.c_str(), &file) == 0);
    CHECK((file.st_mode & 0777) == 0600);
    const auto page = at.desk.contents("utdrag.html");
    CHECK(says(page, "Fler bussar."));
    CHECK_FALSE(says(page, "bo@x.se"));
}

TEST_CASE("a name alone makes no file: the rows are named, or only certain ones are taken") {
    const ExportDesk at;
    const auto out = at.desk.path("utdrag.json");
    const auto unclear = at.export_person({"--name", "Anna Ek", "--out", out});
    CHECK(unclear.code == 1);
    CHECK(says(unclear.out, "inspel/1/own"));
    CHECK(says(unclear.out, "inspel/2/own"));
    CHECK_FALSE(std::filesystem::exists(out));

    CHECK(at.export_person(
                {"--name", "Anna Ek", "--out", out, "--take", "inspel/1/own", "--take", "inspel/2/mention"})
              .code == 0);
    const auto json = at.desk.contents("utdrag.json");
    CHECK(says(json, "Fler bussar."));
    CHECK(says(json, "Anna Ek kör buss."));
    CHECK_FALSE(says(json, "bo@x.se"));
    CHECK(at.export_person({"--name", "Anna Ek", "--out", out, "--take", "process/1/own"}).code == 1);
}

TEST_CASE("a code leads to its inspel, and without a file only what may be theirs is said") {
    const ExportDesk at;
    const auto ended = at.export_person({"--code", at.code});
    CHECK(ended.code == 0);
    CHECK(says(ended.out, "inspel/1/own *"));
    CHECK_FALSE(says(ended.out, "bussar"));
}

TEST_CASE("what cannot be done is said in one sentence, before anything is looked for") {
    const ExportDesk at;
    const auto of_nobody = at.export_person({});
    CHECK(of_nobody.code == 1);
    CHECK(of_nobody.out.empty());
    CHECK(says(of_nobody.err, "Write an address, a name"));
    medskapa::test::check_refused(
        at.export_person({"--email", "anna@x.se", "--out", at.desk.path("utdrag.exe")}), ".html, .json");
}
