#include "engine/regional/areas/labour_market_areas.hpp"

#include "engine/regional/areas/links.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <map>

namespace medskapa::regional {
namespace {

using Place = std::uint32_t;
constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
/// Moves a place may make on average before the search is given up: it settles within a few.
constexpr std::size_t most_moves = 200;

struct Cluster {
    std::vector<Place> members;  // in order
    double live = 0;             // employed who live in it
    double work = 0;             // employed who work in it
    double own = 0;              // employed who do both

    double containment() const { return std::min(own / live, own / work); }
};

/// 1 and more is good enough.
double validity(const Cluster& cluster, const AreaRule& rule) {
    const double containment = cluster.containment();
    if (containment >= 1) return 1;
    const double lacking =
        std::max(0.0, (rule.target_size - cluster.live) / (rule.target_size - rule.min_size));
    return std::min(1.0, containment / rule.target_containment) *
           (1 - (1 - rule.min_containment / rule.target_containment) * lacking) *
           (rule.target_containment / rule.min_containment);
}

class AreaSearch {
public:
    AreaSearch(const Flows& flows, const AreaRule& rule)
        : flows_(flows), rule_(rule), in_cluster_(flows.size(), nowhere), is_part_(flows.size(), true) {
        leave_out_the_unconnected();
        clusters_.resize(flows.size());
        validities_.resize(flows.size());
        for (Place place = 0; place < flows.size(); ++place) {
            if (is_part_[place]) put(place, place);
        }
    }

    /// False when it had to be given up.
    bool improve() {
        for (std::size_t moves = 0; moves < most_moves * flows_.size(); ++moves) {
            const auto worst = least_valid();
            if (worst == nowhere) return true;
            move(loosest(worst), worst);
        }
        return false;
    }

    /// Attaches what found no place, in rounds from the last code to the first, until a round changes
    /// nothing.
    void place_the_rest() {
        for (bool has_changed = true; has_changed;) {
            has_changed = false;
            for (auto place = flows_.size(); place-- > 0;) {
                if (!is_part_[place] || in_cluster_[place] != nowhere) continue;
                const auto to = closest(static_cast<Place>(place), nowhere);
                if (to == nowhere) continue;
                put(static_cast<Place>(place), to);
                has_changed = true;
            }
        }
    }

    const std::vector<Cluster>& clusters() const { return clusters_; }
    /// False when the place was left out before the search began.
    bool takes_part(Place place) const { return is_part_[place]; }

private:
    double residents(Place place) const { return residents_[place]; }
    double jobs(Place place) const { return jobs_[place]; }

    /// Repeated, as taking one out may leave another without a flow.
    void leave_out_the_unconnected() {
        for (bool has_changed = true; has_changed;) {
            has_changed = false;
            residents_ = sums(&Flows::out_of);
            jobs_ = sums(&Flows::into);
            for (Place place = 0; place < flows_.size(); ++place) {
                const bool is_alone =
                    residents_[place] <= flows_.stay(place) && jobs_[place] <= flows_.stay(place);
                const bool is_left_out = residents_[place] <= 0 || jobs_[place] <= 0 || is_alone;
                if (!is_part_[place] || !is_left_out) continue;
                is_part_[place] = false;
                has_changed = true;
            }
        }
    }

    std::vector<double> sums(std::span<const Flows::Flow> (Flows::*side)(std::size_t) const) const {
        std::vector<double> result(flows_.size());
        for (Place place = 0; place < flows_.size(); ++place) {
            result[place] = flows_.stay(place);
            for (const auto& flow : (flows_.*side)(place)) {
                if (is_part_[flow.place]) result[place] += flow.amount;
            }
        }
        return result;
    }

    void put(Place place, std::size_t id) {
        auto& members = clusters_[id].members;
        members.insert(std::lower_bound(members.begin(), members.end(), place), place);
        in_cluster_[place] = id;
        measure(id);
    }

    void take(Place place) {
        const auto id = in_cluster_[place];
        auto& members = clusters_[id].members;
        members.erase(std::lower_bound(members.begin(), members.end(), place));
        in_cluster_[place] = nowhere;
        measure(id);
    }

    /// From the members each time, so that the way there does not show in the sums.
    void measure(std::size_t id) {
        auto& cluster = clusters_[id];
        cluster.live = cluster.work = cluster.own = 0;
        for (const auto place : cluster.members) {
            cluster.live += residents(place);
            cluster.work += jobs(place);
            cluster.own += flows_.stay(place);
            for (const auto& flow : flows_.out_of(place)) {
                if (in_cluster_[flow.place] == id) cluster.own += flow.amount;
            }
        }
        validities_[id] = validity(cluster, rule_);
    }

    std::size_t least_valid() const {
        auto worst = nowhere;
        for (std::size_t id = 0; id < clusters_.size(); ++id) {
            if (clusters_[id].members.empty() || validities_[id] >= 1) continue;
            if (worst == nowhere || validities_[id] < validities_[worst]) worst = id;
        }
        return worst;
    }

    /// The member with most people who come from outside or live there without working there.
    Place loosest(std::size_t id) const {
        const auto& members = clusters_[id].members;
        if (members.size() == 1) return members.front();
        auto found = members.front();
        double most = -1;
        for (const auto place : members) {
            double loose = residents(place) - flows_.stay(place);
            for (const auto& flow : flows_.into(place)) {
                if (is_part_[flow.place] && in_cluster_[flow.place] != id) loose += flow.amount;
            }
            if (loose > most) found = place;
            most = std::max(most, loose);
        }
        return found;
    }

    /// The cluster, other than the one left, that the place is tied to most in both directions.
    std::size_t closest(Place place, std::size_t left) const {
        struct Tie {
            double to = 0;
            double from = 0;
        };
        std::map<std::size_t, Tie> ties;
        for (const auto& flow : flows_.out_of(place)) ties[in_cluster_[flow.place]].to += flow.amount;
        for (const auto& flow : flows_.into(place)) ties[in_cluster_[flow.place]].from += flow.amount;
        ties.erase(nowhere);
        ties.erase(left);
        auto found = nowhere;
        double strongest = -1;
        for (const auto& [id, tie] : ties) {
            const auto& cluster = clusters_[id];
            const double strength = tie.to * tie.to / (residents(place) * cluster.work) +
                                    tie.from * tie.from / (cluster.live * jobs(place));
            if (strength > strongest) found = id;
            strongest = std::max(strongest, strength);
        }
        return found;
    }

    /// To the closest cluster when that does not become less valid, else out of all.
    void move(Place place, std::size_t from) {
        take(place);
        const auto to = closest(place, from);
        if (to == nowhere) return;
        const double before = validities_[to];
        put(place, to);
        if (validities_[to] < before) take(place);
    }

    const Flows& flows_;
    const AreaRule& rule_;
    std::vector<std::size_t> in_cluster_;  // nowhere: left out, or waiting for a place
    std::vector<bool> is_part_;
    std::vector<double> residents_;
    std::vector<double> jobs_;
    std::vector<Cluster> clusters_;
    std::vector<double> validities_;
};

Decimal percent(double share) {
    return {100 * share, 1};
}

Place name_giver(const Flows& flows, const Cluster& cluster) {
    auto found = cluster.members.front();
    for (const auto place : cluster.members) {
        if (flows.jobs(place) > flows.jobs(found)) found = place;
    }
    return found;
}

void put_placings(Division& result, const Flows& flows, const Cluster& cluster) {
    const auto centre = name_giver(flows, cluster);
    for (const auto place : cluster.members) {
        auto& placing = result.places[place];
        placing.area = centre;
        placing.role = Role::member;
        placing.reason = {"member",
            N_("In an area of {} places around {}: {} % of those who live there also work there, and {} % of "
               "those who work there also live there."),
            {cluster.members.size(), flows.codes()[centre], percent(cluster.own / cluster.live),
                percent(cluster.own / cluster.work)}};
    }
}

Complaint why_unassigned(bool takes_part) {
    if (takes_part)
        return {"unassigned",
            N_("Unassigned: no area came about that it is tied to. The limits are too high for these "
               "flows."),
            {}};
    return {"unassigned",
        N_("Unassigned: it has no employed residents, no jobs, or no flow to or from another place."), {}};
}

bool is_sound(const AreaRule& rule) {
    return rule.min_size >= 0 && rule.target_size > rule.min_size && std::isfinite(rule.target_size) &&
           rule.min_containment > 0 && rule.target_containment >= rule.min_containment &&
           rule.target_containment <= 1;
}

}  // namespace

Result<Division> labour_market_areas(const Flows& flows, const AreaRule& rule) {
    if (!is_sound(rule)) {
        return refuse(Failure::Kind::invalid,
            {{"parameters",
                N_("The parameters do not hold together: sizes must be 0 <= min_size < target_size, and "
                   "containments 0 < min_sc <= target_sc <= 1."),
                {}}});
    }
    AreaSearch search(flows, rule);
    Division result{measured(flows, {}), flows.warnings()};
    if (!search.improve()) {
        result.warnings.push_back(
            {"unsettled", N_("The areas had not settled after {} moves a place; what was reached is given."),
                {most_moves}});
    }
    search.place_the_rest();
    for (Place place = 0; place < flows.size(); ++place)
        result.places[place].reason = why_unassigned(search.takes_part(place));
    for (const auto& cluster : search.clusters()) {
        if (!cluster.members.empty()) put_placings(result, flows, cluster);
    }
    return result;
}

}  // namespace medskapa::regional
