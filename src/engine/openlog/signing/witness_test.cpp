#include "engine/openlog/signing/witness.hpp"

#include "engine/openlog/tree/tree.hpp"
#include "support/published_log.hpp"

#include <doctest/doctest.h>

using namespace medskapa;
using namespace medskapa::openlog;
using example::PublishedLog;

namespace {

/// A witness of one log, which remembers in memory what it has cosigned.
struct Library {
    PublishedLog log;
    std::optional<TreeHead> kept;
    Witness witness{{log.key.verifier()}, example::key_of("library.example/w", KeyType::cosignature),
        [this](const std::string&) { return kept; }};

    void grow(int entries) {
        for (int i = 0; i < entries; ++i)
            log.append("inspel.received", "inspel/" + std::to_string(log.leaves.size()));
        log.publish();
    }
    AddCheckpoint request() const {
        const auto old_size = kept ? kept->size : 0;
        return {old_size, consistency_proof(old_size, log.leaves.size(), nodes_of(log.leaves)), log.newest()};
    }
    WitnessAnswer ask(const std::string& body) {
        auto answer = witness.answer(body, 1000);
        if (answer.cosigned) kept = read_checkpoint(answer.cosigned->text)->head;
        return answer;
    }
    int status(const std::string& body) { return ask(body).status; }
};

/// The log as a backup was restored: other entries at the same places.
SignedCheckpoint forked(const PublishedLog& log, std::uint64_t size) {
    const auto note = signed_checkpoint({log.checkpoint().origin, {size, leaf_hash("forked")}}, log.key);
    return read_signed_checkpoint(text_of(note)).value();
}

}  // namespace

TEST_CASE("a witness cosigns the first checkpoint that it meets, and each that continues it") {
    Library library;
    for (const int entries : {1, 5, 300}) {
        library.grow(entries);
        const auto answer = library.ask(text_of(library.request()));

        REQUIRE(answer.status == 200);
        const auto cosigned = read_signed_checkpoint(text_of(*answer.cosigned)).value();
        const std::array known{library.log.key.verifier(), library.witness.key.verifier()};
        CHECK(signers(cosigned, known)->back().time == 1000);
        CHECK(answer.body == as_line(answer.cosigned->signatures.back()));
    }
}

TEST_CASE("the same checkpoint may be cosigned again") {
    Library library;
    library.grow(3);
    REQUIRE(library.status(text_of(library.request())) == 200);
    CHECK(library.status(text_of(library.request())) == 200);
}

TEST_CASE("what is no request is 400") {
    Library library;
    library.grow(3);
    const auto good = text_of(library.request());
    for (const auto& bad : std::vector<std::string>{"", "old 0\n", "old 00\n" + good.substr(6),
             "old -1\n" + good.substr(6), "Old 0\n" + good.substr(6), "old 0\nAA==\n" + good.substr(6),
             good.substr(6), "old 0\n\nnot a checkpoint\n"})
        CHECK(library.status(bad) == 400);
    auto beyond = library.request();
    beyond.old_size = 5;
    CHECK(library.status(text_of(beyond)) == 400);
    CHECK_FALSE(library.kept);
}

TEST_CASE("a log that is not on the list is 404, and another's signature 403") {
    Library library;
    PublishedLog stranger;
    stranger.key = example::key_of("stranger.example");
    stranger.publish();
    CHECK(library.status(text_of(AddCheckpoint{0, {}, stranger.newest()})) == 404);
    const SigningKey forger{library.log.key.verifier().name, KeyType::ed25519, sha256("forger")};
    library.log.key = forger;
    library.log.publish();
    CHECK(library.status(text_of(AddCheckpoint{0, {}, library.log.newest()})) == 403);
}

TEST_CASE("a log that asks from another size than the witness has gets the size") {
    Library library;
    library.grow(3);
    REQUIRE(library.status(text_of(library.request())) == 200);
    const auto answer = library.ask(text_of(AddCheckpoint{0, {}, library.log.newest()}));

    CHECK(answer.says_size());
    CHECK(answer.body == "4\n");
}

TEST_CASE("a forked log is never cosigned") {
    Library library;
    library.grow(3);
    REQUIRE(library.status(text_of(library.request())) == 200);
    const auto kept = library.kept;

    CHECK(library.status(text_of(AddCheckpoint{4, {}, forked(library.log, 4)})) == 409);
    library.grow(3);
    auto longer = library.request();
    longer.checkpoint = forked(library.log, 7);
    CHECK(library.status(text_of(longer)) == 422);
    CHECK(library.kept == kept);
}

TEST_CASE("a proof that does not hold is 422") {
    Library library;
    library.grow(3);
    auto first = library.request();
    first.proof = {leaf_hash("needless")};
    CHECK(library.status(text_of(first)) == 422);
    REQUIRE(library.status(text_of(library.request())) == 200);
    library.grow(3);
    auto next = library.request();
    next.proof.pop_back();
    CHECK(library.status(text_of(next)) == 422);
    next.proof.resize(64);
    CHECK(library.status(text_of(next)) == 400);
}

TEST_CASE("an empty tree has one root") {
    Library library;
    CHECK(library.status(text_of(AddCheckpoint{0, {}, forked(library.log, 0)})) == 422);
    CHECK_FALSE(library.kept);
}

TEST_CASE("only signatures that were checked are kept with the checkpoint") {
    Library library;
    library.grow(3);
    auto request = library.request();
    request.checkpoint.note.signatures.push_back(
        sign(request.checkpoint.note.text, example::key_of("advertiser.example")));

    CHECK(library.ask(text_of(request)).cosigned->signatures.size() == 2);
}
