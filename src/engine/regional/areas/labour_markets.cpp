#include "engine/regional/areas/labour_markets.hpp"

#include "engine/regional/areas/links.hpp"

#include <fmt/format.h>

namespace medskapa::regional {
namespace {

Decimal percent(double share) {
    return {100 * share, 1};
}

/// What a reason speaks of.
struct Case {
    const Flows& flows;
    const Placing& place;
    double max_out;
    double max_single;
    std::size_t max_links;

    const std::string& target() const { return flows.codes()[*place.largest_to]; }
};

Complaint follower_reason(const Case& of) {
    if (of.place.out_share > of.max_out) {
        return {"follower",
            N_("Follows {}, where {} % of its employed work: {} % work elsewhere, above {} %."),
            {of.target(), percent(of.place.largest_share), percent(of.place.out_share), percent(of.max_out)}};
    }
    return {"follower", N_("Follows {}, where {} % of its employed work, above {} % for a single flow."),
        {of.target(), percent(of.place.largest_share), percent(of.max_single)}};
}

Complaint centre_reason(const Case& of) {
    const auto out = percent(of.place.out_share);
    const auto largest = percent(of.place.largest_share);
    const auto max_out = percent(of.max_out);
    const auto max_single = percent(of.max_single);
    switch (of.place.role) {
        case Role::isolated:
            return {"isolated", N_("A centre of its own: nobody who lives there works elsewhere."), {}};
        case Role::workplace:
            return {"workplace",
                N_("A centre: more people work there than live there, and the largest flow out is {} %, at "
                   "most {} %."),
                {largest, max_single}};
        case Role::secondary:
            return {"secondary",
                N_("A secondary centre: {} % work elsewhere, the largest flow out is {} %, and others follow "
                   "it."),
                {out, largest}};
        case Role::alone:
            return {"alone", N_("Stands by itself: {} % work elsewhere, but no single flow is above {} %."),
                {out, max_single}};
        default:
            return {"self_sufficient",
                N_("A centre: {} % of its employed work elsewhere, at most {} %, and {} % in any one place, "
                   "at "
                   "most {} %."),
                {out, max_out, largest, max_single}};
    }
}

Complaint reason(const Case& of) {
    switch (of.place.role) {
        case Role::follower: return follower_reason(of);
        case Role::cut_from_circle:
            return {"cut_from_circle",
                N_("A centre by rule: places that follow each other form a circle, and its link to {}, {} %, "
                   "is the weakest."),
                {of.target(), percent(of.place.largest_share)}};
        case Role::cut_from_chain:
            return {"cut_from_chain",
                N_("A centre by rule: a chain to the centre had more than {} links, and its link to {}, {} "
                   "%, "
                   "is the weakest."),
                {of.max_links, of.target(), percent(of.place.largest_share)}};
        default: return centre_reason(of);
    }
}

Role local_role(const Placing& place, const LocalRule& rule) {
    if (!place.largest_to) return Role::isolated;
    const bool is_centre = place.out_share <= rule.max_out && place.largest_share <= rule.max_single;
    return is_centre ? Role::self_sufficient : Role::follower;
}

Role nordic_role(const Placing& place, bool has_more_jobs, const NordicRule& rule) {
    if (!place.largest_to) return Role::isolated;
    const bool has_small_flows = place.largest_share <= rule.max_single;
    if (has_small_flows && place.out_share <= rule.max_out) return Role::self_sufficient;
    if (has_small_flows && has_more_jobs) return Role::workplace;
    return place.largest_share > rule.follows_above ? Role::follower : Role::alone;
}

void raise_secondary_centres(std::vector<Placing>& places, double max_out) {
    std::vector<bool> is_followed(places.size());
    for (const auto& place : places) {
        if (place.role == Role::follower) is_followed[*place.largest_to] = true;
    }
    for (std::size_t p = 0; p < places.size(); ++p) {
        if (places[p].role == Role::alone && is_followed[p] && places[p].out_share <= max_out)
            places[p].role = Role::secondary;
    }
}

}  // namespace

Division local_labour_markets(const Flows& flows, const Employed& employed, const LocalRule& rule) {
    Division result{measured(flows, employed), flows.warnings()};
    for (auto& place : result.places) place.role = local_role(place, rule);
    settle(result.places, rule.max_links);
    for (auto& place : result.places)
        place.reason = reason({flows, place, rule.max_out, rule.max_single, rule.max_links});
    return result;
}

Division nordic_labour_markets(const Flows& flows, const Employed& employed, const NordicRule& rule) {
    Division result{measured(flows, employed), flows.warnings()};
    for (std::size_t p = 0; p < flows.size(); ++p) {
        const bool has_more_jobs = flows.jobs(p) > employed_in(flows, employed, p);
        result.places[p].role = nordic_role(result.places[p], has_more_jobs, rule);
    }
    raise_secondary_centres(result.places, rule.secondary_max_out);
    settle(result.places, rule.max_links);
    for (auto& place : result.places) {
        const bool is_compared_with_following = place.role == Role::follower || place.role == Role::alone;
        const double single = is_compared_with_following ? rule.follows_above : rule.max_single;
        place.reason = reason({flows, place, rule.max_out, single, rule.max_links});
    }
    return result;
}

std::vector<Move> sensitivity(
    const Flows& flows, const Employed& employed, const LocalRule& rule, double step) {
    const auto now = local_labour_markets(flows, employed, rule);
    std::vector<Move> moves;
    const std::pair<const char*, double LocalRule::*> limits[] = {
        {"max_out", &LocalRule::max_out}, {"max_single", &LocalRule::max_single}};
    for (const auto& [name, limit] : limits) {
        for (const double change : {-step, step}) {
            auto other = rule;
            other.*limit += change;
            const auto then = local_labour_markets(flows, employed, other);
            for (std::size_t p = 0; p < flows.size(); ++p) {
                if (then.places[p].area == now.places[p].area) continue;
                moves.push_back({p, name, other.*limit, *then.places[p].area});
            }
        }
    }
    return moves;
}

}  // namespace medskapa::regional
