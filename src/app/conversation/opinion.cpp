#include "app/conversation/opinion.hpp"

#include "app/act/record.hpp"
#include "app/act/seen.hpp"
#include "app/conversation/published/opened_votes.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"
#include "store/conversation/columns.hpp"
#include "store/conversation/opinion_result_json.hpp"
#include "store/conversation/opinion_store.hpp"
#include "store/conversation/seen_versions.hpp"

#include <fmt/ranges.h>
#include <algorithm>
#include <cmath>

namespace medskapa::app {
namespace {

constexpr std::size_t octets_of_key = 16;
constexpr std::size_t longest_group_name = 80;
constexpr int most_groups = 6;
constexpr int most_in_a_batch = 50'000;

bool is_conversation(const Act& act, const Occasion& at) {
    return at.activity.process == act.process().id && at.activity.kind == Activity::Kind::opinion;
}

std::string object(const Activity& activity) {
    return object_named(ObjectKind::conversation, activity.slug);
}

std::string object(const Statement& statement) {
    return object_named(ObjectKind::statement, statement.public_id);
}

bool takes_votes(const Occasion& at, const Conversation& conversation) {
    return at.activity.is_open(at.today) && conversation.state == Conversation::State::open;
}

Statement keep(
    const Act& act, const Conversation& conversation, Statement statement, const std::string& form_key) {
    store::save(tx(act), conversation);
    statement.process = conversation.process;
    statement.activity = conversation.activity;
    statement.number = store::next_statement_number(act.db(), conversation.activity);
    statement.public_id = hex(random_bytes(6));
    statement.id = store::add(tx(act), statement, form_key);
    return statement;
}

/// Moves the conversation from one state to another, and nowhere from any other.
Result<Conversation> moved(
    const Act& act, const Occasion& at, Conversation::State from, Conversation::State to) {
    auto conversation = store::conversation_of(act.db(), at.activity);
    demand_seen(act, store::version_of(conversation));
    if (conversation.state != from) return refuse(Failure::Kind::conflict);
    conversation.state = to;
    store::save(tx(act), conversation);
    return conversation;
}

/// One batch; how many votes were in it.
std::size_t commit_batch(const Act& act, const Activity& activity, std::size_t fewest) {
    const auto before = store::last_batch(act.db(), activity.id);
    const auto after = before ? before->last_cast : 0;
    std::int64_t most = most_in_a_batch;
    auto lines = store::vote_lines(act.db(), activity.id, after, most);
    while (std::ssize(lines) == most && !are_enough_people(lines))
        lines = store::vote_lines(act.db(), activity.id, after, most *= 2);
    if (lines.size() < fewest || !are_enough_people(lines)) return 0;
    const auto salt_key = random_bytes(32);
    const auto root = root_of(committed(salt_key, lines));
    const auto place =
        record(act, LogRecord{EntryType::votes_committed, object(activity), {},
                        {{"count", std::to_string(lines.size())}, {"root", openlog::as_base64(root)}}});
    store::add(tx(act), store::conversation_of(act.db(), activity),
        {after, lines.back().place, static_cast<std::int64_t>(lines.size()), place, salt_key});
    return lines.size();
}

std::int64_t commit_in_batches(const Act& act, const Activity& activity, VotesToCommit which) {
    const auto fewest = which == VotesToCommit::all ? 1 : fewest_committed;
    std::int64_t all = 0;
    while (const auto committed = commit_batch(act, activity, fewest))
        all += static_cast<std::int64_t>(committed);
    return all;
}

void record_result(const Act& act, const Occasion& at, const OpinionResult& result) {
    LogRecord entry{EntryType::conversation_frozen, object(at.activity), {},
        {{"engine", result.engine}, {"seed", std::to_string(result.seed)},
            {"votes", std::to_string(result.votes)},
            {"sha256", openlog::as_base64(sha256(store::as_json(result)))}}};
    if (result.is_shown()) entry.said.push_back({"document", result_address(act.process(), at.activity)});
    record(act, entry);
}

/// Decides which votes are opened, for good.
void open_votes(const Act& act, const Activity& activity) {
    const auto open = openable(act.db(), activity);
    for (auto batch : store::batches_of(act.db(), activity.id)) {
        const auto found = open.find(batch.last_cast);
        if (found == open.end()) continue;
        batch.opened = fmt::format("{}", fmt::join(found->second, " "));
        store::set_opened(tx(act), activity.id, batch);
    }
}

/// Tells where everybody can count the votes.
void record_openings(const Act& act, const Occasion& at) {
    std::int64_t all = 0;
    for (const auto& batch : store::batches_of(act.db(), at.activity.id)) all += batch.votes;
    const auto count = count_opened(act.db(), at.activity);
    record(act, LogRecord{EntryType::votes_opened, object(at.activity), {},
                    {{"count", std::to_string(all)}, {"opened", std::to_string(count.opened)},
                        {"withheld", std::to_string(count.withheld)},
                        {"openings", openings_address(act.process(), at.activity)}}});
}

EntryType type_of(Statement::State ruled) {
    switch (ruled) {
        case Statement::State::accepted: return EntryType::statement_accepted;
        case Statement::State::rejected: return EntryType::statement_rejected;
        case Statement::State::pending: break;
    }
    return EntryType::statement_reopened;
}

}  // namespace

Result<Statement> propose_statement(
    Permitted<Action::vote> act, const Occasion& at, const std::string& text, const std::string& form_key) {
    if (!is_conversation(act, at)) return refuse(Failure::Kind::not_allowed);
    const auto conversation = store::conversation_of(act.db(), at.activity);
    if (!takes_votes(at, conversation)) return refuse(Failure::Kind::closed);
    auto statement = compose_statement(text, Statement::Origin::participant, act.now());
    if (!statement) return statement;
    if (auto known = store::statement_of_form(act.db(), at.activity.id, form_key)) {
        if (known->text == statement->text) return *std::move(known);
        return refuse(Failure::Kind::conflict,
            {{Field::statement,
                N_("What you sent with this form before has been received. Send this too if you want")}});
    }

    auto kept = keep(act, conversation, *std::move(statement), form_key);
    record(act, EntryType::statement_proposed, object(kept), {{"text", kept.text}});
    return kept;
}

Result<Statement> seed_statement(
    Permitted<Action::moderate_statements> act, const Occasion& at, const std::string& text) {
    if (!is_conversation(act, at)) return refuse(Failure::Kind::not_allowed);
    const auto conversation = store::conversation_of(act.db(), at.activity);
    if (conversation.state != Conversation::State::open) return refuse(Failure::Kind::closed);
    auto statement = compose_statement(text, Statement::Origin::seed, act.now());
    if (!statement) return statement;

    auto kept = keep(act, conversation, *std::move(statement), "");
    record(act, EntryType::statement_seeded, object(kept), {{"text", kept.text}});
    return kept;
}

namespace {

Result<Statement> rule_on(const Act& act, const Statement& statement, const Ruling& ruling) {
    auto decided = ruled(statement, ruling, act.now());
    if (!decided) return decided;
    store::change(tx(act), *decided);
    std::vector<Committed> committed;
    if (!decided->note.empty()) committed.push_back({"note", decided->note});
    std::vector<openlog::Field> fields;
    if (decided->reason) fields.push_back({"reason", std::string{name_of(*decided->reason)}});
    record(act, LogRecord{type_of(decided->state), object(*decided), committed, fields});
    return decided;
}

}  // namespace

Result<Statement> moderate_statement(
    Permitted<Action::moderate_statements> act, const Occasion& at, int number, const Ruling& ruling) {
    if (!is_conversation(act, at)) return refuse(Failure::Kind::not_allowed);
    const auto conversation = store::conversation_of(act.db(), at.activity);
    if (conversation.state == Conversation::State::frozen) return refuse(Failure::Kind::closed);
    const auto statement = store::statement_numbered(act.db(), at.activity.id, number);
    if (!statement) return refuse(Failure::Kind::not_found);
    demand_seen<store::tables::statement>(act, *statement, {statement->text, statement->note});
    return rule_on(act, *statement, ruling);
}

Result<Statement> take_down_statement(const Act& act, const Statement& statement, RejectReason reason) {
    return rule_on(act, statement, {"rejected", std::string{name_of(reason)}, {}});
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

Result<Id<Participant>> vote(Permitted<Action::vote> act, const Occasion& at, const VoteRequest& request) {
    if (!is_conversation(act, at)) return refuse(Failure::Kind::not_allowed);
    if (!is_participant_key(request.key)) return refuse(Failure::Kind::invalid);
    const auto conversation = store::conversation_of(act.db(), at.activity);
    if (!takes_votes(at, conversation)) return refuse(Failure::Kind::closed);
    const auto statement = store::statement_numbered(act.db(), at.activity.id, request.statement);
    if (!statement || !statement->is_votable(conversation.moderation))
        return refuse(Failure::Kind::not_found);

    const auto digest = digest_of_key(request.key, at.activity.id);
    auto participant = store::participant_of(act.db(), digest);
    if (!participant)
        participant = store::add_participant(tx(act), conversation, digest,
            act.actor().is_signed_in() ? Assurance::signed_in : Assurance::anonymous);
    tx(act).changes_no_page();  // what is published of votes is a map, which an act of its own keeps
    store::cast(tx(act), at.activity.id,
        {*participant, statement->id, request.stance, act.now(), request.probability});
    return *participant;
}

Result<Conversation> set_moderation(
    Permitted<Action::steer_conversation> act, const Occasion& at, std::string_view moderation) {
    if (!is_conversation(act, at)) return refuse(Failure::Kind::not_allowed);
    auto conversation = store::conversation_of(act.db(), at.activity);
    demand_seen(act, store::version_of(conversation));
    if (!find_name<Conversation::Moderation>(moderation, conversation.moderation))
        return refuse(Failure::Kind::invalid, {{Field::moderation, N_("Choose one of these")}});
    if (conversation.state == Conversation::State::frozen) return refuse(Failure::Kind::closed);
    store::save(tx(act), conversation);
    record(act, LogRecord{EntryType::conversation_moderation_changed, object(at.activity), {},
                    {{"moderation", std::string{moderation}}}});
    return conversation;
}

Result<Conversation> close_conversation(Permitted<Action::steer_conversation> act, const Occasion& at) {
    if (!is_conversation(act, at)) return refuse(Failure::Kind::not_allowed);
    auto closed = moved(act, at, Conversation::State::open, Conversation::State::closed);
    if (!closed) return closed;
    commit_in_batches(act, at.activity, VotesToCommit::all);
    record(act, EntryType::conversation_closed, object(at.activity));
    return closed;
}

Result<Conversation> reopen_conversation(Permitted<Action::steer_conversation> act, const Occasion& at) {
    if (!is_conversation(act, at)) return refuse(Failure::Kind::not_allowed);
    auto opened = moved(act, at, Conversation::State::closed, Conversation::State::open);
    if (opened) record(act, EntryType::conversation_reopened, object(at.activity));
    return opened;
}

Result<Conversation> freeze_conversation(Permitted<Action::steer_conversation> act, const Occasion& at) {
    if (!is_conversation(act, at)) return refuse(Failure::Kind::not_allowed);
    const auto snapshot = store::newest_snapshot(act.db(), at.activity.id);
    if (!snapshot || !snapshot->is_final || snapshot->last_cast != store::last_cast(act.db(), at.activity.id))
        return refuse(Failure::Kind::conflict);
    auto frozen = moved(act, at, Conversation::State::closed, Conversation::State::frozen);
    if (!frozen) return frozen;
    record_result(act, at, snapshot->result);
    open_votes(act, at.activity);
    record_openings(act, at);
    return frozen;
}

Result<std::string> name_group(
    Permitted<Action::steer_conversation> act, const Occasion& at, int label, const std::string& typed) {
    if (!is_conversation(act, at)) return refuse(Failure::Kind::not_allowed);
    auto name = text::one_line(text::cleaned(typed));
    if (text::length(name) > longest_group_name)
        return refuse(
            Failure::Kind::invalid, {{Field::name, N_("Write at most {} characters"), {longest_group_name}}});
    if (label < 0 || label >= most_groups) return refuse(Failure::Kind::not_found);
    const auto known = store::group_names(act.db(), at.activity.id)[label];
    demand_seen(act, store::version_of_group(at.activity.id, label, known), {known});
    store::name_group(tx(act), store::conversation_of(act.db(), at.activity), label, name);
    record(act, LogRecord{EntryType::conversation_group_named, object(at.activity), {{"name", name}},
                    {{"group", std::to_string(label)}}});
    return name;
}

Result<std::int64_t> commit_votes(
    Permitted<Action::steer_conversation> act, const Activity& activity, VotesToCommit which) {
    if (activity.process != act.process().id) return refuse(Failure::Kind::not_allowed);
    return commit_in_batches(act, activity, which);
}

}  // namespace medskapa::app
