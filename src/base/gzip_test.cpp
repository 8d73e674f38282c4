#include "base/gzip.hpp"

#include <doctest/doctest.h>
#include <zlib.h>

using namespace medskapa;

namespace {

std::string unpacked(const std::string& packed, std::size_t size) {
    std::string octets(size + 1, '\0');
    z_stream stream{};
    REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(octets.data());
    stream.avail_out = static_cast<uInt>(octets.size());
    CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
    octets.resize(stream.total_out);
    inflateEnd(&stream);
    return octets;
}

}  // namespace

TEST_CASE("what is packed is unpacked to the same octets") {
    for (const auto& octets : {std::string{}, std::string{"å"}, std::string(100'000, 'a')})
        CHECK(unpacked(gzipped(octets), octets.size()) == octets);
    CHECK(gzipped(std::string(100'000, 'a')).size() < 1'000);
    CHECK(gzipped("samma") == gzipped("samma"));
}
