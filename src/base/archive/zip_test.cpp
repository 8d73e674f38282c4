#include "base/archive/zip.hpp"

#include <doctest/doctest.h>
#include <random>
#include <sstream>

using namespace medskapa;

namespace {

std::string sample() {
    std::ostringstream out;
    zip::Writer writer{out};
    writer.add("mimetype", "text", zip::Method::stored);
    writer.begin("brev/å.txt");
    for (int i = 0; i < 5000; ++i) writer.write("Hej på dig. ");
    writer.end();
    writer.add("tom", "");
    writer.finish();
    return out.str();
}

}  // namespace

TEST_CASE("what was written into an archive is read out of it") {
    const auto archive = sample();
    const auto entries = zip::directory(archive);
    REQUIRE(entries.size() == 3);
    CHECK(entries[0].name == "mimetype");
    CHECK(zip::content(archive, entries[0]) == "text");
    CHECK(entries[1].unpacked == 5000 * 13);
    CHECK(entries[1].packed < 1000);
    CHECK(zip::content(archive, entries[1])->ends_with("Hej på dig. "));
    CHECK(zip::content(archive, entries[2])->empty());
}

TEST_CASE("the same files give the same archive, byte for byte") {
    CHECK(sample() == sample());
}

TEST_CASE("a file that is not what the directory says is not read") {
    const auto archive = sample();
    auto entry = zip::directory(archive)[1];
    for (auto lie : {entry.unpacked - 1, entry.unpacked + 1, std::uint64_t{0}}) {
        auto entry_with_lie = entry;
        entry_with_lie.unpacked = lie;
        CHECK_FALSE(zip::content(archive, entry_with_lie));
    }
    ++entry.crc;
    CHECK_FALSE(zip::content(archive, entry));
}

TEST_CASE("an archive that was cut or bent is read as far as it holds, or not at all") {
    const auto archive = sample();
    std::mt19937 random{7};
    for (int round = 0; round < 3000; ++round) {
        auto broken = archive.substr(0, archive.size() - random() % 3 * (random() % 40));
        for (int n = 0; n < 3; ++n) broken[random() % broken.size()] = static_cast<char>(random());
        for (const auto& entry : zip::directory(broken))
            if (entry.unpacked < 1'000'000)
                if (const auto bytes = zip::content(broken, entry)) REQUIRE(bytes->size() == entry.unpacked);
    }
}
