#include "jobs/witnesses.hpp"

#include "engine/openlog/lines.hpp"
#include "engine/openlog/signing/witness.hpp"

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

}  // namespace

Witnesses::Witnesses(const std::vector<WitnessAddress>& addresses, Ask ask) : ask_{std::move(ask)} {
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
            witness.rests_until.reset();
            trouble_.clear();
        } catch (const std::exception& trouble) {
            witness.rests_until = now + rest_of_a_silent_one;
            trouble_ = fmt::format("the witness {}: {}", witness.address.key.name, trouble.what());
        }
    }
    if (note.signatures.size() == newest.note.signatures.size()) return std::nullopt;
    return note;
}

/// Once more when the witness knows another checkpoint than we thought: it says which.
std::optional<openlog::NoteSignature> Witnesses::ask(
    Witness& witness, const openlog::SignedCheckpoint& newest, const openlog::Source& log) const {
    const auto url = witness.address.url + "/add-checkpoint";
    const auto size = newest.checkpoint.head.size;
    if (witness.known_size > size) witness.known_size = 0;
    auto answer = ask_(url, request_of(witness.known_size, newest, log));
    if (answer.status == 409) {
        const auto known = openlog::Lines{answer.body}.next();
        const auto known_size = openlog::read_number(known.value_or(""));
        if (!known_size || *known_size > size)
            throw std::runtime_error{"it has cosigned a longer log than ours: there may be two histories"};
        witness.known_size = *known_size;
        answer = ask_(url, request_of(witness.known_size, newest, log));
    }
    if (answer.status != 200)
        throw std::runtime_error{fmt::format("it answered with status {}", answer.status)};
    witness.known_size = size;
    return cosignature_in(answer.body, newest.note.text, witness.address.key);
}

}  // namespace medskapa::jobs
