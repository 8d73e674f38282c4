#pragma once

#include "domain/site/process.hpp"

namespace medskapa {

/// Consultation with representatives of the Sámi people before a decision that concerns them (law 2022:66).
struct SamiConsultation {
    enum class Outcome { ongoing, agreement, consent, not_reached, not_applicable };

    struct Event {
        enum class Kind { invitation, meeting, position_of_region, position_of_counterpart, minutes };

        Id<Event> id = {};
        Kind kind = Kind::invitation;
        Day day = {};
        std::string text = {};
        std::string digest = {};  // SHA-256 of the minutes or a letter, hexadecimal; empty: none
    };

    Id<SamiConsultation> id = {};
    Id<Process> process = {};
    int number = 0;                // in the process
    std::string counterpart = {};  // an organisation, never a person
    Outcome outcome = Outcome::ongoing;
    std::string motive = {};  // why there is no agreement, or no need to consult
    std::vector<Event> events = {};

    /// Whether it has been held to its end, or found not to be needed.
    bool is_settled() const { return outcome != Outcome::ongoing; }
};
template <>
inline constexpr auto names_of<SamiConsultation::Outcome> = names<SamiConsultation::Outcome>({
    {SamiConsultation::Outcome::ongoing, "ongoing", N_("Goes on")},
    {SamiConsultation::Outcome::agreement, "agreement", N_("Agreement")},
    {SamiConsultation::Outcome::consent, "consent", N_("Consent")},
    {SamiConsultation::Outcome::not_reached, "not_reached", N_("No agreement was reached")},
    {SamiConsultation::Outcome::not_applicable, "not_applicable", N_("Not needed")},
});
template <>
inline constexpr auto names_of<SamiConsultation::Event::Kind> = names<SamiConsultation::Event::Kind>({
    {SamiConsultation::Event::Kind::invitation, "invitation", NC_("consultation", "invitation")},
    {SamiConsultation::Event::Kind::meeting, "meeting", NC_("consultation", "meeting")},
    {SamiConsultation::Event::Kind::position_of_region, "position_of_region", N_("the region's position")},
    {SamiConsultation::Event::Kind::position_of_counterpart, "position_of_counterpart",
        N_("the counterpart's position")},
    {SamiConsultation::Event::Kind::minutes, "minutes", NC_("consultation", "minutes")},
});

/// Refuses one without a counterpart, an end without a meeting, and no agreement or no need without why.
Result<SamiConsultation> checked(SamiConsultation);
/// Refuses an event without words, one of tomorrow, and a digest that is not one.
Result<SamiConsultation::Event> checked(SamiConsultation::Event, Day today);

/// Whether a decision may be taken without a warning: something is settled, and nothing goes on.
bool is_settled(const std::vector<SamiConsultation>&);

}  // namespace medskapa
