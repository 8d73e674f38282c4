#include "engine/opinion/slate/profile.hpp"

#include "engine/opinion/tally.hpp"

#include <algorithm>

namespace medskapa::opinion {

Profile profile_of(const Conversation& active, const Landscape& landscape) {
    Profile profile;
    profile.people = landscape.seats.size();
    profile.approvers.resize(active.statements().size());
    for (std::uint32_t person = 0; person < profile.people; ++person) {
        for (const auto ballot : active.ballots(landscape.seats[person]))
            if (ballot.vote() == Vote::agree) profile.approvers[ballot.statement()].push_back(person);
    }
    const auto tallies = tally_everyone(active);
    for (std::size_t j = 0; j < tallies.size(); ++j)
        if (tallies[j].votes >= Profile::fewest_votes) profile.allowed.push_back(j);
    return profile;
}

std::vector<std::uint32_t> approved_by_person(const Profile& profile, std::span<const std::size_t> slate) {
    std::vector<std::uint32_t> approved(profile.people);
    for (const auto j : slate)
        for (const auto person : profile.approvers[j]) ++approved[person];
    return approved;
}

std::optional<LeftOut> left_out_by(const Profile& profile, const Profile::Slate& slate, std::size_t places) {
    const auto approved = approved_by_person(profile, slate);
    for (std::size_t deserved = 1; deserved <= places; ++deserved) {
        for (const auto j : profile.allowed) {
            if (std::find(slate.begin(), slate.end(), j) != slate.end()) continue;
            const auto& approvers = profile.approvers[j];
            const auto short_of_it = static_cast<std::size_t>(std::count_if(approvers.begin(),
                approvers.end(), [&](auto person) { return approved[person] < deserved; }));
            if (short_of_it > 0 && places * short_of_it >= deserved * profile.people)
                return LeftOut{j, deserved, short_of_it};
        }
    }
    return std::nullopt;
}

}  // namespace medskapa::opinion
