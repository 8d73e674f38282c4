#pragma once

#include "engine/opinion/map.hpp"

namespace medskapa::opinion {

/// A statement that is on one of the two maps' lists only.
struct ListChange {
    enum class Place { consensus_agree, consensus_disagree, representative };

    Place place = Place::representative;
    StatementId statement = 0;
    int label = Grouping::none;  // the group's, of what represents a group
    bool is_gained = false;      // it is there without them only
};

/// What it changes to leave some people out.
struct Sensitivity {
    std::size_t left_out = 0;
    int groups = 0;  // with everybody
    int groups_without = 0;
    double ari = 1;  // agreement of the groups, over those who are in one on both maps
    std::vector<ListChange> changes;
    /// By statement: how much the share that agrees, and the one that disagrees, rises without them.
    std::vector<Shares> shifts;
};

/// `with` is the conversation's map, by these settings. Draws the map anew without `participants`; it goes on
/// from the first one, so that groups keep their names. The conversation is not changed. Costs a copy of its
/// votes and a cold map.
struct Comparison {
    Map without;
    Sensitivity sensitivity;
};
Comparison sensitivity(
    const Conversation&, const Settings&, const Map& with, const std::vector<ParticipantId>& participants);

}  // namespace medskapa::opinion
