#include "engine/openlog/audit/audit.hpp"

#include "support/audited_process.hpp"
#include "support/published_log.hpp"

#include <doctest/doctest.h>
#include <algorithm>

using namespace medskapa;
using namespace medskapa::openlog;
using example::PublishedLog;

using namespace example;

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
