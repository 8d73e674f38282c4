#include "cli/log/log_vectors.hpp"

#include "cli/files.hpp"
#include "cli/log/log_subtrees.hpp"
#include "engine/openlog/audit/proof_file.hpp"
#include "engine/openlog/entry.hpp"
#include "engine/openlog/lines.hpp"
#include "engine/openlog/signing/checkpoint.hpp"
#include "engine/openlog/tree/builder.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <ostream>

namespace medskapa::cli {
namespace {

using namespace openlog;
using Json = nlohmann::json;

/// The cases of one file.
class Cases {
public:
    explicit Cases(std::ostream& out) : out_{out} {}

    void check(const std::string& name, bool passes) {
        ++(passes ? tally_.passed : tally_.failed);
        if (!passes) out_ << "  failed: " << name << '\n';
    }
    const Tally& tally() const { return tally_; }

private:
    std::ostream& out_;
    Tally tally_;
};

std::string text(const Json& json, const char* key) {
    return json.at(key).get<std::string>();
}

std::string decoded_hex(const Json& hex_digits) {
    return from_hex(hex_digits.get<std::string>()).value();
}

Digest digest(const Json& base64_text) {
    return read_digest(base64_text.get<std::string>()).value();
}

/// Some cases compare roots that are no hashes. Hashed, they are equal when the texts are.
Digest stand_in(const Json& base64_text) {
    const auto bytes = from_base64(base64_text.get<std::string>()).value();
    return as_digest(bytes).value_or(sha256(bytes));
}

/// Nothing when one of them is no hash: such a proof is wrong.
std::optional<std::vector<Digest>> read_hashes(const Json& json) {
    std::vector<Digest> hashes;
    for (const auto& item : json) {
        const auto hash = read_digest(item.get<std::string>());
        if (!hash) return std::nullopt;
        hashes.push_back(*hash);
    }
    return hashes;
}

template <class Check>
void each_line(std::string_view bytes, Cases& cases, Check check) {
    Lines lines{bytes};
    while (const auto line = lines.next()) {
        const auto json = Json::parse(*line);
        cases.check(text(json, "case"), check(json) != json.at("wantErr").get<bool>());
    }
}

void inclusion(std::string_view bytes, Cases& cases) {
    each_line(bytes, cases, [](const Json& json) {
        const auto proof = read_hashes(json.at("proof"));
        const auto leaf = read_digest(text(json, "leafHash"));
        const auto root = read_digest(text(json, "root"));
        return proof && leaf && root &&
               is_included(json.at("leafIdx"), json.at("treeSize"), *leaf, *proof, *root);
    });
}

void consistency(std::string_view bytes, Cases& cases) {
    each_line(bytes, cases, [](const Json& json) {
        const auto proof = read_hashes(json.at("proof"));
        const TreeHead older{json.at("size1"), stand_in(json.at("root1"))};
        const TreeHead newer{json.at("size2"), stand_in(json.at("root2"))};
        return proof && is_consistent(older, newer, *proof);
    });
}

void accumulated(const Json& json, Cases& cases) {
    const SubtreeLines lines;
    const auto agrees = [&](const char* key, const std::string& all) {
        cases.check(key, hex(as_text(sha256(all))) == text(json, key));
    };
    agrees("subtree_hashes_sha256", lines.hashes());
    agrees("inclusion_proofs_sha256", lines.inclusion_proofs());
    agrees("consistency_proofs_sha256", lines.consistency_proofs());
}

void basic(std::string_view bytes, Cases& cases) {
    const auto json = Json::parse(bytes);
    std::vector<Digest> leaves;
    for (const auto& root : json.at("root_hash_hex_by_size")) {
        cases.check(
            fmt::format("root of {} leaves", leaves.size()), as_text(root_of(leaves)) == decoded_hex(root));
        if (leaves.size() < json.at("leaf_inputs_hex").size())
            leaves.push_back(leaf_hash(decoded_hex(json.at("leaf_inputs_hex").at(leaves.size()))));
    }
    cases.check("leaf hash", as_text(leaf_hash("L123456")) == decoded_hex(json.at("leaf_hash_L123456")));
    const auto node = "\x01N123N456";
    cases.check("node hash", as_text(sha256(node)) == decoded_hex(json.at("node_hash_N123_N456")));

    const auto& golden = json.at("checkpoint_body_golden");
    const Checkpoint made{text(golden, "origin"), {golden.at("size"), leaf_hash(text(golden, "record"))}};
    cases.check("checkpoint written", text_of(made) == text(golden, "text"));
    cases.check("checkpoint read", read_checkpoint(text(golden, "text")) == made);
    accumulated(json.at("accumulated_130"), cases);
}

/// Every proper part of a key's text, and every text with one byte raised, is no key.
bool only_whole_keys_are_read(const std::string& vkey) {
    for (std::size_t begin = 0; begin < vkey.size(); ++begin)
        for (std::size_t length = 1; begin + length <= vkey.size(); ++length)
            if (length < vkey.size() && read_verifier_key(vkey.substr(begin, length))) return false;
    for (std::size_t i = 0; i < vkey.size(); ++i) {
        auto raised = vkey;
        ++raised[i];
        if (read_verifier_key(raised)) return false;
    }
    return true;
}

void signed_notes(std::string_view bytes, Cases& cases) {
    for (const auto& json : Json::parse(bytes)) {
        const auto key = read_verifier_key(text(json, "vkey"));
        const auto note = read_note(text(json, "note"));
        const bool is_valid = key && note && signers(*note, std::array{*key});
        cases.check(text(json, "source"), is_valid == json.at("valid").get<bool>());
        cases.check(
            text(json, "vkey") + " whole or not at all", only_whole_keys_are_read(text(json, "vkey")));
        cases.check(text(json, "vkey") + " written", key && as_vkey(*key) == text(json, "vkey"));
    }
}

void own_commitments(const Json& json, Cases& cases) {
    for (const auto& item : json.at("commitments"))
        cases.check("commitment to " + text(item, "label"),
            commit(decoded_hex(item.at("salt_hex")), text(item, "label"), text(item, "value_utf8")) ==
                digest(item.at("commit_b64")));
    std::vector<Digest> votes;
    for (const auto& item : json.at("votes")) {
        votes.push_back(commit(decoded_hex(item.at("salt_hex")), "vote", text(item, "value_utf8")));
        cases.check("vote", votes.back() == digest(item.at("commit_b64")));
    }
    std::sort(votes.begin(), votes.end());
    for (auto& vote : votes) vote = leaf_hash(as_text(vote));
    cases.check("root of the votes", root_of(votes) == digest(json.at("vote_batch_root_b64")));
}

std::vector<Digest> own_entries(const Json& json, Cases& cases, Builder& builder) {
    std::vector<Digest> leaves;
    for (const auto& item : json.at("entries_utf8")) {
        const auto bytes = item.get<std::string>();
        const auto entry = read_entry(bytes);
        builder.append(bytes);
        leaves.push_back(leaf_hash(bytes));
        const auto name = fmt::format("entry {}", leaves.size() - 1);
        cases.check(name + " read and written", entry && canonical(*entry) == bytes);
        cases.check(name + " hashed",
            as_text(leaves.back()) == decoded_hex(json.at("leaf_hashes_hex").at(leaves.size() - 1)));
    }
    return leaves;
}

void own_files(const Json& json, Cases& cases, Builder& builder) {
    for (const auto& file : builder.files()) {
        if (file.path == "tile/0/000.p/5")
            cases.check(file.path, file.bytes == decoded_hex(json.at("tile_0_000_p_5_hex")));
        else
            cases.check(
                file.path, file.path == "tile/entries/000.p/5" &&
                               as_text(sha256(file.bytes)) == decoded_hex(json.at("entries_000_p_5_sha256")));
    }
}

void own_signatures(const Json& json, Cases& cases, const std::vector<Digest>& leaves) {
    const auto origin = text(json, "origin");
    const SigningKey key{
        origin, KeyType::ed25519, as_digest(decoded_hex(json.at("ed25519_seed_hex"))).value()};
    cases.check("key", as_vkey(key.verifier()) == text(json, "vkey"));
    const auto nodes = nodes_of(leaves);
    const auto head = [&](std::uint64_t size) { return TreeHead{size, subtree_hash({0, size}, nodes)}; };
    for (const std::uint64_t size : {3U, 5U}) {
        const auto name = fmt::format("checkpoint_{}", size);
        cases.check(name, text_of(signed_checkpoint({origin, head(size)}, key)) == text(json, name.c_str()));
    }
    const auto proof = consistency_proof(3, 5, nodes);
    cases.check("consistency proof made", proof == read_hashes(json.at("consistency_3_5_b64")));
    cases.check("consistency proof checked", is_consistent(head(3), head(5), proof));

    const auto file = read_proof_file(text(json, "tlog_proof_index_1"));
    const ProofFile made{{}, 1, inclusion_proof(1, 5, nodes), text(json, "checkpoint_5")};
    cases.check("proof file made", text_of(made) == text(json, "tlog_proof_index_1"));
    cases.check("proof file checked", file && is_included(1, 5, leaves[1], file->hashes, head(5).root));
}

void own_example(std::string_view bytes, Cases& cases) {
    const auto json = Json::parse(bytes);
    own_commitments(json, cases);
    Builder builder;
    const auto leaves = own_entries(json, cases, builder);
    own_files(json, cases, builder);
    own_signatures(json, cases, leaves);
}

struct VectorFile {
    const char* name;
    void (*run)(std::string_view, Cases&);
};

constexpr VectorFile files[] = {
    {"rfc6962-basic.json", basic},
    {"rfc6962-inclusion.jsonl", inclusion},
    {"rfc6962-consistency.jsonl", consistency},
    {"signed-notes.json", signed_notes},
    {"medskapa-log-v1-example.json", own_example},
};

Result<Tally> run_file(const VectorFile& file, const std::string& path, std::ostream& out) {
    Cases cases{out};
    if (!std::filesystem::exists(path)) {
        cases.check("the file is not there", false);
        return cases.tally();
    }
    const auto bytes = bytes_of(path);
    if (!bytes) return tl::unexpected{bytes.error()};
    try {
        file.run(*bytes, cases);
    } catch (const std::exception& error) {  // of nlohmann::json, and of a value that is not there
        return refuse(Failure::Kind::invalid,
            {{path, N_("These are no test vectors of the known form: {}"), {error.what()}}});
    }
    return cases.tally();
}

}  // namespace

Result<Tally> run_vectors(const std::string& folder, std::ostream& out) {
    Tally all;
    for (const auto& file : files) {
        const auto tally = run_file(file, folder + "/" + file.name, out);
        if (!tally) return tally;
        out << fmt::format("{}: {} passed, {} failed\n", file.name, tally->passed, tally->failed);
        all.passed += tally->passed;
        all.failed += tally->failed;
    }
    return all;
}

}  // namespace medskapa::cli
