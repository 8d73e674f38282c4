#include "jobs/witnesses.hpp"

#include "engine/openlog/signing/witness.hpp"
#include "jobs/forked_log.hpp"
#include "support/published_log.hpp"

#include <doctest/doctest.h>
#include <array>
#include <stdexcept>

using namespace medskapa;
using example::PublishedLog;

namespace {

const Instant noon{std::chrono::sys_days{std::chrono::June / 1 / 2027} + std::chrono::hours{12}};

/// A witness as the specification has it, that can be gone for a while.
struct Outside {
    openlog::SigningKey key = example::key_of("library.example.org", openlog::KeyType::cosignature);
    std::map<std::string, openlog::TreeHead> kept = {};
    bool is_gone = false;
    int asked = 0;

    jobs::WitnessAddress address() const { return {key.verifier(), "http://127.0.0.1:1"}; }
    jobs::Ask ask(const PublishedLog& log) {
        return [this, &log](const std::string& url, const std::string& body) {
            ++asked;
            if (is_gone) throw std::runtime_error{"nobody answered"};
            CHECK(url == "http://127.0.0.1:1/add-checkpoint");
            const openlog::Witness witness{{log.key.verifier()}, key, [this](const std::string& origin) {
                                               return kept.contains(origin) ? std::optional{kept[origin]}
                                                                            : std::nullopt;
                                           }};
            const auto answer = witness.answer(body, 1'800'000'000);
            if (answer.cosigned) {
                const auto seen = openlog::read_checkpoint(answer.cosigned->text).value();
                kept[seen.origin] = seen.head;
            }
            return jobs::Answer{answer.status, answer.body};
        };
    }
};

PublishedLog grown(int entries) {
    PublishedLog log;
    for (int i = 0; i < entries; ++i) log.append("news.published", "news/" + std::to_string(i));
    log.publish();
    return log;
}

void grow(PublishedLog& log, const std::string& news) {
    log.append("news.published", "news/" + news);
    log.publish();
}

}  // namespace

TEST_CASE("a witness cosigns each checkpoint that continues the one before") {
    auto log = grown(3);
    Outside outside;
    jobs::Witnesses witnesses{{outside.address()}, outside.ask(log)};
    for (const auto* news : {"a", "b", "c"}) {
        const auto note = witnesses.cosigned(log.newest(), log.fetch(), noon);
        REQUIRE(note);
        CHECK(openlog::signers(*note, std::array{log.key.verifier(), outside.key.verifier()})->size() == 2);
        const auto cosigned = openlog::read_signed_checkpoint(openlog::text_of(*note)).value();
        CHECK_FALSE(witnesses.cosigned(cosigned, log.fetch(), noon));
        grow(log, news);
    }
    CHECK(outside.asked == 3);
    CHECK(witnesses.trouble().empty());
}

TEST_CASE("after a restart the witness itself says how far it has come") {
    auto log = grown(300);
    Outside outside;
    CHECK(jobs::Witnesses({outside.address()}, outside.ask(log)).cosigned(log.newest(), log.fetch(), noon));
    grow(log, "more");

    jobs::Witnesses again{{outside.address()}, outside.ask(log)};

    CHECK(again.cosigned(log.newest(), log.fetch(), noon));
    CHECK(outside.asked == 3);
}

TEST_CASE("a witness that is gone is left alone for a minute, and named") {
    auto log = grown(3);
    Outside outside;
    outside.is_gone = true;
    jobs::Witnesses witnesses{{outside.address()}, outside.ask(log)};

    CHECK_FALSE(witnesses.cosigned(log.newest(), log.fetch(), noon));
    CHECK(witnesses.trouble() == "the witness library.example.org: nobody answered");
    outside.is_gone = false;
    CHECK_FALSE(witnesses.cosigned(log.newest(), log.fetch(), noon + std::chrono::seconds{59}));
    CHECK(outside.asked == 1);
    CHECK(witnesses.cosigned(log.newest(), log.fetch(), noon + std::chrono::seconds{60}));
    CHECK(witnesses.trouble().empty());
}

TEST_CASE("what a witness says of another history is evidence, and not a trouble that passes") {
    auto log = grown(3);
    Outside outside;
    jobs::Witnesses witnesses{{outside.address()}, outside.ask(log)};
    REQUIRE(witnesses.cosigned(log.newest(), log.fetch(), noon));
    PublishedLog other;
    for (int i = 0; i < 5; ++i) other.append("news.published", "other/" + std::to_string(i));
    other.publish();

    CHECK_THROWS_AS((void)witnesses.cosigned(other.newest(), other.fetch(), noon), jobs::WitnessedFork);
    CHECK_THROWS_AS((void)jobs::Witnesses({outside.address()}, outside.ask(other))
                        .cosigned(other.newest(), other.fetch(), noon),
        jobs::WitnessedFork);
}

TEST_CASE(
    "a witness that has seen a longer log, or another of the same length, is evidence of two histories") {
    auto log = grown(300);
    Outside outside;
    REQUIRE(jobs::Witnesses({outside.address()}, outside.ask(log)).cosigned(log.newest(), log.fetch(), noon));
    for (const int entries : {1, 255, 256, 299, 300}) {
        PublishedLog other = grown(entries - 1);
        other.append("news.published", "other/1");
        other.publish();
        jobs::Witnesses witnesses{{outside.address()}, outside.ask(other)};
        CHECK_THROWS_AS((void)witnesses.cosigned(other.newest(), other.fetch(), noon), jobs::WitnessedFork);
    }
    PublishedLog shorter = grown(200);
    jobs::Witnesses witnesses{{outside.address()}, outside.ask(shorter)};
    CHECK_THROWS_AS((void)witnesses.cosigned(shorter.newest(), shorter.fetch(), noon), jobs::WitnessedFork);
}

TEST_CASE("an outage, a stranger's log and nonsense are no evidence") {
    auto log = grown(3);
    Outside outside;
    for (const auto& [status, body] :
        std::vector<std::pair<int, std::string>>{{500, ""}, {404, "unknown log"}, {403, ""}, {409, ""},
            {409, "many"}, {409, "-1"}, {200, "nothing"}, {422, ""}, {301, ""}}) {
        jobs::Witnesses witnesses{{outside.address()},
            [&, status = status, body = body](const std::string&, const std::string&) {
                return jobs::Answer{status, body};
            },
            [&, status = status, body = body](const std::string&) {
                return jobs::Answer{status, body};
            }};
        CHECK(witnesses.seen({log.key.verifier()}, 4).empty());
        CHECK_FALSE(witnesses.cosigned(log.newest(), log.fetch(), noon));
        CHECK_FALSE(witnesses.trouble().empty());
    }
}

TEST_CASE(
    "what a witness shows is believed when the log's own key has signed it, and a larger one is evidence") {
    auto log = grown(3);
    Outside outside;
    std::string asked_at;
    const auto shown = [&](const PublishedLog& what) {
        return jobs::Witnesses{{outside.address()}, outside.ask(log), [&](const std::string& url) {
                                   asked_at = url;
                                   return jobs::Answer{200, openlog::text_of(what.newest().note)};
                               }};
    };
    const auto size = log.newest().checkpoint.head.size;

    CHECK(shown(log).seen({log.key.verifier()}, size).size() == 1);
    CHECK(asked_at == "http://127.0.0.1:1/" + hex(as_text(sha256(log.key.verifier().name))) + "/checkpoint");
    CHECK_THROWS_AS((void)shown(log).seen({log.key.verifier()}, size - 1), jobs::WitnessedFork);
    CHECK(shown(log).seen({example::key_of(log.key.verifier().name + "x").verifier()}, size).empty());
}

TEST_CASE("a cosignature by another key than the witness' is not taken") {
    auto log = grown(3);
    Outside outside;
    auto address = outside.address();
    address.key = example::key_of("another.example.org", openlog::KeyType::cosignature).verifier();
    jobs::Witnesses witnesses{{address}, outside.ask(log)};

    CHECK_FALSE(witnesses.cosigned(log.newest(), log.fetch(), noon));
    CHECK(witnesses.trouble().find("did not cosign") != std::string::npos);
}

TEST_CASE("a witness is asked no more often than its network allows") {
    auto log = grown(3);
    Outside outside;
    jobs::Witnesses witnesses{{outside.address()}, outside.ask(log), {}, 24};
    REQUIRE(witnesses.cosigned(log.newest(), log.fetch(), noon));
    grow(log, "more");
    outside.asked = 0;

    CHECK_FALSE(witnesses.cosigned(log.newest(), log.fetch(), noon + std::chrono::minutes{59}));
    CHECK(outside.asked == 0);
    CHECK(witnesses.cosigned(log.newest(), log.fetch(), noon + std::chrono::minutes{60}));
    CHECK(outside.asked == 1);
}
