#include "openlog/entry.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

namespace {

std::string octets(std::string_view digits) {
    const auto value = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    std::string out;
    for (std::size_t i = 0; i < digits.size(); i += 2)
        out += static_cast<char>(value(digits[i]) * 16 + value(digits[i + 1]));
    return out;
}

const std::string salt = octets("c61ec36032def120862a730f4fd4ebf1761d7241b0e8ecf49ae60714a164194e");

}  // namespace

TEST_CASE("a commitment is the reference's to the octet") {
    const auto made = openlog::commit(salt, "text", "Bygg ut bredbandet i glesbygden – åäö");

    CHECK(base64(as_text(made)) == "Y0ecwrIg5kswc/b91gObZdNwmqZEO3eMFsJS3dRZXCo=");
}

TEST_CASE("a value cannot be moved from one label to another") {
    CHECK(openlog::commit(salt, "text", "a") != openlog::commit(salt, "tex", "ta"));
}

TEST_CASE("an entry is the reference's to the octet, its time rounded down to ten minutes") {
    const Instant nine{
        std::chrono::sys_days{std::chrono::March / 1 / 2027} + std::chrono::minutes{9 * 60 + 9}};
    openlog::Entry entry{"inspel.received", nine, "rus-2050", "inspel/7f3a9c", std::nullopt, {}};
    entry.commitments.push_back(
        {"text", openlog::commit(salt, "text", "Bygg ut bredbandet i glesbygden – åäö")});
    const auto author = octets("f64c43ce2dce54b119568af1d0dbc86c734207a32ea102282e4ebc0bd0b08a9b");
    entry.commitments.push_back({"author", openlog::commit(author, "author", "Storsjö byalag")});

    CHECK(hex(as_text(openlog::leaf_hash(openlog::canonical(entry)))) ==
          "1e31b118f1f22f1af19703e3d066c448511d46606d0ca17afa841cf8d7e1b052");
}
