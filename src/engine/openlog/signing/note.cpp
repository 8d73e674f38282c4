#include "engine/openlog/signing/note.hpp"

#include "base/text.hpp"
#include "engine/openlog/lines.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace medskapa::openlog {
namespace {

constexpr std::size_t most_bytes = 1'000'000;
constexpr std::string_view dash = "\u2014 ";

template <class Number>
std::string big_endian(Number number) {
    std::string bytes(sizeof number, '\0');
    for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte, number >>= 8U)
        *byte = static_cast<char>(number & 0xFFU);
    return bytes;
}

template <class Number>
Number from_big_endian(std::string_view bytes) {
    Number number = 0;
    for (const char byte : bytes) number = number << 8U | static_cast<unsigned char>(byte);
    return number;
}

bool is_clean(std::string_view note) {
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; };
    return note.size() <= most_bytes && text::is_valid_utf8(note) &&
           std::none_of(note.begin(), note.end(), is_control);
}

std::optional<NoteSignature> read_signature(std::string_view line) {
    if (!line.starts_with(dash)) return std::nullopt;
    line.remove_prefix(dash.size());
    const auto name = take_until(line, ' ');
    const auto bytes = from_base64(line);
    if (!name || !is_key_name(*name) || !bytes || bytes->size() <= 4) return std::nullopt;
    return NoteSignature{
        std::string{*name}, from_big_endian<std::uint32_t>(bytes->substr(0, 4)), bytes->substr(4)};
}

std::string cosigned_message(std::string_view text, std::uint64_t time) {
    return fmt::format("cosignature/v1\ntime {}\n{}", time, text);
}

/// Nothing when the signature does not hold.
std::optional<Signer> checked(std::string_view text, std::string_view signature, const VerifierKey& key) {
    if (key.type == KeyType::ed25519)
        return is_signed(text, signature, key) ? std::optional{Signer{key, std::nullopt}} : std::nullopt;
    constexpr std::size_t time_bytes = 8;
    if (signature.size() < time_bytes) return std::nullopt;
    const auto time = from_big_endian<std::uint64_t>(signature.substr(0, time_bytes));
    if (time >> 63U != 0) return std::nullopt;  // the specification's times have 63 bits
    if (!is_signed(cosigned_message(text, time), signature.substr(time_bytes), key)) return std::nullopt;
    return Signer{key, time};
}

tl::unexpected<Failure> not_a_note() {
    return refuse(Failure::Kind::invalid,
        {{"note", N_("This is not a signed note: a text, an empty line and lines of signatures")}});
}

}  // namespace

Result<Note> read_note(std::string_view note) {
    const auto gap = note.rfind("\n\n");
    if (gap == std::string_view::npos || !is_clean(note)) return not_a_note();
    Note read{std::string{note.substr(0, gap + 1)}, {}};
    Lines lines{note.substr(gap + 2)};
    while (!lines.at_end()) {
        const auto line = lines.next();
        auto signature = line ? read_signature(*line) : std::nullopt;
        if (!signature) return not_a_note();
        read.signatures.push_back(*std::move(signature));
    }
    if (read.signatures.empty()) return not_a_note();
    return read;
}

std::string text_of(const Note& note) {
    auto out = note.text + '\n';
    for (const auto& signature : note.signatures) out += as_line(signature);
    return out;
}

std::string as_line(const NoteSignature& signature) {
    return fmt::format(
        "{}{} {}\n", dash, signature.name, base64(big_endian(signature.key_id) + signature.bytes));
}

Result<std::vector<Signer>> signers(const Note& note, std::span<const VerifierKey> known) {
    std::vector<Signer> found;
    for (const auto& signature : note.signatures) {
        const auto key = std::find_if(known.begin(), known.end(), [&](const VerifierKey& candidate) {
            return candidate.name == signature.name && candidate.id == signature.key_id;
        });
        if (key == known.end()) continue;
        auto signer = checked(note.text, signature.bytes, *key);
        if (!signer)
            return refuse(Failure::Kind::invalid,
                {{"signature", N_("The signature by {} does not hold: the text is not what was signed"),
                    {signature.name}}});
        const auto is_same = [&](const Signer& other) { return other.key == *key; };
        if (std::none_of(found.begin(), found.end(), is_same)) found.push_back(*std::move(signer));
    }
    if (found.empty())
        return refuse(
            Failure::Kind::invalid, {{"signature", N_("Nobody whose key is known has signed this")}});
    return found;
}

NoteSignature sign(std::string_view text, const SigningKey& key) {
    return {key.verifier().name, key.verifier().id, key.signature_of(text)};
}

NoteSignature cosign(std::string_view text, const SigningKey& key, std::uint64_t time) {
    return {key.verifier().name, key.verifier().id,
        big_endian(time) + key.signature_of(cosigned_message(text, time))};
}

}  // namespace medskapa::openlog
