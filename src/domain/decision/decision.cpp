#include "domain/decision/decision.hpp"

#include "base/text.hpp"
#include "domain/field.hpp"
#include "domain/site/weekday.hpp"

namespace medskapa {
namespace {

using Complaints = std::vector<Complaint>;

constexpr std::chrono::days time_to_appeal{21};
constexpr std::size_t longest_line = 100;
constexpr std::size_t longest_text = 50'000;

void need_line(Complaints& complaints, Field field, const std::string& line, const char* sentence) {
    if (line.empty() || text::length(line) > longest_line) complaints.push_back({field, sentence});
}

void limit(Complaints& complaints, Field field, const std::string& words) {
    if (text::length(words) > longest_text)
        complaints.push_back({field, N_("Write at most {} characters"), {longest_text}});
}

}  // namespace

std::optional<Day> Decision::last_day_to_appeal() const {
    if (!noticed_on) return std::nullopt;
    return next_weekday(*noticed_on + time_to_appeal);
}

Result<Decision> checked(Decision d, Day today) {
    d.paragraph = text::one_line(d.paragraph);
    d.diary_number = text::one_line(d.diary_number);
    d.text = text::trimmed(text::cleaned(d.text));
    d.dissent = text::trimmed(text::cleaned(d.dissent));
    Complaints complaints;
    need_line(complaints, Field::paragraph, d.paragraph,
        N_("Write the paragraph of the minutes, for example § 12"));
    need_line(complaints, Field::case_number, d.diary_number, N_("Write the case number"));
    if (d.text.empty())
        complaints.push_back({Field::text, N_("Write what was decided, as the minutes have it")});
    limit(complaints, Field::text, d.text);
    limit(complaints, Field::dissent, d.dissent);
    if (d.decided_on > today) complaints.push_back({Field::decided, N_("Choose a day that has been")});
    if (d.noticed_on && (*d.noticed_on < d.decided_on || *d.noticed_on > today))
        complaints.push_back({Field::noticed, N_("Choose a day from the decision's until today")});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return d;
}

Result<Version::Kind> may_freeze_as(Version::Kind kind, const std::optional<Version>& newest) {
    if (kind == Version::Kind::draft)
        return refuse(Failure::Kind::invalid, {{Field::kind, N_("Choose what it is frozen as")}});
    if (kind == Version::Kind::adopted && newest)
        return refuse(Failure::Kind::invalid,
            {{Field::kind, N_("A text becomes adopted by a decision. Freeze it as a proposal")}});
    return kind;
}

Result<Version> adopted(Version version) {
    if (version.kind != Version::Kind::proposal)
        return refuse(Failure::Kind::conflict,
            {{Field::version, N_("Only a version that is frozen as a proposal can be decided on")}});
    version.kind = Version::Kind::adopted;
    return version;
}

}  // namespace medskapa
