#include "app/panel/panel.hpp"

#include "app/act/record.hpp"
#include "app/panel/outcomes.hpp"
#include "base/digest.hpp"
#include "base/signer.hpp"
#include "domain/field.hpp"
#include "store/panel/panel_store.hpp"

#include <algorithm>
#include <charconv>

namespace medskapa::app {
namespace {

constexpr std::string_view link_purpose = "medskapa.panel.v1";

std::string object(const Panel& panel) {
    return object_named(ObjectKind::panel, panel.number);
}

void record_round(const Act& act, const Panel& panel, const PanelRound& round) {
    record(act, {EntryType::panel_round_opened, object(panel), {{"feedback", round.feedback}},
                    {{"round", std::to_string(round.round)}, {"opens", time::iso(round.opens)},
                        {"closes", time::iso(round.closes)}}});
}

/// Who says it and in which round, where the link is one to this panel and a round is open.
Result<PanelEstimate> begun(const Act& act, const SentEstimate& sent, const std::string& secret, Day today) {
    const auto panel = store::panel_numbered(act.db(), act.process().id, sent.panel);
    const auto member = panel_member_by_link(act.db(), sent.link, secret);
    if (!panel || !member || member->panel != panel->id) return refuse(Failure::Kind::not_found);
    const auto rounds = store::rounds_of(act.db(), panel->id);
    const auto open =
        std::find_if(rounds.begin(), rounds.end(), [&](const PanelRound& one) { return one.is_open(today); });
    if (open == rounds.end()) return refuse(Failure::Kind::closed);
    if (sent.estimate.round != 0 && sent.estimate.round != open->round)
        return refuse(Failure::Kind::conflict,
            {{Field::figure,
                N_("A new round has begun. Read what all have said together, and send your estimate "
                   "in it")}});
    auto estimate = sent.estimate;
    estimate.id = {};
    estimate.process = panel->process;
    estimate.panel = panel->id;
    estimate.round = open->round;
    estimate.member = member_of(sent.link, *panel);
    return estimate;
}

}  // namespace

Result<Panel> begin_panel(
    Permitted<Action::steer_conversation> act, const Panel& typed, const PanelRound& first, Day today) {
    auto panel = checked(typed);
    auto round = checked(first, {}, today);
    if (!panel || !round) {
        std::vector<Complaint> complaints;
        if (!panel) complaints = panel.error().complaints;
        if (!round)
            complaints.insert(
                complaints.end(), round.error().complaints.begin(), round.error().complaints.end());
        return refuse(Failure::Kind::invalid, complaints);
    }
    panel->process = act.process().id;
    panel->begun_at = act.now();
    *panel = store::add(tx(act), *panel);
    record(act,
        {EntryType::panel_begun, object(*panel),
            {{"title", panel->title.original()}, {"text", panel->text.original()}, {"unit", panel->unit}},
            {{"least", std::to_string(panel->least)}, {"most", std::to_string(panel->most)}}});
    round->process = panel->process;
    round->panel = panel->id;
    store::add(tx(act), *round);
    record_round(act, *panel, *round);
    return panel;
}

Result<PanelRound> open_panel_round(
    Permitted<Action::steer_conversation> act, int number, const PanelRound& typed, Day today) {
    const auto panel = store::panel_numbered(act.db(), act.process().id, number);
    if (!panel) return refuse(Failure::Kind::not_found);
    const auto before = store::rounds_of(act.db(), panel->id);
    const auto outcomes = outcomes_of(act.db(), *panel, today);
    const bool is_told =
        before.empty() || (!outcomes.empty() && outcomes.back().round == before.back().round);
    auto round = checked(typed, before, today, is_told);
    if (!round) return round;
    round->process = panel->process;
    round->panel = panel->id;
    store::add(tx(act), *round);
    record_round(act, *panel, *round);
    return round;
}

Result<PanelMember> invite_to_panel(
    Permitted<Action::steer_conversation> act, int number, const PanelMember& typed) {
    const auto panel = store::panel_numbered(act.db(), act.process().id, number);
    if (!panel) return refuse(Failure::Kind::not_found);
    auto member = checked(typed);
    if (!member) return member;
    member->process = panel->process;
    member->panel = panel->id;
    member->invited_at = act.now();
    *member = store::add(tx(act), *member);
    record(act, {EntryType::panel_invited, object(*panel), {{"organisation", member->organisation}}});
    return member;
}

std::string link_of(const PanelMember& member, const std::string& secret) {
    return sign(link_purpose, std::to_string(member.id.value), secret);
}

std::optional<PanelMember> panel_member_by_link(
    sql::Connection& db, const std::string& link, const std::string& secret) {
    const auto text = verify(link_purpose, link, secret);
    if (!text) return std::nullopt;
    Id<PanelMember> id;
    std::from_chars(text->data(), text->data() + text->size(), id.value);
    return store::find_member(db, id);
}

Result<PanelEstimate> give_estimate(
    Permitted<Action::vote> act, const SentEstimate& sent, const std::string& secret, Day today) {
    auto estimate = begun(act, sent, secret, today);
    if (estimate)
        estimate = checked(*estimate, *store::panel_numbered(act.db(), act.process().id, sent.panel));
    if (!estimate) return estimate;
    store::keep(tx(act), *estimate);
    // Nothing of what a member said is in the log, so nothing of it has to be forgotten there.
    record(act, EntryType::panel_estimated, object_named(ObjectKind::panel, sent.panel));
    return estimate;
}

Result<PanelEstimate> take_back_estimate(
    Permitted<Action::vote> act, const SentEstimate& sent, const std::string& secret, Day today) {
    const auto who = begun(act, sent, secret, today);
    if (!who) return who;
    for (const auto& known : store::estimates_by(act.db(), who->panel, who->member)) {
        if (known.round != who->round) continue;
        store::remove(tx(act), known);
        record(act, EntryType::panel_estimate_withdrawn, object_named(ObjectKind::panel, sent.panel));
        return known;
    }
    return refuse(Failure::Kind::not_found);
}

std::string member_of(const std::string& link, const Panel& panel) {
    return hex(as_text(sha256("medskapa.panel.v1\n" + std::to_string(panel.id.value) + "\n" + link)));
}

}  // namespace medskapa::app
