#include "base/system/child_process.hpp"

#include <doctest/doctest.h>
#include <fstream>
#include <sstream>
#include <thread>
#include <vector>

using namespace medskapa;
using namespace std::chrono_literals;

namespace {

std::string text_of(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream{file}.rdbuf();
    return text.str();
}

ChildExit shell(const ScratchFolder& folder, const std::string& script, const ChildLimits& limits = {}) {
    return run_confined({"sh", "-c", script}, folder.path(), limits);
}

}  // namespace

TEST_CASE("a child works in the folder it is given, and knows nothing of ours") {
    const ScratchFolder folder;
    ::setenv("MEDSKAPA_TEST_SECRET", "hemligt", 1);
    CHECK(shell(folder, "pwd > where; env > known") == ChildExit::success);
    CHECK(text_of(folder.path() / "where") == folder.path().string() + "\n");
    CHECK(text_of(folder.path() / "known").find("hemligt") == std::string::npos);
}

TEST_CASE("a child's exit is success or failure, or there is no such program") {
    const ScratchFolder folder;
    CHECK(shell(folder, "exit 0") == ChildExit::success);
    CHECK(shell(folder, "exit 3") == ChildExit::failure);
    CHECK(shell(folder, "kill -SEGV $$") == ChildExit::failure);
    CHECK(run_confined({"no-such-program-here"}, folder.path(), {}) == ChildExit::not_installed);
}

TEST_CASE("a child that takes too long is ended with all that it started") {
    const ScratchFolder folder;
    CHECK(shell(folder, "(sleep 60; echo late > late) & echo $! > grandchild; sleep 60", {.time = 1s}) ==
          ChildExit::timeout);
    const auto pid = std::stoi(text_of(folder.path() / "grandchild"));
    // It has been signalled to end; the system may take a moment, and whoever adopts it reaps it when they
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
    const ScratchFolder folder;
    CHECK(shell(folder, "head -c 2000000 /dev/zero > big", {.file = 1'000'000}) == ChildExit::failure);
    CHECK(std::filesystem::file_size(folder.path() / "big") <= 1'000'000);
    const auto eats = "x=$(head -c 300000000 /dev/zero | tr '\\0' x); [ ${#x} = 300000000 ]";
    CHECK(shell(folder, eats, {.memory = 100'000'000}) == ChildExit::failure);
}

TEST_CASE("a child reaches no network") {
    const ScratchFolder folder;
    const auto asks = "import socket\nsocket.socket(socket.AF_INET, socket.SOCK_STREAM)";
    const auto answers =
        "import socket\ntry:\n socket.socket()\nexcept PermissionError:\n open('refused', 'w')";
    CHECK(run_confined({"python3", "-c", asks}, folder.path(), {}) == ChildExit::failure);
    CHECK(run_confined({"python3", "-c", answers}, folder.path(), {}) == ChildExit::success);
    CHECK(std::filesystem::exists(folder.path() / "refused"));
}

TEST_CASE("a scratch folder goes away with all that is in it") {
    std::filesystem::path was;
    {
        const ScratchFolder folder;
        was = folder.path();
        std::filesystem::create_directories(was / "a" / "b");
        std::ofstream{was / "a" / "b" / "c"} << "text";
    }
    CHECK_FALSE(std::filesystem::exists(was));
}

TEST_CASE("a trusted program has our environment, and its exit is given back") {
    ::setenv("MEDSKAPA_TEST_SECRET", "hemligt", 1);
    CHECK(run_trusted({"sh", "-c", "test \"$MEDSKAPA_TEST_SECRET\" = hemligt"}));
    CHECK_FALSE(run_trusted({"sh", "-c", "exit 3"}));
    CHECK_FALSE(run_trusted({"no-such-program-here"}));
}

TEST_CASE("only a few run at a time, and who waits too long for a turn is told so") {
    const ScratchFolder folder;
    std::vector<std::thread> running;
    for (int i = 0; i < most_confined; ++i)
        running.emplace_back([&] { CHECK(shell(folder, "sleep 2") == ChildExit::success); });
    std::this_thread::sleep_for(300ms);
    CHECK(shell(folder, "echo late > third", {.time = 0s}) == ChildExit::timeout);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "third"));
    CHECK(shell(folder, "exit 0") == ChildExit::success);
    for (auto& thread : running) thread.join();
}
