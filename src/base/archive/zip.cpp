#include "base/archive/zip.hpp"

#include <zlib.h>
#include <algorithm>
#include <array>
#include <ostream>
#include <stdexcept>

namespace medskapa::zip {
namespace {

using namespace std::string_view_literals;

constexpr auto local_mark = "PK\x03\x04"sv;
constexpr auto entry_mark = "PK\x01\x02"sv;
constexpr auto end_mark = "PK\x05\x06"sv;
constexpr auto descriptor_mark = "PK\x07\x08"sv;
constexpr std::size_t local_size = 30;
constexpr std::size_t entry_size = 46;
constexpr std::size_t end_size = 22;
constexpr int raw_deflate = -MAX_WBITS;
constexpr std::uint16_t version_needed = 20;
constexpr std::uint16_t sizes_follow = 1U << 3;
constexpr std::uint16_t name_is_utf8 = 1U << 11;
constexpr std::uint16_t first_day = 0x0021;  // 1 January 1980

std::uint32_t number_at(std::string_view s, std::size_t at, std::size_t bytes) {
    std::uint32_t n = 0;
    for (std::size_t i = 0; i < bytes; ++i)
        n |= std::uint32_t{static_cast<unsigned char>(s[at + i])} << (8 * i);
    return n;
}

Entry entry_at(std::string_view zip, std::size_t at) {
    Entry entry;
    entry.is_encrypted = (number_at(zip, at + 8, 2) & 1U) != 0;
    entry.method = static_cast<Method>(number_at(zip, at + 10, 2));
    entry.crc = number_at(zip, at + 16, 4);
    entry.packed = number_at(zip, at + 20, 4);
    entry.unpacked = number_at(zip, at + 24, 4);
    entry.at = number_at(zip, at + 42, 4);
    return entry;
}

std::uint32_t checksum(std::uint32_t known, std::string_view bytes) {
    return static_cast<std::uint32_t>(
        crc32_z(known, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

/// The file as it lies in the archive. Nothing when the archive ends before.
std::optional<std::string_view> packed_bytes(std::string_view zip, const Entry& entry) {
    if (entry.at > zip.size() || zip.size() - entry.at < local_size) return std::nullopt;
    if (zip.substr(entry.at, 4) != local_mark) return std::nullopt;
    const auto from =
        entry.at + local_size + number_at(zip, entry.at + 26, 2) + number_at(zip, entry.at + 28, 2);
    if (from > zip.size() || zip.size() - from < entry.packed) return std::nullopt;
    return zip.substr(from, entry.packed);
}

std::optional<std::string> inflated(std::string_view packed, std::size_t size) {
    z_stream stream{};
    if (inflateInit2(&stream, raw_deflate) != Z_OK) throw std::bad_alloc{};
    std::string out(size, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(size);
    const bool is_whole = inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_out == 0;
    inflateEnd(&stream);
    if (!is_whole) return std::nullopt;
    return out;
}

/// Inflates piece by piece.
class Inflating {
public:
    explicit Inflating(std::string_view packed) {
        if (inflateInit2(&stream_, raw_deflate) != Z_OK) throw std::bad_alloc{};
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
        stream_.avail_in = static_cast<uInt>(packed.size());
    }
    ~Inflating() { inflateEnd(&stream_); }
    Inflating(const Inflating&) = delete;
    Inflating& operator=(const Inflating&) = delete;

    /// Empty at the end, and when what is packed is broken.
    std::string_view next() {
        stream_.next_out = reinterpret_cast<Bytef*>(room_.data());
        stream_.avail_out = static_cast<uInt>(room_.size());
        if (state_ == Z_OK) state_ = inflate(&stream_, Z_NO_FLUSH);
        return {room_.data(), room_.size() - stream_.avail_out};
    }
    bool is_at_end() const { return state_ == Z_STREAM_END; }

private:
    z_stream stream_{};
    int state_ = Z_OK;
    std::vector<char> room_ = std::vector<char>(64UL * 1024);
};

void put(std::string& to, std::uint32_t number, int bytes) {
    for (int i = 0; i < bytes; ++i) to += static_cast<char>((number >> (8 * i)) & 0xFFU);
}

/// What local headers and the directory say alike of a file.
std::string common_part(const Entry& entry, bool is_streamed, std::size_t name_size) {
    std::string part;
    put(part, version_needed, 2);
    put(part, name_is_utf8 | (is_streamed ? sizes_follow : 0U), 2);
    put(part, static_cast<std::uint16_t>(entry.method), 2);
    put(part, 0, 2);
    put(part, first_day, 2);
    put(part, entry.crc, 4);
    put(part, static_cast<std::uint32_t>(entry.packed), 4);
    put(part, static_cast<std::uint32_t>(entry.unpacked), 4);
    put(part, static_cast<std::uint32_t>(name_size), 2);
    put(part, 0, 2);
    return part;
}

}  // namespace

std::vector<Entry> directory(std::string_view zip) {
    const auto end = zip.rfind(end_mark);
    if (end == zip.npos || zip.size() - end < end_size) return {};
    std::vector<Entry> entries;
    std::size_t at = number_at(zip, end + 16, 4);
    for (auto left = number_at(zip, end + 10, 2); left > 0; --left) {
        if (at > end || end - at < entry_size || zip.substr(at, 4) != entry_mark) return {};
        const std::size_t name_size = number_at(zip, at + 28, 2);
        if (end - at - entry_size < name_size) return {};
        entries.push_back(entry_at(zip, at));
        entries.back().name = zip.substr(at + entry_size, name_size);
        at += entry_size + name_size + number_at(zip, at + 30, 2) + number_at(zip, at + 32, 2);
    }
    return entries;
}

std::optional<std::string> content(std::string_view zip, const Entry& entry) {
    const auto packed = packed_bytes(zip, entry);
    if (!packed || entry.is_encrypted) return std::nullopt;
    std::optional<std::string> bytes;
    if (entry.method == Method::stored && entry.packed == entry.unpacked) bytes = std::string{*packed};
    if (entry.method == Method::deflated) bytes = inflated(*packed, entry.unpacked);
    if (!bytes || checksum(0, *bytes) != entry.crc) return std::nullopt;
    return bytes;
}

Unpacked unpack(std::string_view zip, const Entry& entry, const std::function<bool(std::string_view)>& take) {
    const auto packed = packed_bytes(zip, entry);
    if (!packed || entry.is_encrypted) return Unpacked::broken;
    if (entry.method == Method::stored) {
        if (checksum(0, *packed) != entry.crc) return Unpacked::broken;
        return take(*packed) ? Unpacked::whole : Unpacked::stopped;
    }
    if (entry.method != Method::deflated) return Unpacked::broken;
    Inflating inflating{*packed};
    std::uint32_t crc = 0;
    for (auto piece = inflating.next(); !piece.empty(); piece = inflating.next()) {
        crc = checksum(crc, piece);
        if (!take(piece)) return Unpacked::stopped;
    }
    return inflating.is_at_end() && crc == entry.crc ? Unpacked::whole : Unpacked::broken;
}

struct Writer::Stream {
    z_stream deflating{};
    std::array<char, 64UL * 1024> room{};

    Stream() {
        constexpr int usual_memory = 8;
        if (deflateInit2(&deflating, Z_DEFAULT_COMPRESSION, Z_DEFLATED, raw_deflate, usual_memory,
                Z_DEFAULT_STRATEGY) != Z_OK)
            throw std::bad_alloc{};
    }
    ~Stream() { deflateEnd(&deflating); }
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;

    /// Returns how many bytes came out.
    std::size_t run(std::string_view bytes, int flush, std::ostream& out) {
        std::size_t written = 0;
        deflating.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
        deflating.avail_in = static_cast<uInt>(bytes.size());
        do {
            deflating.next_out = reinterpret_cast<Bytef*>(room.data());
            deflating.avail_out = room.size();
            deflate(&deflating, flush);
            const auto made = room.size() - deflating.avail_out;
            out.write(room.data(), static_cast<std::streamsize>(made));
            written += made;
        } while (deflating.avail_out == 0);
        return written;
    }
};

Writer::Writer(std::ostream& out) : out_{out} {}
Writer::~Writer() = default;

void Writer::header(const Entry& entry, const std::string& name, bool is_streamed) {
    const auto head = std::string{local_mark} + common_part(entry, is_streamed, name.size()) + name;
    out_ << head;
    names_.push_back(name);
    written_.push_back(entry);
    written_.back().at = at_;
    at_ += head.size();
}

void Writer::add(const std::string& name, std::string_view bytes, Method method) {
    if (method == Method::deflated) {
        begin(name);
        write(bytes);
        return end();
    }
    Entry entry;
    entry.crc = checksum(0, bytes);
    entry.packed = entry.unpacked = bytes.size();
    header(entry, name, false);
    out_ << bytes;
    at_ += bytes.size();
}

void Writer::begin(const std::string& name) {
    Entry entry;
    entry.method = Method::deflated;
    header(entry, name, true);
    stream_ = std::make_unique<Stream>();
}

void Writer::write(std::string_view bytes) {
    auto& entry = written_.back();
    entry.crc = checksum(entry.crc, bytes);
    entry.unpacked += bytes.size();
    entry.packed += stream_->run(bytes, Z_NO_FLUSH, out_);
}

void Writer::end() {
    auto& entry = written_.back();
    entry.packed += stream_->run({}, Z_FINISH, out_);
    stream_.reset();
    std::string descriptor{descriptor_mark};
    put(descriptor, entry.crc, 4);
    put(descriptor, static_cast<std::uint32_t>(entry.packed), 4);
    put(descriptor, static_cast<std::uint32_t>(entry.unpacked), 4);
    out_ << descriptor;
    at_ += entry.packed + descriptor.size();
}

void Writer::finish() {
    const auto from = at_;
    for (std::size_t i = 0; i < written_.size(); ++i) {
        const auto& entry = written_[i];
        std::string row{entry_mark};
        put(row, version_needed, 2);
        row += common_part(entry, entry.method == Method::deflated, names_[i].size());
        put(row, 0, 2);  // a comment
        put(row, 0, 2);  // a disk
        put(row, 0, 2);
        put(row, 0, 4);
        put(row, static_cast<std::uint32_t>(entry.at), 4);
        row += names_[i];
        out_ << row;
        at_ += row.size();
    }
    std::string last{end_mark};
    put(last, 0, 4);
    put(last, static_cast<std::uint32_t>(written_.size()), 2);
    put(last, static_cast<std::uint32_t>(written_.size()), 2);
    put(last, static_cast<std::uint32_t>(at_ - from), 4);
    put(last, static_cast<std::uint32_t>(from), 4);
    put(last, 0, 2);
    out_ << last;
}

}  // namespace medskapa::zip
