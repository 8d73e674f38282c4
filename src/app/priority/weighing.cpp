#include "app/priority/weighing.hpp"

#include "app/act/record.hpp"
#include "app/conversation/opinion.hpp"
#include "base/digest.hpp"
#include "base/signer.hpp"
#include "domain/field.hpp"
#include "engine/opinion/weighing/design.hpp"
#include "store/priority/priority_store.hpp"
#include "store/priority/weighing_store.hpp"

#include <charconv>

namespace medskapa::app {
namespace {

constexpr std::string_view link_purpose = "medskapa.weighing.v1";
constexpr std::size_t rounds = 3;

std::string object(const Weighing& weighing) {
    return object_named(ObjectKind::weighing, weighing.number);
}

Result<Weighing> open_one(const Act& act, int number, Day today) {
    const auto weighing = store::weighing_numbered(act.db(), act.process().id, number);
    if (!weighing) return refuse(Failure::Kind::not_found);
    if (!weighing->is_open(today)) return refuse(Failure::Kind::closed);
    return *weighing;
}

/// Who answers: by the link of an invitation to this weighing, or by a key that a browser of ours was given.
Result<WeighingAnswer> answer_of(
    const Act& act, const Weighing& weighing, const Weighed& sent, const std::string& secret) {
    auto answer = sent.answer;
    answer.id = {};
    answer.process = weighing.process;
    answer.weighing = weighing.id;
    answer.person = person_of(sent, weighing);
    answer.assurance = WeigherKind::open;
    if (sent.link.empty()) {
        if (!is_participant_key(sent.key)) return refuse(Failure::Kind::invalid);
        return answer;
    }
    const auto invitation = invitation_by_link(act.db(), sent.link, secret);
    if (!invitation || invitation->weighing != weighing.id) return refuse(Failure::Kind::not_found);
    answer.assurance = WeigherKind::invited;
    answer.sector = invitation->sector;
    return answer;
}

}  // namespace

Result<Weighing> open_weighing(Permitted<Action::steer_conversation> act, const Weighing& typed, Day today) {
    std::vector<int> known;
    for (const auto& one : store::priorities_of(act.db(), act.process().id)) known.push_back(one.number);
    auto weighing = checked(typed, known, today);
    if (!weighing) return weighing;
    weighing->process = act.process().id;
    *weighing = store::add(tx(act), *weighing);
    record(act, {EntryType::weighing_opened, object(*weighing), {{"title", weighing->title.original()}},
                    {{"opens", time::iso(weighing->opens)}, {"closes", time::iso(weighing->closes)},
                        {"priorities", weighing->items}}});
    return weighing;
}

Result<WeighingInvitation> invite_to_weigh(
    Permitted<Action::steer_conversation> act, int number, const WeighingInvitation& typed, Day today) {
    const auto weighing = store::weighing_numbered(act.db(), act.process().id, number);
    if (!weighing) return refuse(Failure::Kind::not_found);
    if (weighing->is_over(today)) return refuse(Failure::Kind::closed);
    auto invitation = checked(typed);
    if (!invitation) return invitation;
    invitation->process = act.process().id;
    invitation->weighing = weighing->id;
    invitation->invited_at = act.now();
    *invitation = store::add(tx(act), *invitation);
    record(
        act, {EntryType::weighing_invited, object(*weighing), {{"organisation", invitation->organisation}}});
    return invitation;
}

std::string link_of(const WeighingInvitation& invitation, const std::string& secret) {
    return sign(link_purpose, std::to_string(invitation.id.value), secret);
}

std::optional<WeighingInvitation> invitation_by_link(
    sql::Connection& db, const std::string& link, const std::string& secret) {
    const auto text = verify(link_purpose, link, secret);
    if (!text) return std::nullopt;
    Id<WeighingInvitation> id;
    std::from_chars(text->data(), text->data() + text->size(), id.value);
    return store::find_invitation(db, id);
}

Result<WeighingAnswer> weigh(
    Permitted<Action::vote> act, const Weighed& sent, const std::string& secret, Day today) {
    const auto weighing = open_one(act, sent.weighing, today);
    if (!weighing) return tl::unexpected{weighing.error()};
    auto answer = answer_of(act, *weighing, sent, secret);
    if (answer) answer = checked(*answer, numbers_in(weighing->items).size());
    if (!answer) return answer;
    if (const auto known = store::answer_by(act.db(), weighing->id, answer->person)) {
        if (answer->points.empty()) answer->points = known->points;
        if (answer->choices.empty()) answer->choices = known->choices;
    }
    store::keep(tx(act), *answer);
    // Nothing of what a person answered is in the log, so nothing of it has to be forgotten there.
    record(act, EntryType::weighing_answered, object(*weighing));
    return answer;
}

Result<WeighingAnswer> take_back_weighing(
    Permitted<Action::vote> act, const Weighed& sent, const std::string& secret, Day today) {
    const auto weighing = open_one(act, sent.weighing, today);
    if (!weighing) return tl::unexpected{weighing.error()};
    const auto answer = answer_of(act, *weighing, sent, secret);
    if (!answer) return answer;
    const auto known = store::answer_by(act.db(), weighing->id, answer->person);
    if (!known) return refuse(Failure::Kind::not_found);
    store::remove(tx(act), *known);
    record(act, EntryType::weighing_withdrawn, object(*weighing));
    return *known;
}

std::string person_of(const Weighed& sent, const Weighing& weighing) {
    const auto who = sent.link.empty() ? "browser\n" + sent.key : "invited\n" + sent.link;
    return hex(as_text(sha256("medskapa.weigher.v1\n" + std::to_string(weighing.id.value) + "\n" + who)));
}

std::vector<std::array<std::uint32_t, 4>> deck_of_weighing(const Weighing& weighing, std::uint64_t person) {
    const auto items = numbers_in(weighing.items).size();
    const auto sets = opinion::sets_of_four(items, rounds);
    const auto shown = std::min(opinion::usual_sets(items), sets.size());
    return opinion::deck_of(sets, shown, person, static_cast<std::uint64_t>(weighing.id.value));
}

}  // namespace medskapa::app
