#include "domain/decision/completeness.hpp"

#include "base/text.hpp"
#include "domain/field.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace medskapa {
namespace {

constexpr std::size_t longest_reason = 5'000;

/// Whether each line of the one is a line of the other.
bool are_among(const std::string& lines, const std::string& others) {
    const auto known = text::split(others, '\n');
    const auto all = text::split(lines, '\n');
    return std::all_of(all.begin(), all.end(), [&](const std::string& line) {
        return line.empty() || std::find(known.begin(), known.end(), line) != known.end();
    });
}

}  // namespace

std::string lines_of(const std::vector<AssessmentGap>& gaps) {
    std::vector<std::string> lines;
    for (const auto& gap : gaps)
        lines.push_back(fmt::format("{} {} {} {} {}", name_of(gap.kind), gap.assessment_kind, gap.assessment,
            gap.answer.value, text::one_line(gap.step)));
    std::sort(lines.begin(), lines.end());
    return fmt::format("{}", fmt::join(lines, "\n"));
}

bool Waiver::covers(const Missing& now, int newest) const {
    return newest <= newest_inspel && now.unread <= missing.unread && now.unsplit <= missing.unsplit &&
           now.unanswered <= missing.unanswered && are_among(now.gaps, missing.gaps);
}

Result<Id<Waiver>> pass(const Gate& gate) {
    if (gate.missing.is_nothing()) return Id<Waiver>{};
    if (gate.is_waived()) return gate.waiver->id;
    const auto& m = gate.missing;
    std::vector<Complaint> complaints;
    if (!m.lacks_no_answer())
        complaints.push_back({Field::missing_answers,
            N_("{} inspel are not read, {} are not split and {} issues have no public answer"),
            {m.unread, m.unsplit, m.unanswered}});
    if (m.unassessed > 0)
        complaints.push_back({Field::missing_answers,
            N_("The impact assessments lack {} things. The page \"Still to answer\" lists them"),
            {m.unassessed}});
    return refuse(Failure::Kind::conflict, std::move(complaints));
}

Result<Waiver> waive(const Gate& gate, const std::string& reason) {
    if (gate.missing.is_nothing())
        return refuse(
            Failure::Kind::conflict, {{Field::reason, N_("Nothing lacks an answer. Go on without it")}});
    Waiver waiver{};
    waiver.reason = text::trimmed(text::cleaned(reason));
    if (waiver.reason.empty())
        return refuse(Failure::Kind::invalid, {{Field::reason, N_("Write why. Everybody can read it")}});
    if (text::length(waiver.reason) > longest_reason)
        return refuse(
            Failure::Kind::invalid, {{Field::reason, N_("Write at most {} characters"), {longest_reason}}});
    waiver.missing = gate.missing;
    waiver.newest_inspel = gate.newest_inspel;
    return waiver;
}

}  // namespace medskapa
