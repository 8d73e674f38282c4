#include "engine/openlog/entry.hpp"

#include <doctest/doctest.h>
#include <stdexcept>

using namespace medskapa;

namespace {

const std::string salt = from_hex("c61ec36032def120862a730f4fd4ebf1761d7241b0e8ecf49ae60714a164194e").value();
const std::string commitment = "Y0ecwrIg5kswc/b91gObZdNwmqZEO3eMFsJS3dRZXCo=";
const std::string head =
    "medskapa.log/v1\ntype inspel.received\ntime 2027-03-01T09:00Z\nprocess rus-2050\nobject inspel/7f3a9c\n";

bool is_entry(const std::string& text) {
    return openlog::read_entry(text).has_value();
}

}  // namespace

TEST_CASE("a commitment is the reference's byte for byte") {
    const auto made = openlog::commit(salt, "text", "Bygg ut bredbandet i glesbygden – åäö");

    CHECK(base64(as_text(made)) == "Y0ecwrIg5kswc/b91gObZdNwmqZEO3eMFsJS3dRZXCo=");
}

TEST_CASE("a value cannot be moved from one label to another") {
    CHECK(openlog::commit(salt, "text", "a") != openlog::commit(salt, "tex", "ta"));
}

TEST_CASE("an entry is the reference's to the byte, its time rounded down to ten minutes") {
    const Instant nine{
        std::chrono::sys_days{std::chrono::March / 1 / 2027} + std::chrono::minutes{9 * 60 + 9}};
    openlog::Entry entry{"inspel.received", nine, "rus-2050", "inspel/7f3a9c", std::nullopt, {}};
    entry.commitments.push_back(
        {"text", openlog::commit(salt, "text", "Bygg ut bredbandet i glesbygden – åäö")});
    const auto author = from_hex("f64c43ce2dce54b119568af1d0dbc86c734207a32ea102282e4ebc0bd0b08a9b").value();
    entry.commitments.push_back({"author", openlog::commit(author, "author", "Storsjö byalag")});

    CHECK(hex(as_text(openlog::leaf_hash(openlog::canonical(entry)))) ==
          "1e31b118f1f22f1af19703e3d066c448511d46606d0ca17afa841cf8d7e1b052");
}

TEST_CASE("a salt that is not 32 bytes is refused: a shorter one has twins") {
    CHECK_THROWS_AS(openlog::commit(salt.substr(1), "text", "a"), std::logic_error);
    CHECK_THROWS_AS(openlog::commit(salt + '\0', "text", "a"), std::logic_error);
    CHECK_THROWS_AS(openlog::commit(salt, std::string(65'536, 'l'), "a"), std::logic_error);
}

TEST_CASE("an entry is read as it was written: head, fields, commitments") {
    const auto text = head + "prev 17\nsha256 " + commitment + "\ncites 1,5\ncommit text " + commitment +
                      "\ncommit author " + commitment + "\n";
    const auto entry = openlog::read_entry(text);

    REQUIRE(entry);
    CHECK(openlog::canonical(*entry) == text);
    CHECK(entry->prev == 17);
    CHECK(entry->field("cites") == "1,5");
    CHECK_FALSE(entry->field("reason"));
    CHECK(entry->commitments.size() == 2);
}

TEST_CASE("an entry about the whole installation has no object, and an unknown type is read") {
    const std::string text = "medskapa.log/v1\ntype a.type.of.later\ntime 2027-03-01T09:10Z\nvkey något\n";
    const auto entry = openlog::read_entry(text);

    REQUIRE(entry);
    CHECK(entry->object.empty());
    CHECK(openlog::canonical(*entry) == text);
}

TEST_CASE("an entry about something that belongs to no process says so with a hyphen") {
    const openlog::Entry entry{"dataset.imported", Instant{}, {}, "dataset/1", {}};
    const auto text = openlog::canonical(entry);

    CHECK(text ==
          "medskapa.log/v1\ntype dataset.imported\ntime 1970-01-01T00:00Z\nprocess -\n"
          "object dataset/1\nprev -\n");
    REQUIRE(openlog::read_entry(text));
    CHECK(openlog::read_entry(text)->process.empty());
    CHECK(openlog::read_entry(text)->object == "dataset/1");
    CHECK_FALSE(is_entry("medskapa.log/v1\ntype a\ntime 1970-01-01T00:00Z\nprocess \nobject a\nprev -\n"));
}

TEST_CASE("an entry that is written in any other way is refused") {
    const auto good = head + "prev -\n";
    REQUIRE(is_entry(good));

    for (const auto& tail : {"prev - \n", "prev  -\n", "prev 01\n", "prev -1\n", "prev\n", "prev -",
             "prev -\n\n", "prev -\r\n", "prev 9223372036854775808\n", "", "prev -\na b \n", "prev -\na  b\n",
             "prev -\na\n", "prev -\na b\na c\n", "prev -\ntype x\n", "prev -\nprev 1\n", "prev -\na b\x7F\n",
             "prev -\na \tb\n", "prev -\na \xFF\n", "prev -\ncommit text short\n", "prev -\ncommit text\n"})
        CHECK_FALSE(is_entry(head + tail));
    CHECK_FALSE(is_entry(good + std::string("a \0\n", 4)));
}

TEST_CASE("a label stands once, and nothing follows the commitments") {
    const auto text = head + "prev -\ncommit text " + commitment + "\n";
    REQUIRE(is_entry(text));

    CHECK(is_entry(text + "commit author " + commitment + "\n"));
    CHECK_FALSE(is_entry(text + "commit text " + commitment + "\n"));
    CHECK_FALSE(is_entry(text + "cites 1\n"));
}

TEST_CASE("the head has its lines in one order, one version and one form of time") {
    const auto good = head + "prev -\n";
    const auto with = [&](const std::string& old, const std::string& fresh) {
        auto text = good;
        return text.replace(text.find(old), old.size(), fresh);
    };
    CHECK_FALSE(is_entry(with("/v1", "/v2")));
    CHECK_FALSE(
        is_entry(with("process rus-2050\nobject inspel/7f3a9c", "object inspel/7f3a9c\nprocess rus-2050")));
    CHECK_FALSE(is_entry(with("object inspel/7f3a9c\n", "")));
    CHECK_FALSE(is_entry(with("type inspel.received", "type inspel received")));
    for (const auto* time : {"2027-03-01T09:05Z", "2027-03-01T09:00", "2027-03-01 09:00Z",
             "2027-02-29T09:00Z", "2027-03-01T24:00Z", "2027-03-01T09:00:00Z", "2027-03-01Z"})
        CHECK_FALSE(is_entry(with("2027-03-01T09:00Z", time)));
}

TEST_CASE("an entry holds up to 65 535 bytes") {
    const auto filled = [](std::size_t bytes) {
        const auto start = head + "prev -\na ";
        return start + std::string(bytes - start.size() - 1, 'x') + "\n";
    };
    CHECK(is_entry(filled(65'535)));
    CHECK_FALSE(is_entry(filled(65'536)));
}
