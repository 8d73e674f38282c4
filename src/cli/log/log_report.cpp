#include "cli/log/log_report.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

namespace medskapa::cli {
namespace {

using namespace openlog;
using Json = nlohmann::ordered_json;

constexpr std::ptrdiff_t most_shown = 100;

std::string root_of(const Checkpoint& checkpoint) {
    return base64(as_text(checkpoint.head.root));
}

Instant instant(std::uint64_t seconds) {
    return Instant{std::chrono::seconds{static_cast<std::int64_t>(seconds)}};
}

std::string text_of(const Signer& signer) {
    return signer.time ? signer.key.name + ", " + time::iso(instant(*signer.time)) : signer.key.name;
}

std::string text_of(const Finding& finding, const web::Words& words) {
    const auto sentence = words.complaint(finding.sentence);
    return finding.place ? words("Entry {}: {}", *finding.place, sentence) : sentence;
}

std::uint64_t opened_in(const OpenedTotals& totals) {
    std::uint64_t opened = 0;
    for (const auto& [statement, values] : totals)
        for (const auto& [value, count] : values) opened += count;
    return opened;
}

/// {"s-1":{"agrees":3,"disagrees":1,"passes":0}}
Json as_json(const OpenedTotals& totals) {
    Json all = Json::object();
    for (const auto& [statement, values] : totals) {
        const auto count = [&values = values](
                               int value) { return values.contains(value) ? values.at(value) : 0; };
        all[statement] = {{"agrees", count(1)}, {"disagrees", count(-1)}, {"passes", count(0)}};
    }
    return all;
}

void print_head(std::ostream& out, const AuditReport& report, const web::Words& words) {
    const auto& checkpoint = report.newest.checkpoint;
    out << words("The log {}", checkpoint.origin) << '\n';
    out << words("{} entries, root {}", checkpoint.head.size, root_of(checkpoint)) << '\n';
    for (const auto& signer : report.signers) out << words("Signed by {}", text_of(signer)) << '\n';
    for (const auto& [type, count] : report.types) out << fmt::format("{:>9}  {}\n", count, type);
    for (const auto& [object, count] : report.votes)
        out << words("{} votes in batches about {}", count, object) << '\n';
    for (const auto& [object, totals] : report.opened)
        out << words("{} of them opened and counted about {}, on {} statements", opened_in(totals), object,
                   totals.size())
            << '\n';
}

void print_findings(
    std::ostream& out, const std::vector<Finding>& findings, Finding::Kind kind, const web::Words& words) {
    std::ptrdiff_t number = 0;
    for (const auto& finding : findings) {
        if (finding.kind != kind || ++number > most_shown) continue;
        const auto sentence = text_of(finding, words);
        out << (kind == Finding::Kind::breach ? words("Breach: {}", sentence) : words("Note: {}", sentence))
            << '\n';
    }
    if (number > most_shown) out << words("… and {} more", number - most_shown) << '\n';
}

std::string english(const Complaint& complaint) {
    return web::words_of(Language::en).complaint(complaint);
}

Json as_json(const std::vector<Finding>& findings, Finding::Kind kind) {
    auto list = Json::array();
    for (const auto& finding : findings) {
        if (finding.kind != kind) continue;
        Json item{{"sentence", english(finding.sentence)}};
        if (finding.place) item["entry"] = *finding.place;
        list.push_back(std::move(item));
    }
    return list;
}

Json as_json(const std::vector<Signer>& signers) {
    auto list = Json::array();
    for (const auto& signer : signers) {
        Json item{{"name", signer.key.name}, {"vkey", as_vkey(signer.key)}};
        if (signer.time) item["time"] = *signer.time;
        list.push_back(std::move(item));
    }
    return list;
}

/// What a citizen wrote, without what could move the cursor; what is no text, in base 64.
std::string shown(const std::string& value) {
    return text::is_valid_utf8(value) ? text::cleaned(value) : base64(value);
}

std::string source_of_key(KeySource source, const web::Words& words) {
    switch (source) {
        case KeySource::auditor: return words("The signature was checked with the key that you gave.");
        case KeySource::log:
            return words(
                "The log itself named its key. Compare it with one that you have from elsewhere: "
                "--key");
        case KeySource::receipt: break;
    }
    return words("The receipt itself named the key. Compare it with one that you have from elsewhere: --key");
}

}  // namespace

void print(std::ostream& out, const AuditReport& report, const web::Words& words) {
    print_head(out, report, words);
    print_findings(out, report.findings, Finding::Kind::remark, words);
    print_findings(out, report.findings, Finding::Kind::breach, words);
    const auto breaches = std::count_if(report.findings.begin(), report.findings.end(),
        [](const Finding& finding) { return finding.kind == Finding::Kind::breach; });
    out << (breaches == 0 ? words("The log holds.")
                          : words.count("The log does not hold: {} breach.",
                                "The log does not hold: {} breaches.", breaches))
        << '\n';
}

void print_json(std::ostream& out, const AuditReport& report) {
    const auto& checkpoint = report.newest.checkpoint;
    Json opened = Json::object();
    for (const auto& [object, totals] : report.opened) opened[object] = as_json(totals);
    const Json json{{"origin", checkpoint.origin}, {"size", checkpoint.head.size},
        {"root", root_of(checkpoint)}, {"holds", report.holds()}, {"signers", as_json(report.signers)},
        {"types", report.types}, {"votes", report.votes}, {"opened", opened},
        {"breaches", as_json(report.findings, Finding::Kind::breach)},
        {"remarks", as_json(report.findings, Finding::Kind::remark)}};
    out << json.dump() << '\n';
}

void print(std::ostream& out, const ReceiptReport& report, const web::Words& words) {
    const auto& checkpoint = report.checkpoint.checkpoint;
    out << words("The receipt holds.") << '\n';
    out << words("It is entry {} of {} in the log {}.", report.place, checkpoint.head.size, checkpoint.origin)
        << '\n';
    out << words("What happened: {}, {}, about {}.", report.entry.type, time::iso(report.entry.time),
               report.entry.object)
        << '\n';
    for (const auto& opening : report.opened)
        out << words("The log stands for exactly this {}: {}", opening.label, shown(opening.value)) << '\n';
    for (const auto& signer : report.signers) out << words("Signed by {}", text_of(signer)) << '\n';
    out << source_of_key(report.key_source, words) << '\n';
    if (report.still_in)
        out << words("The log today, of {} entries, still holds it unchanged.", report.still_in->head.size)
            << '\n';
    out << words("It does not prove that what was sent is true, nor who sent it.") << '\n';
}

}  // namespace medskapa::cli
