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

constexpr std::string_view mark = "medskapa.encrypted/v1 ";
constexpr std::size_t month_bytes = std::string_view{"2026-11"}.size();
constexpr std::size_t head_bytes = mark.size() + month_bytes + 1;
constexpr std::size_t piece_bytes = std::size_t{64} * 1024;
constexpr std::size_t closed_bytes = piece_bytes + crypto_secretstream_xchacha20poly1305_ABYTES;

using Stream = crypto_secretstream_xchacha20poly1305_state;
using StreamHead = std::array<unsigned char, crypto_secretstream_xchacha20poly1305_HEADERBYTES>;

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string head_of(const std::string& month) {
    return std::string{mark} + month + '\n';
}

/// The month that the head names; nothing when there is no such head.
std::optional<std::string> month_in(std::istream& in) {
    std::string head(head_bytes, '\0');
    in.read(head.data(), static_cast<std::streamsize>(head.size()));
    if (!in || !head.starts_with(mark) || !head.ends_with('\n')) return std::nullopt;
    return head.substr(mark.size(), month_bytes);
}

/// As much as fits, less at the end of the file.
std::size_t read_into(std::istream& file, std::vector<char>& piece) {
    file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    return static_cast<std::size_t>(file.gcount());
}

[[noreturn]] void refuse(const fs::path& encrypted) {
    throw std::runtime_error{
        fmt::format("{} is damaged, cut short, or was encrypted with another key: nothing was taken out of "
                    "it. Take another "
                    "backup, or the right folder of keys.",
            encrypted.string())};
}

void encrypt(std::ifstream& in, std::ostream& out, const std::string& head, Stream& stream) {
    std::vector<char> piece(piece_bytes);
    std::vector<unsigned char> closed(closed_bytes);
    for (bool is_last = false; !is_last;) {
        const auto size = read_into(in, piece);
        is_last = in.peek() == std::ifstream::traits_type::eof();
        crypto_secretstream_xchacha20poly1305_push(&stream, closed.data(), nullptr,
            bytes_of({piece.data(), size}), size, bytes_of(head), head.size(),
            is_last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                    : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
        out.write(reinterpret_cast<const char*>(closed.data()),
            static_cast<std::streamsize>(size + crypto_secretstream_xchacha20poly1305_ABYTES));
    }
}

/// False when a piece does not open, when the last one is missing, and when something follows it.
bool decrypt_pieces(std::istream& in, std::ostream& out, const std::string& head, Stream& stream) {
    std::vector<char> closed(closed_bytes);
    std::vector<unsigned char> piece(piece_bytes);
    for (bool is_last = false; !is_last;) {
        const auto size = read_into(in, closed);
        unsigned long long opened = 0;
        unsigned char tag = 0;
        if (size < crypto_secretstream_xchacha20poly1305_ABYTES ||
            crypto_secretstream_xchacha20poly1305_pull(&stream, piece.data(), &opened, &tag,
                bytes_of({closed.data(), size}), size, bytes_of(head), head.size()) != 0)
            return false;
        out.write(reinterpret_cast<const char*>(piece.data()), static_cast<std::streamsize>(opened));
        is_last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    }
    return in.peek() == std::istream::traits_type::eof();
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

void encrypt_file(
    const fs::path& plain, const fs::path& encrypted, const std::string& month, const Digest& key) {
    if (fs::exists(encrypted)) throw std::runtime_error{encrypted.string() + " is there already"};
    std::ifstream in{plain, std::ios::binary};
    if (!in) throw std::runtime_error{"Cannot read " + plain.string()};
    const auto head = head_of(month);
    Stream stream;
    StreamHead stream_head;
    crypto_secretstream_xchacha20poly1305_init_push(&stream, stream_head.data(), key.data());
    const auto partial = encrypted.string() + ".part";
    auto out = made_for_owner(partial);
    out << head;
    out.write(reinterpret_cast<const char*>(stream_head.data()), stream_head.size());
    encrypt(in, out, head, stream);
    finish(out, partial);
    fs::rename(partial, encrypted);
}

std::optional<std::string> month_of_encrypted(const fs::path& encrypted) {
    std::ifstream in{encrypted, std::ios::binary};
    return month_in(in);
}

bool decrypt(std::istream& in, std::ostream& out, const Digest& key) {
    const auto month = month_in(in);
    StreamHead stream_head;
    in.read(reinterpret_cast<char*>(stream_head.data()), stream_head.size());
    Stream stream;
    return month && in &&
           crypto_secretstream_xchacha20poly1305_init_pull(&stream, stream_head.data(), key.data()) == 0 &&
           decrypt_pieces(in, out, head_of(*month), stream);
}

void decrypt_file(const fs::path& encrypted, const fs::path& plain, const Digest& key) {
    if (!month_of_encrypted(encrypted)) refuse(encrypted);
    std::ifstream in{encrypted, std::ios::binary};
    auto out = made_for_owner(plain);
    if (decrypt(in, out, key)) return finish(out, plain);
    out.close();
    fs::remove(plain);
    refuse(encrypted);
}

}  // namespace medskapa::store
