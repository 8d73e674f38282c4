#include "store/files/encrypted_file.hpp"

#include "store/files/durable_file.hpp"

#include <fmt/format.h>
#include <sodium.h>
#include <array>
#include <fstream>
#include <stdexcept>
#include <vector>

namespace medskapa::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view mark = "medskapa.sealed/v1 ";
constexpr std::size_t month_octets = std::string_view{"2026-11"}.size();
constexpr std::size_t head_octets = mark.size() + month_octets + 1;
constexpr std::size_t piece_octets = std::size_t{64} * 1024;
constexpr std::size_t sealed_octets = piece_octets + crypto_secretstream_xchacha20poly1305_ABYTES;

using Stream = crypto_secretstream_xchacha20poly1305_state;
using StreamHead = std::array<unsigned char, crypto_secretstream_xchacha20poly1305_HEADERBYTES>;

const unsigned char* octets(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string head_of(const std::string& month) {
    return std::string{mark} + month + '\n';
}

/// As much as fits, less at the end of the file.
std::size_t read_into(std::ifstream& file, std::vector<char>& piece) {
    file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    return static_cast<std::size_t>(file.gcount());
}

[[noreturn]] void refuse(const fs::path& sealed) {
    throw std::runtime_error{fmt::format(
        "{} is damaged, cut short, or was sealed with another key: nothing was taken out of it. Take another "
        "backup, or the right folder of keys.",
        sealed.string())};
}

void seal(std::ifstream& in, std::ostream& out, const std::string& head, Stream& stream) {
    std::vector<char> piece(piece_octets);
    std::vector<unsigned char> closed(sealed_octets);
    for (bool is_last = false; !is_last;) {
        const auto size = read_into(in, piece);
        is_last = in.peek() == std::ifstream::traits_type::eof();
        crypto_secretstream_xchacha20poly1305_push(&stream, closed.data(), nullptr,
            octets({piece.data(), size}), size, octets(head), head.size(),
            is_last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                    : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
        out.write(reinterpret_cast<const char*>(closed.data()),
            static_cast<std::streamsize>(size + crypto_secretstream_xchacha20poly1305_ABYTES));
    }
}

/// False when a piece does not open, when the last one is missing, and when something follows it.
bool open_pieces(std::ifstream& in, std::ostream& out, const std::string& head, Stream& stream) {
    std::vector<char> closed(sealed_octets);
    std::vector<unsigned char> piece(piece_octets);
    for (bool is_last = false; !is_last;) {
        const auto size = read_into(in, closed);
        unsigned long long opened = 0;
        unsigned char tag = 0;
        if (size < crypto_secretstream_xchacha20poly1305_ABYTES ||
            crypto_secretstream_xchacha20poly1305_pull(&stream, piece.data(), &opened, &tag,
                octets({closed.data(), size}), size, octets(head), head.size()) != 0)
            return false;
        out.write(reinterpret_cast<const char*>(piece.data()), static_cast<std::streamsize>(opened));
        is_last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    }
    return in.peek() == std::ifstream::traits_type::eof();
}

std::ofstream made_for_owner(const fs::path& path) {
    write_durably(path, "", Readers::owner);
    return std::ofstream{path, std::ios::binary};
}

void finish(std::ofstream& out, const fs::path& path) {
    out.close();
    if (!out) throw std::runtime_error{fmt::format("{} could not be written. Make room.", path.string())};
    sync_file(path);
}

}  // namespace

void seal_file(const fs::path& plain, const fs::path& sealed, const std::string& month, const Digest& key) {
    if (fs::exists(sealed)) throw std::runtime_error{sealed.string() + " is there already"};
    std::ifstream in{plain, std::ios::binary};
    if (!in) throw std::runtime_error{"Cannot read " + plain.string()};
    const auto head = head_of(month);
    Stream stream;
    StreamHead stream_head;
    crypto_secretstream_xchacha20poly1305_init_push(&stream, stream_head.data(), key.data());
    const auto partial = sealed.string() + ".part";
    auto out = made_for_owner(partial);
    out << head;
    out.write(reinterpret_cast<const char*>(stream_head.data()), stream_head.size());
    seal(in, out, head, stream);
    finish(out, partial);
    fs::rename(partial, sealed);
}

std::optional<std::string> month_of_sealed(const fs::path& sealed) {
    std::ifstream in{sealed, std::ios::binary};
    std::string head(head_octets, '\0');
    in.read(head.data(), static_cast<std::streamsize>(head.size()));
    if (!in || !head.starts_with(mark) || !head.ends_with('\n')) return std::nullopt;
    return head.substr(mark.size(), month_octets);
}

void open_sealed(const fs::path& sealed, const fs::path& plain, const Digest& key) {
    const auto month = month_of_sealed(sealed);
    if (!month) refuse(sealed);
    std::ifstream in{sealed, std::ios::binary};
    in.seekg(static_cast<std::streamoff>(head_octets));
    StreamHead stream_head;
    in.read(reinterpret_cast<char*>(stream_head.data()), stream_head.size());
    Stream stream;
    if (!in || crypto_secretstream_xchacha20poly1305_init_pull(&stream, stream_head.data(), key.data()) != 0)
        refuse(sealed);
    auto out = made_for_owner(plain);
    const bool is_whole = open_pieces(in, out, head_of(*month), stream);
    if (is_whole) return finish(out, plain);
    out.close();
    fs::remove(plain);
    refuse(sealed);
}

}  // namespace medskapa::store
