#pragma once

#include "engine/openlog/signing/checkpoint.hpp"

#include <functional>

/// What a witness does (C2SP tlog-witness), without the network and the disk.
namespace medskapa::openlog {

/// A log asks a witness to cosign its newest checkpoint, and shows that it continues the one before.
struct AddCheckpoint {
    std::uint64_t old_size = 0;
    std::vector<Digest> proof;
    SignedCheckpoint checkpoint;
};

std::string text_of(const AddCheckpoint&);
Result<AddCheckpoint> read_add_checkpoint(std::string_view body);

struct WitnessAnswer {
    int status = 200;  // 200, 400, 403, 404, 409, 422
    std::string body;
    /// What must lie safely on disk before the answer is given: the checkpoint, signed by its log and by us.
    std::optional<Note> cosigned;

    bool says_size() const { return status == 409; }  // then the content type is text/x.tlog.size
};

struct Witness {
    std::vector<VerifierKey> logs;  // whose checkpoints it cosigns
    SigningKey key;                 // of the type cosignature
    /// The newest checkpoint of a log that it has cosigned.
    std::function<std::optional<TreeHead>(const std::string& origin)> newest;

    /// `now` in seconds since 1970. From asking for `newest` until the answer is stored, nothing else may be
    /// answered for the same log: else a witness could vouch for two histories.
    WitnessAnswer answer(std::string_view body, std::uint64_t now) const;
};

}  // namespace medskapa::openlog
