#include "engine/openlog/audit/receipt.hpp"

#include "engine/openlog/lines.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace medskapa::openlog {
namespace {

constexpr std::string_view version = "medskapa.receipt/v1";
constexpr std::string_view proof_start = "c2sp.org/tlog-proof@v1\n";
constexpr std::size_t most_siblings = 63;
constexpr std::size_t salt_bytes = 32;

tl::unexpected<Failure> proves_nothing(const char* why, Holes holes = {}) {
    return refuse(Failure::Kind::invalid, {{"receipt", why, std::move(holes)}});
}

std::optional<Opening> read_opening(std::string_view line) {
    const auto label = take_until(line, ' ');
    const auto salt = from_base64(take_until(line, ' ').value_or("-"));
    const auto value = from_base64(line);
    if (!label || !salt || salt->size() != salt_bytes || !value) return std::nullopt;
    return Opening{std::string{*label}, *salt, *value};
}

bool read_vote(Lines& lines, Receipt& receipt) {
    const auto index = lines.next_after("vote");
    if (!index) return true;
    const auto number = read_number(*index);
    if (!number) return false;
    receipt.vote = BatchPlace{*number, {}};
    while (const auto line = lines.next_after("sibling")) {
        const auto hash = read_digest(*line);
        if (!hash || receipt.vote->proof.size() == most_siblings) return false;
        receipt.vote->proof.push_back(*hash);
    }
    return true;
}

std::optional<Receipt> read(std::string_view text) {
    Lines lines{text};
    if (lines.next() != version) return std::nullopt;
    Receipt receipt;
    receipt.vkey = lines.next_after("vkey").value_or("");
    const auto entry = from_base64(lines.next_after("entry").value_or("-"));
    if (!entry) return std::nullopt;
    receipt.entry = *entry;
    while (const auto line = lines.next_after("open")) {
        const auto opening = read_opening(*line);
        if (!opening) return std::nullopt;
        receipt.openings.push_back(*opening);
    }
    if (!read_vote(lines, receipt) || !lines.at_end()) return std::nullopt;
    return receipt;
}

Digest commitment_of(const Opening& opening) {
    return commit(opening.salt, opening.label, opening.value);
}

bool agrees(const Opening& opening, const Entry& entry) {
    return std::any_of(entry.commitments.begin(), entry.commitments.end(), [&](const Commitment& said) {
        return said.label == opening.label && said.value == commitment_of(opening);
    });
}

bool is_in_batch(const Receipt& receipt, const Entry& entry) {
    const auto count = read_number(entry.field("count").value_or(""));
    const auto root = read_digest(entry.field("root").value_or(""));
    if (!count || !root || receipt.openings.size() != 1 || receipt.openings.front().label != "vote")
        return false;
    const auto leaf = leaf_hash(as_text(commitment_of(receipt.openings.front())));
    return is_included(receipt.vote->index, *count, leaf, receipt.vote->proof, *root);
}

bool openings_hold(const Receipt& receipt, const Entry& entry) {
    if (receipt.vote) return is_in_batch(receipt, entry);
    return std::all_of(receipt.openings.begin(), receipt.openings.end(),
        [&](const Opening& opening) { return agrees(opening, entry); });
}

/// One receipt, checked step by step; `report` holds what is known so far.
class Check {
public:
    Check(const std::vector<VerifierKey>& trusted, const Fetch& log) : keys_{trusted}, log_{log} {}

    Result<ReceiptReport> run(std::string_view text);

private:
    using Step = tl::expected<void, Failure>;

    Step read_parts(std::string_view text);
    Step meet_log();
    Step choose_keys();
    Step find_entry();
    Step check_signature();
    Step check_openings();
    Step compare_with_log();
    Step recognise_log();

    std::vector<VerifierKey> keys_;
    const Fetch& log_;
    std::string_view readable_;  // what stands in the file before the proof
    ProofFile file_;
    std::optional<Receipt> receipt_;
    std::optional<SignedCheckpoint> newest_;  // of the log today
    std::optional<Source> source_;
    ReceiptReport report_;
};

Result<ReceiptReport> Check::run(std::string_view text) {
    if (auto read = read_parts(text); !read) return tl::unexpected{read.error()};
    for (const auto step : {&Check::meet_log, &Check::choose_keys, &Check::find_entry,
             &Check::check_signature, &Check::check_openings, &Check::compare_with_log})
        if (auto passed = (this->*step)(); !passed) return tl::unexpected{passed.error()};
    return report_;
}

Check::Step Check::read_parts(std::string_view text) {
    const auto start = text.starts_with(proof_start) ? 0 : text.find("\n" + std::string{proof_start});
    if (start == std::string_view::npos) return proves_nothing(N_("There is no proof in this file"));
    readable_ = text.substr(0, start);
    auto file = read_proof_file(text.substr(start == 0 ? 0 : start + 1));
    if (!file) return tl::unexpected{file.error()};
    file_ = *std::move(file);
    auto checkpoint = read_signed_checkpoint(file_.checkpoint);
    if (!checkpoint) return tl::unexpected{checkpoint.error()};
    report_.checkpoint = *std::move(checkpoint);
    report_.place = file_.index;
    if (!file_.extra) return {};
    auto receipt = read_receipt(*file_.extra);
    if (!receipt) return tl::unexpected{receipt.error()};
    receipt_ = *std::move(receipt);
    return {};
}

Check::Step Check::meet_log() {
    if (!log_) return {};
    const auto text = log_("checkpoint");
    if (!text) return proves_nothing(N_("There is no log here: no checkpoint"));
    auto newest = read_signed_checkpoint(*text);
    if (!newest) return tl::unexpected{newest.error()};
    newest_ = *std::move(newest);
    source_.emplace(newest_->checkpoint.head.size, log_);
    return {};
}

Check::Step Check::choose_keys() {
    if (!keys_.empty()) return {};
    if (source_) {
        report_.key_source = KeySource::log;
        keys_ = keys_named_in(*source_);
        return {};
    }
    report_.key_source = KeySource::receipt;
    if (!receipt_) return proves_nothing(N_("Say whose signature to trust: give --key, or --log"));
    auto key = read_verifier_key(receipt_->vkey);
    if (!key) return tl::unexpected{key.error()};
    keys_.push_back(*std::move(key));
    return {};
}

Check::Step Check::find_entry() {
    if (!receipt_ && !source_) return proves_nothing(N_("The proof does not hold its entry: give --log"));
    const auto& head = report_.checkpoint.checkpoint.head;
    if (source_ && file_.index >= source_->size())
        return proves_nothing(N_("The log today is too short to hold the entry"));
    const auto bytes = receipt_ ? receipt_->entry : source_->entry(file_.index);
    if (!is_included(file_.index, head.size, leaf_hash(bytes), file_.hashes, head.root))
        return proves_nothing(N_("The entry is not in the tree that was signed: one of them was changed"));
    auto entry = read_entry(bytes);
    if (!entry) return tl::unexpected{entry.error()};
    report_.entry = *std::move(entry);
    return {};
}

Check::Step Check::check_signature() {
    auto found = signers(report_.checkpoint, keys_);
    if (!found) return tl::unexpected{found.error()};
    report_.signers = *std::move(found);
    return {};
}

/// What a text has in lines, but for blanks at their ends and empty ones.
std::vector<std::string> lines_with_words(std::string_view text, std::string_view margin) {
    std::vector<std::string> found;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!line.starts_with(margin)) continue;
        line.remove_prefix(margin.size());
        while (line.ends_with('\r') || line.ends_with(' ')) line.remove_suffix(1);
        if (!line.empty()) found.emplace_back(line);
    }
    return found;
}

/// Whether what a file quotes, in lines with a margin, is what it opens. A file that quotes nothing agrees.
bool agree(std::string_view readable, const std::vector<Opening>& openings) {
    constexpr std::string_view margin = "    ";
    const auto quoted = lines_with_words(readable, margin);
    std::vector<std::string> opened;
    for (const auto* label : {"title", "text"})
        for (const auto& opening : openings)
            if (opening.label == label)
                for (auto& line : lines_with_words(opening.value, "")) opened.push_back(std::move(line));
    return quoted.empty() || opened.empty() || quoted == opened;
}

Check::Step Check::check_openings() {
    if (!receipt_) return {};
    if (!openings_hold(*receipt_, report_.entry))
        return proves_nothing(
            N_("What the receipt says was sent is not what the entry in the log stands for"));
    report_.opened = receipt_->openings;
    report_.words_agree = agree(readable_, report_.opened);
    return {};
}

Check::Step Check::compare_with_log() {
    if (!newest_) return {};
    if (auto known = recognise_log(); !known) return known;
    const auto& then = report_.checkpoint.checkpoint;
    const auto& now = newest_->checkpoint;
    if (then.origin != now.origin)
        return proves_nothing(
            N_("The receipt is from another log, {}, and this is {}"), {then.origin, now.origin});
    const bool is_older = then.head.size <= now.head.size;
    if (!is_older || !is_consistent(then.head, now.head,
                         consistency_proof(then.head.size, now.head.size, source_->nodes())))
        return proves_nothing(N_("There are two histories: the log today does not hold what it held then"));
    report_.still_in = now;
    return {};
}

/// A log that has changed keys since is known by the chain from a key that is trusted.
Check::Step Check::recognise_log() {
    auto found = signers(*newest_, keys_);
    if (found) return {};
    const auto named = keys_named_in(*source_);
    const bool is_reached = std::any_of(named.begin(), named.end(),
        [&](const VerifierKey& key) { return std::find(keys_.begin(), keys_.end(), key) != keys_.end(); });
    if (is_reached) found = signers(*newest_, named);
    if (!found) return tl::unexpected{found.error()};
    return {};
}

}  // namespace

std::string text_of(const Receipt& receipt) {
    auto out = fmt::format("{}\nvkey {}\nentry {}\n", version, receipt.vkey, base64(receipt.entry));
    for (const auto& opening : receipt.openings)
        out += fmt::format("open {} {} {}\n", opening.label, base64(opening.salt), base64(opening.value));
    if (!receipt.vote) return out;
    out += fmt::format("vote {}\n", receipt.vote->index);
    for (const auto& hash : receipt.vote->proof) out += fmt::format("sibling {}\n", as_base64(hash));
    return out;
}

Result<Receipt> read_receipt(std::string_view extra) {
    if (auto receipt = read(extra)) return *std::move(receipt);
    return proves_nothing(N_("The receipt's own part is not of the form medskapa.receipt/v1"));
}

Result<ReceiptReport> check_receipt(
    std::string_view text, const std::vector<VerifierKey>& trusted, const Fetch& log) {
    try {
        return Check{trusted, log}.run(text);
    } catch (const BrokenFile& broken) {
        return proves_nothing(N_("The log lacks the file {}, or it is broken"), {broken.path()});
    }
}

}  // namespace medskapa::openlog
