#include "engine/openlog/signing/checkpoint.hpp"

#include "engine/openlog/tree/tree.hpp"
#include "support/published_log.hpp"

#include <doctest/doctest.h>
#include <stdexcept>

using namespace medskapa;
using namespace medskapa::openlog;

namespace {

const std::string body = "go.sum database tree\n123456789012\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n";
const auto key = example::key_of("log.example");

SignedCheckpoint signed_by(const SigningKey& signer, const std::string& origin) {
    const auto text = text_of(Checkpoint{origin, {1, leaf_hash("a")}});
    return {read_checkpoint(text).value(), {text, {sign(text, signer)}}};
}

}  // namespace

TEST_CASE("a checkpoint is three lines") {
    const Checkpoint checkpoint{"go.sum database tree", {123'456'789'012, leaf_hash("hello world")}};

    CHECK(text_of(checkpoint) == body);
    CHECK(read_checkpoint(body) == checkpoint);
}

TEST_CASE("others' extension lines are read past, but not empty ones") {
    CHECK(read_checkpoint(body + "extension\nanother\n"));
    CHECK_FALSE(read_checkpoint(body + "\n"));
    CHECK_FALSE(read_checkpoint(body + "unfinished"));
}

TEST_CASE("a body of another form is no checkpoint") {
    const std::string root = "TszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=";
    for (const auto& bad : {std::string{}, "\n1\n" + root + "\n", "a\n01\n" + root + "\n",
             "a\n-1\n" + root + "\n", "a\n 1\n" + root + "\n", "a\n\n" + root + "\n",
             "a\n18446744073709551616\n" + root + "\n", "a\n1\n" + root, "a\n1\n" + root.substr(4) + "\n",
             std::string{"a\n1\n\n"}, std::string{"a\n1\n"}})
        CHECK_FALSE(read_checkpoint(bad));
    CHECK(read_checkpoint("a\n18446744073709551615\n" + root + "\n"));
}

TEST_CASE("a log signs its own name and no other") {
    const Checkpoint own{"log.example", {1, leaf_hash("a")}};
    const auto note = signed_checkpoint(own, key);

    const auto read = read_signed_checkpoint(text_of(note));
    REQUIRE(read);
    CHECK(read->checkpoint == own);
    CHECK(signers(*read, std::array{key.verifier()}));
    CHECK_THROWS_AS(signed_checkpoint({"other.example", own.head}, key), std::logic_error);
}

TEST_CASE("a checkpoint that only a witness or another log has signed is refused") {
    const auto witness = example::key_of("log.example", KeyType::cosignature);
    const auto other = example::key_of("other.example");
    const std::array known{key.verifier(), witness.verifier(), other.verifier()};

    CHECK(signers(signed_by(key, "log.example"), known));
    CHECK_FALSE(signers(signed_by(other, "log.example"), known));
    auto cosigned = signed_by(key, "log.example");
    cosigned.note.signatures = {cosign(cosigned.note.text, witness, 1)};
    CHECK_FALSE(signers(cosigned, known));
}
