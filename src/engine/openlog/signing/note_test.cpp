#include "engine/openlog/signing/note.hpp"

#include "support/published_log.hpp"

#include <doctest/doctest.h>

using namespace medskapa;
using namespace medskapa::openlog;

namespace {

const std::string published =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n"
    "\u2014 PeterNeumann "
    "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBw"
    "JnAM=\n";
const auto neumann =
    read_verifier_key("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW").value();

Note note_of(const std::string& text, const std::vector<SigningKey>& keys) {
    Note note{text, {}};
    for (const auto& key : keys) note.signatures.push_back(sign(text, key));
    return note;
}

const auto ada = example::key_of("ada.example");
const auto bo = example::key_of("bo.example");

bool refused(const Note& note, const std::vector<VerifierKey>& known) {
    return !signers(note, known);
}

}  // namespace

TEST_CASE("a published note is read, checked and written again byte for byte") {
    const auto note = read_note(published);

    REQUIRE(note);
    CHECK(note->text.ends_with("problem is.\n"));
    CHECK(text_of(*note) == published);
    REQUIRE(signers(*note, std::array{neumann}));
    CHECK(signers(*note, std::array{neumann})->front().key == neumann);
}

TEST_CASE("the text ends at the last empty line") {
    const auto note = read_note(text_of(note_of("a\n\nb\n", {ada})));

    REQUIRE(note);
    CHECK(note->text == "a\n\nb\n");
}

TEST_CASE("signatures by strangers are left alone, as long as one is known") {
    const auto note = note_of("text\n", {bo, ada});

    CHECK(signers(note, std::array{ada.verifier()})->size() == 1);
    CHECK(refused(note, {example::key_of("other.example").verifier()}));
    CHECK(refused(note, {}));
}

TEST_CASE("one wrong signature by a known key spoils the note") {
    auto note = note_of("text\n", {ada, bo});
    note.signatures[1].bytes[0] = static_cast<char>(note.signatures[1].bytes[0] ^ 1);

    CHECK(refused(note, {ada.verifier(), bo.verifier()}));
    CHECK(signers(note, std::array{ada.verifier()}));
}

TEST_CASE("a changed text is not what was signed") {
    auto note = note_of("text\n", {ada});
    note.text = "another text\n";
    CHECK(refused(note, {ada.verifier()}));
}

TEST_CASE("a signature counts once, however often it stands") {
    const auto note = note_of("text\n", {ada, ada, ada});
    CHECK(signers(note, std::array{ada.verifier()})->size() == 1);
}

TEST_CASE("a hundred signatures are read") {
    std::vector<SigningKey> many;
    for (int i = 0; i < 100; ++i) many.push_back(example::key_of("signer" + std::to_string(i)));
    const auto note = read_note(text_of(note_of("text\n", many)));

    REQUIRE(note);
    CHECK(signers(*note, std::array{many.back().verifier()}));
}

TEST_CASE("what is no note is refused") {
    const auto good = text_of(note_of("text\n", {ada}));
    const auto line = as_line(sign("text\n", ada));
    REQUIRE(read_note(good));

    const std::vector<std::string> wrong = {"", "\n\n", "text\n", "text\n\n", "text\n" + line,
        good.substr(0, good.size() - 1), good + "x", good + "\n", "a\rb\n\n" + line, "a\tb\n\n" + line,
        std::string{"a\0b\n\n", 6} + line, "a\xFF\n\n" + line, "text\n\n- ada.example AAAAAAA=\n",
        "text\n\n\u2014 ada.example AAAAAA==\n", "text\n\n\u2014 ada example AAAAAAA=\n",
        "text\n\n\u2014  AAAAAAA=\n", "text\n\n\u2014 ada.example AAAA*AA=\n",
        std::string(1'000'001, 'x') + "\n\n" + line};
    for (const auto& bad : wrong) CHECK_FALSE(read_note(bad));
}

TEST_CASE("a witness's cosignature holds for its time and its text") {
    const auto witness = example::key_of("witness.example/w1", KeyType::cosignature);
    Note note{"log.example\n1\nroot\n", {cosign("log.example\n1\nroot\n", witness, 1'679'315'147)}};
    const std::array known{witness.verifier()};

    REQUIRE(signers(note, known));
    CHECK(signers(note, known)->front().time == 1'679'315'147);
    const std::array plain{example::key_of("witness.example/w1").verifier()};
    CHECK_FALSE(signers(note, plain));
    note.signatures[0].bytes[7] = static_cast<char>(note.signatures[0].bytes[7] ^ 1);  // another second
    CHECK_FALSE(signers(note, known));
}

TEST_CASE("a cosignature's bytes are the time, then Ed25519 over the lines that the specification says") {
    const auto witness = example::key_of("witness.example/w1", KeyType::cosignature);
    const auto made = cosign("body\n", witness, 258);

    CHECK(made.bytes.substr(0, 8) == std::string("\0\0\0\0\0\0\1\2", 8));
    CHECK(is_signed("cosignature/v1\ntime 258\nbody\n", made.bytes.substr(8), witness.verifier()));
    const Note too_short{"body\n", {{made.name, made.key_id, made.bytes.substr(0, 7)}}};
    CHECK_FALSE(signers(too_short, std::array{witness.verifier()}));
}
