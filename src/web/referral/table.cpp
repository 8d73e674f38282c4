#include "base/csv/write.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/issue_store.hpp"
#include "store/referral/referral_store.hpp"
#include "web/frame/forms/csv_file.hpp"
#include "web/inspel/note.hpp"
#include "web/referral/changes.hpp"
#include "web/referral/pages.hpp"

#include <fmt/ranges.h>

namespace medskapa::web::referral {
namespace {

/// "Ä-3 Ä-12"
std::string changes_text(sql::Connection& db, const Cause& cause) {
    return fmt::format("{}", fmt::join(changes_of(db, std::vector<Cause>{cause}), " "));
}

/// The part of a row that is about an issue, or about an answer without issues.
struct IssueCells {
    std::string quote = {};
    std::string outcome = {};
    std::string answer = {};
    std::string changes = {};
};

std::vector<IssueCells> cells_of(const Visit& visit, const Inspel& inspel) {
    std::vector<IssueCells> all;
    const auto issues = store::issues_of(visit.db, inspel.id);
    for (const auto& issue : issues) {
        IssueCells cells{issue.quote, std::string{name_of(Outcome::waiting)}, {},
            changes_text(visit.db, {Cause::Kind::issue, issue.id.value})};
        const auto answer = store::find_answer(visit.db, issue.answer);
        if (answer && answer->published_at) {
            cells.outcome = name_of(answer->outcome);
            cells.answer = answer->text;
        }
        all.push_back(std::move(cells));
    }
    const auto direct = changes_text(visit.db, {Cause::Kind::inspel, inspel.id.value});
    if (issues.empty() || !direct.empty()) all.push_back({inspel.shown_text, {}, {}, direct});
    return all;
}

/// The day alone where the time is not known.
std::string received_in(const Visit& visit, const Inspel& inspel) {
    return inspel::has_known_time(visit, inspel) ? time::iso(visit.site.clock.local(inspel.received_at))
                                                 : time::iso(visit.site.clock.day(inspel.received_at));
}

std::string lines_of(const Visit& visit, const store::ReceivedAnswer& received) {
    const auto inspel = store::find_inspel(visit.db, received.answer.inspel).value();
    const auto kind = received.party_kind.value_or(party_kind_of(received.actor_kind));
    std::string lines;
    for (const auto& cells : cells_of(visit, inspel))
        lines += csv::line({"I-" + std::to_string(inspel.number), received_in(visit, inspel),
            inspel.shown_organisation, std::string{name_of(kind)}, received.party_kind ? "1" : "0",
            received.answer.is_from_whom_it_says() ? "1" : "0", received.answer.draft.position,
            received.answer.case_number, inspel.concerns, cells.quote, cells.outcome, cells.answer,
            cells.changes});
    return lines;
}

}  // namespace

Response table_csv(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("referral"));
    const auto referral =
        number ? store::referral_numbered(visit.db, visit.process->id, *number) : std::nullopt;
    if (!referral) return problem(visit, Failure::Kind::not_found);
    std::string lines =
        "number,received,sender,kind,asked,confirmed,position,case_number,concerns,issue,outcome,answer,"
        "changes\r\n";
    for (const auto& received : store::received_answers(visit.db, referral->id))
        if (received.state == Inspel::State::published) lines += lines_of(visit, received);
    return csv_file("remissvar.csv", std::move(lines));
}

}  // namespace medskapa::web::referral
