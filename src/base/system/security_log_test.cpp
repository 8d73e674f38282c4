#include "base/system/security_log.hpp"

#include "support/scratch.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

using namespace medskapa;

namespace {

const Instant noon{std::chrono::sys_days{std::chrono::May / 14 / 2026} + std::chrono::hours{10}};

/// A log whose lines a test reads when it has ended.
struct Written {
    std::mutex mutex = {};
    std::vector<std::string> lines = {};

    SecurityLog::Write write() {
        return [this](const std::string& line) {
            const std::lock_guard lock{mutex};
            lines.push_back(line);
        };
    }
};

}  // namespace

TEST_CASE("a line holds when, what, how grave, and only what there is to say") {
    CHECK(
        security_line({.event = SecurityEvent::login_fail,
                          .user = 17,
                          .resource = "passphrase",
                          .reason = "wrong",
                          .network = 0xabcU},
            noon) ==
        R"({"datetime":"2026-05-14T10:00:00Z","appid":"medskapa","event":"authn_login_fail","level":"WARN","userid":17,"resource":"passphrase","reason":"wrong","network":"0000000000000abc"})");
    CHECK(security_line({.event = SecurityEvent::started}, noon) ==
          R"({"datetime":"2026-05-14T10:00:00Z","appid":"medskapa","event":"sys_startup","level":"INFO"})");
}

TEST_CASE("every event makes one line of JSON") {
    for (const auto& name : names_of<SecurityEvent>) {
        const auto line = security_line({.event = name.value, .user = -1, .count = 3}, noon);
        CHECK(line.find('\n') == line.npos);
        CHECK(nlohmann::json::parse(line).at("event") == name.word);
    }
}

TEST_CASE("what strangers do as often as they like is one line with how many") {
    Written written;
    {
        SecurityLog log{written.write(), [] { return noon; }};
        for (int n = 0; n < 5000; ++n) log.count(SecurityEvent::budget_spent, "trying");
        log.count(SecurityEvent::budget_spent, "reading");
    }
    REQUIRE(written.lines.size() == 2);
    std::set<std::int64_t> counts;
    for (const auto& line : written.lines)
        counts.insert(nlohmann::json::parse(line).at("count").get<std::int64_t>());
    CHECK(counts == std::set<std::int64_t>{1, 5000});
}

TEST_CASE("a disk that does not answer delays nobody, and what could not be written is counted") {
    Written written;
    std::mutex stuck;
    stuck.lock();
    constexpr int many = 5000;
    {
        auto write = written.write();
        SecurityLog log{[&](const std::string& line) {
                            const std::lock_guard wait{stuck};
                            write(line);
                        },
            [] { return noon; }};
        for (int n = 0; n < many; ++n) log.note({.event = SecurityEvent::login_fail});
        stuck.unlock();
    }
    CHECK(written.lines.size() < many);
    const auto last = nlohmann::json::parse(written.lines.back());
    CHECK(last.at("event") == "sys_lines_lost");
    CHECK(last.at("count").get<std::size_t>() + written.lines.size() - 1 == many);
}

TEST_CASE("a file of lines is its owner's alone, and is added to") {
    const test::Scratch scratch;
    const auto path = (scratch.folder / "security.jsonl").string();
    to_file(path)("{\"a\":1}");
    to_file(path)("{\"a\":2}");
    std::ifstream file{path};
    const std::string all{std::istreambuf_iterator<char>{file}, {}};
    CHECK(all == "{\"a\":1}\n{\"a\":2}\n");
    struct stat found {};
    REQUIRE(::stat(path.c_str(), &found) == 0);
    CHECK((found.st_mode & 077U) == 0);
    CHECK_THROWS_AS((void)to_file((scratch.folder / "no" / "file").string()), std::runtime_error);
}
