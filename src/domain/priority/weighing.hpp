#pragma once

#include "domain/priority/priority.hpp"

#include <array>

namespace medskapa {

/// Many say which of some priorities matter most to them. Its days never change: what is published when it is
/// over is counted once.
struct Weighing {
    Id<Weighing> id = {};
    Id<Process> process = {};
    int number = 0;
    Localized title = {};
    std::string items = {};  // numbers of priorities, between blanks
    Day opens = {};
    Day closes = {};  // the last day

    bool is_open(Day today) const { return opens <= today && today <= closes; }
    bool is_over(Day today) const { return today > closes; }
};

/// "V-1"
std::string reference(const Weighing&);

inline constexpr std::size_t fewest_weighed = 4;  // of which the best and the worst are named
inline constexpr std::size_t most_weighed = 20;
inline constexpr int whole_sum = 100;

/// Refuses one without a title, with fewer than four or more than twenty priorities, or one that is not
/// `known`, and days that have been or stand the wrong way.
Result<Weighing> checked(Weighing, const std::vector<int>& known, Day today);

/// Somebody who was asked by a link of their own, so that it is known who answers.
struct WeighingInvitation {
    Id<WeighingInvitation> id = {};
    Id<Process> process = {};
    Id<Weighing> weighing = {};
    std::string organisation = {};  // never a person
    Sector sector = Sector::business;
    Instant invited_at = {};
};
Result<WeighingInvitation> checked(WeighingInvitation);

/// How sure it is who has weighed: anybody with a browser, or somebody who was asked.
enum class WeigherKind { open, invited };
template <>
inline constexpr auto names_of<WeigherKind> = names<WeigherKind>({
    {WeigherKind::open, "open", N_("Open answers")},
    {WeigherKind::invited, "invited", N_("Invited answers")},
});

/// Of four priorities, by their places in the weighing: the most and the least important.
struct BestOfFour {
    std::array<std::uint32_t, 4> shown{};
    std::uint32_t best = 0;
    std::uint32_t worst = 0;

    bool operator==(const BestOfFour&) const = default;
};

/// What one person has answered: points, choices, or both.
struct WeighingAnswer {
    Id<WeighingAnswer> id = {};
    Id<Process> process = {};
    Id<Weighing> weighing = {};
    std::string person = {};  // a digest that nobody can trace
    WeigherKind assurance = WeigherKind::open;
    Sector sector = Sector::business;
    std::string points = {};   // one for each priority, between blanks; empty: not given
    std::string choices = {};  // text_of(choices)

    std::vector<std::int64_t> shares() const;
    std::vector<BestOfFour> bests() const;
};

/// "0 1 2 3 0 3;..." and back. Reading throws std::logic_error for what text_of() has not written.
std::string text_of(const std::vector<BestOfFour>&);

/// Refuses points that are not one whole number for each priority or do not make a hundred, choices whose
/// best is the worst, and an answer that is neither.
Result<WeighingAnswer> checked(WeighingAnswer, std::size_t items);

}  // namespace medskapa
