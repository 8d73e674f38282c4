#include "base/child_process.hpp"

#include <doctest/doctest.h>
#include <fstream>
#include <sstream>
#include <thread>

using namespace medskapa;
using namespace std::chrono_literals;

namespace {

std::string text_of(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream{file}.rdbuf();
    return text.str();
}

app::Ended shell(
    const app::ScratchFolder& folder, const std::string& script, const app::Limits& limits = {}) {
    return app::run_child({"sh", "-c", script}, folder.path(), limits);
}

}  // namespace

TEST_CASE("a child works in the folder it is given, and knows nothing of ours") {
    const app::ScratchFolder folder;
    ::setenv("MEDSKAPA_TEST_SECRET", "hemligt", 1);
    CHECK(shell(folder, "pwd > where; env > known") == app::Ended::well);
    CHECK(text_of(folder.path() / "where") == folder.path().string() + "\n");
    CHECK(text_of(folder.path() / "known").find("hemligt") == std::string::npos);
}

TEST_CASE("how a child ended is told: well, badly, or that there is no such program") {
    const app::ScratchFolder folder;
    CHECK(shell(folder, "exit 0") == app::Ended::well);
    CHECK(shell(folder, "exit 3") == app::Ended::badly);
    CHECK(shell(folder, "kill -SEGV $$") == app::Ended::badly);
    CHECK(app::run_child({"no-such-program-here"}, folder.path(), {}) == app::Ended::not_installed);
}

TEST_CASE("a child that takes too long is ended with all that it started") {
    const app::ScratchFolder folder;
    CHECK(shell(folder, "(sleep 60; echo late > late) & echo $! > grandchild; sleep 60", {.time = 1s}) ==
          app::Ended::too_late);
    const auto pid = std::stoi(text_of(folder.path() / "grandchild"));
    // It has been told to end; the system may take a moment, and whoever adopts it buries it when they
    // please.
    std::string state;
    for (int look = 0; look < 100; ++look) {
        state = text_of("/proc/" + std::to_string(pid) + "/stat");
        if (state.empty() || state.find(") Z") != std::string::npos) break;
        std::this_thread::sleep_for(50ms);
    }
    CHECK((state.empty() || state.find(") Z") != std::string::npos));
}

TEST_CASE("a child can take no more memory and write no larger file than it is allowed") {
    const app::ScratchFolder folder;
    CHECK(shell(folder, "head -c 2000000 /dev/zero > big", {.file = 1'000'000}) == app::Ended::badly);
    CHECK(std::filesystem::file_size(folder.path() / "big") <= 1'000'000);
    const auto eats = "x=$(head -c 300000000 /dev/zero | tr '\\0' x); [ ${#x} = 300000000 ]";
    CHECK(shell(folder, eats, {.memory = 100'000'000}) == app::Ended::badly);
}

TEST_CASE("a child reaches no network") {
    const app::ScratchFolder folder;
    const auto asks = "import socket\nsocket.socket(socket.AF_INET, socket.SOCK_STREAM)";
    const auto answers =
        "import socket\ntry:\n socket.socket()\nexcept PermissionError:\n open('refused', 'w')";
    CHECK(app::run_child({"python3", "-c", asks}, folder.path(), {}) == app::Ended::badly);
    CHECK(app::run_child({"python3", "-c", answers}, folder.path(), {}) == app::Ended::well);
    CHECK(std::filesystem::exists(folder.path() / "refused"));
}

TEST_CASE("a scratch folder goes away with all that is in it") {
    std::filesystem::path was;
    {
        const app::ScratchFolder folder;
        was = folder.path();
        std::filesystem::create_directories(was / "a" / "b");
        std::ofstream{was / "a" / "b" / "c"} << "text";
    }
    CHECK_FALSE(std::filesystem::exists(was));
}
