#include "engine/opinion/report/measures_report.hpp"
#include "support/opinion_gold.hpp"

using namespace medskapa;
using namespace medskapa::opinion;
using test::Json;

namespace {

/// Of three real conversations: what the engine says, and the reference.
struct Measured {
    std::string name;
    Json found;
    Json gold;
};

Json measured(const Conversation& conversation, const exchange::MeasuresSettings& settings = {}) {
    return test::written([&](auto& json) {
        json.open_object();
        exchange::write_measures(json, conversation, settings);
        json.close_object();
    });
}

const std::vector<Measured>& real_conversations() {
    static const auto all = [] {
        std::vector<Measured> read;
        for (const auto& folder : test::shared_conversations("measures of real conversations")) {
            const auto name = folder.filename().string();
            if (const auto gold = test::second_gold("opinion/" + name + ".json", name))
                read.push_back({name, measured(test::conversation_in(folder)), test::json_in(*gold)});
        }
        return read;
    }();
    return all;
}

void check_part(const char* part, double tolerance, const std::vector<std::string>& left_out = {}) {
    for (const auto& [name, found, gold] : real_conversations()) {
        auto wanted = gold.at(part);
        for (const auto& key : left_out) wanted.erase(key);
        test::check_same(found.at(part), wanted, name + "/" + part, tolerance);
    }
}

}  // namespace

TEST_CASE("real conversations have the people, statements, axes and places of the reference") {
    for (const auto& [name, found, gold] : real_conversations())
        for (const auto* key : {"participants", "in_conv", "statements", "votes", "tids", "in_conv_ids"})
            test::check_same(found.at(key), gold.at(key), name + "/" + key);
    check_part("axes", 1e-9);
}

TEST_CASE("statements of real conversations bridge as the reference says, in its order") {
    check_part("bridging", 1e-9);
}

TEST_CASE("halves of the people agree on the order as far as in the reference") {
    // The comparisons with a consensus of groups are of another clustering, which is not prescribed.
    check_part("reliability", 1e-9, {"comparison_not_gold", "spearman_bridging_gac"});
}

TEST_CASE("slates of real conversations, whom they leave out and how many they cover, are the reference's") {
    check_part("slate", 1e-9);
}

TEST_CASE("the map lies about each person as far as in the reference") {
    check_part("distortion", 1e-11);
}
