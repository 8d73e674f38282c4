#include "engine/openlog/audit/receipt.hpp"

#include "engine/openlog/lines.hpp"
#include "support/published_log.hpp"

#include <doctest/doctest.h>
#include <algorithm>

using namespace medskapa;
using namespace medskapa::openlog;
using example::PublishedLog;

namespace {

const std::string salt(32, 's');

/// A log in which Ada's inspel is entry 1.
struct AdasLog : PublishedLog {
    AdasLog() {
        Entry entry;
        entry.type = "inspel.received";
        entry.object = "inspel/7f3a9c";
        entry.commitments = {{"text", commit(salt, "text", "Bygg ut bredbandet")}};
        append(entry);
        append("inspel.received", "inspel/other");
        publish();
    }

    ProofFile proof(std::optional<std::string> extra = {}) const {
        return {
            std::move(extra), 1, inclusion_proof(1, leaves.size(), nodes_of(leaves)), files.at("checkpoint")};
    }
    Receipt receipt() const {
        return {as_vkey(key.verifier()), entries[1], {{"text", salt, "Bygg ut bredbandet"}}, {}};
    }
    std::string text(const Receipt& said) const { return "Kvitto\n\n" + text_of(proof(text_of(said))); }
};

/// Three votes in a batch, as in the log's example.
struct VotesLog : PublishedLog {
    std::vector<Opening> votes = {{"vote", std::string(32, 'a'), "s-17\n1\n"},
        {"vote", std::string(32, 'b'), "s-17\n-1\n"}, {"vote", std::string(32, 'c'), "s-17\n0\n"}};
    std::vector<Digest> batch;

    VotesLog() {
        for (const auto& vote : votes) batch.push_back(commit(vote.salt, vote.label, vote.value));
        std::sort(batch.begin(), batch.end());
        for (auto& leaf : batch) leaf = leaf_hash(as_text(leaf));
        append("votes.committed", "conversation/1", {{"count", "3"}, {"root", as_base64(root_of(batch))}});
        publish();
    }

    Receipt receipt(const Opening& vote) const {
        const auto leaf = leaf_hash(as_text(commit(vote.salt, vote.label, vote.value)));
        const auto index =
            static_cast<std::uint64_t>(std::find(batch.begin(), batch.end(), leaf) - batch.begin());
        const auto place =
            BatchPlace{index, index < 3 ? inclusion_proof(index, 3, nodes_of(batch)) : std::vector<Digest>{}};
        return {as_vkey(key.verifier()), entries[1], {vote}, place};
    }
    std::string text(const Receipt& said) const {
        return text_of(
            ProofFile{text_of(said), 1, inclusion_proof(1, 2, nodes_of(leaves)), files.at("checkpoint")});
    }
};

std::string why_not(const Result<ReceiptReport>& report) {
    return report ? "it holds" : report.error().complaints.front().message;
}

}  // namespace

TEST_CASE("a receipt shows what was sent, and that the log stands for it") {
    const AdasLog log;
    const auto report = check_receipt(log.text(log.receipt()), {log.key.verifier()}, {});

    REQUIRE(report);
    CHECK(report->place == 1);
    CHECK(report->entry.object == "inspel/7f3a9c");
    CHECK(report->opened.front().value == "Bygg ut bredbandet");
    CHECK(report->key_source == KeySource::auditor);
    CHECK_FALSE(report->still_in);
}

TEST_CASE("a receipt alone says who must be asked about its key") {
    const AdasLog log;
    const auto text = log.text(log.receipt());

    CHECK(check_receipt(text, {}, {})->key_source == KeySource::receipt);
    CHECK(check_receipt(text, {}, log.fetch())->key_source == KeySource::log);
}

TEST_CASE("a plain proof file takes its entry from the log") {
    const AdasLog log;
    const auto text = text_of(log.proof());

    CHECK(check_receipt(text, {}, log.fetch())->entry.object == "inspel/7f3a9c");
    CHECK(why_not(check_receipt(text, {log.key.verifier()}, {})) ==
          "The proof does not hold its entry: give --log");
    CHECK(why_not(check_receipt(text, {}, {})) == "Say whose signature to trust: give --key, or --log");
}

TEST_CASE("a receipt still holds when the log has grown, and not when it was rewritten") {
    AdasLog log;
    const auto text = log.text(log.receipt());
    for (int i = 0; i < 300; ++i) log.append("inspel.received", "inspel/later" + std::to_string(i));
    log.publish();
    PublishedLog rewritten;
    for (int i = 0; i < 300; ++i) rewritten.append("inspel.received", "inspel/other" + std::to_string(i));
    rewritten.publish();

    CHECK(check_receipt(text, {}, log.fetch())->still_in->head.size == 303);
    CHECK(why_not(check_receipt(text, {}, rewritten.fetch())) ==
          "There are two histories: the log today does not hold what it held then");
}

TEST_CASE("a receipt of a log that has shrunk, or lies elsewhere, does not hold") {
    const AdasLog log;
    PublishedLog shorter;
    shorter.publish();
    PublishedLog elsewhere;
    elsewhere.key = example::key_of("other.example");
    elsewhere.append("inspel.received", "inspel/a");
    elsewhere.append("inspel.received", "inspel/b");
    elsewhere.publish();
    const std::vector<VerifierKey> both{log.key.verifier(), elsewhere.key.verifier()};

    CHECK_FALSE(check_receipt(log.text(log.receipt()), {}, shorter.fetch()));
    CHECK(why_not(check_receipt(log.text(log.receipt()), both, elsewhere.fetch())) ==
          "The receipt is from another log, {}, and this is {}");
}

TEST_CASE("a receipt outlives the key that signed it") {
    AdasLog log;
    const auto text = log.text(log.receipt());
    const auto old_key = log.key;
    const SigningKey fresh{old_key.verifier().name, KeyType::ed25519, sha256("fresh")};
    const auto signature = old_key.signature_of(rotation_message(old_key.verifier(), fresh.verifier()));
    log.append("key.rotated", "", {{"vkey", as_vkey(fresh.verifier())}, {"signature", base64(signature)}});
    log.key = fresh;
    log.publish();

    CHECK(check_receipt(text, {old_key.verifier()}, log.fetch()));
    CHECK(check_receipt(text, {}, log.fetch()));
}

TEST_CASE("another text, salt, label or entry than was sent is found") {
    const AdasLog log;
    const auto with = [&](auto change) {
        auto receipt = log.receipt();
        change(receipt);
        return why_not(check_receipt(log.text(receipt), {log.key.verifier()}, {}));
    };
    const std::string not_what_was_sent =
        "What the receipt says was sent is not what the entry in the log stands for";
    CHECK(with([](Receipt& r) { r.openings[0].value += '.'; }) == not_what_was_sent);
    CHECK(with([](Receipt& r) { r.openings[0].salt[0] ^= 1; }) == not_what_was_sent);
    CHECK(with([](Receipt& r) { r.openings[0].label = "title"; }) == not_what_was_sent);
    CHECK(with([&](Receipt& r) { r.entry = log.entries[2]; }) ==
          "The entry is not in the tree that was signed: one of them was changed");
    CHECK(with([](Receipt&) {}) == "it holds");
}

TEST_CASE("a receipt that was signed by another, or changed in any byte of its proof, does not hold") {
    const AdasLog log;
    const auto good = text_of(log.proof(text_of(log.receipt())));
    const std::vector<VerifierKey> known{log.key.verifier()};
    REQUIRE(check_receipt(good, known, {}));
    const auto start = good.find("index");

    for (auto i = start; i + 1 < good.size(); ++i) {
        auto changed = good;
        changed[i] ^= 1;
        CHECK_FALSE(check_receipt(changed, known, {}));
    }
    CHECK_FALSE(check_receipt(good, {example::key_of("other.example").verifier()}, {}));
}

TEST_CASE("a voter's receipt shows the vote in its batch") {
    const VotesLog log;
    for (const auto& vote : log.votes) CHECK(check_receipt(log.text(log.receipt(vote)), {}, {}));

    auto turned = log.receipt(log.votes[0]);
    turned.openings[0].value = "s-17\n-1\n";
    CHECK_FALSE(check_receipt(log.text(turned), {}, {}));
    auto elsewhere = log.receipt(log.votes[0]);
    elsewhere.vote->index = (elsewhere.vote->index + 1) % 3;
    CHECK_FALSE(check_receipt(log.text(elsewhere), {}, {}));
}

TEST_CASE("a receipt's own part comes back as it was written, and in no other form") {
    const VotesLog log;
    const auto text = text_of(log.receipt(log.votes[0]));
    const auto read = read_receipt(text);

    REQUIRE(read);
    CHECK(text_of(*read) == text);
    for (std::size_t length = 0; length < text.size(); ++length)
        if (const auto part = read_receipt(text.substr(0, length)))
            CHECK(text_of(*part) == text.substr(0, length));
    CHECK_FALSE(read_receipt(text + "more\n"));
}

TEST_CASE("a file without a proof is no receipt") {
    for (const auto* text :
        {"", "Kvitto\n", "xc2sp.org/tlog-proof@v1\nindex 0\n\n", "c2sp.org/tlog-proof@v1\nindex 0\n\nno\n"})
        CHECK_FALSE(check_receipt(text, {}, {}));
}
