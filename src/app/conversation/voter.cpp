#include "app/conversation/voter.hpp"

#include "app/act/record.hpp"
#include "app/act/seen.hpp"
#include "store/conversation/opinion_store.hpp"
#include "store/conversation/seen_versions.hpp"
#include "store/conversation/voter_store.hpp"
#include "store/site/site_store.hpp"

namespace medskapa::app {
namespace {

Result<Id<Participant>> voter(const Act& act, const Occasion& at, const std::string& key) {
    if (at.activity.process != act.process().id) return refuse(Failure::Kind::not_allowed);
    if (!is_participant_key(key)) return refuse(Failure::Kind::not_found);
    const auto found = store::participant_of(act.db(), digest_of_key(key, at.activity.id));
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

Result<Background> save_background(
    Permitted<Action::vote> act, const Occasion& at, const std::string& key, const Background& typed) {
    const auto person = voter(act, at, key);
    if (!person) return tl::unexpected{person.error()};
    auto told = check_background(typed, store::municipalities_of(act.db(), act.process().id));
    if (told) store::set_background(tx(act), *person, *told);
    return told;
}

Result<Population> set_population(
    Permitted<Action::steer_conversation> act, const Occasion& at, const Population& typed) {
    if (at.activity.process != act.process().id) return refuse(Failure::Kind::not_allowed);
    const auto conversation = store::conversation_of(act.db(), at.activity);
    if (conversation.state == Conversation::State::frozen) return refuse(Failure::Kind::closed);
    demand_seen(act, store::version_of(at.activity.id, store::population_of(act.db(), at.activity.id)));
    auto population = check_population(typed, store::municipalities_of(act.db(), act.process().id));
    if (!population) return population;
    store::save(tx(act), conversation);
    store::set_population(tx(act), conversation, *population);
    record(act, LogRecord{EntryType::conversation_population_changed,
                    object_named(ObjectKind::conversation, at.activity.slug), {}, said_of(*population)});
    return population;
}

Result<Id<Participant>> withdraw_votes(
    Permitted<Action::vote> act, const Occasion& at, const std::string& key) {
    const auto person = voter(act, at, key);
    if (!person) return person;
    if (store::conversation_of(act.db(), at.activity).state == Conversation::State::frozen)
        return refuse(Failure::Kind::closed);
    store::erase_voter(tx(act), at.activity.id, *person);
    record(act, EntryType::votes_withdrawn, object_named(ObjectKind::conversation, at.activity.slug));
    return person;
}

}  // namespace medskapa::app
