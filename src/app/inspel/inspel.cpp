#include "app/inspel/inspel.hpp"

#include "app/inspel/entering.hpp"

#include "app/act/record.hpp"
#include "app/act/seen.hpp"
#include "app/inspel/files.hpp"
#include "app/inspel/refusing.hpp"
#include "app/issue/issues.hpp"
#include "app/mail/post.hpp"
#include "base/digest.hpp"
#include "base/signer.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"
#include "domain/inspel/receipt_code.hpp"
#include "store/document/document_store.hpp"
#include "store/document/trace_store.hpp"
#include "store/inspel/amendment_store.hpp"
#include "store/inspel/columns.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/inspel/original_file_store.hpp"
#include "store/inspel/search.hpp"
#include "store/issue/desk_index.hpp"
#include "store/issue/issue_store.hpp"
#include "store/issue/promise_store.hpp"
#include "store/moderation/appeal_store.hpp"
#include "store/site/site_store.hpp"

#include <algorithm>

namespace medskapa::app {
namespace {

/// What the process offers to choose among, and the paragraph that the draft concerns where it names one.
InspelChoices choices_of(sql::Connection& db, const Process& process, const InspelDraft& draft) {
    InspelChoices choices{store::topics_of(db, process.id), store::concerns_of(db, process.id),
        store::municipalities_of(db, process.id)};
    const auto node = store::node_named(db, process.id, draft.concerns);
    if (node && store::is_public(db, node->node.id)) choices.subjects.push_back({draft.concerns, {}});
    return choices;
}

std::string object(const Inspel& inspel) {
    return object_named(ObjectKind::inspel, inspel.public_id);
}

/// All that the form holds, so that nothing is thanked for and dropped.
bool is_the_same(const Act& act, const Inspel& kept, const Inspel& sent, const std::string& contact) {
    for (const auto& text : sender_texts)
        if (kept.*text.sent != sent.*text.sent) return false;
    return kept.text == sent.text && kept.title == sent.title && kept.municipality == sent.municipality &&
           kept.topic == sent.topic && kept.concerns == sent.concerns && kept.actor_kind == sent.actor_kind &&
           store::contact_of(act.db(), kept.id) == text::one_line(contact);
}

/// What the paragraph says in a version that everybody can read; nothing for words of a draft.
std::string published_words(sql::Connection& db, Id<Node> node, Id<Revision> revision) {
    for (const auto& wording : store::wordings_of(db, node))
        if (wording.revision == revision) return wording.text;
    return {};
}

/// The other words that the draft proposes, or nothing when it proposes none.
Result<std::optional<store::Amendment>> proposed(const Act& act, const InspelDraft& draft) {
    auto words = text::trimmed(text::cleaned(draft.proposal));
    if (words.empty()) return std::nullopt;
    const auto node = store::node_named(act.db(), act.process().id, draft.concerns);
    const auto before = node ? published_words(act.db(), node->node.id, draft.instead_of) : std::string{};
    std::vector<Complaint> complaints;
    if (!node || before.empty())
        complaints.push_back({Field::concerns, N_("Choose the paragraph that you want to change")});
    else if (before == words)
        complaints.push_back({Field::proposal,
            N_("These are the words that stand there. Change them, or leave the field empty")});
    if (text::length(words) > longest_inspel)
        complaints.push_back({Field::proposal, N_("Write at most {} characters"), {longest_inspel}});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return store::Amendment{{}, node->node.id, draft.instead_of, words, 0, words};
}

bool has_same_proposal(const Act& act, const Inspel& kept, const std::optional<store::Amendment>& sent) {
    const auto known = store::amendment_of(act.db(), kept.id);
    return known.has_value() == sent.has_value() && (!known || known->text == sent->text);
}

Result<Inspel> inspel_numbered(const Act& act, int number) {
    auto inspel = store::inspel_numbered(act.db(), act.process().id, number);
    if (!inspel) return refuse(Failure::Kind::not_found);
    return *std::move(inspel);
}

/// The inspel of an act on what its page shows of it.
Result<Inspel> inspel_as_seen(const Act& act, int number) {
    auto inspel = inspel_numbered(act, number);
    if (inspel) demand_seen<store::tables::inspel>(act, *inspel, {inspel->shown_title, inspel->shown_text});
    return inspel;
}

Result<Inspel> inspel_by_code(const Act& act, const std::string& code) {
    auto inspel = store::inspel_of_code(act.db(), act.process().id, digest_of_code(code));
    if (!inspel) return refuse(Failure::Kind::not_found);
    return *std::move(inspel);
}

/// Whether its activity and its step are of the process, where it has any.
bool takes_place_here(const Act& act, const Entered& entered) {
    const auto has = [](const auto& all, auto id) {
        return !id || std::any_of(all.begin(), all.end(), [&](const auto& one) { return one.id == id; });
    };
    return has(store::activities_of(act.db(), act.process().id), entered.activity) &&
           has(store::steps_of(act.db(), act.process().id), entered.step);
}

/// The receipt by mail, where the sender has given an address.
void post_receipt(const Act& act, Id<Inspel> id, const InspelDraft& draft, const std::string& code_key) {
    post(act, {.kind = Mail::Kind::receipt, .language = draft.language, .inspel = id, .code_key = code_key},
        draft.contact);
}

void post_news(const Act& act, Mail::Kind kind, const Inspel& inspel) {
    post(act, {.kind = kind, .language = inspel.language, .inspel = inspel.id},
        store::contact_of(act.db(), inspel.id));
}

/// Files that were kept for it become the inspel's own.
std::vector<OriginalFile> tied(const Act& act, std::vector<OriginalFile> files, Id<Inspel> inspel) {
    for (auto& file : files) {
        file.inspel = inspel;
        store::change(tx(act), file);
    }
    return files;
}

/// What is wrong with the words and with the files, at once.
template <class... Results>
std::vector<Complaint> all_complaints(const Results&... results) {
    std::vector<Complaint> all;
    const auto add = [&](const auto& result) {
        if (!result)
            all.insert(all.end(), result.error().complaints.begin(), result.error().complaints.end());
    };
    (add(results), ...);
    return all;
}

void count_state(const Act& act, const Inspel& was, const Inspel& is) {
    store::count(tx(act), is.process, store::Counter::state, name_of(was.state), -1);
    store::count(tx(act), is.process, store::Counter::state, name_of(is.state), 1);
}

/// Published by mistake, and seen at once: as if it had not been.
Result<Inspel> unpublished(const Act& act, Inspel inspel) {
    if (!may_undo_publishing(act.db(), inspel, act.now())) return refuse(Failure::Kind::conflict);
    inspel.state = Inspel::State::received;
    inspel.decided_at = std::nullopt;
    return inspel;
}

}  // namespace

bool may_undo_publishing(sql::Connection& db, const Inspel& inspel, Instant now) {
    return inspel.state == Inspel::State::published && inspel.decided_at &&
           now - *inspel.decided_at <= time_to_undo && store::issues_of(db, inspel.id).empty();
}

std::string code_of(const FormSubmission& form, const Process& process) {
    return receipt_code(signature("medskapa.receipt.v1\n" + process.slug, form.form_key, form.secret));
}

std::string digest_of_code(std::string_view typed) {
    const auto code = read_receipt_code(typed).value_or(std::string{});
    // without the check, which codes once lacked
    return std::string{as_text(sha256(code.substr(0, code.empty() ? 0 : code.size() - 1)))};
}

Result<Receipt> receive_inspel(Permitted<Action::give_inspel> act, const Activity& activity,
    const InspelDraft& draft, const FormSubmission& form) {
    const auto& process = act.process();
    if (activity.process != process.id) return refuse(Failure::Kind::not_allowed);
    auto inspel = compose(choices_of(act.db(), process, draft), draft, Channel::web);
    const auto files = checked(form.files, store::files_taken_by(act.db(), process.id));
    if (!inspel || !files) return refuse(Failure::Kind::invalid, all_complaints(inspel, files));
    auto proposal = proposed(act, draft);
    if (!proposal) return tl::unexpected{proposal.error()};

    if (const auto kept = store::inspel_of_form(act.db(), process.id, form.form_key)) {
        if (!is_the_same(act, *kept, *inspel, draft.contact) || !has_same_proposal(act, *kept, *proposal) ||
            !are_the_same(store::files_of(act.db(), kept->id), *files))
            return refuse(Failure::Kind::conflict);
        return Receipt{kept->id, kept->number, code_of(form, process), 0, true};
    }
    inspel->activity = activity.id;
    inspel->step = activity.step;
    inspel->received_at = act.now();
    const auto receipt = keep_inspel(act, *std::move(inspel),
        {draft.contact, form.form_key, code_of(form, process), keep_files(act, *files)});
    if (*proposal) {
        (*proposal)->inspel = receipt.inspel;
        (*proposal)->log_place = record(act, EntryType::amendment_proposed,
            object_named(ObjectKind::text, draft.concerns), {{"text", (*proposal)->text}});
        store::save(tx(act), process.id, **proposal);
    }
    post_receipt(act, receipt.inspel, draft, form.form_key);
    return receipt;
}

Result<Receipt> keep_entered(const Act& act, const Entered& entered, const FormSubmission& form) {
    if (!takes_place_here(act, entered)) return refuse(Failure::Kind::not_allowed);
    auto inspel = compose(choices_of(act.db(), act.process(), entered.draft), entered.draft, entered.channel);
    const auto files = checked(entered.files, FileKinds::mail);
    if (!inspel || !files) return refuse(Failure::Kind::invalid, all_complaints(inspel, files));
    if (entered.received_at > act.now())
        return refuse(Failure::Kind::invalid, {{Field::received, N_("Choose a day that has been")}});

    inspel->activity = entered.activity;
    inspel->step = entered.step;
    inspel->received_at = entered.received_at;
    return keep_inspel(act, *std::move(inspel),
        {entered.draft.contact, "", code_of(form, act.process()), keep_files(act, *files)});
}

Result<Receipt> enter_inspel(
    Permitted<Action::enter_inspel> act, const Entered& entered, const std::string& secret) {
    const FormSubmission form{hex(random_bytes(16)), secret};
    const auto receipt = keep_entered(act, entered, form);
    if (receipt) post_receipt(act, receipt->inspel, entered.draft, form.form_key);
    return receipt;
}

Receipt keep_inspel(const Act& act, Inspel inspel, const SenderDetails& details) {
    inspel.process = act.process().id;
    inspel.number = store::next_number(act.db(), act.process().id);
    inspel.public_id = hex(random_bytes(6));
    inspel.id = store::add(tx(act), inspel, {details.form_key, digest_of_code(details.code)});
    store::promise(tx(act), inspel.id, act.process().answer_days);
    const auto how_to_reach = text::one_line(details.contact);
    if (!how_to_reach.empty()) store::set_contact(tx(act), inspel, how_to_reach);
    store::index_for_desk(tx(act), inspel.id);
    std::vector<Committed> said{
        {"author", inspel.organisation}, {"text", inspel.text}, {"title", inspel.title}};
    for (const auto& file : tied(act, details.files, inspel.id))
        said.push_back({label_of_file(said.size() - 2), file.digest});
    const auto place = record(act, EntryType::inspel_received, object(inspel), said);
    return {inspel.id, inspel.number, details.code, place, false};
}

Result<Inspel> complete_inspel(Permitted<Action::follow_inspel> act, const std::string& code,
    const std::string& typed, const std::string& form_key) {
    auto inspel = inspel_by_code(act, code);
    if (!inspel) return inspel;
    if (!is_living(*inspel)) return refuse(Failure::Kind::closed);
    const auto text = addition_text(typed);
    if (!text) return tl::unexpected{text.error()};

    if (store::add(tx(act), *inspel, {{}, inspel->id, *text, act.now(), false}, form_key)) {
        store::index_for_desk(tx(act), inspel->id);
        record(act, EntryType::addition_received, object(*inspel), {{"text", *text}});
    } else if (store::addition_of_form(act.db(), inspel->id, form_key).value().text != *text) {
        return refuse(Failure::Kind::conflict,
            {{Field::text,
                N_("What you sent with this form before has been received. Send this too if you want")}});
    }
    return inspel;
}

Result<Inspel> withdraw_inspel(Permitted<Action::follow_inspel> act, const std::string& code) {
    const auto inspel = inspel_by_code(act, code);
    if (!inspel) return inspel;
    auto withdrawn = withdraw(*inspel);
    if (!withdrawn) return withdrawn;

    drop_unanswered(act, *inspel);
    store::change(tx(act), *withdrawn);
    count_state(act, *inspel, *withdrawn);
    if (inspel->state == Inspel::State::published) {
        store::count_published(tx(act), *inspel, -1);
        store::remove_from_index(tx(act), inspel->id.value);
    }
    record(act, EntryType::inspel_withdrawn, object(*withdrawn));
    return withdrawn;
}

Result<Inspel> publish_inspel(Permitted<Action::moderate_inspel> act, int number) {
    const auto inspel = inspel_as_seen(act, number);
    if (!inspel) return inspel;
    auto published = publish(*inspel, act.now());
    if (!published) return published;

    store::change(tx(act), *published);
    count_state(act, *inspel, *published);
    store::count_published(tx(act), *published, 1);
    store::index(tx(act), *published);
    record(act, EntryType::inspel_published, object(*published),
        {{"text", published->shown_text}, {"title", published->shown_title}});
    post_news(act, Mail::Kind::published, *published);
    return published;
}

Result<Inspel> decline_inspel(
    Permitted<Action::moderate_inspel> act, int number, std::string_view reason, const std::string& note) {
    const auto inspel = inspel_as_seen(act, number);
    if (!inspel) return inspel;
    auto declined = decline(*inspel, reason, note, act.now());
    if (!declined) return declined;

    store::change(tx(act), *declined);
    count_state(act, *inspel, *declined);
    note_refusal(act, *declined, Refusal::Basis::review);
    record(act, EntryType::inspel_declined, object(*declined),
        {{"reason", std::string{reason}}, {"note", declined->decline_note}});
    post_news(act, Mail::Kind::declined, *declined);
    return declined;
}

Result<Inspel> reopen_inspel(Permitted<Action::moderate_inspel> act, int number) {
    const auto inspel = inspel_as_seen(act, number);
    if (!inspel) return inspel;
    if (store::waits_for_appeal(act.db(), inspel->id)) return refuse(Failure::Kind::conflict);
    const bool was_published = inspel->state == Inspel::State::published;
    auto reopened = was_published ? unpublished(act, *inspel) : reopen(*inspel);
    if (!reopened) return reopened;

    store::change(tx(act), *reopened);
    count_state(act, *inspel, *reopened);
    if (was_published) {
        store::count_published(tx(act), *inspel, -1);
        store::remove_from_index(tx(act), inspel->id.value);
    }
    record(act, EntryType::inspel_reopened, object(*reopened));
    return reopened;
}

Result<Inspel> edit_copy(
    Permitted<Action::moderate_inspel> act, int number, const std::string& title, const std::string& text) {
    auto inspel = inspel_as_seen(act, number);
    if (!inspel) return inspel;
    if (inspel->state == Inspel::State::erased) return refuse(Failure::Kind::conflict);
    inspel->shown_title = text::one_line(title);
    inspel->shown_text = text::trimmed(text::cleaned(text));
    if (inspel->shown_title.empty())
        return refuse(Failure::Kind::invalid, {{Field::shown_heading, N_("Write a title")}});
    if (inspel->shown_text.empty())
        return refuse(Failure::Kind::invalid,
            {{Field::shown_text, N_("Leave something to read, or decline the inspel")}});
    for (const auto& issue : store::issues_of(act.db(), inspel->id))
        if (inspel->shown_text.find(issue.quote) == std::string::npos)
            return refuse(Failure::Kind::conflict,
                {{Field::shown_text, N_("Issue {} quotes words that you took away. Remove the issue first"),
                    {std::to_string(issue.position)}}});

    store::change(tx(act), *inspel);
    if (inspel->state == Inspel::State::published) store::index(tx(act), *inspel);
    store::index_for_desk(tx(act), inspel->id);
    record(act, EntryType::inspel_edited, object(*inspel),
        {{"text", inspel->shown_text}, {"title", inspel->shown_title}});
    return inspel;
}

Result<Inspel> show_addition(Permitted<Action::moderate_inspel> act, int number, Id<Addition> id) {
    const auto inspel = inspel_numbered(act, number);
    if (!inspel) return inspel;
    const auto additions = store::additions_of(act.db(), inspel->id);
    const auto found =
        std::find_if(additions.begin(), additions.end(), [&](const Addition& a) { return a.id == id; });
    if (found == additions.end()) return refuse(Failure::Kind::not_found);
    demand_seen<store::tables::addition>(act, *found, {found->shown_text});
    store::show(tx(act), act.process().id, id);
    record(act, EntryType::addition_shown, object(*inspel), {{"addition", found->shown_text}});
    return inspel;
}

}  // namespace medskapa::app
