#include "engine/openlog/audit/audit.hpp"

#include "support/audited_process.hpp"
#include "support/published_log.hpp"

#include <doctest/doctest.h>
#include <algorithm>

using namespace medskapa;
using namespace medskapa::openlog;
using example::PublishedLog;

using namespace example;

TEST_CASE("a log as it should be holds, and its votes are counted") {
    auto log = whole_process();
    const auto report = published_and_examined(log);

    CHECK(report.holds());
    CHECK(report.findings.empty());
    CHECK(report.signers.size() == 1);
    CHECK(report.types.at("votes.committed") == 2);
    CHECK(report.votes.at("rus-2050 conversation/1") == 45);
}

TEST_CASE("a log whose key nobody vouches for is examined, and that is said") {
    auto log = whole_process();
    log.publish();
    const auto report = audit(log.fetch(), {});

    REQUIRE(report);
    CHECK(report->holds());
    CHECK(says(*report, "The log itself named its key"));
}

TEST_CASE("where there is no checkpoint there is no log") {
    CHECK_FALSE(audit(PublishedLog{}.fetch(), {}));
}

TEST_CASE("a changed byte in an old entry is found and named") {
    auto log = whole_process();
    log.publish();
    auto& bundle = log.files.at("tile/entries/000.p/10");
    bundle[bundle.find("7f3a9c")] = '8';
    const auto report = examined(log);

    CHECK_FALSE(report.holds());
    CHECK(says(report, "not the entry that was hashed", 1));
    CHECK_FALSE(says(report, "not the entry that was hashed", 2));
    CHECK(says(report, "do not give the root"));
}

TEST_CASE("a changed byte in a tile is found, in any level") {
    PublishedLog log;
    for (int i = 0; i < 600; ++i) log.append("inspel.received", "inspel/" + std::to_string(i));
    log.publish();
    log.files.at("tile/0/001")[32 * 5] ^= 1;
    log.files.at("tile/1/000.p/2")[0] ^= 1;
    const auto report = examined(log);

    CHECK(says(report, "not the entry that was hashed", 256 + 5));
    CHECK(says(report, "does not follow from the entries"));
}

TEST_CASE("a missing entry moves all that follow") {
    const auto log = whole_process();
    PublishedLog shorter;
    for (std::size_t i = 1; i < log.entries.size(); ++i)
        if (i != 2) shorter.append_text(log.entries[i]);
    shorter.publish();
    shorter.files["checkpoint"] =
        text_of(signed_checkpoint({log.checkpoint().origin, {9, log.checkpoint().head.root}}, log.key));

    CHECK(says(examined(shorter), "do not give the root"));
    CHECK(says(examined(shorter), "chain is broken"));
}

TEST_CASE("a file that is not there is named") {
    auto log = whole_process();
    log.publish();
    log.files.erase("tile/0/000.p/10");
    CHECK(says(examined(log), "lacks the file"));
}

TEST_CASE("an earlier checkpoint of the same history is kept") {
    auto log = whole_process();
    log.publish();
    const auto since = log.newest();
    log.append("program.changed", "program/2", {{"version", "0.2"}, {"sha256", digest_text}});
    log.publish();

    CHECK(examined(log, {{}, since, {}, {}}).holds());
    CHECK(examined(log, {{}, log.newest(), {}, {}}).holds());
}

TEST_CASE("two histories after a restored backup are found") {
    auto log = whole_process();
    auto restored = whole_process();
    log.append("inspel.received", "inspel/lost");
    log.publish();
    const auto since = log.newest();
    restored.append("inspel.received", "inspel/other");
    restored.append("inspel.received", "inspel/more");
    restored.publish();

    CHECK(says(examined(restored, {{}, since, {}, {}}), "two histories"));
}

TEST_CASE("a log that has shrunk, or that is another, is found") {
    auto log = whole_process();
    log.publish();
    const auto since = log.newest();
    PublishedLog shorter;
    shorter.publish();
    PublishedLog other;
    other.key = example::key_of("other.example");
    other.publish();

    CHECK(says(examined(shorter, {{}, since, {}, {}}), "has shrunk"));
    CHECK(says(examined(other, {{}, since, {}, {}}), "of another log"));
}

TEST_CASE("an earlier checkpoint that the log never signed is refused") {
    auto log = whole_process();
    log.publish();
    auto since = log.newest();
    since.note.signatures = {sign(since.note.text, example::key_of("log.example.org/medskapa/rus2"))};
    CHECK_FALSE(examined(log, {{}, since, {}, {}}).holds());
}

TEST_CASE("a checkpoint by a stranger is refused, however sound the tree") {
    auto log = whole_process();
    log.publish();
    const SigningKey forger{log.key.verifier().name, KeyType::ed25519, sha256("forger")};
    log.files["checkpoint"] = text_of(signed_checkpoint(log.checkpoint(), forger));

    CHECK_FALSE(examined(log).holds());
    CHECK(says(examined(log, {{forger.verifier()}, {}, {}, {}}), "name other keys"));
}

TEST_CASE("one of many trusted logs is enough, and none of them is not") {
    auto log = whole_process();
    log.publish();
    const auto other = example::key_of("other.example").verifier();

    CHECK(examined(log, {{other, log.key.verifier()}, {}, {}, {}}).holds());
    CHECK(says(examined(log, {{other}, {}, {}, {}}), "name other keys"));
}

TEST_CASE("an entry that cannot be read is a breach, and the audit goes on") {
    auto log = whole_process();
    log.append_text("not an entry");
    log.append("inspel.received", "inspel/after");
    CHECK(breaks_only(published_and_examined(log), "not an entry of the form", 10));
}

TEST_CASE("a new key that the old one signed is the one that must sign") {
    auto log = whole_process();
    const auto old_key = log.key;
    const SigningKey new_key{old_key.verifier().name, KeyType::ed25519, sha256("new")};
    log.append("key.rotated", "",
        {{"vkey", as_vkey(new_key.verifier())},
            {"signature",
                base64(old_key.signature_of(rotation_message(old_key.verifier(), new_key.verifier())))}});
    log.key = new_key;
    log.publish();

    const AuditQuestion knowing_the_old{{old_key.verifier()}, {}, {}, {}};
    CHECK(examined(log, knowing_the_old).holds());
    CHECK(says(examined(log, knowing_the_old), "signed by the old one", 10));
    log.key = old_key;
    log.publish();
    CHECK(says(examined(log, knowing_the_old), "newest key has not signed"));
}

TEST_CASE("a new key that the old one did not sign is refused") {
    auto log = whole_process();
    const SigningKey thief{log.key.verifier().name, KeyType::ed25519, sha256("thief")};
    const auto by_itself = thief.signature_of(rotation_message(log.key.verifier(), thief.verifier()));
    log.append("key.rotated", "", {{"vkey", as_vkey(thief.verifier())}, {"signature", base64(by_itself)}});
    CHECK(breaks_only(published_and_examined(log), "without the old key's signature", 10));
}
