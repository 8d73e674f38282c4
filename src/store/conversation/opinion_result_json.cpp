#include "store/conversation/opinion_result_json.hpp"

#include <nlohmann/json.hpp>

namespace medskapa::store {
namespace {

using nlohmann::json;
using Result = OpinionResult;

json to(const Result::Point& p) {
    return json::array({p.x, p.y});
}

Result::Point point(const json& j) {
    return {j.at(0), j.at(1)};
}

json to(const Result::Votes& v) {
    return json::array({v.agrees, v.disagrees, v.votes});
}

Result::Votes votes(const json& j) {
    return {j.at(0), j.at(1), j.at(2)};
}

template <class Item>
json list(const std::vector<Item>& items, json (*write)(const Item&)) {
    auto all = json::array();
    for (const auto& item : items) all.push_back(write(item));
    return all;
}

template <class Item>
std::vector<Item> read_list(const json& j, Item (*read)(const json&)) {
    std::vector<Item> items;
    for (const auto& one : j) items.push_back(read(one));
    return items;
}

json to(const Result::Group::KnownFor& known) {
    return json::array({known.statement, static_cast<int>(known.side)});
}

Result::Group::KnownFor known_for(const json& j) {
    return {j.at(0), static_cast<Stance>(j.at(1).get<int>())};
}

json to(const Result::Mark& m) {
    return json::array({m.at.x, m.at.y, m.people, m.group});
}

Result::Mark mark(const json& j) {
    return {{j.at(0), j.at(1)}, j.at(2), j.at(3)};
}

json to(const Result::Group& g) {
    return {{"label", g.label}, {"size", g.size}, {"stability", g.stability}, {"center", to(g.center)},
        {"known_for", list(g.known_for, to)}};
}

Result::Group group(const json& j) {
    return {j.at("label"), j.at("size"), j.at("stability"), point(j.at("center")),
        read_list(j.at("known_for"), known_for)};
}

json to(const Result::OnStatement& s) {
    return {{"number", s.number}, {"everyone", to(s.everyone)}, {"by_group", list(s.by_group, to)},
        {"without_flagged", to(s.without_flagged)}, {"by_tier", list(s.by_tier, to)},
        {"weighted", {s.weighted.agree, s.weighted.disagree, s.weighted.effective_votes}},
        {"agree_bound", s.agree_bound}, {"disagree_bound", s.disagree_bound}, {"bridging", s.bridging},
        {"center", s.center}, {"direction", s.direction}};
}

Result::OnStatement::Weighted weighted(const json& j) {
    return {j.at(0), j.at(1), j.at(2)};
}

Result::OnStatement on_statement(const json& j) {
    return {j.at("number"), votes(j.at("everyone")), read_list(j.at("by_group"), votes), j.at("agree_bound"),
        j.at("disagree_bound"), j.at("bridging"), votes(j.at("without_flagged")),
        read_list(j.at("by_tier"), votes), weighted(j.at("weighted")), j.at("center"), j.at("direction")};
}

json to(const Result::Weighting& w) {
    return {{"questions", w.questions}, {"answered", w.answered}, {"effective_people", w.effective_people}};
}

Result::Weighting weighting(const json& j) {
    return {j.at("questions"), j.at("answered"), j.at("effective_people")};
}

json to(const Result::Tier& tier) {
    return {{"assurance", name_of(tier.assurance)}, {"people", tier.people}};
}

Result::Tier tier(const json& j) {
    return {named<Assurance>(j.at("assurance").get<std::string>()), j.at("people")};
}

json to(const Result::Slate& slate) {
    return {{"statements", slate.statements}, {"known", slate.known}, {"could_be", slate.could_be},
        {"expected", slate.expected}};
}

json to(const std::optional<Result::Distortion>& distortion) {
    if (!distortion) return nullptr;
    return {{"trustworthiness", distortion->trustworthiness}, {"hollow", distortion->hollow},
        {"shown", distortion->shown}};
}

/// Maps that were drawn before there were slates have none.
Result::Slate slate(const json& j) {
    if (!j.contains("slate")) return {};
    const auto& found = j.at("slate");
    return {found.at("statements"), found.at("known"), found.at("could_be"), found.at("expected")};
}

std::optional<Result::Distortion> distortion(const json& j) {
    if (!j.contains("distortion") || j.at("distortion").is_null()) return std::nullopt;
    const auto& found = j.at("distortion");
    return Result::Distortion{found.at("trustworthiness"), found.at("hollow"), found.at("shown")};
}

}  // namespace

std::string as_json(const OpinionResult& r) {
    const json flagged{
        {"people", r.flagged.people}, {"groups", r.flagged.groups}, {"united", r.flagged.united}};
    const json all{{"engine", r.engine}, {"seed", r.seed}, {"version", r.version},
        {"participants", r.participants}, {"votes", r.votes}, {"step", r.step}, {"marks", list(r.marks, to)},
        {"agreement", r.agreement}, {"is_uncertain", r.is_uncertain},
        {"has_groups_withheld", r.has_groups_withheld}, {"groups", list(r.groups, to)},
        {"statements", list(r.statements, to)}, {"flagged", flagged}, {"tiers", list(r.tiers, to)},
        {"weighting", to(r.weighting)}, {"slate", to(r.slate)}, {"distortion", to(r.distortion)}};
    return all.dump();
}

OpinionResult opinion_result_from(const std::string& text) {
    const auto j = json::parse(text);
    const auto& flagged = j.at("flagged");
    return {j.at("engine"), j.at("seed"), j.at("version"), j.at("participants"), j.at("votes"), j.at("step"),
        read_list(j.at("marks"), mark), j.at("agreement"), j.at("is_uncertain"), j.at("has_groups_withheld"),
        read_list(j.at("groups"), group), read_list(j.at("statements"), on_statement),
        {flagged.at("people"), flagged.at("groups"), flagged.at("united")}, read_list(j.at("tiers"), tier),
        weighting(j.at("weighting")), slate(j), distortion(j)};
}

}  // namespace medskapa::store
