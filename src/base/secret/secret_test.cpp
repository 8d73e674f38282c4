#include "base/digest.hpp"
#include "base/secret/encrypted.hpp"
#include "base/secret/one_time_code.hpp"
#include "base/secret/passphrase.hpp"

#include <doctest/doctest.h>
#include <atomic>
#include <thread>
#include <vector>

using namespace medskapa;
using namespace std::chrono_literals;

namespace {

const std::string rfc_key = "12345678901234567890";  // RFC 6238, appendix B
const std::string secret(32, 's');

Instant at(std::int64_t seconds) {
    return Instant{} + std::chrono::seconds{seconds};
}

}  // namespace

TEST_CASE("the codes are those of RFC 6238, of which ours are the last six digits") {
    CHECK(one_time_code(rfc_key, one_time_step(at(59))) == "287082");
    CHECK(one_time_code(rfc_key, one_time_step(at(1'111'111'109))) == "081804");
    CHECK(one_time_code(rfc_key, one_time_step(at(1'111'111'111))) == "050471");
    CHECK(one_time_code(rfc_key, one_time_step(at(1'234'567'890))) == "005924");
    CHECK(one_time_code(rfc_key, one_time_step(at(2'000'000'000))) == "279037");
    CHECK(one_time_code(rfc_key, one_time_step(at(20'000'000'000))) == "353130");
}

TEST_CASE(
    "a code is good in its half minute and the two next to it, and never when it or a later one was used") {
    const auto step = one_time_step(at(1'234'567'890));
    const auto code = one_time_code(rfc_key, step);
    const auto found = [&](std::int64_t steps_later, std::int64_t last_used) {
        return step_of_code(rfc_key, code, at(30 * (step + steps_later)), last_used);
    };
    CHECK(found(0, 0) == step);
    CHECK(found(1, 0) == step);
    CHECK(found(-1, 0) == step);
    CHECK_FALSE(found(2, 0));
    CHECK_FALSE(found(-2, 0));
    CHECK(found(0, step - 1) == step);
    CHECK_FALSE(found(0, step));
    CHECK_FALSE(found(0, step + 1));
}

TEST_CASE("a code may be typed with blanks, and nothing but its six digits is one") {
    const auto now = at(59);
    CHECK(step_of_code(rfc_key, " 287 082 ", now, 0));
    for (const auto* typed : {"", "287083", "28708", "2870820", "28708a", "２87082", "-87082"})
        CHECK_FALSE(step_of_code(rfc_key, typed, now, 0));
}

TEST_CASE("a key is written as RFC 4648 has it, and stands in the address that an app reads") {
    CHECK(base32_of_key("") == "");
    CHECK(base32_of_key("f") == "MY");
    CHECK(base32_of_key("foob") == "MZXW6YQ");
    CHECK(base32_of_key("foobar") == "MZXW6YTBOI");
    CHECK(
        one_time_address("foobar", "Region Å & B", "eva@example.org") ==
        "otpauth://totp/Region%20%C3%85%20%26%20B:eva%40example.org?secret=MZXW6YTBOI&issuer=Region%20%C3%85%"
        "20%26%20B");
}

TEST_CASE("what is encrypted is read with the same purpose and secret, and with nothing else") {
    const auto kept = encrypted("medskapa.test.v1\n7", "nyckeln", secret);
    CHECK(decrypted("medskapa.test.v1\n7", kept, secret) == "nyckeln");
    CHECK(kept.find("nyckeln") == kept.npos);
    CHECK(kept != encrypted("medskapa.test.v1\n7", "nyckeln", secret));
    CHECK_FALSE(decrypted("medskapa.test.v1\n8", kept, secret));
    CHECK_FALSE(decrypted("medskapa.test.v1\n7", kept, std::string(32, 't')));
    CHECK_FALSE(decrypted("medskapa.test.v1\n7", kept.substr(1), secret));
    CHECK_FALSE(decrypted("medskapa.test.v1\n7", kept.substr(0, 39), secret));
    for (std::size_t i = 0; i < kept.size(); ++i) {
        auto changed = kept;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        CHECK_FALSE(decrypted("medskapa.test.v1\n7", changed, secret));
    }
}

TEST_CASE("a passphrase fits the hash that was made of it, and no other") {
    Passphrases passphrases;
    const auto hash = passphrases.hash_of("en lång mening om havet");
    REQUIRE(hash);
    CHECK(hash->starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    CHECK(passphrases.hash_of("en lång mening om havet") != hash);
    CHECK(passphrases.fits("en lång mening om havet", hash) == true);
    CHECK(passphrases.fits("en la\u030Ang mening om havet", hash) == true);  // as another keyboard writes å
    CHECK(passphrases.fits("en lång mening om haven", hash) == false);
    CHECK(passphrases.fits("", hash) == false);
    CHECK(passphrases.fits("en lång mening om havet", std::nullopt) == false);
    CHECK(passphrases.fits("en lång mening om havet", "skräp") == false);
}

TEST_CASE("only so many wait for their turn, and whoever is not let in is told so at once") {
    Passphrases passphrases{2};
    std::atomic<int> let_in{0};
    std::atomic<int> sent_away{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 12; ++i)
        threads.emplace_back(
            [&] { (passphrases.fits("vem som helst", std::nullopt) ? let_in : sent_away) += 1; });
    for (auto& thread : threads) thread.join();
    CHECK(let_in >= 3);
    CHECK(let_in + sent_away == 12);
    CHECK(passphrases.fits("vem som helst", std::nullopt) == false);  // all have left
}
