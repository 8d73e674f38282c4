#include "store/files/encrypted_file.hpp"

#include "store/files/month_keys.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>
#include <fstream>
#include <iterator>

using namespace medskapa;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t piece = 64 * 1024;

std::string bytes_in(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

void put(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream{path, std::ios::binary} << bytes;
}

/// A folder with a plain file and its encrypted copy.
struct Encrypted {
    test::Scratch scratch = {};
    std::filesystem::path plain = scratch.folder / "plain";
    std::filesystem::path encrypted = scratch.folder / "encrypted";
    std::filesystem::path opened = scratch.folder / "opened";
    Digest key = sha256("key");

    explicit Encrypted(const std::string& bytes) {
        put(plain, bytes);
        store::encrypt_file(plain, encrypted, "2026-11", key);
    }

    bool opens() const {
        try {
            store::decrypt_file(encrypted, opened, key);
            return true;
        } catch (const std::runtime_error&) {
            CHECK_FALSE(std::filesystem::exists(opened));
            return false;
        }
    }
};

Day day(int year, unsigned month, unsigned of_month) {
    return Day{std::chrono::local_days{
        std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{of_month}}};
}

}  // namespace

TEST_CASE("what is encrypted comes back whole, of every length around that of a piece") {
    for (const auto length : {std::size_t{0}, std::size_t{1}, piece - 1, piece, piece + 1, 3 * piece}) {
        CAPTURE(length);
        const std::string words(length, 'z');
        const Encrypted file{words};

        CHECK(store::month_of_encrypted(file.encrypted) == "2026-11");
        REQUIRE(file.opens());
        CHECK(bytes_in(file.opened) == words);
        CHECK(bytes_in(file.encrypted).find("zzzzzzzz") == std::string::npos);
    }
}

TEST_CASE("a encrypted file that was changed anywhere is refused, and nothing of it is left") {
    const Encrypted file{std::string(2 * piece + 7, 'z')};
    const auto whole = bytes_in(file.encrypted);
    for (std::size_t at = 0; at < whole.size(); at += at < 60 ? 1 : 9973) {
        CAPTURE(at);
        auto changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        put(file.encrypted, changed);
        CHECK_FALSE(file.opens());
    }
}

TEST_CASE("a encrypted file that was cut, also between two pieces, or added to is refused") {
    const Encrypted file{std::string(3 * piece, 'z')};
    const auto whole = bytes_in(file.encrypted);
    const auto head = whole.size() - 3 * (piece + 17);
    for (const auto left : {std::size_t{0}, std::size_t{5}, head - 1, head, head + piece + 17,
             head + 2 * (piece + 17), whole.size() - 1}) {
        CAPTURE(left);
        put(file.encrypted, whole.substr(0, left));
        CHECK_FALSE(file.opens());
    }
    put(file.encrypted, whole + 'x');
    CHECK_FALSE(file.opens());
}

TEST_CASE("another key opens nothing, and another file is not a encrypted one") {
    Encrypted file{"words"};
    file.key = sha256("another");
    CHECK_FALSE(file.opens());

    CHECK_FALSE(store::month_of_encrypted(file.plain));
    CHECK_THROWS_AS(store::encrypt_file(file.plain, file.encrypted, "2026-11", file.key), std::runtime_error);
}

TEST_CASE("a month has one key, kept for its owner, and none after it was destroyed") {
    const test::Scratch scratch;
    const auto folder = scratch.folder / "keys";
    const auto key = store::month_key(folder, "2026-11");

    CHECK(store::month_key(folder, "2026-11") == key);
    CHECK(store::month_key(folder, "2026-12") != key);
    CHECK(store::known_month_key(folder, "2026-11") == key);
    CHECK_FALSE(store::known_month_key(folder, "2026-10"));
    CHECK_FALSE(store::known_month_key(folder / "2026-11", "../2026-11"));
    CHECK((std::filesystem::status(folder / "2026-11.key").permissions() & std::filesystem::perms{077}) ==
          std::filesystem::perms::none);

    store::destroy_month_key(folder, "2026-11");

    CHECK_FALSE(store::known_month_key(folder, "2026-11"));
    CHECK_THROWS_AS(store::month_key(folder, "2026-11"), std::runtime_error);
    CHECK(store::destroyed_months(folder) == std::vector<std::string>{"2026-11"});
    for (const auto& file : std::filesystem::directory_iterator{folder})
        CHECK(bytes_in(file.path()).find(hex(as_text(key))) == std::string::npos);
}

TEST_CASE("a month is outdated as many days after its end as backups are kept, and not a day before") {
    const test::Scratch scratch;
    for (const auto* month : {"2026-11", "2026-12", "2027-02"}) (void)store::month_key(scratch.folder, month);
    put(scratch.folder / "notes.key", "no month's");

    const auto outdated = [&](Day today) {
        return store::outdated_months(scratch.folder, today, std::chrono::days{35});
    };
    CHECK(outdated(day(2027, 1, 4)).empty());
    CHECK(outdated(day(2027, 1, 5)) == std::vector<std::string>{"2026-11"});
    CHECK(outdated(day(2027, 2, 5)) == std::vector<std::string>{"2026-11", "2026-12"});
    CHECK(outdated(day(2027, 4, 4)).size() == 2);
    CHECK(outdated(day(2027, 4, 5)).size() == 3);
}
