#include "domain/decision/sami_consultation.hpp"

#include "base/text.hpp"
#include "domain/field.hpp"

#include <algorithm>

namespace medskapa {
namespace {

using Outcome = SamiConsultation::Outcome;

constexpr std::size_t longest_line = 200;
constexpr std::size_t longest_text = 20'000;

bool has_met(const SamiConsultation& c) {
    return std::any_of(c.events.begin(), c.events.end(),
        [](const auto& event) { return event.kind == SamiConsultation::Event::Kind::meeting; });
}

bool is_digest(const std::string& digest) {
    const auto is_hexadecimal = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    return digest.size() == 64 && std::all_of(digest.begin(), digest.end(), is_hexadecimal);
}

}  // namespace

Result<SamiConsultation> checked(SamiConsultation c) {
    c.counterpart = text::one_line(c.counterpart);
    c.motive = text::trimmed(text::cleaned(c.motive));
    const bool is_over_without_words =
        (c.outcome == Outcome::not_applicable || c.outcome == Outcome::not_reached) && c.motive.empty();
    const bool is_held = c.is_settled() && c.outcome != Outcome::not_applicable;
    std::vector<Complaint> complaints;
    if (c.counterpart.empty() || text::length(c.counterpart) > longest_line)
        complaints.push_back({Field::counterpart, N_("Write which organisation or body you consult")});
    if (is_over_without_words) complaints.push_back({Field::motive, N_("Write why. Everybody can read it")});
    if (text::length(c.motive) > longest_text)
        complaints.push_back({Field::motive, N_("Write at most {} characters"), {longest_text}});
    if (is_held && !has_met(c))
        complaints.push_back(
            {Field::outcome, N_("Write down at least one meeting before you say how it ended")});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return c;
}

Result<SamiConsultation::Event> checked(SamiConsultation::Event event, Day today) {
    event.text = text::trimmed(text::cleaned(event.text));
    event.digest = text::lower(text::trimmed(event.digest));
    std::vector<Complaint> complaints;
    if (event.text.empty()) complaints.push_back({Field::text, N_("Write what happened")});
    if (text::length(event.text) > longest_text)
        complaints.push_back({Field::text, N_("Write at most {} characters"), {longest_text}});
    if (event.day > today) complaints.push_back({Field::date, N_("Choose a day that has been")});
    if (!event.digest.empty() && !is_digest(event.digest))
        complaints.push_back({Field::digest, N_("A SHA-256 is 64 digits and letters a to f")});
    if (event.kind == SamiConsultation::Event::Kind::minutes && event.digest.empty())
        complaints.push_back({Field::digest, N_("Choose the file of the minutes, or write its SHA-256")});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return event;
}

bool is_settled(const std::vector<SamiConsultation>& all) {
    const auto settled = [](const SamiConsultation& c) { return c.is_settled(); };
    return !all.empty() && std::all_of(all.begin(), all.end(), settled);
}

}  // namespace medskapa
