#pragma once

#include "app/act/act.hpp"
#include "app/inspel/inspel.hpp"
#include "domain/referral/referral.hpp"

namespace medskapa::app {

/// An answer to a referral on its way in.
struct Submission {
    Referral referral;
    std::optional<Party> party = {};  // whose link was followed; none: anybody
    ReferralDraft draft;
    std::vector<SentFile> files = {};  // drawn anew where they are pictures
    Day today;
    std::string seen = {};  // digest_of() what its page showed of a draft; empty: it is compared with nothing
};

}  // namespace medskapa::app
