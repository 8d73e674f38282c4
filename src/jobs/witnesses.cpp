#include "jobs/witnesses.hpp"

#include "engine/openlog/lines.hpp"
#include "engine/openlog/signing/witness.hpp"
#include "jobs/forked_log.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <stdexcept>

namespace medskapa::jobs {
namespace {

constexpr std::chrono::seconds rest_of_a_silent_one{60};

bool has_signed(const openlog::Note& note, const openlog::VerifierKey& key) {
    return std::any_of(note.signatures.begin(), note.signatures.end(),
        [&](const auto& signature) { return signature.name == key.name && signature.key_id == key.id; });
}

/// The witness' line in its answer, when its signature holds for this text.
std::optional<openlog::NoteSignature> cosignature_in(
    const std::string& lines, const std::string& text, const openlog::VerifierKey& key) {
    const auto note = openlog::read_note(text + '\n' + lines);
    if (!note || !openlog::signers(*note, std::array{key})) return std::nullopt;
    for (const auto& signature : note->signatures)
        if (signature.name == key.name && signature.key_id == key.id) return signature;
    return std::nullopt;
}

std::string request_of(
    std::uint64_t known_size, const openlog::SignedCheckpoint& newest, const openlog::Source& log) {
    const auto size = newest.checkpoint.head.size;
    return openlog::text_of(openlog::AddCheckpoint{
        known_size, openlog::consistency_proof(known_size, size, log.nodes()), newest});
}

constexpr auto what_to_do =
    " Nothing is signed and nothing more is written, so that there are not two histories. Stop the server. "
    "Put the "
    "newest copy of the folder logg in the data folder and run: medskapa log repair --data DIR";

[[noreturn]] void refuse_longer(
    const openlog::VerifierKey& witness, std::uint64_t theirs, std::uint64_t ours) {
    throw WitnessedFork{fmt::format(
        "The witness {} has seen {} entries of the open log, and the database holds {}: an older backup "
        "has been restored.{}",
        witness.name, theirs, ours, what_to_do)};
}

[[noreturn]] void refuse_other(const openlog::VerifierKey& witness, std::uint64_t size) {
    throw WitnessedFork{
        fmt::format("The witness {} has seen other entries than ours in the open log's first {}.{}",
            witness.name, size, what_to_do)};
}

/// Whether our own log goes on from that size as the proof says: then who refuses the proof knows another
/// log.
bool is_ours(std::uint64_t size, const openlog::SignedCheckpoint& newest, const openlog::Source& log) {
    const auto& head = newest.checkpoint.head;
    if (size == 0 || size > head.size) return false;
    const auto nodes = log.nodes();
    return openlog::is_consistent({size, openlog::subtree_hash({0, size}, nodes)}, head,
        openlog::consistency_proof(size, head.size, nodes));
}

}  // namespace

Witnesses::Witnesses(const std::vector<WitnessAddress>& addresses, Ask ask, Look look, int queries_a_day)
    : ask_{std::move(ask)},
      look_{std::move(look)},
      between_asking_{queries_a_day == 0 ? std::chrono::milliseconds{0}
                                         : std::chrono::milliseconds{std::chrono::days{1}} / queries_a_day} {
    for (const auto& address : addresses) witnesses_.push_back({address});
}

std::optional<openlog::Note> Witnesses::cosigned(
    const openlog::SignedCheckpoint& newest, const openlog::Fetch& published, Instant now) {
    auto note = newest.note;
    const openlog::Source log{newest.checkpoint.head.size, published};
    for (auto& witness : witnesses_) {
        if (has_signed(note, witness.address.key) || (witness.rests_until && now < *witness.rests_until))
            continue;
        try {
            const auto cosignature = ask(witness, newest, log);
            if (!cosignature) throw std::runtime_error{"it did not cosign"};
            note.signatures.push_back(*cosignature);
            witness.rests_until = now + between_asking_;
            trouble_.clear();
        } catch (const ForkedLog&) {
            throw;
        } catch (const std::exception& trouble) {
            witness.rests_until =
                now + std::max<std::chrono::milliseconds>(rest_of_a_silent_one, between_asking_);
            trouble_ = fmt::format("the witness {}: {}", witness.address.key.name, trouble.what());
        }
    }
    if (note.signatures.size() == newest.note.signatures.size()) return std::nullopt;
    return note;
}

std::vector<openlog::TreeHead> Witnesses::seen(
    const std::vector<openlog::VerifierKey>& keys, std::uint64_t size) {
    std::vector<openlog::TreeHead> heads;
    if (!look_ || keys.empty()) return heads;
    const auto path = '/' + hex(as_text(sha256(keys.front().name))) + "/checkpoint";
    for (const auto& witness : witnesses_) {
        try {
            const auto answer = look_(witness.address.url + path);
            const auto shown = openlog::read_signed_checkpoint(answer.status == 200 ? answer.body : "");
            if (!shown || !openlog::signers(*shown, keys)) continue;
            if (shown->checkpoint.head.size > size)
                refuse_longer(witness.address.key, shown->checkpoint.head.size, size);
            heads.push_back(shown->checkpoint.head);
        } catch (const ForkedLog&) {
            throw;
        } catch (const std::exception& trouble) {
            trouble_ = fmt::format("the witness {}: {}", witness.address.key.name, trouble.what());
        }
    }
    return heads;
}

/// Again when the witness knows another checkpoint than we thought: it says which.
std::optional<openlog::NoteSignature> Witnesses::ask(
    Witness& witness, const openlog::SignedCheckpoint& newest, const openlog::Source& log) const {
    constexpr int most_tries = 3;
    const auto url = witness.address.url + "/add-checkpoint";
    const auto size = newest.checkpoint.head.size;
    if (witness.known_size > size) witness.known_size = 0;
    Answer answer;
    for (int tries = 0; tries < most_tries; ++tries) {
        answer = ask_(url, request_of(witness.known_size, newest, log));
        if (answer.status != 409) break;
        const auto known = openlog::read_number(openlog::Lines{answer.body}.next().value_or(""));
        if (!known) throw std::runtime_error{"it answered with status 409 and no size"};
        if (*known > size) refuse_longer(witness.address.key, *known, size);
        if (*known == size && witness.known_size == size) refuse_other(witness.address.key, size);
        witness.known_size = *known;
    }
    if (answer.status == 422 && is_ours(witness.known_size, newest, log))
        refuse_other(witness.address.key, witness.known_size);
    if (answer.status != 200)
        throw std::runtime_error{fmt::format("it answered with status {}", answer.status)};
    witness.known_size = size;
    return cosignature_in(answer.body, newest.note.text, witness.address.key);
}

}  // namespace medskapa::jobs
