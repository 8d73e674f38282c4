#include "engine/opinion/report/slate_report.hpp"

#include "engine/opinion/exchange/json_lists.hpp"
#include "engine/opinion/slate/approval_voting.hpp"
#include "engine/opinion/slate/chances.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace medskapa::opinion::exchange {
namespace {

/// What every slate is held against.
struct Ground {
    const Conversation& active;
    const Landscape& landscape;
    Profile profile;
    std::optional<Chances> chances;
    std::size_t places;
};

void write_ids(JsonWriter& json, const Conversation& active, const Profile::Slate& slate) {
    json.open_array();
    for (const auto j : slate) json.value(active.statements()[j]);
    json.close_array();
}

void write_violation(JsonWriter& json, const Ground& ground, const std::optional<LeftOut>& left_out) {
    json.key("ejrplus").value(!left_out);
    json.key("violation");
    if (!left_out) return json.null();
    const auto statement = ground.active.statements()[left_out->statement];
    write(json, std::array{statement, static_cast<StatementId>(left_out->deserved)});
    json.key("violation_words")
        .value(fmt::format("{} people, who should have {} of theirs, all agree with {} and have fewer",
            left_out->people, left_out->deserved, statement));
}

void write_coverage(JsonWriter& json, const Ground& ground, const Profile::Slate& slate) {
    const auto* chances = ground.chances ? &*ground.chances : nullptr;
    const auto found = coverage(ground.active, ground.landscape, slate, chances);
    const auto part = [&](double Coverage::Expected::*member) {
        return found.expected ? std::optional{*found.expected.*member} : std::nullopt;
    };
    json.key("coverage").open_object();
    write(json, "n", found.people);
    write(json, "covered", found.known);
    write(json, "could_be", found.could_be);
    write(json, "expected", part(&Coverage::Expected::share));
    write(json, "low", part(&Coverage::Expected::low));
    write(json, "high", part(&Coverage::Expected::high));
    json.close_object();
}

void write_one(JsonWriter& json, std::string_view key, const Ground& ground, const Profile::Slate& slate) {
    json.key(key).open_object();
    write_ids(json.key("tids"), ground.active, slate);
    write_violation(json, ground, left_out_by(ground.profile, slate, ground.places));
    write_coverage(json, ground, slate);
    json.close_object();
}

/// The first allowed ones of an order.
Profile::Slate first_of(const std::vector<std::size_t>& order, const Ground& ground) {
    Profile::Slate slate;
    const auto& allowed = ground.profile.allowed;
    for (const auto j : order)
        if (slate.size() < ground.places && std::binary_search(allowed.begin(), allowed.end(), j))
            slate.push_back(j);
    return slate;
}

}  // namespace

void write_slate(JsonWriter& json, const Conversation& active, const Landscape& landscape,
    const ContinuousBridging& bridging, std::size_t places) {
    const Ground ground{active, landscape, profile_of(active, landscape), Chances::of(active, landscape),
        std::min(places, longest_slate)};
    const auto approval = approval_voting(ground.profile, places);
    const auto shares = equal_shares(ground.profile, places);
    json.key("slate").open_object();
    write(json, "k", ground.places);
    write(json, "people", ground.profile.people);
    write_ids(json.key("allowed"), active, ground.profile.allowed);
    write(json, "pav_scores", approval.gains);
    write(json, "pav_unit", approval.unit);
    write(json, "rho", shares.prices);
    write_one(json, "seqpav", ground, approval.slate);
    write_one(json, "mes", ground, shares.slate);
    write_one(json, "mes_completed", ground, completed_equal_shares(ground.profile, places));
    if (ground.chances) {
        const auto expected = expected_voting(ground.profile, *ground.chances, places);
        write(json, "expected_gains", expected.gains);
        write_one(json, "expected", ground, expected.slate);
    } else {
        json.key("absent").value("more than 5000 people: chances of votes not cast would take too long");
    }
    write_one(json, "top_agreement", ground, first_of(falling(bridging.plain), ground));
    write_one(json, "top_bridging", ground, first_of(bridging.order, ground));
    json.close_object();
}

}  // namespace medskapa::opinion::exchange
