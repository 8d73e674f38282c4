#pragma once

#include "domain/organisation/sector.hpp"
#include "domain/site/process.hpp"

#include <optional>
#include <string>
#include <vector>

namespace medskapa {

/// Some who know a field are asked for a number that nobody knows yet, in rounds (the Delphi method). After
/// each round they see what all have said together, never who said what, and may change their minds.
struct Panel {
    Id<Panel> id = {};
    Id<Process> process = {};
    int number = 0;          // in the process
    Localized title = {};    // the question
    Localized text = {};     // what is meant by it, and what is known
    std::string unit = {};   // what the number counts: "jobb", "procent"
    std::int64_t least = 0;  // no number below or above these is taken
    std::int64_t most = 100;
    Instant begun_at = {};
};

/// "E-1"
std::string reference(const Panel&);

/// Refuses one without a question, without what it means, or without what the number counts, and a lowest
/// number that is not below the highest.
Result<Panel> checked(Panel);

/// When a panel is asked. Its days never change: it is counted once, when it is over.
struct PanelRound {
    Id<PanelRound> id = {};
    Id<Process> process = {};
    Id<Panel> panel = {};
    int round = 1;
    Day opens = {};
    Day closes = {};            // the last day
    std::string feedback = {};  // what was said in the round before, in the words of who leads the work

    bool is_open(Day today) const { return opens <= today && today <= closes; }
    bool is_over(Day today) const { return today > closes; }
};

inline constexpr std::size_t most_rounds = 5;

/// Made the next after those before it. Refuses days that have been, overlap a round or stand the wrong way,
/// a further round while one is not over, one without what was said before, and a sixth. `is_told`: that of
/// the round before anything is shown; otherwise none of its reasons are kept to be shown either.
Result<PanelRound> checked(PanelRound, const std::vector<PanelRound>& before, Day today, bool is_told = true);

/// Somebody who was asked by a link of their own. Never a person's name.
struct PanelMember {
    Id<PanelMember> id = {};
    Id<Process> process = {};
    Id<Panel> panel = {};
    std::string organisation = {};
    Sector sector = Sector::research;
    Instant invited_at = {};
};
Result<PanelMember> checked(PanelMember);

/// What one member said in one round.
struct PanelEstimate {
    Id<PanelEstimate> id = {};
    Id<Process> process = {};
    Id<Panel> panel = {};
    int round = 0;            // of what is sent: the one that its page showed, 0 where it showed none
    std::string member = {};  // a digest of the member's link, the same in all rounds of the panel
    std::int64_t value = 0;
    std::string reason = {};  // read by who leads the work, and never shown
};

/// Refuses a number outside the panel's bounds, and a reason that is too long.
Result<PanelEstimate> checked(PanelEstimate, const Panel&);

/// What a round came to. None of it is about fewer than five.
struct RoundOutcome {
    int round = 0;
    std::size_t people = 0;
    double median = 0;
    double low = 0;   // a quarter said less
    double high = 0;  // a quarter said more

    double spread() const { return high - low; }
};

/// What the middle half of the members did from the first outcome to the last.
enum class Convergence { one_round, agreed, closer, as_before, further };
/// `outcomes`: at least one, by round. A tenth of the first spread is noticed.
Convergence convergence_of(const std::vector<RoundOutcome>& outcomes);

}  // namespace medskapa
