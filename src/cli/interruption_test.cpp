#include "cli/interruption.hpp"

#include <doctest/doctest.h>
#include <csignal>

using namespace medskapa;

TEST_CASE("who ends a command while it moves is heard, and the command ends by itself") {
    for (const int signal : {SIGINT, SIGTERM}) {
        const cli::Interruption interruption;
        CHECK_FALSE(interruption.is_asked_for());
        std::raise(signal);
        CHECK(interruption.is_asked_for());
    }
}
