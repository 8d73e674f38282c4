#include "app/conversation/opinion.hpp"

#include "app/act/record.hpp"
#include "app/conversation/vote_batch.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"
#include "store/conversation/opinion_result_json.hpp"
#include "store/conversation/opinion_store.hpp"

#include <algorithm>
#include <cmath>

namespace medskapa::app {
namespace {

constexpr std::size_t octets_of_key = 16;
constexpr std::size_t longest_group_name = 80;
constexpr int most_groups = 6;
constexpr int most_in_a_batch = 50'000;

bool may(const Permit& permit, Action action, const Occasion& at) {
    return allows(permit, action, at.process) && at.activity.process == at.process.id &&
           at.activity.kind == Activity::Kind::opinion;
}

std::string object(const Activity& activity) {
    return "opinion/" + activity.slug;
}

std::string object(const Statement& statement) {
    return "statement/" + statement.public_id;
}

bool takes_votes(const Occasion& at, const Conversation& conversation) {
    return at.activity.is_open(at.today) && conversation.state == Conversation::State::open;
}

Statement keep(sql::Transaction& tx, const Conversation& conversation, Statement statement,
    const std::string& form_key) {
    store::save(tx, conversation);
    statement.process = conversation.process;
    statement.activity = conversation.activity;
    statement.number = store::next_statement_number(tx.db(), conversation.activity);
    statement.public_id = hex(random_bytes(6));
    statement.id = store::add(tx, statement, form_key);
    return statement;
}

/// Moves the conversation from one state to another, and nowhere from any other.
Result<Conversation> moved(
    sql::Transaction& tx, const Occasion& at, Conversation::State from, Conversation::State to) {
    auto conversation = store::conversation_of(tx.db(), at.activity);
    if (conversation.state != from) return refuse(Failure::Kind::conflict);
    conversation.state = to;
    store::save(tx, conversation);
    return conversation;
}

/// One batch; how many votes were in it.
std::size_t seal_batch(
    sql::Transaction& tx, const Process& process, const Activity& activity, std::size_t fewest) {
    const auto before = store::last_batch(tx.db(), activity.id);
    const auto after = before ? before->last_cast : 0;
    const auto lines = store::vote_lines(tx.db(), activity.id, after, most_in_a_batch);
    if (lines.empty() || lines.size() < fewest) return 0;
    const auto salt_key = random_bytes(32);
    const auto root = root_of(sealed(salt_key, lines));
    const auto place = record(tx, process,
        Act{"votes.batch", object(activity), {},
            {{"count", std::to_string(lines.size())}, {"root", base64(as_text(root))}}});
    store::add(tx, store::conversation_of(tx.db(), activity),
        {after, lines.back().place, static_cast<std::int64_t>(lines.size()), place, salt_key});
    return lines.size();
}

std::int64_t seal(sql::Transaction& tx, const Process& process, const Activity& activity, Sealing sealing) {
    const auto fewest = sealing == Sealing::all ? 1 : fewest_sealed;
    std::int64_t all = 0;
    while (const auto sealed = seal_batch(tx, process, activity, fewest))
        all += static_cast<std::int64_t>(sealed);
    return all;
}

void record_result(sql::Transaction& tx, const Occasion& at, const OpinionResult& result) {
    Act act{"analysis.snapshot", object(at.activity), {},
        {{"engine", result.engine}, {"seed", std::to_string(result.seed)},
            {"votes", std::to_string(result.votes)},
            {"sha256", base64(as_text(sha256(store::as_json(result))))}}};
    if (result.is_shown()) act.said.push_back({"document", result_address(at.process, at.activity)});
    record(tx, at.process, act);
}

/// Tells where everybody can count the votes.
void record_openings(sql::Transaction& tx, const Occasion& at) {
    std::int64_t all = 0;
    for (const auto& batch : store::batches_of(tx.db(), at.activity.id)) all += batch.votes;
    const auto count = count_opened(tx.db(), at.activity);
    record(tx, at.process,
        Act{"votes.opened", object(at.activity), {},
            {{"count", std::to_string(all)}, {"opened", std::to_string(count.opened)},
                {"withheld", std::to_string(count.withheld)},
                {"openings", openings_address(at.process, at.activity)}}});
}

}  // namespace

Result<Statement> propose_statement(sql::Transaction& tx, const Permit& permit, const Occasion& at,
    const std::string& text, const std::string& form_key) {
    if (!may(permit, Action::vote, at)) return refuse(Failure::Kind::not_allowed);
    const auto conversation = store::conversation_of(tx.db(), at.activity);
    if (!takes_votes(at, conversation)) return refuse(Failure::Kind::closed);
    if (auto known = store::statement_of_form(tx.db(), at.activity.id, form_key)) return *std::move(known);
    auto statement = compose_statement(text, Statement::Origin::participant, tx.now());
    if (!statement) return statement;

    auto kept = keep(tx, conversation, *std::move(statement), form_key);
    record(tx, at.process, "statement.proposed", object(kept), {{"text", kept.text}});
    return kept;
}

Result<Statement> seed_statement(
    sql::Transaction& tx, const Permit& permit, const Occasion& at, const std::string& text) {
    if (!may(permit, Action::moderate_statements, at)) return refuse(Failure::Kind::not_allowed);
    const auto conversation = store::conversation_of(tx.db(), at.activity);
    if (conversation.state != Conversation::State::open) return refuse(Failure::Kind::closed);
    auto statement = compose_statement(text, Statement::Origin::seed, tx.now());
    if (!statement) return statement;

    auto kept = keep(tx, conversation, *std::move(statement), "");
    record(tx, at.process, "statement.seeded", object(kept), {{"text", kept.text}});
    return kept;
}

Result<Statement> moderate_statement(
    sql::Transaction& tx, const Permit& permit, const Occasion& at, int number, const Ruling& ruling) {
    if (!may(permit, Action::moderate_statements, at)) return refuse(Failure::Kind::not_allowed);
    const auto conversation = store::conversation_of(tx.db(), at.activity);
    if (conversation.state == Conversation::State::frozen) return refuse(Failure::Kind::closed);
    const auto statement = store::statement_numbered(tx.db(), at.activity.id, number);
    if (!statement) return refuse(Failure::Kind::not_found);
    auto decided = ruled(*statement, ruling, tx.now());
    if (!decided) return decided;

    store::change(tx, *decided);
    std::vector<Committed> committed;
    if (!decided->note.empty()) committed.push_back({"note", decided->note});
    std::vector<openlog::Field> fields;
    if (decided->reason) fields.push_back({"reason", std::string{name_of(*decided->reason)}});
    record(tx, at.process,
        Act{"statement." + std::string{name_of(decided->state)}, object(*decided), committed, fields});
    return decided;
}

std::string new_participant_key() {
    return hex(random_bytes(octets_of_key));
}

bool is_participant_key(std::string_view key) {
    return key.size() == 2 * octets_of_key && key.find_first_not_of("0123456789abcdef") == key.npos;
}

std::string digest_of_key(std::string_view key, Id<Activity> activity) {
    return std::string{as_text(
        sha256("medskapa.participant.v1\n" + std::to_string(activity.value) + '\n' + std::string{key}))};
}

Result<Id<Participant>> vote(
    sql::Transaction& tx, const Permit& permit, const Occasion& at, const VoteRequest& request) {
    if (!may(permit, Action::vote, at)) return refuse(Failure::Kind::not_allowed);
    if (!is_participant_key(request.key)) return refuse(Failure::Kind::invalid);
    const auto conversation = store::conversation_of(tx.db(), at.activity);
    if (!takes_votes(at, conversation)) return refuse(Failure::Kind::closed);
    const auto statement = store::statement_numbered(tx.db(), at.activity.id, request.statement);
    if (!statement || !statement->is_votable(conversation.moderation))
        return refuse(Failure::Kind::not_found);

    const auto digest = digest_of_key(request.key, at.activity.id);
    auto participant = store::participant_of(tx.db(), digest);
    if (!participant)
        participant = store::add_participant(tx, conversation, digest,
            permit.actor().is_signed_in() ? Assurance::signed_in : Assurance::anonymous);
    store::cast(
        tx, at.activity.id, {*participant, statement->id, request.stance, tx.now(), request.probability});
    return *participant;
}

Result<Conversation> set_moderation(
    sql::Transaction& tx, const Permit& permit, const Occasion& at, std::string_view moderation) {
    if (!may(permit, Action::steer_conversation, at)) return refuse(Failure::Kind::not_allowed);
    auto conversation = store::conversation_of(tx.db(), at.activity);
    if (!find_name<Conversation::Moderation>(moderation, conversation.moderation))
        return refuse(Failure::Kind::invalid, {{Field::moderation, N_("Choose one of these")}});
    if (conversation.state == Conversation::State::frozen) return refuse(Failure::Kind::closed);
    store::save(tx, conversation);
    record(tx, at.process, Act{"config", object(at.activity), {}, {{"moderation", std::string{moderation}}}});
    return conversation;
}

Result<Conversation> close_conversation(sql::Transaction& tx, const Permit& permit, const Occasion& at) {
    if (!may(permit, Action::steer_conversation, at)) return refuse(Failure::Kind::not_allowed);
    auto closed = moved(tx, at, Conversation::State::open, Conversation::State::closed);
    if (!closed) return closed;
    seal(tx, at.process, at.activity, Sealing::all);
    record(tx, at.process, "conversation.closed", object(at.activity));
    return closed;
}

Result<Conversation> reopen_conversation(sql::Transaction& tx, const Permit& permit, const Occasion& at) {
    if (!may(permit, Action::steer_conversation, at)) return refuse(Failure::Kind::not_allowed);
    auto opened = moved(tx, at, Conversation::State::closed, Conversation::State::open);
    if (opened) record(tx, at.process, "conversation.reopened", object(at.activity));
    return opened;
}

Result<Conversation> freeze_conversation(sql::Transaction& tx, const Permit& permit, const Occasion& at) {
    if (!may(permit, Action::steer_conversation, at)) return refuse(Failure::Kind::not_allowed);
    const auto snapshot = store::newest_snapshot(tx.db(), at.activity.id);
    if (!snapshot || !snapshot->is_final || snapshot->last_cast != store::last_cast(tx.db(), at.activity.id))
        return refuse(Failure::Kind::conflict);
    auto frozen = moved(tx, at, Conversation::State::closed, Conversation::State::frozen);
    if (!frozen) return frozen;
    record_result(tx, at, snapshot->result);
    record_openings(tx, at);
    return frozen;
}

Result<std::string> name_group(
    sql::Transaction& tx, const Permit& permit, const Occasion& at, int label, const std::string& typed) {
    if (!may(permit, Action::steer_conversation, at)) return refuse(Failure::Kind::not_allowed);
    auto name = text::one_line(text::cleaned(typed));
    if (text::length(name) > longest_group_name)
        return refuse(
            Failure::Kind::invalid, {{Field::name, N_("Write at most {} characters"), {longest_group_name}}});
    if (label < 0 || label >= most_groups) return refuse(Failure::Kind::not_found);
    store::name_group(tx, store::conversation_of(tx.db(), at.activity), label, name);
    record(tx, at.process,
        Act{"group.named", object(at.activity), {{"name", name}}, {{"group", std::to_string(label)}}});
    return name;
}

Result<std::int64_t> seal_votes(sql::Transaction& tx, const Permit& permit, const Process& process,
    const Activity& activity, Sealing sealing) {
    if (!allows(permit, Action::steer_conversation, process) || activity.process != process.id)
        return refuse(Failure::Kind::not_allowed);
    return seal(tx, process, activity, sealing);
}

}  // namespace medskapa::app
