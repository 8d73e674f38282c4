#pragma once

#include "engine/opinion/statistics/group_votes.hpp"

namespace medskapa::opinion {

struct Consensus {
    std::size_t statement = 0;  // index
    double p = 0;
    double p_test = 0;
};

/// What most of all agree with, and what most disagree with: at most five each, the clearest first, with a
/// share above one half that is hardly chance.
struct ConsensusLists {
    std::vector<Consensus> agree;
    std::vector<Consensus> disagree;
};
ConsensusLists consensus_lists(std::span<const Tally> everyone, const std::vector<bool>& left_out);

/// What all groups agree on. The product of the groups' shares is Polis' measure: it favours few groups and
/// few votes. A bound is the least of the groups' lower 90 % bounds of the share (Wilson 1927, one-sided), so
/// that a statement is high only where each group has said so often enough; 0 where a group has no votes. A
/// mean bound is the geometric mean of the same bounds: it forgives one lukewarm group more.
struct CommonGround {
    double agree = 0;
    double disagree = 0;
    double agree_bound = 0;
    double disagree_bound = 0;
    double agree_mean_bound = 0;
    double disagree_mean_bound = 0;
};
std::vector<CommonGround> common_ground(const GroupTallies&, std::size_t statements);

/// The lower end of the one-sided interval for a share, 0..1; 0 without trials.
double wilson_lower(std::int32_t successes, std::int32_t trials, double z);

}  // namespace medskapa::opinion
