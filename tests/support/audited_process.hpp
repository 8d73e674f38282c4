#pragma once

#include <doctest/doctest.h>
#include <algorithm>
#include "engine/openlog/audit/audit.hpp"
#include "support/published_log.hpp"

namespace example::inline audited_process_shared {

using namespace medskapa;
using namespace medskapa::openlog;
using example::PublishedLog;

inline const std::string digest_text = as_base64(sha256("a decided document"));

/// What a decision's entry says, about a document that is not served.
inline const std::vector<openlog::Field> decided{
    {"body", "fullmaktige"}, {"date", "2027-03-01"}, {"case_number", "RS/1/2027"}, {"sha256", digest_text}};

/// A process from its first inspel to its decision, as it should be.
inline PublishedLog whole_process() {
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

inline AuditReport examined(const PublishedLog& log, AuditQuestion question = {}) {
    if (question.trusted.empty()) question.trusted = {log.key.verifier()};
    return audit(log.fetch(), question).value();
}

inline AuditReport published_and_examined(PublishedLog& log) {
    log.publish();
    return examined(log);
}

inline bool says(const AuditReport& report, std::string_view words, std::optional<std::uint64_t> place = {}) {
    return std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
        return finding.sentence.message.find(words) != std::string::npos &&
               (!place || finding.place == place);
    });
}

/// The only breach that there is.
inline bool breaks_only(const AuditReport& report, std::string_view words, std::uint64_t place) {
    return !report.holds() && report.findings.size() == 1 && says(report, words, place);
}

}  // namespace example::inline audited_process_shared
