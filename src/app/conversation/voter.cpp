#include "app/conversation/voter.hpp"

#include "app/act/record.hpp"
#include "store/conversation/opinion_store.hpp"
#include "store/conversation/voter_store.hpp"
#include "store/site/site_store.hpp"

namespace medskapa::app {
namespace {

Result<Id<Participant>> voter(
    sql::Transaction& tx, const Permit& permit, const Occasion& at, const std::string& key) {
    if (!allows(permit, Action::vote, at.process) || at.activity.process != at.process.id)
        return refuse(Failure::Kind::not_allowed);
    if (!is_participant_key(key)) return refuse(Failure::Kind::not_found);
    const auto found = store::participant_of(tx.db(), digest_of_key(key, at.activity.id));
    if (!found) return refuse(Failure::Kind::not_found);
    return *found;
}

std::vector<openlog::Field> said_of(const Population& population) {
    std::vector<openlog::Field> said;
    for (const auto& [code, people] : population.by_municipality)
        said.push_back({"municipality-" + code, std::to_string(people)});
    for (const auto& [name, people] : population.by_age_class)
        said.push_back({"age-" + name, std::to_string(people)});
    return said;
}

}  // namespace

Result<Background> tell_background(sql::Transaction& tx, const Permit& permit, const Occasion& at,
    const std::string& key, const Background& typed) {
    const auto person = voter(tx, permit, at, key);
    if (!person) return tl::unexpected{person.error()};
    auto told = check_background(typed, store::municipalities_of(tx.db(), at.process.id));
    if (told) store::set_background(tx, *person, *told);
    return told;
}

Result<Population> set_population(
    sql::Transaction& tx, const Permit& permit, const Occasion& at, const Population& typed) {
    if (!allows(permit, Action::steer_conversation, at.process) || at.activity.process != at.process.id)
        return refuse(Failure::Kind::not_allowed);
    const auto conversation = store::conversation_of(tx.db(), at.activity);
    if (conversation.state == Conversation::State::frozen) return refuse(Failure::Kind::closed);
    auto population = check_population(typed, store::municipalities_of(tx.db(), at.process.id));
    if (!population) return population;
    store::save(tx, conversation);
    store::set_population(tx, conversation, *population);
    record(tx, at.process, Act{"population.set", "opinion/" + at.activity.slug, {}, said_of(*population)});
    return population;
}

Result<Id<Participant>> withdraw_votes(
    sql::Transaction& tx, const Permit& permit, const Occasion& at, const std::string& key) {
    const auto person = voter(tx, permit, at, key);
    if (!person) return person;
    if (store::conversation_of(tx.db(), at.activity).state == Conversation::State::frozen)
        return refuse(Failure::Kind::closed);
    store::erase_voter(tx, at.activity.id, *person);
    record(tx, at.process, "votes.withdrawn", "opinion/" + at.activity.slug);
    return person;
}

}  // namespace medskapa::app
