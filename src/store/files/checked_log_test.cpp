#include "store/files/checked_log.hpp"

#include "support/published_log.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>
#include <fstream>
#include <iterator>

using namespace medskapa;
using example::PublishedLog;
namespace fs = std::filesystem;

namespace {

void put(const fs::path& file, const std::string& bytes) {
    fs::create_directories(file.parent_path());
    std::ofstream{file, std::ios::binary | std::ios::trunc} << bytes;
}

/// A log of 300 entries in a folder.
struct Published {
    test::Scratch scratch = {};
    PublishedLog log = {};

    Published() {
        for (int i = 0; i < 299; ++i) log.append("news.published", "news/" + std::to_string(i));
        log.publish();
        for (const auto& [path, bytes] : log.files) put(scratch.folder / path, bytes);
    }
    store::CheckedLog checked() const { return {scratch.folder, {log.key.verifier()}}; }
};

}  // namespace

TEST_CASE("what was signed is given out, and with any bit flipped it is not, neither at once nor later") {
    const Published it;
    const auto known = it.checked();
    for (const auto& [path, bytes] : it.log.files) CHECK(known.file(path) == bytes);
    for (const auto& [path, bytes] : it.log.files) {
        for (std::size_t bit = 0; bit < 8 * bytes.size(); bit += 1 + bytes.size() / 3) {
            auto wrong = bytes;
            wrong[bit / 8] = static_cast<char>(wrong[bit / 8] ^ (1 << bit % 8));
            put(it.scratch.folder / path, wrong);
            CHECK_THROWS_AS((void)known.file(path), store::DamagedLog);
            CHECK_THROWS_AS((void)it.checked().file(path), store::DamagedLog);
        }
        put(it.scratch.folder / path, bytes);
        CHECK(known.file(path) == bytes);
    }
}

TEST_CASE(
    "cut, longer and empty files are not given out, nor what nobody signed, nor what is no file of the log") {
    const Published it;
    for (const auto& [path, bytes] : it.log.files) {
        for (const auto& wrong : {bytes.substr(0, bytes.size() / 2), bytes + bytes, std::string{}}) {
            put(it.scratch.folder / path, wrong);
            CHECK_THROWS_AS((void)it.checked().file(path), store::DamagedLog);
        }
        put(it.scratch.folder / path, bytes);
    }
    put(it.scratch.folder / "tile/0/007", std::string(8192, 'x'));
    put(it.scratch.folder / "other", "x");
    for (const auto* path : {"tile/0/007", "other", "tile/0/000.p/256", "../logg", "tile/9/000"})
        CHECK_FALSE(it.checked().file(path));
}

TEST_CASE("a checkpoint by another key is not given out") {
    const Published it;
    const store::CheckedLog checked{it.scratch.folder, {example::key_of("another").verifier()}};
    CHECK_THROWS_AS((void)checked.file("checkpoint"), store::DamagedLog);
}
