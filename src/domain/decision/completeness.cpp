#include "domain/decision/completeness.hpp"

#include "base/text.hpp"
#include "domain/field.hpp"

namespace medskapa {
namespace {

constexpr std::size_t longest_reason = 5'000;

}  // namespace

bool Waiver::covers(const Missing& now, int newest) const {
    return newest <= newest_inspel && now.unread <= missing.unread && now.unsplit <= missing.unsplit &&
           now.unanswered <= missing.unanswered && now.unassessed <= missing.unassessed;
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
