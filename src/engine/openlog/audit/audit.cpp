#include "engine/openlog/audit/audit.hpp"

#include "engine/openlog/lines.hpp"
#include "engine/openlog/tree/builder.hpp"

#include <algorithm>
#include <iterator>

namespace medskapa::openlog {
namespace {

/// One pass over a log's entries, from the first.
class Pass {
public:
    Pass(const Fetch& log, const AuditQuestion& question, AuditReport& report)
        : source_{report.newest.checkpoint.head.size, log}, question_{question}, report_{report} {}

    void run();
    void read_documents();

private:
    const Checkpoint& newest() const { return report_.newest.checkpoint; }
    void find(Finding finding) { report_.findings.push_back(std::move(finding)); }
    void read_all();
    void read(const std::string& bytes);
    void gather(const PlacedEntry&);
    void gather_votes(const PlacedEntry&);
    void count(const Openings&);
    void compare(const File&);
    void compare_with_earlier();

    Source source_;
    const AuditQuestion& question_;
    AuditReport& report_;
    std::vector<Rule> rules_ = all_rules();
    KeyChain chain_;
    Builder builder_;
    std::vector<Document> documents_;
    std::map<std::string, std::vector<CommittedBatch>> batches_;  // by object
    std::vector<Openings> openings_;
};

void Pass::run() {
    try {
        read_all();
        for (const auto& file : builder_.files()) compare(file);
        if (builder_.head() != newest().head)
            find(breach({}, N_("The entries do not give the root that the log has signed")));
    } catch (const BrokenFile& broken) {
        find(breach({}, N_("The log lacks the file {}, or it is broken"), {broken.path()}));
    }
    report_.keys = chain_.keys();
}

void Pass::read_all() {
    compare_with_earlier();
    for (std::uint64_t bundle = 0; builder_.size() < source_.size(); ++bundle) {
        for (const auto& entry : source_.entries(bundle)) {
            read(entry);
            compare_with_earlier();
        }
        for (const auto& file : builder_.full_files()) compare(file);
        if (question_.progress) question_.progress(builder_.size(), source_.size());
    }
}

void Pass::read(const std::string& bytes) {
    const auto place = builder_.size();
    builder_.append(bytes);
    const auto entry = read_entry(bytes);
    if (!entry) return find(breach(place, N_("It is not an entry of the form medskapa.log/v1")));
    const PlacedEntry placed{place, *entry, entry_type_named(entry->type)};
    for (const auto& rule : rules_)
        for (auto& finding : rule(placed)) find(std::move(finding));
    for (auto& finding : chain_.read(place, *entry)) find(std::move(finding));
    gather(placed);
}

void Pass::gather(const PlacedEntry& placed) {
    const auto& entry = placed.entry;
    ++report_.types[entry.type];
    gather_votes(placed);
    const auto path = entry.field("document");
    const auto digest = read_digest(entry.field("sha256").value_or(""));
    if (path && digest) documents_.push_back({placed.place, std::string{*path}, *digest});
}

void Pass::gather_votes(const PlacedEntry& placed) {
    const auto& [place, entry, type] = placed;
    const auto object = entry.process + ' ' + entry.object;
    if (type == EntryType::votes_committed) {
        const auto count = read_number(entry.field("count").value_or("")).value_or(0);
        report_.votes[object] += count;
        batches_[object].push_back(
            {place, count, read_digest(entry.field("root").value_or("")).value_or(Digest{})});
    }
    const auto path = entry.field("openings");
    const auto opened = read_number(entry.field("opened").value_or(""));
    if (type == EntryType::votes_opened && path && opened)
        openings_.push_back({place, std::string{*path}, object, *opened});
}

/// Names the entry where a leaf differs, and the entries below where a higher hash does.
void Pass::compare(const File& computed) {
    const auto tile = read_tile_path(computed.path);
    if (!tile) return;  // a bundle: the entries that we read
    const auto ours = read_tile(*tile, computed.bytes).value();
    const auto theirs = source_.hashes(tile->level, tile->index);
    for (std::size_t i = 0; i < ours.size(); ++i) {
        if (ours[i] == theirs[i]) continue;
        const auto place = tile->index * tile_width + i;
        if (tile->level == 0)
            find(breach(
                place, N_("It is not the entry that was hashed into the tree: one of them was changed")));
        else
            find(breach({}, N_("The file {} does not follow from the entries"), {computed.path}));
    }
}

void Pass::compare_with_earlier() {
    if (!question_.since) return;
    const auto& earlier = question_.since->checkpoint;
    if (earlier.head.size == builder_.size() && earlier.head != builder_.head())
        find(breach({},
            N_("There are two histories: the first {} entries are not those of the earlier checkpoint"),
            {earlier.head.size}));
}

void add(std::vector<Finding>& findings, const Failure& failure) {
    for (const auto& complaint : failure.complaints)
        findings.push_back({Finding::Kind::breach, {}, complaint});
}

void check_earlier(const SignedCheckpoint& earlier, std::span<const VerifierKey> known, AuditReport& report) {
    const auto& then = earlier.checkpoint;
    const auto& now = report.newest.checkpoint;
    if (then.origin != now.origin)
        report.findings.push_back(
            breach({}, N_("The earlier checkpoint is of another log, {}"), {then.origin}));
    if (then.head.size > now.head.size)
        report.findings.push_back(breach(
            {}, N_("The log has shrunk: it had {} entries and now has {}"), {then.head.size, now.head.size}));
    if (const auto signed_by = signers(earlier, known); !signed_by) add(report.findings, signed_by.error());
}

/// The key that must have signed: the newest that the entries name, reached from one that is trusted. Without
/// entries that name any, a trusted one.
std::optional<VerifierKey> expected_key(const AuditQuestion& question, AuditReport& report) {
    const auto& keys = report.keys;
    std::vector<VerifierKey> trusted;
    std::copy_if(question.trusted.begin(), question.trusted.end(), std::back_inserter(trusted),
        [](const VerifierKey& key) { return key.type == KeyType::ed25519; });
    if (trusted.empty()) {
        report.findings.push_back(remark(
            {}, N_("The log itself named its key. Compare it with one that you have from elsewhere: --key")));
        return keys.empty() ? std::nullopt : std::optional{keys.back()};
    }
    const bool is_reached =
        std::find_first_of(keys.begin(), keys.end(), trusted.begin(), trusted.end()) != keys.end();
    if (is_reached) return keys.back();
    if (!keys.empty())
        report.findings.push_back(
            breach({}, N_("The log's entries name other keys than {}"), {trusted.front().name}));
    return trusted.front();
}

void check_signatures(
    const AuditQuestion& question, std::span<const VerifierKey> known, AuditReport& report) {
    const auto key = expected_key(question, report);
    auto found = signers(report.newest, known);
    if (!found) return add(report.findings, found.error());
    report.signers = *std::move(found);
    const auto is_expected = [&](const Signer& signer) { return signer.key == key; };
    if (std::none_of(report.signers.begin(), report.signers.end(), is_expected))
        report.findings.push_back(breach({}, N_("The log's newest key has not signed the checkpoint")));
}

void check_documents(const std::vector<Document>& documents, const Fetch& fetch, AuditReport& report) {
    for (const auto& document : documents) {
        const auto bytes = fetch(document.path);
        if (!bytes)
            report.findings.push_back(
                breach(document.place, N_("Its document {} is not to be found"), {document.path}));
        else if (sha256(*bytes) != document.sha256)
            report.findings.push_back(breach(
                document.place, N_("Its document {} is not the one that was logged"), {document.path}));
    }
}

void Pass::read_documents() {
    check_documents(documents_, question_.documents, report_);
    for (const auto& openings : openings_) count(openings);
}

void Pass::count(const Openings& openings) {
    const auto file = question_.documents(openings.path);
    if (!file) return find(breach(openings.place, N_("Its document {} is not to be found"), {openings.path}));
    auto counted = check_openings(openings.place, *file, batches_[openings.object]);
    for (auto& finding : counted.findings) find(std::move(finding));
    if (counted.opened != openings.opened)
        find(breach(openings.place, N_("It says that {} votes are opened, and in {} there are {}"),
            {openings.opened, openings.path, counted.opened}));
    report_.opened[openings.object] = std::move(counted.totals);
}

}  // namespace

bool AuditReport::holds() const {
    return std::none_of(findings.begin(), findings.end(),
        [](const Finding& finding) { return finding.kind == Finding::Kind::breach; });
}

Result<AuditReport> audit(const Fetch& log, const AuditQuestion& question) {
    const auto text = log("checkpoint");
    if (!text)
        return refuse(Failure::Kind::not_found, {{"checkpoint", N_("There is no log here: no checkpoint")}});
    auto newest = read_signed_checkpoint(*text);
    if (!newest) return tl::unexpected{newest.error()};
    AuditReport report{*std::move(newest), {}, {}, {}, {}, {}, {}};
    Pass pass{log, question, report};
    pass.run();
    auto known = question.trusted;
    known.insert(known.end(), report.keys.begin(), report.keys.end());
    if (question.since) check_earlier(*question.since, known, report);
    check_signatures(question, known, report);
    if (question.documents) pass.read_documents();
    return report;
}

}  // namespace medskapa::openlog
