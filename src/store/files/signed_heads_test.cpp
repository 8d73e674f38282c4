#include "store/files/signed_heads.hpp"

#include "support/scratch.hpp"

#include <doctest/doctest.h>
#include <atomic>
#include <fstream>
#include <thread>

using namespace medskapa;
using openlog::TreeHead;
using store::SignedHeads;

namespace {

TreeHead head(std::uint64_t size) {
    return {size, sha256(std::to_string(size))};
}

}  // namespace

TEST_CASE("a head is replaced by who knows which stands there, and by nobody else") {
    const test::Scratch scratch;
    const SignedHeads heads{scratch.folder / "signed"};
    CHECK_FALSE(heads.newest("log"));
    CHECK_FALSE(heads.replace("log", head(1), head(2)));
    CHECK(heads.replace("log", std::nullopt, head(1)));
    CHECK_FALSE(heads.replace("log", std::nullopt, head(2)));
    CHECK(heads.replace("log", head(1), head(2)));
    CHECK(heads.newest("log") == head(2));
    CHECK_FALSE(heads.newest("another log"));
}

TEST_CASE("of many who replace the same head at once one does it") {
    const test::Scratch scratch;
    std::atomic<int> done{0};
    std::vector<std::thread> all;
    for (std::uint64_t i = 1; i <= 16; ++i)
        all.emplace_back([&, i] {
            if (SignedHeads{scratch.folder / "signed"}.replace("log", std::nullopt, head(i))) ++done;
        });
    for (auto& one : all) one.join();
    CHECK(done == 1);
}

TEST_CASE("a broken head is no head that may be forgotten") {
    const test::Scratch scratch;
    const SignedHeads heads{scratch.folder};
    REQUIRE(heads.replace("log", std::nullopt, head(1)));
    for (const auto& file : std::filesystem::directory_iterator{scratch.folder})
        std::ofstream{file.path()} << "log\n1\n";
    CHECK_THROWS_AS((void)heads.newest("log"), std::runtime_error);
    CHECK_THROWS_AS((void)heads.replace("log", head(1), head(2)), std::runtime_error);
}
