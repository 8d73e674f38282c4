#include "base/webauthn/ceremony.hpp"

#include "support/test_passkey.hpp"

#include <doctest/doctest.h>

using namespace medskapa;
using namespace medskapa::webauthn;
using namespace std::chrono_literals;
using test::Said;
using test::TestPasskey;

namespace {

const Question to_make{
    {"localhost", "http://localhost:8080"}, Purpose::make, "session", Instant{1'700'000'000s}, "secret"};

Question with(Purpose purpose, Question question = to_make) {
    question.purpose = purpose;
    return question;
}

Checked<NewCredential> made(
    const TestPasskey& passkey, const Said& said, const Question& question = to_make) {
    return credential_made(
        question, TestPasskey::client_data(said, "webauthn.create"), passkey.attestation(said));
}

Checked<Shown> shown(
    const TestPasskey& passkey, const Said& said, const Question& question = with(Purpose::sign_in)) {
    return credential_shown(question, passkey.assertion(said), passkey.cose());
}

template <class T>
Fault fault_of(const Checked<T>& checked) {
    REQUIRE_FALSE(checked);
    return checked.error();
}

/// Every way in which what is said may be wrong, and what is then found.
struct Wrong {
    const char* what;
    void (*make)(Said&);
    Fault fault;
};
const Wrong wrongs[]{
    {"another type", [](Said& said) { said.type = "webauthn.other"; }, Fault::wrong_type},
    {"another's challenge", [](Said& said) { said.challenge = random_bytes(56); }, Fault::wrong_challenge},
    {"no challenge", [](Said& said) { said.challenge = ""; }, Fault::wrong_challenge},
    {"a challenge with more", [](Said& said) { said.challenge += 'x'; }, Fault::wrong_challenge},
    {"a challenge made older",
        [](Said& said) { said.challenge[23] = static_cast<char>(said.challenge[23] ^ 1); },
        Fault::wrong_challenge},
    {"another port", [](Said& said) { said.origin = "http://localhost:8081"; }, Fault::wrong_origin},
    {"another scheme", [](Said& said) { said.origin = "https://localhost:8080"; }, Fault::wrong_origin},
    {"a site that begins so", [](Said& said) { said.origin += ".example.org"; }, Fault::wrong_origin},
    {"a slash after it", [](Said& said) { said.origin += '/'; }, Fault::wrong_origin},
    {"in a frame of another", [](Said& said) { said.more_of_client = R"(,"crossOrigin":true)"; },
        Fault::wrong_origin},
    {"in a frame of somebody", [](Said& said) { said.more_of_client = R"(,"topOrigin":"https://x")"; },
        Fault::wrong_origin},
    {"the origin twice", [](Said& said) { said.more_of_client = R"(,"origin":"http://localhost:8080")"; },
        Fault::unreadable},
    {"no JSON", [](Said& said) { said.more_of_client = ","; }, Fault::unreadable},
    {"more than JSON", [](Said& said) { said.more_of_client = "} "; }, Fault::unreadable},
    {"very much", [](Said& said) { said.more_of_client = ",\"a\":\"" + std::string(4000, 'a') + '"'; },
        Fault::unreadable},
    {"the digest of another site", [](Said& said) { said.site = "example.org"; }, Fault::wrong_site},
    {"the digest of the origin", [](Said& said) { said.site = "http://localhost:8080"; }, Fault::wrong_site},
    {"nobody there", [](Said& said) { said.flags = 0x04; }, Fault::nobody_there},
    {"nobody has shown who they are", [](Said& said) { said.flags = 0x01; }, Fault::nobody_verified},
    {"copied, and not to be copied", [](Said& said) { said.flags = 0x15; }, Fault::wrong_backup},
    {"bytes left over",
        [](Said& said) {
            said.extensions = std::string{"\xa0\x00", 2};
        },
        Fault::unreadable},
    {"extensions that are none", [](Said& said) { said.extensions = "\x80"; }, Fault::unreadable},
    {"extensions without end", [](Said& said) { said.extensions = "\xbf"; }, Fault::unreadable},
};

}  // namespace

TEST_CASE("a passkey of each kind is made, and signs in with what was kept of it") {
    for (const auto algorithm : {Algorithm::es256, Algorithm::ed25519, Algorithm::rs256}) {
        TestPasskey passkey{algorithm};
        passkey.counter = 7;
        const auto credential = made(passkey, {.challenge = challenge_of(to_make)});
        REQUIRE(credential);
        CHECK(credential->id == passkey.id);
        CHECK(credential->counter == 7);
        passkey.counter = 8;
        const auto question = with(Purpose::sign_in);
        const auto answer = credential_shown(
            question, passkey.assertion({.challenge = challenge_of(question)}), credential->public_key);
        REQUIRE(answer);
        CHECK(answer->counter == 8);
    }
}

TEST_CASE("whatever is wrong in what is said, no passkey is made") {
    const TestPasskey passkey;
    for (const auto& wrong : wrongs) {
        CAPTURE(wrong.what);
        Said said{.challenge = challenge_of(to_make)};
        wrong.make(said);
        CHECK(fault_of(made(passkey, said)) == wrong.fault);
    }
}

TEST_CASE("whatever is wrong in what is said, nobody is signed in, however well it is signed") {
    const TestPasskey passkey;
    for (const auto& wrong : wrongs) {
        CAPTURE(wrong.what);
        Said said{.challenge = challenge_of(with(Purpose::sign_in))};
        wrong.make(said);
        CHECK(fault_of(shown(passkey, said)) == wrong.fault);
    }
}

TEST_CASE(
    "a challenge is good for one purpose, one browser, one site and one installation, within five minutes") {
    const TestPasskey passkey;
    const auto question = with(Purpose::sign_in);
    const Said said{.challenge = challenge_of(question)};
    CHECK(shown(passkey, said));
    for (const auto purpose : {Purpose::make, Purpose::prove})
        CHECK(fault_of(shown(passkey, said, with(purpose))) == Fault::wrong_challenge);
    auto other = question;
    other.asked = "other";
    CHECK(fault_of(shown(passkey, said, other)) == Fault::wrong_challenge);
    other = question;
    other.secret = "other";
    CHECK(fault_of(shown(passkey, said, other)) == Fault::wrong_challenge);
    auto later = question;
    later.now += life_of_challenge - 1ms;
    CHECK(shown(passkey, said, later));
    later.now += 1ms;
    CHECK(fault_of(shown(passkey, said, later)) == Fault::wrong_challenge);
    CHECK(challenge_of(question) != challenge_of(question));
}

TEST_CASE("an answer is signed by the passkey that is asked, and no bit of it is another") {
    const TestPasskey passkey;
    const TestPasskey other;
    const auto question = with(Purpose::sign_in);
    const auto answer = passkey.assertion({.challenge = challenge_of(question)});
    const auto fault = [&](const Assertion& changed) {
        return fault_of(credential_shown(question, changed, passkey.cose()));
    };
    CHECK(fault_of(credential_shown(question, answer, other.cose())) == Fault::wrong_signature);
    auto changed = answer;
    changed.authenticator_data[36] = static_cast<char>(changed.authenticator_data[36] ^ 1);  // of the counter
    CHECK(fault(changed) == Fault::wrong_signature);
    changed = answer;
    changed.client_data += ' ';
    CHECK(fault(changed) == Fault::wrong_signature);
    for (const std::string& signature : {std::string{}, std::string(72, '\0'), std::string(2000, 'x'),
             answer.signature + '\0', answer.signature.substr(1)}) {
        changed = answer;
        changed.signature = signature;
        CHECK(fault(changed) == Fault::wrong_signature);
    }
    for (std::size_t size = 0; size < answer.authenticator_data.size(); ++size) {
        changed = answer;
        changed.authenticator_data.resize(size);
        CHECK(fault(changed) == Fault::unreadable);
    }
}

TEST_CASE("what is said when a passkey is made is not an answer to sign in with, and the other way about") {
    const TestPasskey passkey;
    Said said{.challenge = challenge_of(to_make), .type = "webauthn.get"};
    CHECK(fault_of(made(passkey, said)) == Fault::wrong_type);
    said = {.challenge = challenge_of(with(Purpose::sign_in)), .type = "webauthn.create"};
    CHECK(fault_of(shown(passkey, said)) == Fault::wrong_type);
    said = {.challenge = challenge_of(to_make)};
    const auto client = TestPasskey::client_data(said, "webauthn.create");
    const auto without = test::cbor_head(5, 3) + test::cbor_text("fmt") + test::cbor_text("none") +
                         test::cbor_text("attStmt") + test::cbor_head(5, 0) + test::cbor_text("authData") +
                         test::cbor_bytes(passkey.authenticator_data(said, false));
    CHECK(fault_of(credential_made(to_make, client, without)) == Fault::unreadable);
}

TEST_CASE("every cut and every end too long of an attestation is refused") {
    const TestPasskey passkey;
    const Said said{.challenge = challenge_of(to_make)};
    const auto client = TestPasskey::client_data(said, "webauthn.create");
    const auto whole = passkey.attestation(said);
    REQUIRE(credential_made(to_make, client, whole));
    for (std::size_t size = 0; size < whole.size(); ++size)
        CHECK(fault_of(credential_made(to_make, client, whole.substr(0, size))) == Fault::unreadable);
    CHECK(fault_of(credential_made(to_make, client, whole + '\0')) == Fault::unreadable);
    CHECK(fault_of(credential_made(to_make, client, std::string(9000, '\0'))) == Fault::unreadable);
}

TEST_CASE("an id is there and of 1023 bytes at most") {
    TestPasskey passkey;
    const auto fault = [&](std::size_t size) {
        passkey.id = std::string(size, 'i');
        const auto credential = made(passkey, {.challenge = challenge_of(to_make)});
        return credential ? std::nullopt : std::optional{credential.error()};
    };
    CHECK_FALSE(fault(1));
    CHECK_FALSE(fault(1023));
    CHECK(fault(0) == Fault::unreadable);
    CHECK(fault(1024) == Fault::unreadable);
}

TEST_CASE("nobody vouches for a passkey but itself, and that it must have signed") {
    const TestPasskey passkey;
    const TestPasskey other;
    const Said said{.challenge = challenge_of(to_make)};
    CHECK(made(passkey, passkey.self_attested(said)));
    CHECK(fault_of(made(passkey, other.self_attested(said))) == Fault::wrong_signature);
    auto vouched = said;
    vouched.attestation_format = "fido-u2f";
    CHECK(fault_of(made(passkey, vouched)) == Fault::attested);
    vouched.attestation_format = "packed";
    CHECK(fault_of(made(passkey, vouched)) == Fault::attested);
    vouched = said;
    vouched.statement = test::cbor_head(5, 1) + test::cbor_text("x5c") + test::cbor_head(4, 0);
    CHECK(fault_of(made(passkey, vouched)) == Fault::attested);
    vouched.statement = test::cbor_head(4, 0);
    CHECK(fault_of(made(passkey, vouched)) == Fault::unreadable);
}

TEST_CASE("extensions are passed over") {
    const TestPasskey passkey;
    const auto question = with(Purpose::sign_in);
    const auto extensions = test::cbor_head(5, 1) + test::cbor_text("credProtect") + test::cbor_number(2);
    CHECK(made(passkey, {.challenge = challenge_of(to_make), .extensions = extensions}));
    CHECK(shown(passkey, {.challenge = challenge_of(question), .extensions = extensions}));
    CHECK(shown(passkey, {.challenge = challenge_of(question), .flags = 0x1d}));  // copied, as it may be
}

TEST_CASE("a counter goes on where there is one, and may be zero for ever") {
    CHECK(has_gone_on(0, 0));
    CHECK(has_gone_on(1, 0));
    CHECK(has_gone_on(8, 7));
    CHECK_FALSE(has_gone_on(7, 7));
    CHECK_FALSE(has_gone_on(6, 7));
    CHECK_FALSE(has_gone_on(0, 7));
}
