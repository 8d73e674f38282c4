#include "engine/regional/areas/links.hpp"

#include <algorithm>

namespace medskapa::regional {
namespace {

bool follows(const Placing& place) {
    return place.role == Role::follower;
}

/// The weakest of some followers; ties go to the lowest place.
std::size_t weakest(const std::vector<Placing>& places, const std::vector<std::size_t>& among) {
    return *std::min_element(among.begin(), among.end(), [&](std::size_t a, std::size_t b) {
        return std::pair{places[a].largest_share, a} < std::pair{places[b].largest_share, b};
    });
}

/// Followers from `start` up to, not including, a centre or a place seen twice.
std::vector<std::size_t> path_from(
    const std::vector<Placing>& places, std::size_t start, std::vector<std::size_t>& seen_from) {
    std::vector<std::size_t> path;
    for (auto at = start; follows(places[at]) && seen_from[at] > start; at = *places[at].largest_to) {
        seen_from[at] = start;
        path.push_back(at);
    }
    return path;
}

/// Places before `start` already lead to a centre, so a path ends at one of them, at a centre, or in a circle
/// of its own.
void cut_circles(std::vector<Placing>& places) {
    std::vector<std::size_t> seen_from(places.size(), places.size());
    for (std::size_t start = 0; start < places.size(); ++start) {
        const auto path = path_from(places, start, seen_from);
        if (path.empty()) continue;
        const auto closing = std::find(path.begin(), path.end(), *places[path.back()].largest_to);
        if (closing == path.end()) continue;
        places[weakest(places, {closing, path.end()})].role = Role::cut_from_circle;
    }
}

void count_links(std::vector<Placing>& places) {
    for (auto& place : places) place.area.reset();
    std::vector<std::size_t> path;
    for (std::size_t start = 0; start < places.size(); ++start) {
        auto at = start;
        for (; follows(places[at]) && !places[at].area; at = *places[at].largest_to) path.push_back(at);
        if (!follows(places[at])) {
            places[at].area = at;
            places[at].links = 0;
        }
        for (; !path.empty(); path.pop_back()) {
            const auto& next = places[*places[path.back()].largest_to];
            places[path.back()].area = next.area;
            places[path.back()].links = next.links + 1;
        }
    }
}

void cut_longest_chain(std::vector<Placing>& places, std::size_t last) {
    std::vector<std::size_t> chain;
    for (auto at = last; follows(places[at]); at = *places[at].largest_to) chain.push_back(at);
    places[weakest(places, chain)].role = Role::cut_from_chain;
}

}  // namespace

double employed_in(const Flows& flows, const Employed& employed, std::size_t place) {
    const auto known = employed.find(flows.codes()[place]);
    return known == employed.end() ? flows.residents(place) : known->second;
}

std::vector<Placing> measured(const Flows& flows, const Employed& employed) {
    std::vector<double> sizes(flows.size());
    for (std::size_t p = 0; p < flows.size(); ++p) sizes[p] = employed_in(flows, employed, p);
    std::vector<Placing> places(flows.size());
    for (std::size_t p = 0; p < flows.size(); ++p) {
        double out = 0;
        double largest = 0;
        for (const auto& [to, amount] : flows.out_of(p)) {
            out += amount;
            const bool is_larger = amount > largest;
            if (is_larger || (amount == largest && sizes[to] > sizes[*places[p].largest_to])) {
                places[p].largest_to = to;
                largest = amount;
            }
        }
        if (sizes[p] <= 0) continue;
        places[p].out_share = out / sizes[p];
        places[p].largest_share = largest / sizes[p];
    }
    return places;
}

void settle(std::vector<Placing>& places, std::size_t max_links) {
    cut_circles(places);
    while (true) {
        count_links(places);
        const auto longest = std::max_element(places.begin(), places.end(),
            [](const Placing& a, const Placing& b) { return a.links < b.links; });
        if (longest == places.end() || longest->links <= max_links) return;
        cut_longest_chain(places, static_cast<std::size_t>(longest - places.begin()));
    }
}

}  // namespace medskapa::regional
