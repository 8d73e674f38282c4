#include "engine/openlog/audit/proof_file.hpp"

#include <doctest/doctest.h>

using namespace medskapa;
using namespace medskapa::openlog;

namespace {

const std::string hash = base64(as_text(leaf_hash("a")));
const std::string start = "c2sp.org/tlog-proof@v1\n";

}  // namespace

TEST_CASE("a proof file comes back as it was written, with and without an extra") {
    const ProofFile file{
        "extra \n\xFF", 73'894, {leaf_hash("a"), leaf_hash("b")}, "log\n1\nroot\n\n\u2014 a b\n"};
    const auto read = read_proof_file(text_of(file));

    REQUIRE(read);
    CHECK(text_of(*read) == text_of(file));
    CHECK(read->extra == file.extra);
    CHECK(read->checkpoint == file.checkpoint);
    CHECK_FALSE(read_proof_file(start + "index 0\n\ncheckpoint")->extra);
}

TEST_CASE("a proof file of another form is refused") {
    for (const auto& bad :
        {std::string{}, std::string{"c2sp.org/tlog-proof@v2\nindex 0\n\n"}, start, start + "\n",
            start + "index 00\n\n", start + "index -1\n\n", start + "index 0", start + "index 0\n",
            start + "index 0\nextra AA==\n\n", start + "extra A\nindex 0\n\n", start + "index 0\n" + hash,
            start + "index 0\n" + hash + "\n", start + "index 0\nAA==\n\n", start + "Index 0\n\n",
            start + "index  0\n\n", "\n" + start + "index 0\n\n", start + "index 0\r\n\r\n"})
        CHECK_FALSE(read_proof_file(bad));
}

TEST_CASE("a proof has at most 63 hashes: no tree is higher") {
    const auto with = [](int hashes) {
        auto text = start + "index 0\n";
        for (int i = 0; i < hashes; ++i) text += hash + "\n";
        return text + "\n";
    };
    CHECK(read_proof_file(with(63)));
    CHECK_FALSE(read_proof_file(with(64)));
}
