#include "domain/organisation/mandate.hpp"

#include "base/text.hpp"
#include "domain/field.hpp"
#include "domain/mail/address.hpp"

#include <vector>

namespace medskapa {
namespace {

constexpr std::size_t longest_name = 120;

bool is_same_name(const std::string& one, const std::string& other) {
    return text::lower(text::one_line(one)) == text::lower(text::one_line(other));
}

std::string name_from(const std::string& typed, Field field, std::vector<Complaint>& complaints) {
    auto name = text::one_line(text::cleaned(typed));
    if (name.empty()) complaints.push_back({field, N_("Write your name")});
    if (text::length(name) > longest_name)
        complaints.push_back({field, N_("Write at most {} characters"), {longest_name}});
    return name;
}

}  // namespace

Mandate::State Mandate::state() const {
    if (withdrawn_at) return State::withdrawn;
    if (declined_at) return State::declined;
    if (!confirmed_at) return State::asked;
    return needs_second && !approved_at ? State::half : State::stands;
}

std::optional<Instant> Mandate::stood_from() const {
    return needs_second ? approved_at : confirmed_at;
}

bool Mandate::is_representative(Day today) const {
    return state() == State::stands && scope == Scope::process && last_day && today <= *last_day;
}

Result<MandateRequest> checked(MandateRequest request) {
    std::vector<Complaint> complaints;
    request.speaker = name_from(request.speaker, Field::person, complaints);
    const auto address = mail_address(request.address);
    if (!address)
        complaints.push_back({Field::email, N_("Write your own e-mail address, so that we can tell you")});
    request.address = address.value_or(text::one_line(request.address));
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return request;
}

Result<Mandate> confirmed(Mandate mandate, const Confirmation& confirmation, const Organisation& organisation,
    Instant now, Day today) {
    std::vector<Complaint> complaints;
    mandate.confirmer = name_from(confirmation.confirmer, Field::confirmed_by, complaints);
    if (!confirmation.last_day || *confirmation.last_day < today)
        complaints.push_back({Field::last_day, N_("Choose a last day from today on")});
    else if (*confirmation.last_day > today + std::chrono::days{366 * most_years_of_mandate})
        complaints.push_back({Field::last_day, N_("Choose a last day within {} years"),
            {static_cast<std::int64_t>(most_years_of_mandate)}});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    mandate.scope = confirmation.scope;
    mandate.last_day = confirmation.last_day;
    mandate.confirmed_at = now;
    mandate.needs_second = organisation.asks_second;
    return mandate;
}

Result<Mandate> approved(Mandate mandate, const std::string& approver, Instant now) {
    std::vector<Complaint> complaints;
    mandate.approver = name_from(approver, Field::approved_by, complaints);
    if (complaints.empty() && is_same_name(mandate.approver, mandate.confirmer))
        complaints.push_back(
            {Field::approved_by, N_("It must be approved by somebody else than the one who confirmed it")});
    if (complaints.empty() && is_same_name(mandate.approver, mandate.speaker))
        complaints.push_back(
            {Field::approved_by, N_("It must be approved by somebody else than the one it is about")});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    mandate.approved_at = now;
    return mandate;
}

}  // namespace medskapa
