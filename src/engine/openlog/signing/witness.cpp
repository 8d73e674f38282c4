#include "engine/openlog/signing/witness.hpp"

#include "engine/openlog/lines.hpp"
#include "engine/openlog/tree/tree.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace medskapa::openlog {
namespace {

std::optional<AddCheckpoint> read(std::string_view body) {
    Lines lines{body};
    const auto old_size = read_number(lines.next_after("old").value_or(""));
    auto proof = old_size ? read_proof(lines) : std::nullopt;
    auto checkpoint = read_signed_checkpoint(lines.rest());
    if (!proof || !checkpoint) return std::nullopt;
    return AddCheckpoint{*old_size, *std::move(proof), *std::move(checkpoint)};
}

bool continues(const AddCheckpoint& request, const TreeHead& newest) {
    const auto& head = request.checkpoint.checkpoint.head;
    if (head.size == 0 && head.root != empty_root()) return false;
    if (newest.size == 0) return request.proof.empty();
    return is_consistent(newest, head, request.proof);
}

/// Only the signatures that were checked are kept: the others could be anything.
std::vector<NoteSignature> by_known(const Note& note, const std::vector<Signer>& signers) {
    std::vector<NoteSignature> kept;
    std::copy_if(note.signatures.begin(), note.signatures.end(), std::back_inserter(kept),
        [&](const NoteSignature& signature) {
            return std::any_of(signers.begin(), signers.end(), [&](const Signer& signer) {
                return signer.key.name == signature.name && signer.key.id == signature.key_id;
            });
        });
    return kept;
}

}  // namespace

std::string text_of(const AddCheckpoint& request) {
    auto out = fmt::format("old {}\n", request.old_size);
    for (const auto& hash : request.proof) out += as_base64(hash) + '\n';
    return out + '\n' + text_of(request.checkpoint.note);
}

Result<AddCheckpoint> read_add_checkpoint(std::string_view body) {
    if (auto request = read(body)) return *std::move(request);
    return refuse(Failure::Kind::invalid, {{"body", N_("This is not a request to cosign a checkpoint")}});
}

WitnessAnswer Witness::answer(std::string_view body, std::uint64_t now) const {
    const auto request = read_add_checkpoint(body);
    if (!request) return {400, "not an add-checkpoint request\n", {}};
    const auto& checkpoint = request->checkpoint.checkpoint;
    const auto has_name = [&](const VerifierKey& log) { return log.name == checkpoint.origin; };
    if (std::none_of(logs.begin(), logs.end(), has_name)) return {404, "unknown log\n", {}};
    const auto signed_by = signers(request->checkpoint, logs);
    if (!signed_by) return {403, "not signed by the log\n", {}};
    if (request->old_size > checkpoint.head.size) return {400, "the old size is above the new\n", {}};

    const auto known = newest(checkpoint.origin).value_or(TreeHead{});
    const WitnessAnswer conflict{409, fmt::format("{}\n", known.size), {}};
    if (request->old_size != known.size) return conflict;
    if (known.size > 0 && known.size == checkpoint.head.size && known.root != checkpoint.head.root)
        return conflict;
    if (!continues(*request, known)) return {422, "the consistency proof does not hold\n", {}};

    const auto& note = request->checkpoint.note;
    const auto cosignature = cosign(note.text, key, now);
    Note cosigned{note.text, by_known(note, *signed_by)};
    cosigned.signatures.push_back(cosignature);
    return {200, as_line(cosignature), std::move(cosigned)};
}

}  // namespace medskapa::openlog
