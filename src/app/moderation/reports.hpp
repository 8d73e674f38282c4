#pragma once

#include "app/act/act.hpp"
#include "app/inspel/inspel.hpp"
#include "domain/moderation/content_report.hpp"

/// Anybody says that something published breaks a rule or the law; staff decide; the one who reported learns
/// what and why (Regulation 2022/2065, article 16).
namespace medskapa::app {

/// What is reported: an inspel by its number, or a statement by its number in a conversation.
struct ReportedPlace {
    int inspel = 0;
    std::string activity = {};  // slug
    int statement = 0;
};

struct ReportReceipt {
    Id<ContentReport> report;
    std::string code;
};

/// The code that belongs to a form: 100 bits that nobody can guess without the installation's secret.
std::string report_code_of(const FormSubmission&, const Process&);

/// Keeps a report of something that everybody can read. Nothing is hidden by it, however many come. A resend
/// of the same form gives the first receipt; the same form with other words is a conflict.
Result<ReportReceipt> report_content(
    Permitted<Action::report_content>, const ReportedPlace&, const ReportDraft&, const FormSubmission&);

/// Decides the report and all that came before it about the same thing and wait: what its page showed. Takes
/// the thing down where that is the decision. Those that have come since wait.
Result<ContentReport> decide_report(
    Permitted<Action::moderate_inspel>, Id<ContentReport> newest, const ReportRuling&);

}  // namespace medskapa::app
