#include "base/archive/gzip.hpp"

#include <zlib.h>
#include <stdexcept>

namespace medskapa {

std::string gzipped(std::string_view bytes) {
    constexpr int gzip_window = 15 + 16;  // zlib's way to ask for a gzip header
    constexpr int usual_memory = 8;
    z_stream stream{};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzip_window, usual_memory,
            Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error{"zlib cannot begin"};
    std::string packed(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const bool is_whole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    if (!is_whole) throw std::logic_error{"the packed bytes did not fit their bound"};
    return packed;
}

}  // namespace medskapa
