#pragma once

#include "base/time.hpp"
#include "engine/openlog/audit/source.hpp"
#include "engine/openlog/signing/checkpoint.hpp"

#include <functional>
#include <string>
#include <vector>

namespace medskapa::jobs {

/// Somebody outside who cosigns the log's checkpoints (C2SP tlog-witness), and where to ask.
struct WitnessAddress {
    openlog::VerifierKey key;
    std::string url;  // without a slash at its end
};

struct Answer {
    int status = 0;
    std::string body;
};
/// Sends a body to an address and waits, a few seconds at most. Throws std::runtime_error with a sentence
/// when nobody answers.
using Ask = std::function<Answer(const std::string& url, const std::string& body)>;

/// Fetches what lies at an address, likewise.
using Look = std::function<Answer(const std::string& url)>;

/// Asks witnesses to cosign. One that does not is left alone for a minute, so that it delays nothing. Each
/// throws WitnessedFork when a witness has seen another history than ours; that one does not answer is no
/// evidence. Used by one thread.
class Witnesses {
public:
    Witnesses() = default;
    /// Asks each at most `queries_a_day` times, evenly; 0: whenever there is something to ask.
    Witnesses(const std::vector<WitnessAddress>&, Ask, Look = {}, int queries_a_day = 0);

    /// The heads of the log that witnesses show as cosigned, signed by one of its keys; none is larger than
    /// `size`, which is ours.
    std::vector<openlog::TreeHead> seen(const std::vector<openlog::VerifierKey>& keys, std::uint64_t size);

    /// The note with the cosignatures that it lacked and that were given now; nothing when there are none.
    std::optional<openlog::Note> cosigned(
        const openlog::SignedCheckpoint&, const openlog::Fetch& published, Instant now);

    /// Why the last one that did not cosign did not; empty when all did.
    const std::string& trouble() const { return trouble_; }

private:
    struct Witness {
        WitnessAddress address;
        std::uint64_t known_size = 0;  // of the checkpoint that it cosigned last
        std::optional<Instant> rests_until = {};
    };

    std::optional<openlog::NoteSignature> ask(
        Witness&, const openlog::SignedCheckpoint&, const openlog::Source&) const;

    std::vector<Witness> witnesses_;
    Ask ask_;
    Look look_;
    std::chrono::milliseconds between_asking_{0};
    std::string trouble_;
};

}  // namespace medskapa::jobs
