#pragma once

#include "engine/opinion/conversation.hpp"
#include "engine/opinion/groups/stability.hpp"
#include "engine/opinion/memory.hpp"
#include "engine/opinion/plane/plane.hpp"
#include "engine/opinion/statistics/bridging.hpp"
#include "engine/opinion/statistics/consensus.hpp"
#include "engine/opinion/statistics/group_votes.hpp"
#include "engine/opinion/statistics/participation.hpp"
#include "engine/opinion/statistics/representative.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace medskapa::opinion {

/// Changes whenever a result may change for the same votes.
inline constexpr std::string_view engine_version = "medskapa-opinion/2";

struct Settings {
    /// `polis` does what Polis' worker does, for comparison with it; groups then depend on the order of ids,
    /// and on earlier maps when those are remembered. `robust` depends on nothing but the votes.
    enum class Mode { robust, polis };
    /// A participant's group, 0 and up, decided by somebody else.
    using FixedGroups = std::vector<std::pair<ParticipantId, int>>;

    static constexpr std::size_t enough_votes = 7;     // to belong to a group, or all there are to vote on
    static constexpr std::size_t fewest_grouped = 15;  // else those who have voted most fill up

    Mode mode = Mode::robust;
    std::uint64_t seed = 0;
    std::optional<FixedGroups> groups = {};
};

/// Everything that one conversation's votes say at one moment. Participants in rising order of their ids,
/// statements in the conversation's order; an index into either means that order.
struct Map {
    Settings::Mode mode = Settings::Mode::robust;
    std::uint64_t seed = 0;
    std::size_t votes = 0;
    std::vector<ParticipantId> participants;
    std::vector<StatementId> statements;
    std::vector<bool> left_out;         // by statement: takes no part in the map
    std::vector<bool> in_conversation;  // by participant: has voted often enough to belong to a group
    Participation participation;

    Plane plane;
    std::vector<Point> positions;  // by participant

    Grouping groups;                    // by participant; none outside the conversation
    std::vector<Point> group_centers;   // the members' mean
    std::vector<int> labels;            // by group: the name it keeps from map to map
    std::vector<double> margins;        // by participant: 0 on a border .. 1 at the group's middle; 0 outside
    std::map<int, double> silhouettes;  // by number of groups tried
    std::optional<Stability> stability;  // none for fixed groups
    Choice choice;                       // in mode `robust`
    ClassicMemory classic;               // in mode `polis`, unless groups are fixed

    GroupTallies tallies;  // groups x statements
    /// What the comparison of groups saw: the tallies, but in mode `polis` a statement that is left out
    /// counts as passed by every member.
    GroupTallies compared;
    std::vector<std::vector<Leaning>> leanings;               // groups x statements
    std::vector<std::vector<Representative>> representative;  // by group
    ConsensusLists consensus;                                 // over everybody, in groups or not
    std::vector<CommonGround> ground;                         // by statement
    std::vector<double> extremity;                            // by statement, >= 0
    std::vector<double> priority;                             // by statement, > 0
    Bridging bridging;                                        // empty until add_bridging
};

/// Called with the name of each stage as it begins.
using Progress = std::function<void(std::string_view stage)>;

/// A pure function of the votes, the standings, the settings and what is remembered: the same bits for the
/// same votes, however they came. O(votes + statements^2) when the conversation's pairs are counted. With an
/// empty memory the map is drawn from nothing. Fixed groups only turn the plane by it; mode `polis` turns the
/// plane, which the original does not, unless only `Memory::classic` is given.
Map draw_map(const Conversation&, const Settings&, const Memory&, const Progress&);

/// Fills in the bridging scores, which cost some tens of passes over the votes and change slowly: a server
/// need not compute them with every map.
void add_bridging(Map&, const Conversation&);

/// What to give to the next draw_map of the same conversation.
Memory remembered(const Map&);

}  // namespace medskapa::opinion
