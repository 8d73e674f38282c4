#include "engine/openlog/audit/audit.hpp"

#include "support/published_log.hpp"

#include <doctest/doctest.h>
#include <algorithm>

using namespace medskapa;
using namespace medskapa::openlog;
using example::PublishedLog;

namespace {

const std::string digest_text = as_base64(sha256("a decided document"));

/// What a decision's entry says, about a document that is not served.
const std::vector<openlog::Field> decided{
    {"body", "fullmaktige"}, {"date", "2027-03-01"}, {"case_number", "RS/1/2027"}, {"sha256", digest_text}};

/// A process from its first inspel to its decision, as it should be.
PublishedLog whole_process() {
    PublishedLog log;
    log.append("inspel.received", "inspel/7f3a9c");
    log.append("inspel.published", "inspel/7f3a9c");
    log.append("issue.added", "inspel/7f3a9c/issue/1");
    log.append("issue.answered", "inspel/7f3a9c/issue/1");
    log.append("text.changed", "text/3.2", {{"sha256", digest_text}});
    log.append("text.changed", "text/3.2", {{"sha256", digest_text}, {"cites", "1,2"}});
    log.append("votes.committed", "conversation/1", {{"count", "20"}, {"root", digest_text}});
    log.append("votes.committed", "conversation/1", {{"count", "25"}, {"root", digest_text}});
    auto fields = decided;
    fields.push_back({"document", "/beslut/1.pdf"});
    log.append("decision.taken", "decision/1", fields);
    return log;
}

AuditReport examined(const PublishedLog& log, AuditQuestion question = {}) {
    if (question.trusted.empty()) question.trusted = {log.key.verifier()};
    return audit(log.fetch(), question).value();
}

AuditReport published_and_examined(PublishedLog& log) {
    log.publish();
    return examined(log);
}

bool says(const AuditReport& report, std::string_view words, std::optional<std::uint64_t> place = {}) {
    return std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
        return finding.sentence.message.find(words) != std::string::npos &&
               (!place || finding.place == place);
    });
}

/// The only breach that there is.
bool breaks_only(const AuditReport& report, std::string_view words, std::uint64_t place) {
    return !report.holds() && report.findings.size() == 1 && says(report, words, place);
}

}  // namespace

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

TEST_CASE("an entry of the rules must name them and their digest, other settings need not") {
    PublishedLog log;
    log.append("role.granted", "role/handler");
    log.append("rules.changed", "rules/site", {{"document", "/regler/1.txt"}, {"sha256", digest_text}});
    log.append("rules.changed", "rules/site", {{"document", "/regler/1.txt"}});

    CHECK(breaks_only(published_and_examined(log), "must have a sound field", 3));
}

TEST_CASE("what was read in from elsewhere is named by the digest of its file, in base 64 as all digests") {
    PublishedLog log;
    const auto hexadecimal = hex(as_text(sha256("a file")));
    log.append("dataset.imported", "dataset/1", {{"sha256", digest_text}, {"cells", "12"}});
    log.append("map.imported", "map/1", {{"sha256", digest_text}, {"level", "county"}});
    log.append("dataset.imported", "dataset/2", {{"sha256", hexadecimal}, {"cells", "12"}});

    CHECK(breaks_only(published_and_examined(log), "must have a sound field", 3));
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

TEST_CASE("a log begins with its opening, and has one") {
    auto log = whole_process();
    log.append("log.opened", "", {{"vkey", as_vkey(log.key.verifier())}});
    CHECK(breaks_only(published_and_examined(log), "opened a second time", 10));
}

TEST_CASE("an entry that is dated before the one it follows is named") {
    auto log = whole_process();
    Entry back_dated{"inspel.received", Instant{}, "rus-2050", "inspel/late", std::nullopt};
    log.append_text(canonical(back_dated));
    log.append("inspel.received", "inspel/after");
    CHECK(breaks_only(published_and_examined(log), "before the entry that it follows", 10));
}

TEST_CASE("an entry that hides an earlier one about the same object is named") {
    auto log = whole_process();
    Entry entry{"inspel.withdrawn", Instant{std::chrono::sys_days{std::chrono::May / 1 / 2027}}, "rus-2050",
        "inspel/7f3a9c", 1};
    log.append_text(canonical(entry));
    CHECK(breaks_only(published_and_examined(log), "chain is broken", 10));
}

TEST_CASE("an entry lacks no field of its type") {
    auto log = whole_process();
    log.append("votes.committed", "conversation/2", {{"count", "many"}, {"root", digest_text}});
    CHECK(breaks_only(published_and_examined(log), "must have a sound field", 10));
}

TEST_CASE("a later version of a text cites an earlier inspel or gives a reason") {
    auto log = whole_process();
    log.append("text.changed", "text/3.2", {{"sha256", digest_text}, {"reason", "a spelling mistake"}});
    CHECK(published_and_examined(log).holds());
    log.append("text.changed", "text/3.2", {{"sha256", digest_text}});
    CHECK(breaks_only(published_and_examined(log), "without citing", 11));
}

TEST_CASE("what is cited is an inspel, and earlier") {
    for (const auto* cites : {"0", "10", "11", "x", "1,", "1,5"}) {
        auto log = whole_process();
        log.append("text.changed", "text/9", {{"sha256", digest_text}, {"cites", cites}});
        CHECK(breaks_only(published_and_examined(log), "no earlier inspel", 10));
    }
}

TEST_CASE("a decision waits for the answer to each published inspel, and to each part of it") {
    const std::vector<std::vector<std::string>> waiting = {{"inspel.published inspel/b"},
        {"inspel.published inspel/b", "issue.added inspel/b/issue/1"},
        {"inspel.published inspel/b", "issue.added inspel/b/issue/1", "issue.added inspel/b/issue/2",
            "issue.answered inspel/b/issue/1"}};
    for (const auto& acts : waiting) {
        auto log = whole_process();
        for (const auto& act : acts) log.append(act.substr(0, act.find(' ')), act.substr(act.find(' ') + 1));
        log.append("decision.taken", "decision/2", decided);
        CHECK(breaks_only(published_and_examined(log), "has no answer", log.entries.size() - 1));
    }
}

TEST_CASE(
    "what was published before the lack of answers was waived is a remark, and what came after is a breach") {
    auto log = whole_process();
    log.append("inspel.published", "inspel/b");
    log.append("completeness.waived", "completeness/1");
    log.append("decision.taken", "decision/2", decided);
    const auto report = published_and_examined(log);
    CHECK(report.holds());
    CHECK(says(report, "that was waived in entry", 12));

    log.append("inspel.published", "inspel/c");
    log.append("decision.taken", "decision/3", decided);
    CHECK_FALSE(published_and_examined(log).holds());
    CHECK(says(examined(log), "has no answer", 14));
}

TEST_CASE("what was declined, withdrawn, erased or removed needs no answer") {
    auto log = whole_process();
    log.append("inspel.received", "inspel/never-published");
    for (const auto* end : {"inspel.declined", "inspel.withdrawn"}) {
        log.append("inspel.published", std::string{"inspel/"} + end);
        log.append(end, std::string{"inspel/"} + end);
    }
    for (const auto* part : {"all", "public_copy"}) {
        log.append("inspel.published", std::string{"inspel/"} + part);
        log.append("inspel.erased", std::string{"inspel/"} + part,
            {{"part", part}, {"ground", "retention"}, {"case_number", "RUN/1/2027"}});
    }
    log.append("inspel.published", "inspel/c");
    log.append("issue.added", "inspel/c/issue/1");
    log.append("issue.answered", "inspel/c/issue/1");
    log.append("issue.added", "inspel/c/issue/2");
    log.append("issue.removed", "inspel/c/issue/2");
    log.append("decision.taken", "decision/2", decided);

    CHECK(published_and_examined(log).holds());
}

TEST_CASE("a decided document is the one that was logged") {
    auto log = whole_process();
    log.publish();
    const auto with = [&](std::optional<std::string> bytes) {
        return examined(log, {{}, {}, [bytes](const std::string&) { return bytes; }, {}});
    };
    CHECK(with("a decided document").holds());
    CHECK(breaks_only(with("another document"), "not the one that was logged", 9));
    CHECK(breaks_only(with(std::nullopt), "not to be found", 9));
}

TEST_CASE(
    "opened and closed votes are as many as were committed, and no more are open than the result counts") {
    const auto opening = [](const std::string& count, const std::string& withheld, const char* votes = "40") {
        auto log = whole_process();
        log.append("conversation.frozen", "conversation/1", {{"sha256", digest_text}, {"votes", votes}});
        log.append("votes.opened", "conversation/1",
            {{"count", count}, {"opened", "38"}, {"withheld", withheld}, {"openings", "/oppningar.csv"}});
        return published_and_examined(log);
    };
    CHECK(opening("45", "7").holds());
    CHECK(breaks_only(opening("44", "7"), "were committed in batches", 11));
    CHECK(breaks_only(opening("45", "3"), "are opened or stay closed", 11));
    CHECK(breaks_only(opening("45", "7", "35"), "the frozen result has", 11));
}

TEST_CASE(
    "the file that opens votes is counted, and is named when it is missing or other than it should be") {
    PublishedLog log;
    const auto root = as_base64(openlog::root_of({}));
    log.append("votes.committed", "conversation/1", {{"count", "0"}, {"root", root}});
    log.append("votes.opened", "conversation/1",
        {{"count", "0"}, {"opened", "0"}, {"withheld", "0"}, {"openings", "/oppningar.csv"}});
    log.publish();
    const auto with = [&](std::optional<std::string> bytes) {
        return examined(log, {{}, {}, [bytes](const std::string&) { return bytes; }, {}});
    };
    CHECK(with(std::string{openings_head}).holds());
    CHECK(with(std::string{openings_head}).opened.contains("rus-2050 conversation/1"));
    CHECK(breaks_only(with(std::nullopt), "not to be found", 2));
    CHECK(breaks_only(with("a,b\n"), "not of the known form", 2));
}

TEST_CASE("an erasure is a remark and no breach") {
    auto log = whole_process();
    log.append("inspel.erased", "inspel/7f3a9c",
        {{"part", "author"}, {"ground", "gdpr-17.1.b"}, {"case_number", "RUN/123/2027"}});
    const auto report = published_and_examined(log);

    CHECK(report.holds());
    CHECK(says(report, "was erased", 10));
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
