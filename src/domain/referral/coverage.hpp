#pragma once

#include "domain/referral/referral.hpp"

namespace medskapa {

/// How one kind of actors was heard in a referral.
struct Coverage {
    Party::Kind kind = Party::Kind::other;
    int invited = 0;
    int answered = 0;
    int abstained = 0;
    int silent = 0;     // whose time has run out; who still may answer is none of the three
    int uninvited = 0;  // answers from those who were not asked
    int used = 0;       // of all answers, those that a change of the text goes back to

    bool operator==(const Coverage&) const = default;
};

/// An answer that has been received, for counting.
struct CountedAnswer {
    Party::Kind kind = Party::Kind::other;
    bool is_invited = false;
    bool is_used = false;
};

/// One line for each kind, in the order of their names, also for those of whom there is none.
std::vector<Coverage> coverage(
    const std::vector<Party>& parties, const std::vector<CountedAnswer>& answers, Day today);

Coverage sum(const std::vector<Coverage>&);

}  // namespace medskapa
