#include "domain/organisation/organisation.hpp"

#include "base/text.hpp"
#include "domain/field.hpp"
#include "domain/mail/address.hpp"

#include <algorithm>
#include <vector>

namespace medskapa {
namespace {

constexpr std::size_t longest_name = 120;
constexpr std::size_t longest_line_of_work = 120;
constexpr std::size_t digits_of_number = 10;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The last digit follows from the others: each second one is doubled, and all make a whole ten.
bool is_sound(const std::string& digits) {
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const int digit = (digits[i] - '0') * (i % 2 == 0 ? 2 : 1);
        sum += digit / 10 + digit % 10;
    }
    return sum % 10 == 0;
}

tl::unexpected<Failure> wrong_number(const char* why) {
    return refuse(Failure::Kind::invalid, {{Field::organisation_number, why}});
}

/// "https://www.Exempel.se/" and "@exempel.se" are "exempel.se".
std::string plain_domain(const std::string& typed) {
    auto domain = text::lower(text::one_line(typed));
    for (const auto* start : {"https://", "http://", "www.", "@"})
        if (domain.starts_with(start)) domain.erase(0, std::string_view{start}.size());
    return domain.substr(0, domain.find('/'));
}

bool is_domain(const std::string& domain) {
    return mail_address("registrator@" + domain).has_value() && domain.find('.') != domain.npos;
}

/// The address as mail is sent to it; what is none is a complaint.
std::string registrar_of(const std::string& typed, std::vector<Complaint>& complaints) {
    const auto plain = text::one_line(typed);
    if (plain.empty()) return plain;
    const auto address = mail_address(plain);
    if (!address)
        complaints.push_back({Field::registrar, N_("Write one e-mail address, or leave the field empty")});
    return address.value_or(plain);
}

std::string number_of(const std::string& typed, std::vector<Complaint>& complaints) {
    const auto plain = text::one_line(typed);
    if (plain.empty()) return plain;
    const auto number = organisation_number(plain);
    if (number) return *number;
    complaints.insert(complaints.end(), number.error().complaints.begin(), number.error().complaints.end());
    return {};
}

}  // namespace

std::string folded_organisation(std::string_view name) {
    return text::lower(text::one_line(text::cleaned(name)));
}

Result<std::string> organisation_number(std::string_view typed) {
    std::string digits;
    for (const char c : text::one_line(typed)) {
        if (is_digit(c))
            digits += c;
        else if (c != '-' && c != ' ')
            return wrong_number(N_("Write the ten digits of the organisation number"));
    }
    if (digits.size() == digits_of_number + 2 && digits.starts_with("16")) digits.erase(0, 2);
    if (digits.size() != digits_of_number)
        return wrong_number(N_("Write the ten digits of the organisation number"));
    if (digits[2] < '2')
        return wrong_number(
            N_("This looks like a personal identity number, which we do not keep. Leave the "
               "field empty for somebody who trades under their own number"));
    if (!is_sound(digits))
        return wrong_number(N_("The last digit does not fit the others. Compare the organisation number"));
    return digits.substr(0, 6) + '-' + digits.substr(6);
}

Sector usual_sector_of(OrganisationKind kind) {
    switch (kind) {
        case OrganisationKind::municipality:
        case OrganisationKind::region:
        case OrganisationKind::state_authority:
        case OrganisationKind::neighbour: return Sector::public_sector;
        case OrganisationKind::business: return Sector::business;
        case OrganisationKind::academia: return Sector::research;
        case OrganisationKind::sami:
        case OrganisationKind::civil_society:
        case OrganisationKind::other: break;
    }
    return Sector::civil_society;
}

Result<Organisation> checked(Organisation organisation) {
    std::vector<Complaint> complaints;
    organisation.name = text::one_line(text::cleaned(organisation.name));
    organisation.folded_name = folded_organisation(organisation.name);
    organisation.line_of_work = text::one_line(text::cleaned(organisation.line_of_work));
    if (organisation.name.empty()) complaints.push_back({Field::name, N_("Write a name")});
    if (text::length(organisation.name) > longest_name)
        complaints.push_back({Field::name, N_("Write at most {} characters"), {longest_name}});
    organisation.number = number_of(organisation.number, complaints);
    if (text::length(organisation.line_of_work) > longest_line_of_work)
        complaints.push_back(
            {Field::line_of_work, N_("Write at most {} characters"), {longest_line_of_work}});
    organisation.registrar = registrar_of(organisation.registrar, complaints);
    organisation.domain = plain_domain(organisation.domain);
    if (!organisation.domain.empty() && !is_domain(organisation.domain))
        complaints.push_back(
            {Field::domain, N_("Write a domain such as exempel.se, or leave the field empty")});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return organisation;
}

}  // namespace medskapa
