#include "engine/openlog/tree/tree.hpp"

#include "engine/openlog/tree/proof.hpp"
#include "support/slow_tree.hpp"

#include <doctest/doctest.h>

using namespace medskapa;
using namespace medskapa::openlog;

namespace {

std::string root_after(std::size_t leaves) {
    const std::vector<std::string> inputs = {
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
    std::vector<Digest> hashed;
    for (std::size_t i = 0; i < leaves; ++i) hashed.push_back(leaf_hash(from_hex(inputs[i]).value()));
    return hex(as_text(root_of(hashed)));
}

/// Whether a proof with one bit turned in one of its hashes is still accepted. Which bit varies with the
/// case.
template <class Accepts>
bool survives_a_flipped_bit(std::vector<Digest> proof, std::size_t seed, Accepts accepts) {
    for (std::size_t i = 0; i < proof.size(); ++i) {
        const auto bit = (seed * 31 + i * 97) % 256;
        proof[i][bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
        if (accepts(proof)) return true;
        proof[i][bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
    }
    return false;
}

constexpr std::uint64_t most_leaves = 600;

}  // namespace

TEST_CASE("roots are those that logs of certificates agree on") {
    CHECK(root_after(0) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(root_after(1) == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    CHECK(root_after(7) == "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c");
    CHECK(root_after(8) == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
}

TEST_CASE("a leaf can never pass for a node, nor a node for a leaf") {
    const auto left = leaf_hash("a");
    const auto right = leaf_hash("b");

    CHECK(leaf_hash(std::string{as_text(left)} + std::string{as_text(right)}) != node_hash(left, right));
    CHECK(node_hash(left, right) != node_hash(right, left));
}

TEST_CASE("a root is the definition's, for every size") {
    const auto leaves = test::numbered_leaves(most_leaves);

    for (std::uint64_t size = 0; size <= most_leaves; ++size)
        CHECK(root_of(std::span{leaves}.first(size)) == test::slow_root(std::span{leaves}.first(size)));
}

TEST_CASE("every inclusion proof holds, and none with a bit turned") {
    const test::HashedTree tree{test::numbered_leaves(most_leaves)};
    int wrong = 0;
    for (std::uint64_t size = 1; size <= most_leaves; ++size) {
        const auto root = tree.root(size);
        for (std::uint64_t i = 0; i < size; ++i) {
            const auto accepts = [&](const auto& proof) {
                return is_included(i, size, tree.leaves[i], proof, root);
            };
            const auto proof = inclusion_proof(i, size, tree.nodes());
            if (!accepts(proof) || survives_a_flipped_bit(proof, i + size, accepts)) ++wrong;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("every consistency proof holds, and none with a bit turned") {
    const test::HashedTree tree{test::numbered_leaves(most_leaves)};
    int wrong = 0;
    for (std::uint64_t size = 1; size <= most_leaves; ++size) {
        const TreeHead newer{size, tree.root(size)};
        for (std::uint64_t old_size = 1; old_size <= size; ++old_size) {
            const TreeHead older{old_size, tree.root(old_size)};
            const auto accepts = [&](const auto& proof) { return is_consistent(older, newer, proof); };
            const auto proof = consistency_proof(old_size, size, tree.nodes());
            if (!accepts(proof) || survives_a_flipped_bit(proof, old_size + size, accepts)) ++wrong;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("a proof is as short as the tree is high") {
    const test::HashedTree tree{test::numbered_leaves(512)};

    CHECK(inclusion_proof(0, 1, tree.nodes()).empty());
    CHECK(inclusion_proof(511, 512, tree.nodes()).size() == 9);
    CHECK(consistency_proof(512, 512, tree.nodes()).empty());
    CHECK(consistency_proof(256, 512, tree.nodes()).size() == 1);
    CHECK(consistency_proof(0, 512, tree.nodes()).empty());
}
