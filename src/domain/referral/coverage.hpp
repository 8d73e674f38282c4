#pragma once

#include "domain/referral/referral.hpp"

namespace medskapa {

/// How one kind of actors was heard in a referral.
struct Coverage {
    std::optional<Party::Kind> kind = Party::Kind::other;  // none: who they are is not confirmed
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
    std::optional<Party::Kind> kind = Party::Kind::other;  // none: who it is from is not confirmed
    bool is_invited = false;
    bool is_used = false;
};

/// One line for each kind, in the order of their names, also for those of whom there is none. Last, where
/// there are any, those of whom nobody knows who they are.
std::vector<Coverage> coverage(
    const std::vector<Party>& parties, const std::vector<CountedAnswer>& answers, Day today);

Coverage sum(const std::vector<Coverage>&);

}  // namespace medskapa
