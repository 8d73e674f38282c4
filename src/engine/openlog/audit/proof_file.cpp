#include "engine/openlog/audit/proof_file.hpp"

#include "engine/openlog/lines.hpp"

#include <fmt/format.h>

namespace medskapa::openlog {
namespace {

constexpr std::string_view version = "c2sp.org/tlog-proof@v1";

std::optional<ProofFile> read(std::string_view text) {
    Lines lines{text};
    if (lines.next() != version) return std::nullopt;
    ProofFile file;
    if (const auto extra = lines.next_after("extra")) {
        file.extra = from_base64(*extra);
        if (!file.extra) return std::nullopt;
    }
    const auto index = read_number(lines.next_after("index").value_or(""));
    auto hashes = index ? read_proof(lines) : std::nullopt;
    if (!hashes) return std::nullopt;
    file.index = *index;
    file.hashes = *std::move(hashes);
    file.checkpoint = lines.rest();
    return file;
}

}  // namespace

std::string text_of(const ProofFile& file) {
    auto out = fmt::format("{}\n", version);
    if (file.extra) out += fmt::format("extra {}\n", base64(*file.extra));
    out += fmt::format("index {}\n", file.index);
    for (const auto& hash : file.hashes) out += as_base64(hash) + '\n';
    return out + '\n' + file.checkpoint;
}

Result<ProofFile> read_proof_file(std::string_view text) {
    if (auto file = read(text)) return *std::move(file);
    return refuse(Failure::Kind::invalid,
        {{"proof", N_("This is not a proof of the form c2sp.org/tlog-proof@v1, or it is not whole")}});
}

}  // namespace medskapa::openlog
