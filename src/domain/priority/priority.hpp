#pragma once

#include "domain/organisation/sector.hpp"
#include "domain/site/process.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medskapa {

/// What the region may concentrate on. It is proposed, tried, weighed and decided, and stays to be read with
/// the reason whatever became of it.
struct Priority {
    enum class Kind { thematic, horizontal, strength_area };
    enum class Outcome { proposed, chosen, merged, reworked, divided, rejected };

    Id<Priority> id = {};
    Id<Process> process = {};
    int number = 0;  // in the process
    Kind kind = Kind::thematic;
    Localized title = {};
    Localized text = {};
    Localized vision = {};
    Localized needs = {};
    std::optional<std::int64_t> jobs = {};  // people who work in it; none: not known
    std::string mass = {};                  // critical mass, in words
    std::string relatedness = {};           // what it can grow from, in words
    std::string objections = {};            // what speaks against it, a line each
    std::optional<Day> proposed_on = {};
    Outcome outcome = Outcome::proposed;
    std::string became = {};  // numbers of the priorities that it went into: "8 9"
    std::string motive = {};  // why it became what it became
    std::optional<Day> decided_on = {};

    bool is_decided() const { return outcome != Outcome::proposed; }
    /// Whether the region concentrates on it.
    bool is_chosen() const { return outcome == Outcome::chosen; }
};
template <>
inline constexpr auto names_of<Priority::Kind> = names<Priority::Kind>({
    {Priority::Kind::thematic, "thematic", N_("Thematic")},
    {Priority::Kind::horizontal, "horizontal", N_("Horizontal")},
    {Priority::Kind::strength_area, "strength_area", N_("Strength area")},
});
template <>
inline constexpr auto names_of<Priority::Outcome> = names<Priority::Outcome>({
    {Priority::Outcome::proposed, "proposed", NC_("priority", "Proposed")},
    {Priority::Outcome::chosen, "chosen", NC_("priority", "Chosen")},
    {Priority::Outcome::merged, "merged", NC_("priority", "Merged")},
    {Priority::Outcome::reworked, "reworked", NC_("priority", "Reworked")},
    {Priority::Outcome::divided, "divided", NC_("priority", "Divided")},
    {Priority::Outcome::rejected, "rejected", NC_("priority", "Not chosen")},
});

/// From how many people who work in it we say that a priority has critical mass: a rule of thumb of ours.
inline constexpr std::int64_t critical_mass = 1000;
/// How many kinds of actors are to have tried it together.
inline constexpr std::size_t sectors_needed = 3;

/// "P-3"
std::string reference(const Priority&);

/// Whole numbers above 0 between blanks, each once, in their order; other words are left out.
std::vector<int> numbers_in(std::string_view);

/// Refuses one without a title or what it is about, and what is too long or no number of people.
Result<Priority> checked(Priority);

/// What was decided of a priority: the outcome, the motive and the day of it are taken over. Refuses a
/// decision without a motive, one of tomorrow, and one that joins it to itself. `known`: the numbers that
/// there are.
Result<Priority> decided(const Priority&, const Priority& decision, const std::vector<int>& known, Day today);

/// A meeting where a priority was tried by those who know (an event of entrepreneurial discovery).
struct Discovery {
    Id<Discovery> id = {};
    Id<Process> process = {};
    Id<Priority> priority = {};
    Id<Event> event = {};
    std::int64_t people = 0;   // who took part; 0: not known or not shown
    std::string sectors = {};  // names of sectors between blanks
    std::string learned = {};
    Instant noted_at = {};
};

inline constexpr std::int64_t fewest_told = 5;

/// Refuses one without what was learned or without a sector, and a number of people from 1 to 4, in which
/// single persons could be recognised.
Result<Discovery> checked(Discovery);

/// How many kinds of actors have tried the priority together.
std::vector<Sector> sectors_of(const std::vector<Discovery>&);

}  // namespace medskapa
