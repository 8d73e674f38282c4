#include "base/archive/gzip.hpp"

#include <doctest/doctest.h>
#include <zlib.h>

using namespace medskapa;

namespace {

std::string unpacked(const std::string& packed, std::size_t size) {
    std::string bytes(size + 1, '\0');
    z_stream stream{};
    REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_out = static_cast<uInt>(bytes.size());
    CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
    bytes.resize(stream.total_out);
    inflateEnd(&stream);
    return bytes;
}

}  // namespace

TEST_CASE("what is packed is unpacked to the same bytes") {
    for (const auto& bytes : {std::string{}, std::string{"å"}, std::string(100'000, 'a')})
        CHECK(unpacked(gzipped(bytes), bytes.size()) == bytes);
    CHECK(gzipped(std::string(100'000, 'a')).size() < 1'000);
    CHECK(gzipped("samma") == gzipped("samma"));
}
