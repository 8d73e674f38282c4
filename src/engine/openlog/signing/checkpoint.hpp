#pragma once

#include "engine/openlog/signing/note.hpp"
#include "engine/openlog/tree/proof.hpp"

/// C2SP tlog-checkpoint: what a log signs about itself.
namespace medskapa::openlog {

struct Checkpoint {
    std::string origin;  // the name of the log, and of the key that signs it
    TreeHead head;

    bool operator==(const Checkpoint&) const = default;
};

/// Origin, size and root, a line each; no extensions.
std::string text_of(const Checkpoint&);
/// Refuses a body of another form. Extension lines are allowed when others wrote them.
Result<Checkpoint> read_checkpoint(std::string_view body);

/// A checkpoint and the note that it came in.
struct SignedCheckpoint {
    Checkpoint checkpoint;
    Note note;
};
Result<SignedCheckpoint> read_signed_checkpoint(std::string_view note);

/// A note of the log's own. The key must be an ed25519 key called as the origin.
Note signed_checkpoint(const Checkpoint&, const SigningKey&);

/// Those of the keys that signed a checkpoint. Refuses one that is not signed by a log's key with the name of
/// its origin, and one with a wrong signature by any of them.
Result<std::vector<Signer>> signers(const SignedCheckpoint&, std::span<const VerifierKey> known);

}  // namespace medskapa::openlog
