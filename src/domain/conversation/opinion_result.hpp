#pragma once

#include "domain/conversation/statement.hpp"
#include "domain/conversation/voter.hpp"

#include <array>
#include <optional>

namespace medskapa {

/// What the votes of a conversation say at one moment, in numbers that no single person can be read out
/// of: docs/adr/0013-published-votes.md has the rule, and why it is enough. Drawn by
/// app::OpinionMapUpdater, kept as a snapshot, shown as it stands.
struct OpinionResult {
    /// No mark and no number stands for fewer people than this. Counts of people and of votes are in this
    /// many at a time.
    static constexpr int fewest_shown = 5;
    /// There is no map of fewer people.
    static constexpr int fewest_people = 20;
    /// How many statements somebody must have voted on to be counted, or all where there are fewer.
    static constexpr int enough_votes = 7;
    /// How much of a group comes back for its border to be called firm (Hennig, CSDA 52, 2007), and not to be
    /// called uncertain.
    static constexpr int firm_percent = 75;
    static constexpr int certain_percent = 60;

    struct Point {
        double x = 0;
        double y = 0;

        bool operator==(const Point&) const = default;
    };

    /// Each way of voting in fives.
    struct Votes {
        int agrees = 0;
        int disagrees = 0;
        int votes = 0;  // passes too

        bool is_shown() const { return votes >= fewest_shown; }
        double share_agreeing() const { return votes == 0 ? 0 : static_cast<double>(agrees) / votes; }
        bool operator==(const Votes&) const = default;
    };

    /// So many people stand around here.
    struct Mark {
        static constexpr int no_group = -1;

        Point at;              // whole steps from the origin
        int people = 0;        // exactly
        int group = no_group;  // the label of the group that most of them belong to
    };

    struct Group {
        int label = 0;         // the name that it keeps from map to map: 0 is A
        int size = 0;          // in fives
        double stability = 1;  // how much of it comes back when people are drawn anew, 0..1
        Point center;          // whole steps from the origin
        struct KnownFor {
            int statement = 0;  // number
            Stance side = Stance::agree;
        };
        std::vector<KnownFor> known_for;
    };

    struct OnStatement {
        int number = 0;
        Votes everyone;
        std::vector<Votes> by_group;  // as `groups`
        double agree_bound = 0;       // the least of the groups' lower bounds of the share that agrees
        double disagree_bound = 0;
        double bridging = 0;
        Votes without_flagged;       // none where the difference would show few
        std::vector<Votes> by_tier;  // as `tiers`
        struct Weighted {
            double agree = 0;  // shares of all votes, 0..1
            double disagree = 0;
            double effective_votes = 0;  // as many counted alike would be as sure; 0: not weighted
        };
        Weighted weighted;
        // What places a person: their votes on the statements, see position_of().
        double center = 0;                  // in hundredths
        std::array<double, 2> direction{};  // in 64ths
    };

    std::string engine;
    std::uint64_t seed = 0;
    int version = 0;          // of the conversation's map, from 1; 0: nothing has been published
    int participants = 0;     // in fives
    int votes = 0;            // in fives
    double step = 0;          // between places where a mark can be
    std::vector<Mark> marks;  // by place
    double agreement = 1;     // mean adjusted Rand index when people are drawn anew
    bool is_uncertain = false;
    bool has_groups_withheld = false;  // too few moved between the groups since they were last shown
    std::vector<Group> groups;
    std::vector<OnStatement> statements;

    struct Flagged {
        int people = 0;           // in fives; 0: fewer than five
        int groups = 0;           // without them
        std::vector<int> united;  // numbers of what unites, without them
    };
    Flagged flagged;

    /// Those who voted, by how sure it is who they are; a tier of few is not shown.
    struct Tier {
        Assurance assurance = Assurance::anonymous;
        int people = 0;  // in fives
    };
    std::vector<Tier> tiers;

    /// By which questions the votes are weighted to look like the county, next to the unweighted. No
    /// question: they are not.
    struct Weighting {
        std::vector<std::string> questions;  // "municipality", "age_class"
        int answered = 0;                    // people who answered one of them, in fives
        double effective_people = 0;         // as many counted alike would be as sure (Kish 1965), in fives
    };
    Weighting weighting;

    /// A few statements, chosen so that no group of people that is large enough is left without its part of
    /// them. The counts are of everybody on the map.
    struct Slate {
        std::vector<int> statements;  // numbers, in the order of choice
        int known = 0;                // people who agree with one of them, in fives
        int could_be = 0;             // and those who have one of them to answer yet, in fives
        int expected = 0;             // people who would, by how others answered, in fives; 0: not known
    };
    Slate slate;

    /// How far the map lies about who votes like whom; nothing of few people.
    struct Distortion {
        double trustworthiness = 0;  // 0..1: whether neighbours on the map vote alike
        int hollow = 0;              // people whose neighbours on the map do not vote like them, in fives
        double shown = 0;            // share of what votes differ in that the map shows, 0..1
    };
    std::optional<Distortion> distortion;

    bool is_shown() const { return participants >= fewest_shown; }
};

/// To the nearest five, halves upwards.
int in_fives(int people);
/// Each way of voting to the nearest five; all of them are the sum of these.
OpinionResult::Votes in_fives(const OpinionResult::Votes&);

/// Why the result may not be published, in words for a log: a mark of fewer than five, a count that is not in
/// fives, a place between the steps. Empty when it may.
std::string breach_of_privacy(const OpinionResult&);

/// What all groups agree on, or all disagree with: the surest first, where each group's bound is above one
/// half.
std::vector<const OpinionResult::OnStatement*> what_unites(const OpinionResult&, std::size_t most);
/// Where the shares agreeing of two groups lie furthest apart, at least 0.3.
std::vector<const OpinionResult::OnStatement*> what_divides(const OpinionResult&, std::size_t most);
/// Of what neither unites nor divides: what gets more agreement than the groups' other votes would show, the
/// most first, where more are for than against in every group that is shown.
std::vector<const OpinionResult::OnStatement*> what_bridges(const OpinionResult&, std::size_t most);

/// One person's votes by statement number.
using OwnVotes = std::vector<std::pair<int, Stance>>;
/// On how many more statements of the map somebody has to vote before they are placed: seven in all, or every
/// one where there are fewer.
int votes_until_placed(const OpinionResult&, const OwnVotes&);
/// Where a person stands on the map; nothing before they have voted on enough of it.
std::optional<OpinionResult::Point> position_of(const OpinionResult&, const OwnVotes&);

/// Empties the cells of few votes. Where what is left out of their sum would show few all the same, the
/// smallest of the others goes too. O(cells log cells).
void hide_few(std::vector<OpinionResult::Votes>& cells);

/// Half the width of the 90 % interval (Wilson) around a share of so many votes, and what counting in fives
/// may have moved it, 0..1.
double uncertainty_of(const OpinionResult::Votes&);

}  // namespace medskapa
