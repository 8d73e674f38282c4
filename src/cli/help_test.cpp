#include "cli/help.hpp"

#include "cli/command.hpp"
#include "support/environment.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <sstream>

using namespace medskapa;

namespace {

/// A small program of the same kind, in Swedish.
struct SmallProgram {
    test::Environment swedish{"LC_ALL", "sv_SE.UTF-8"};
    cli::Program line;
    std::string file;

    SmallProgram() {
        auto& app = line.command();
        auto* serve = app.add_subcommand("serve", "Serve a site");
        serve->add_option("FILE", file, "The file to read")->required();
        serve->footer("Example: medskapa serve x");
        app.require_subcommand(1);
        cli::speak(app);
    }

    /// What it prints when it is called so.
    std::string output(std::vector<std::string> words) {
        std::ostringstream out;
        line.parse(std::move(words), out, out);
        return out.str();
    }
};

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("help is in the language of the environment, examples stay as they are typed") {
    const auto help = SmallProgram{}.output({"serve", "--help"});

    CHECK(help.starts_with("Kör en webbplats\nAnvändning: "));
    CHECK(holds(help, "FILE TEXT KRÄVS"));
    CHECK(holds(help, "Filen att läsa"));
    CHECK(holds(help, "Skriv ut den här hjälpen och avsluta"));
    CHECK(holds(help, "Exempel: medskapa serve x"));
}

TEST_CASE("wrong usage is explained in the same language") {
    CHECK(SmallProgram{}.output({}).starts_with("Ange ett kommando.\nKör med --help"));
    CHECK(SmallProgram{}
              .output({"frobnicate", "--so"})
              .starts_with("Det finns inget kommando frobnicate. Dessa finns: serve.\nKör med --help"));
    CHECK(SmallProgram{}.output({"--so", "x"}).starts_with("Ange ett kommando före --so.\nKör med --help"));
    CHECK(SmallProgram{}.output({"serve"}).starts_with("FILE måste anges.\n"));
    CHECK(SmallProgram{}.output({"serve", "a", "--so"}).starts_with("Det här går inte att förstå: --so\n"));
}

TEST_CASE("what may hold a password is not said again when it stands where nothing belongs") {
    for (const auto& words : {std::vector<std::string>{"serve", "a", "postgresql://u:hemligt@h/d"},
             {"serve", "a", "password=hemligt"}, {"postgresql://u:hemligt@h/d"},
             {"--database=postgresql://u:hemligt@h"}}) {
        const auto said = SmallProgram{}.output(words);
        CAPTURE(said);
        CHECK_FALSE(holds(said, "hemligt"));
        CHECK(holds(said, "…"));
    }
}
