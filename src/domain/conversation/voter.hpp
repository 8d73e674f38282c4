#pragma once

#include "domain/inspel/inspel.hpp"
#include "domain/site/process.hpp"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace medskapa {

/// How sure it is who votes: a browser with a key that anybody can get, somebody who has signed in, or votes
/// that the staff have read in from a meeting or another tool.
enum class Assurance { anonymous, signed_in, imported, eid };
template <>
inline constexpr auto names_of<Assurance> = names<Assurance>({
    {Assurance::anonymous, "anonymous", N_("Anonymous, by a key in the browser")},
    {Assurance::signed_in, "signed_in", N_("Signed in")},
    {Assurance::imported, "imported", N_("Read in by those who lead the work")},
    {Assurance::eid, "eid", N_("By eID, once for each person")},
});

enum class AgeClass { youngest, younger, older, oldest };
template <>
inline constexpr auto names_of<AgeClass> = names<AgeClass>({
    {AgeClass::youngest, "0-24", N_("Below 25")},
    {AgeClass::younger, "25-44", N_("25 to 44")},
    {AgeClass::older, "45-64", N_("45 to 64")},
    {AgeClass::oldest, "65-", N_("65 or above")},
});

/// What somebody who votes may say of themselves. All of it may be empty; it changes nothing of how a vote
/// counts.
struct Background {
    std::string municipality;  // code, or "outside"
    std::string actor_kind;    // as names_of<ActorKind>
    std::string age_class;     // as names_of<AgeClass>

    bool operator==(const Background&) const = default;
};

/// Refuses a municipality that is none of the process', an unknown kind and an unknown age.
Result<Background> check_background(const Background&, std::span<const Municipality>);

/// How many take part, by what they have said; under "" those who have not.
struct Participation {
    std::map<std::string, std::int64_t> by_municipality;
    std::map<std::string, std::int64_t> by_actor_kind;
    std::map<std::string, std::int64_t> by_age_class;
};

/// How many people live in the county, to hold those who vote against. All of it may be empty.
struct Population {
    std::map<std::string, std::int64_t> by_municipality;  // code
    std::map<std::string, std::int64_t> by_age_class;

    bool operator==(const Population&) const = default;
};
inline constexpr std::int64_t largest_population = 100'000'000;

/// Refuses categories that nobody can answer with, and numbers below one or above the largest population.
Result<Population> check_population(const Population&, std::span<const Municipality>);

/// One line of who takes part.
struct Share {
    std::string name;
    std::int64_t people = 0;
    double share = 0;  // of those who have said, 0..1
};
/// One for each of `wanted`, in that order, nobody or not; without those who have not said.
std::vector<Share> shares_of(
    const std::map<std::string, std::int64_t>& people, std::span<const std::string> wanted);

}  // namespace medskapa
