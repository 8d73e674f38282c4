#pragma once

#include "domain/inspel.hpp"
#include "domain/process.hpp"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace medskapa {

/// What somebody who votes may tell of themselves. All of it may be empty; it changes nothing of how a vote
/// counts.
struct Background {
    std::string municipality;  // code, or "outside"
    std::string actor_kind;    // as names_of<ActorKind>

    bool operator==(const Background&) const = default;
};

/// Refuses a municipality that is none of the process', and an unknown kind.
Result<Background> check_background(const Background&, std::span<const Municipality>);

/// How many take part, by what they have told; under "" those who have not.
struct Participation {
    std::map<std::string, std::int64_t> by_municipality;
    std::map<std::string, std::int64_t> by_actor_kind;
};

/// One line of who takes part.
struct Share {
    std::string name;
    std::int64_t people = 0;
    double share = 0;  // of those who have told, 0..1
};
/// One for each of `wanted`, in that order, nobody or not; without those who have not told.
std::vector<Share> shares_of(
    const std::map<std::string, std::int64_t>& people, std::span<const std::string> wanted);

}  // namespace medskapa
