#include "engine/openlog/signing/checkpoint.hpp"

#include "engine/openlog/lines.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <stdexcept>

namespace medskapa::openlog {

std::string text_of(const Checkpoint& checkpoint) {
    return fmt::format(
        "{}\n{}\n{}\n", checkpoint.origin, checkpoint.head.size, as_base64(checkpoint.head.root));
}

Result<Checkpoint> read_checkpoint(std::string_view body) {
    Lines lines{body};
    const auto origin = lines.next();
    const auto size = read_number(lines.next().value_or(""));
    const auto root = read_digest(lines.next().value_or(""));
    bool is_sound = origin && !origin->empty() && size && root;
    while (is_sound && !lines.at_end()) is_sound = !lines.next().value_or("").empty();
    if (is_sound) return Checkpoint{std::string{*origin}, {*size, *root}};
    return refuse(
        Failure::Kind::invalid, {{"checkpoint", N_("This is not a checkpoint: a name, a size and a root")}});
}

Result<SignedCheckpoint> read_signed_checkpoint(std::string_view text) {
    auto note = read_note(text);
    if (!note) return tl::unexpected{note.error()};
    auto checkpoint = read_checkpoint(note->text);
    if (!checkpoint) return tl::unexpected{checkpoint.error()};
    return SignedCheckpoint{*std::move(checkpoint), *std::move(note)};
}

Note signed_checkpoint(const Checkpoint& checkpoint, const SigningKey& key) {
    const auto& verifier = key.verifier();
    if (verifier.type != KeyType::ed25519 || verifier.name != checkpoint.origin)
        throw std::logic_error{
            "The checkpoint of " + checkpoint.origin + " is not for the key of " + verifier.name};
    auto text = text_of(checkpoint);
    auto signature = sign(text, key);
    return {std::move(text), {std::move(signature)}};
}

Result<std::vector<Signer>> signers(const SignedCheckpoint& signed_one, std::span<const VerifierKey> known) {
    auto found = signers(signed_one.note, known);
    if (!found) return found;
    const auto is_log = [&](const Signer& signer) {
        return signer.key.type == KeyType::ed25519 && signer.key.name == signed_one.checkpoint.origin;
    };
    if (std::any_of(found->begin(), found->end(), is_log)) return found;
    return refuse(Failure::Kind::invalid,
        {{"signature", N_("The checkpoint is not signed by the log that it names, {}"),
            {signed_one.checkpoint.origin}}});
}

}  // namespace medskapa::openlog
