#include "store/files/durable_file.hpp"

#include "support/scratch.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <fstream>
#include <iterator>
#include <stdexcept>

using namespace medskapa;
namespace fs = std::filesystem;

namespace {

std::string contents(const fs::path& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

unsigned mode_of(const fs::path& path) {
    struct stat found {};
    REQUIRE(::stat(path.c_str(), &found) == 0);
    return found.st_mode & 0777U;
}

constexpr auto log_key = openlog::KeyType::ed25519;

}  // namespace

TEST_CASE("a file is put in place with the folders above it, and replaced whole") {
    const test::Scratch scratch;
    const auto path = scratch.folder / "tile/0/000";
    store::write_durably(path, std::string("first\0", 6), store::Readers::everybody);
    store::write_durably(path, "second", store::Readers::everybody);

    CHECK(contents(path) == "second");
    CHECK_FALSE(fs::exists(path.string() + ".part"));
}

TEST_CASE("a file that cannot be written is named, and the old one stays") {
    const test::Scratch scratch;
    store::write_durably(scratch.folder / "file", "old", store::Readers::owner);

    CHECK_THROWS_AS(
        store::write_durably(scratch.folder / "file/below", "new", store::Readers::owner), std::exception);
    CHECK(contents(scratch.folder / "file") == "old");
}

TEST_CASE("a key is made once, and only its owner can read it") {
    const test::Scratch scratch;
    const auto path = scratch.folder / "log.key";
    const auto made = store::signing_key_in(path, "log.example", log_key);

    CHECK(store::signing_key_in(path, "another.name", log_key).verifier() == made.verifier());
    CHECK(mode_of(path) == 0600);
    CHECK(store::signing_key_in(scratch.folder / "other.key", "log.example", log_key).verifier() !=
          made.verifier());
}

TEST_CASE("a key of another kind, a broken one and an impossible name are refused") {
    const test::Scratch scratch;
    const auto path = scratch.folder / "log.key";
    (void)store::signing_key_in(path, "log.example", log_key);

    CHECK_THROWS_AS(
        store::signing_key_in(path, "log.example", openlog::KeyType::cosignature), std::runtime_error);
    store::write_durably(path, "PRIVATE+KEY+broken", store::Readers::owner);
    CHECK_THROWS_AS(store::signing_key_in(path, "log.example", log_key), std::runtime_error);
    CHECK_THROWS_AS(store::signing_key_in(scratch.folder / "new", "a name", log_key), std::runtime_error);
    CHECK_FALSE(fs::exists(scratch.folder / "new"));
}

TEST_CASE("a folder is one program's at a time") {
    const test::Scratch scratch;
    {
        const store::FolderLock mine{scratch.folder};
        CHECK_THROWS_AS(store::FolderLock{scratch.folder}, std::runtime_error);
    }
    CHECK_NOTHROW(store::FolderLock{scratch.folder});
}
