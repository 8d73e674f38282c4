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
inline constexpr std::array<std::string_view, 5> names_of<SamiConsultation::Outcome>{
    "ongoing", "agreement", "consent", "not_reached", "not_applicable"};
template <>
inline constexpr std::array<std::string_view, 5> names_of<SamiConsultation::Event::Kind>{
    "invitation", "meeting", "position_of_region", "position_of_counterpart", "minutes"};

/// Refuses one without a counterpart, an end without a meeting, and no agreement or no need without why.
Result<SamiConsultation> checked(SamiConsultation);
/// Refuses an event without words, one of tomorrow, and a digest that is not one.
Result<SamiConsultation::Event> checked(SamiConsultation::Event, Day today);

/// Whether a decision may be taken without a warning: something is settled, and nothing goes on.
bool is_settled(const std::vector<SamiConsultation>&);

}  // namespace medskapa
