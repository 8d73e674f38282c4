#pragma once

#include "engine/openlog/signing/key.hpp"

#include <optional>
#include <span>
#include <vector>

/// Signed notes (C2SP signed-note) and witnesses' cosignatures (C2SP tlog-cosignature).
namespace medskapa::openlog {

struct NoteSignature {
    std::string name;
    std::uint32_t key_id = 0;
    std::string bytes;  // as the key's type writes them; at least one
};

/// A text and who says that they signed it: nothing is checked yet.
struct Note {
    std::string text;  // ends with LF
    std::vector<NoteSignature> signatures;
};

/// Refuses what is no signed note: more than 1 MB, not UTF-8, control characters, no signature, a line of
/// another form.
Result<Note> read_note(std::string_view);
/// The inverse of read_note, byte for byte.
std::string text_of(const Note&);
/// "— name base64" and LF.
std::string as_line(const NoteSignature&);

/// A signature that was checked and holds.
struct Signer {
    VerifierKey key;
    std::optional<std::uint64_t> time;  // of a cosignature: when, in seconds since 1970
};

/// Those of `known` that signed the note; signatures by others are ignored. Refuses the note when a known
/// key's signature is wrong and when no known key signed.
Result<std::vector<Signer>> signers(const Note&, std::span<const VerifierKey> known);

/// Signs a note's text with an ed25519 key.
NoteSignature sign(std::string_view text, const SigningKey&);
/// Says as a witness that a checkpoint is the newest that was seen at that time (seconds since 1970), with a
/// cosignature key.
NoteSignature cosign(std::string_view text, const SigningKey&, std::uint64_t time);

}  // namespace medskapa::openlog
