#pragma once

#include "cli/opinion/opinion.hpp"
#include "support/command_line.hpp"

#include <string>
#include <vector>

/// The commands of `opinion` on a made-up conversation.
namespace medskapa::test::opinion_commands {

inline Ended run(std::vector<std::string> words) {
    words.insert(words.begin(), "opinion");
    return test::run(cli::add_opinion, std::move(words));
}

/// A made-up conversation in the folder `talk`.
struct MadeUpConversation : Desk {
    explicit MadeUpConversation(int participants = 120, int statements = 20, const char* density = "0.6") {
        const auto made = run({"synth", "--participants", std::to_string(participants), "--statements",
            std::to_string(statements), "--density", density, "--seed", "3", "--out", path("talk")});
        REQUIRE(made.code == 0);
    }
    std::string folder() const { return path("talk"); }
};

inline bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace medskapa::test::opinion_commands
