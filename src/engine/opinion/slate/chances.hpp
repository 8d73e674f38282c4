#pragma once

#include "engine/opinion/slate/profile.hpp"

namespace medskapa::opinion {

/// How likely everybody in conversation is to agree with each statement: sure where they voted, else the
/// agreement of those who stand where they do (AgreementCurve). Calibrated on seventeen conversations, but
/// people who dislike much dislike together: what is added up of these is rather too high.
class Chances {
public:
    static constexpr std::size_t most_people = 5000;
    /// Nothing for more than `most_people`. O(people * votes).
    static std::optional<Chances> of(const Conversation& active, const Landscape&);

    /// By person, in the landscape's order; by statement: 0..1.
    std::span<const double> of_person(std::size_t person) const {
        return {cells_.data() + person * statements_, statements_};
    }
    std::size_t people() const { return statements_ == 0 ? 0 : cells_.size() / statements_; }

private:
    void guess(const class AgreementCurve&, const Landscape&);
    void know(const Conversation& active, const Landscape&);

    std::size_t statements_ = 0;
    std::vector<double> cells_;
};

/// A slate chosen as approval voting does, by chances instead of votes. Equal to 1e-9: the lower.
struct ExpectedVoting {
    Profile::Slate slate;
    std::vector<double> gains;
};
ExpectedVoting expected_voting(const Profile&, const Chances&, std::size_t places);

/// How many have something of theirs on a slate.
struct Coverage {
    std::size_t people = 0;
    std::size_t known = 0;     // agree with one of it
    std::size_t could_be = 0;  // and those who have one of it to vote on yet
    struct Expected {
        double share = 0;  // with the chances of votes not cast
        double low = 0;    // 95 % interval (Wilson 1927)
        double high = 0;
    };
    std::optional<Expected> expected;  // nothing without people or chances
};

/// `chances` may be null.
Coverage coverage(const Conversation& active, const Landscape&, const Profile::Slate&, const Chances*);

}  // namespace medskapa::opinion
