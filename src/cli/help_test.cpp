#include "cli/help.hpp"

#include "support/environment.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <sstream>

using namespace medskapa;

namespace {

/// A small program of the same kind, in Swedish.
struct Program {
    test::Environment swedish{"LC_ALL", "sv_SE.UTF-8"};
    CLI::App app;
    std::string file;

    Program() {
        auto* serve = app.add_subcommand("serve", "Serve a site");
        serve->add_option("FILE", file, "The file to read")->required();
        serve->footer("Example: medskapa serve x");
        app.require_subcommand(1);
        cli::speak(app);
    }

    /// What it prints when it is called so.
    std::string output(std::vector<std::string> words) {
        std::ostringstream out;
        std::reverse(words.begin(), words.end());
        try {
            app.parse(words);
        } catch (const CLI::ParseError& error) {
            app.exit(error, out, out);
        }
        return out.str();
    }
};

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("help is in the language of the environment, examples stay as they are typed") {
    const auto help = Program{}.output({"serve", "--help"});

    CHECK(help.starts_with("Kör en webbplats\nAnvändning: "));
    CHECK(holds(help, "FILE TEXT KRÄVS"));
    CHECK(holds(help, "Filen att läsa"));
    CHECK(holds(help, "Skriv ut den här hjälpen och avsluta"));
    CHECK(holds(help, "Exempel: medskapa serve x"));
}

TEST_CASE("wrong usage is explained in the same language") {
    CHECK(Program{}.output({}).starts_with("Ange ett kommando.\nKör med --help"));
    CHECK(Program{}.output({"serve"}).starts_with("FILE måste anges.\n"));
    CHECK(Program{}.output({"serve", "a", "--so"}).starts_with("Det här går inte att förstå: --so\n"));
}
