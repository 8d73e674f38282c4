#include "engine/opinion/exchange/polis_export.hpp"
#include "engine/opinion/report/report.hpp"
#include "engine/opinion/statistics/priority.hpp"
#include "support/shared_opinion.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace medskapa;
using namespace medskapa::opinion;
using Json = nlohmann::json;

namespace {

exchange::Pieces whole_file(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    std::string text{std::istreambuf_iterator<char>{file}, {}};
    return [text = std::move(text), is_given = false]() mutable {
        const std::string_view piece = is_given ? std::string_view{} : text;
        is_given = true;
        return piece;
    };
}

struct Real {
    explicit Real(const std::filesystem::path& folder)
        : gold(Json::parse(std::ifstream{folder / "gold.json"})),
          events(exchange::read_events(whole_file(folder / "votes.csv")).value()) {
        auto matrix = exchange::read_matrix(whole_file(folder / "participants-votes.csv")).value();
        conversation = std::move(matrix.conversation);
        published = std::move(matrix.groups);
        comments = exchange::read_comments(whole_file(folder / "comments.csv")).value();
        exchange::apply(comments, conversation);
    }

    Map drawn(Settings settings) const {
        return draw_map(conversation, settings, {}, [](auto) {});
    }

    /// The reference groups, in the order of the map's participants.
    Grouping reference(const Json& labels, const Map& map) const {
        Grouping grouping{0, {}};
        for (const auto id : map.participants) {
            const auto label = labels.find(std::to_string(id));
            grouping.of.push_back(label == labels.end() ? Grouping::none : label->get<int>());
            grouping.count = std::max(grouping.count, grouping.of.back() + 1);
        }
        return grouping;
    }

    Json gold;
    std::vector<exchange::Event> events;
    Conversation conversation;
    std::vector<exchange::Comment> comments;
    Settings::FixedGroups published;
};

Settings::FixedGroups fixed(const Json& labels) {
    Settings::FixedGroups groups;
    for (const auto& [id, label] : labels.items()) groups.emplace_back(std::stoll(id), label.get<int>());
    return groups;
}

/// Largest distance between ours and theirs, by statement.
template <class Ours>
double farthest(const Map& map, const Json& theirs, Ours ours) {
    double most = 0;
    for (std::size_t j = 0; j < map.statements.size(); ++j)
        most = std::max(most, std::abs(ours(j) - theirs.at(std::to_string(map.statements[j])).get<double>()));
    return most;
}

std::vector<StatementId> ids(const Map& map, const std::vector<Consensus>& list) {
    std::vector<StatementId> result;
    for (const auto& one : list) result.push_back(map.statements[one.statement]);
    return result;
}

std::vector<StatementId> ids(const Json& list) {
    std::vector<StatementId> result;
    for (const auto& one : list) result.push_back(one.at("tid"));
    return result;
}

void check_lists(const Map& map, const Json& gold) {
    CHECK(ids(map, map.consensus.agree) == ids(gold.at("consensus").at("agree")));
    CHECK(ids(map, map.consensus.disagree) == ids(gold.at("consensus").at("disagree")));
    for (std::size_t g = 0; g < map.representative.size(); ++g) {
        const auto& theirs = gold.at("repness").at(std::to_string(g));
        REQUIRE(map.representative[g].size() == theirs.size());
        for (std::size_t i = 0; i < theirs.size(); ++i) {
            const auto& ours = map.representative[g][i];
            CHECK(map.statements[ours.statement] == theirs[i].at("tid"));
            CHECK((ours.side == Side::agree) == (theirs[i].at("repful-for") == "agree"));
            CHECK(ours.successes == theirs[i].at("n-success"));
            CHECK(ours.repness_test ==
                  doctest::Approx(theirs[i].at("repness-test").get<double>()).epsilon(1e-12));
            CHECK(ours.best_agree.has_value() == theirs[i].contains("best-agree"));
        }
    }
}

std::vector<double> ranks(const std::vector<double>& values) {
    std::vector<double> result;
    for (const double value : values)
        result.push_back(static_cast<double>(
            std::count_if(values.begin(), values.end(), [&](double other) { return other < value; })));
    return result;
}

/// Spearman's, for values that all differ.
double rank_correlation(const std::vector<double>& one, const std::vector<double>& other) {
    const auto a = ranks(one);
    const auto b = ranks(other);
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - b[i]) * (a[i] - b[i]);
    const auto n = static_cast<double>(a.size());
    return 1 - 6 * sum / (n * (n * n - 1));
}

std::string report(const Map& map) {
    std::ostringstream out;
    exchange::write_report(out, map, [](auto&) {});
    return out.str();
}

}  // namespace

TEST_CASE("center and components equal the reference's") {
    for (const auto& folder : test::shared_conversations("center and components of real conversations")) {
        const Real real{folder};
        const auto map = real.drawn({.mode = Settings::Mode::polis});
        const auto& gold = real.gold.at("polis");
        for (std::size_t j = 0; j < map.statements.size(); ++j)
            CHECK(std::abs(map.plane.center[j] - gold.at("center")[j].get<double>()) <= 1e-9);
        for (std::size_t c = 0; c < 2; ++c) {
            const auto theirs = gold.at("comps")[c].get<std::vector<double>>();
            double cosine = 0;
            for (std::size_t j = 0; j < theirs.size(); ++j) cosine += theirs[j] * map.plane.components[c][j];
            CHECK(std::abs(cosine) >= 1 - 1e-9);
        }
    }
}

TEST_CASE("given the reference's groups, lists are the same and numbers agree") {
    for (const auto& folder : test::shared_conversations("lists and statistics of real conversations")) {
        const Real real{folder};
        const auto& gold = real.gold.at("polis");
        const auto map = real.drawn({.mode = Settings::Mode::polis, .groups = fixed(gold.at("labels"))});

        check_lists(map, gold);
        CHECK(farthest(map, gold.at("gac_agree"), [&](auto j) { return map.ground[j].agree; }) <= 1e-12);
        CHECK(
            farthest(map, gold.at("gac_disagree"), [&](auto j) { return map.ground[j].disagree; }) <= 1e-12);
        // The reference's power iteration stops when its length stands still to the last bit, which leaves
        // its second component up to 2e-8 off, in a direction that its random start decides.
        for (std::size_t j = 0; j < map.statements.size(); ++j)
            CHECK(std::abs(map.extremity[j] - gold.at("extremity")[j].get<double>()) <= 1e-6);
        CHECK(farthest(map, gold.at("priority"), [&](auto j) { return map.priority[j]; }) <= 1e-4);
    }
}

TEST_CASE("given the reference's groups and components, extremity and priority are exact") {
    for (const auto& folder : test::shared_conversations("extremity and priority of real conversations")) {
        const Real real{folder};
        const auto& gold = real.gold.at("polis");
        const auto map = real.drawn({.mode = Settings::Mode::polis, .groups = fixed(gold.at("labels"))});
        auto plane = map.plane;
        for (std::size_t c = 0; c < 2; ++c)
            plane.components[c] = gold.at("comps")[c].get<std::vector<double>>();
        const auto grouped = summed(map.tallies, map.statements.size());

        for (std::size_t j = 0; j < map.statements.size(); ++j) {
            const auto at = position_of_agreeing(plane, j, {map.statements.size(), 0});
            const double extremity = std::hypot(at.x, at.y);
            CHECK(std::abs(extremity - gold.at("extremity")[j].get<double>()) <= 1e-12);
            const auto theirs = gold.at("priority").at(std::to_string(map.statements[j])).get<double>();
            const bool is_meta = real.conversation.standing(j).is_meta;
            CHECK(priority(grouped[j], extremity, is_meta) == doctest::Approx(theirs).epsilon(1e-9));
        }
    }
}

TEST_CASE("by the classic rules a cold start finds the reference's groups") {
    for (const auto& folder : test::shared_conversations("classic groups of real conversations")) {
        const Real real{folder};
        const auto& gold = real.gold.at("polis");
        const auto map = real.drawn({.mode = Settings::Mode::polis});

        CHECK(map.groups.count == gold.at("k"));
        CHECK(adjusted_rand_index(map.groups, real.reference(gold.at("labels"), map), {}) >= 0.99);
        for (const auto& [k, silhouette] : map.silhouettes)
            CHECK(std::abs(silhouette - gold.at("silhouettes").at(std::to_string(k)).get<double>()) <= 0.002);
    }
}

TEST_CASE("robust groups are at least as clear as the best reference's") {
    for (const auto& folder : test::shared_conversations("robust groups of real conversations")) {
        const Real real{folder};
        const auto& gold = real.gold.at("robust_reference");
        const auto map = real.drawn({});

        double best = 0;
        for (const auto& [k, silhouette] : gold.at("silhouettes").items())
            best = std::max(best, silhouette.get<double>());
        CHECK(map.silhouettes.at(map.groups.count) >= best - 0.01);
        CHECK(adjusted_rand_index(map.groups, real.reference(gold.at("labels"), map), {}) >= 0.99);
    }
}

TEST_CASE("published groups lie together on our map") {
    for (const auto& folder : test::shared_conversations("published groups of real conversations")) {
        const Real real{folder};
        const auto map = real.drawn({.groups = real.published});
        std::size_t members = 0;
        std::size_t nearest = 0;
        for (std::size_t i = 0; i < map.participants.size(); ++i) {
            if (map.groups.of[i] == Grouping::none) continue;
            ++members;
            const auto by_distance = [&](Point a, Point b) {
                return squared_distance(map.positions[i], a) < squared_distance(map.positions[i], b);
            };
            const auto closest =
                std::min_element(map.group_centers.begin(), map.group_centers.end(), by_distance);
            nearest += closest - map.group_centers.begin() == map.groups.of[i] ? 1 : 0;
        }
        CHECK(static_cast<double>(nearest) >= 0.96 * static_cast<double>(members));
    }
}

TEST_CASE("votes replayed in the order of time end in the same bytes as the matrix") {
    for (const auto& folder : test::shared_conversations("replay of real conversations")) {
        const Real real{folder};
        Conversation live;
        for (const auto id : real.conversation.statements()) (void)live.add_statement(id);
        live.count_pairs(1);
        for (const auto& event : real.events) (void)live.vote(event.participant, event.statement, event.vote);
        exchange::apply(real.comments, live);

        CHECK(report(draw_map(live, {}, {}, [](auto) {})) == report(real.drawn({})));
    }
}

TEST_CASE("bridging scores reach the reference's loss") {
    for (const auto& folder : test::shared_conversations("bridging scores of real conversations")) {
        const Real real{folder};
        if (!real.gold.contains("bridging")) continue;
        const auto& gold = real.gold.at("bridging").at("param");
        const auto result = bridging(real.conversation, real.drawn({}).plane.components[0]);

        CHECK(result.loss <= gold.at("loss").get<double>() * (1 + 1e-4));
        std::vector<double> theirs;
        for (const auto id : real.conversation.statements())
            theirs.push_back(gold.at("note_intercept").at(std::to_string(id)));
        CHECK(rank_correlation(result.intercepts, theirs) >= 0.98);
    }
}
