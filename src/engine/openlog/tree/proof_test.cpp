#include "engine/openlog/tree/proof.hpp"

#include "support/slow_tree.hpp"

#include <doctest/doctest.h>

using namespace medskapa;
using namespace medskapa::openlog;

namespace {

struct Seven {
    test::HashedTree tree{test::numbered_leaves(7)};
    Digest root = tree.root(7);
    std::vector<Digest> proof = inclusion_proof(2, 7, tree.nodes());
    Digest leaf = tree.leaves[2];
};

}  // namespace

TEST_CASE("an inclusion proof is for one place in one size only") {
    const Seven seven;
    REQUIRE(is_included(2, 7, seven.leaf, seven.proof, seven.root));

    for (std::uint64_t index = 0; index < 9; ++index)
        for (std::uint64_t size = 0; size < 40; ++size)
            if (index != 2 || size > 8 || size < 5)
                CHECK_FALSE(is_included(index, size, seven.leaf, seven.proof, seven.root));
}

TEST_CASE("a proof with one hash more, less, or in another order is refused") {
    const Seven seven;
    auto longer = seven.proof;
    longer.push_back(seven.leaf);
    auto shorter = seven.proof;
    shorter.pop_back();
    const std::vector<Digest> reversed{seven.proof.rbegin(), seven.proof.rend()};

    for (const auto& proof : {longer, shorter, reversed, {}})
        CHECK_FALSE(is_included(2, 7, seven.leaf, proof, seven.root));
}

TEST_CASE("no place beyond the tree has a root, however large the numbers") {
    constexpr auto most = UINT64_MAX;
    CHECK_FALSE(root_by_inclusion(0, 0, {}, {}));
    CHECK_FALSE(root_by_inclusion(7, 7, {}, {}));
    CHECK_FALSE(root_by_inclusion(most, most, {}, {}));
    CHECK_FALSE(root_by_inclusion(most - 1, most, {}, {}));
    CHECK(root_by_inclusion(most - 1, most, {}, std::vector<Digest>(63)));
}

TEST_CASE("nothing is consistent with the empty tree, not even itself") {
    const TreeHead empty{0, empty_root()};
    const Seven seven;

    CHECK_FALSE(is_consistent(empty, empty, {}));
    CHECK_FALSE(is_consistent(empty, {7, seven.root}, {}));
}

TEST_CASE("a tree is consistent with itself by an empty proof only, and never with a larger older one") {
    const Seven seven;
    const TreeHead head{7, seven.root};

    CHECK(is_consistent(head, head, {}));
    CHECK_FALSE(is_consistent(head, {7, seven.leaf}, {}));
    CHECK_FALSE(is_consistent(head, head, seven.proof));
    CHECK_FALSE(is_consistent(head, {6, seven.tree.root(6)}, consistency_proof(6, 7, seven.tree.nodes())));
}

TEST_CASE("a changed history is not consistent") {
    const Seven seven;
    auto leaves = seven.tree.leaves;
    leaves[1] = leaf_hash("rewritten");
    const test::HashedTree rewritten{leaves};
    const TreeHead older{5, seven.tree.root(5)};
    const TreeHead newer{7, rewritten.root(7)};

    CHECK(is_consistent(older, {7, seven.root}, consistency_proof(5, 7, seven.tree.nodes())));
    CHECK_FALSE(is_consistent(older, newer, consistency_proof(5, 7, rewritten.nodes())));
    CHECK_FALSE(is_consistent(older, newer, consistency_proof(5, 7, seven.tree.nodes())));
}
