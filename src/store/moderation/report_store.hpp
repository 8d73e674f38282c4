#pragma once

#include "domain/moderation/content_report.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <vector>

namespace medskapa::store {

/// What only the one who reported has: the form's key, so that a resend is known again, and the code's
/// digest.
struct ReportKeys {
    std::string form_key;
    std::string code_digest;  // SHA-256 of the code
};

Id<ContentReport> add(sql::Transaction&, const ContentReport&, const ReportKeys&);
/// Saves what has been decided.
void change(sql::Transaction&, const ContentReport&);
std::optional<ContentReport> find_report(sql::Connection&, Id<Process>, Id<ContentReport>);
std::optional<ContentReport> report_of_form(sql::Connection&, const std::string& form_key);
std::optional<ContentReport> report_of_code(sql::Connection&, Id<Process>, const std::string& code_digest);

/// One thing with reports that wait, however many.
struct ReportedThing {
    Id<Inspel> inspel;
    Id<Statement> statement;
    Id<ContentReport> newest;
    Instant oldest_at;
    std::int64_t reports = 0;
};
/// What has waited longest first.
std::vector<ReportedThing> reported_things(sql::Connection&, Id<Process>, int limit);
std::int64_t count_reported_things(sql::Connection&, Id<Process>);
/// Those about the same thing as this one that wait, up to this one: what its page showed. The oldest first.
std::vector<ContentReport> waiting_up_to(sql::Connection&, const ContentReport&);
/// The newest that has been decided first.
std::vector<ContentReport> decided_reports(sql::Connection&, Id<Process>, int limit);

/// The words of reports about an inspel that is erased, which may quote it, and what ties them to the log.
void erase_reports_about(sql::Transaction&, Id<Inspel>);

}  // namespace medskapa::store
