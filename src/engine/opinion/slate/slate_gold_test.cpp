#include "engine/opinion/slate/approval_voting.hpp"
#include "support/opinion_gold.hpp"

#include <numeric>

using namespace medskapa;
using namespace medskapa::opinion;
using test::Json;

namespace {

Profile profile_of(const Json& tiny) {
    Profile profile;
    profile.people = tiny.at("n");
    profile.approvers.resize(tiny.at("s"));
    profile.allowed.resize(profile.approvers.size());
    std::iota(profile.allowed.begin(), profile.allowed.end(), std::size_t{0});
    std::uint32_t person = 0;
    for (const std::uint64_t mask : tiny.at("a")) {
        for (std::size_t j = 0; j < profile.approvers.size(); ++j)
            if ((mask >> j & 1U) != 0) profile.approvers[j].push_back(person);
        ++person;
    }
    return profile;
}

Json verdict(const Profile& profile, const Profile::Slate& slate, std::size_t places) {
    const auto left_out = left_out_by(profile, slate, places);
    if (!left_out) return "ok";
    return {left_out->statement, left_out->deserved};
}

}  // namespace

TEST_CASE("a thousand tiny profiles get the reference's slates, prices and verdicts") {
    const auto file = test::second_gold("slate/profiles.jsonl", "tiny profiles");
    if (!file) return;
    std::ifstream lines{*file};
    int seen = 0;
    for (std::string line; std::getline(lines, line); ++seen) {
        CAPTURE(line);
        const auto gold = Json::parse(line);
        const auto profile = profile_of(gold);
        const std::size_t places = gold.at("k");

        const auto approval = approval_voting(profile, places);
        const auto shares = equal_shares(profile, places);

        CHECK(Json(approval.slate) == gold.at("pav"));
        CHECK(Json(approval.gains) == gold.at("pav_score"));
        CHECK(approval.unit == gold.at("unit").get<std::int64_t>());
        CHECK(Json(shares.slate) == gold.at("mes"));
        REQUIRE(shares.prices.size() == gold.at("rho").size());
        for (std::size_t c = 0; c < shares.prices.size(); ++c) {
            const auto& fraction = gold.at("rho")[c];
            CHECK(shares.prices[c] ==
                  doctest::Approx(fraction[0].get<double>() / fraction[1].get<double>()).epsilon(1e-9));
        }
        CHECK(Json(completed_equal_shares(profile, places)) == gold.at("mes_completed"));
        for (const auto& judged : gold.at("verdicts"))
            CHECK(verdict(profile, judged[0].get<Profile::Slate>(), places) == judged[1]);
    }
    CHECK(seen == 1000);
}
