#include "app/site/setup_answers.hpp"

#include "app/act/transaction.hpp"
#include "app/mail/post.hpp"
#include "app/site/description.hpp"
#include "app/site/logotype.hpp"
#include "app/staff/staff.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"
#include "store/site/description_store.hpp"
#include "store/site/opening_store.hpp"
#include "store/site/site_store.hpp"
#include "store/staff/staff_store.hpp"

namespace medskapa::app {
namespace {

bool is_good(const Act& act, const std::string& token) {
    return store::setup_link_lasts_until(act.db(), digest_of_token(token), act.now()).has_value();
}

bool is_being_prepared(sql::Connection& db) {
    return store::is_closed_to_visitors(db);
}

User leader_of(const SetupDraft& draft) {
    return {{}, draft.leader_email, draft.leader_name};
}

Process process_of(const SetupDraft& draft) {
    Process process;
    process.name = Localized{draft.process_name};
    process.slug = draft.slug;
    process.decided = Localized{draft.decided};
    process.decided_by = Localized{draft.decided_by};
    process.contact_role = Localized{draft.contact_role};
    process.contact_phone = draft.contact_phone;
    process.contact_email = draft.contact_email;
    return process;
}

/// Everybody's first choice of what an inspel is about. Topics and municipalities are chosen on the desk.
InspelChoices first_choices() {
    return {{}, {{"whole", {"Hela strategin", "The whole strategy"}}}, {}};
}

SetupDraft tidied(SetupDraft draft) {
    for (auto* line : {&draft.owner, &draft.leader_name, &draft.leader_email, &draft.process_name,
             &draft.slug, &draft.decided, &draft.decided_by, &draft.contact_role, &draft.contact_phone,
             &draft.contact_email})
        *line = text::one_line(*line);
    if (draft.slug.empty()) draft.slug = slug_of(draft.process_name);
    return draft;
}

/// What stands, with the members that this question is about as they were typed.
SetupDraft with_answer(SetupDraft draft, SetupQuestion question, const SetupDraft& typed) {
    switch (question) {
        case SetupQuestion::region: draft.owner = typed.owner; break;
        case SetupQuestion::leader:
            draft.leader_name = typed.leader_name;
            draft.leader_email = typed.leader_email;
            break;
        case SetupQuestion::mail: draft.mail = typed.mail; break;
        case SetupQuestion::decision:
            draft.process_name = typed.process_name;
            draft.slug = typed.slug;
            draft.decided = typed.decided;
            draft.decided_by = typed.decided_by;
            break;
        case SetupQuestion::contact:
            draft.contact_role = typed.contact_role;
            draft.contact_phone = typed.contact_phone;
            draft.contact_email = typed.contact_email;
            break;
    }
    return draft;
}

constexpr std::size_t longest_line = 200;

void limit(std::vector<Complaint>& complaints, Field field, const std::string& line) {
    if (text::length(line) > longest_line)
        complaints.push_back({field, N_("Write at most {} characters"), {std::to_string(longest_line)}});
}

std::vector<Complaint> about_region(const SetupDraft& draft) {
    std::vector<Complaint> complaints;
    if (draft.owner.empty()) complaints.push_back({Field::organisation, N_("Write the name of the region")});
    limit(complaints, Field::organisation, draft.owner);
    return complaints;
}

/// The form has one e-mail address of the leader's, so it has a name of its own.
std::vector<Complaint> about_leader(const SetupDraft& draft) {
    auto complaints = complaints_about(leader_of(draft));
    for (auto& complaint : complaints)
        if (complaint.place == Field::email) complaint.place = Field::leader_email;
    limit(complaints, Field::name, draft.leader_name);
    limit(complaints, Field::leader_email, draft.leader_email);
    return complaints;
}

/// Those of the process' own complaints that are about its address for questions, or about all else.
std::vector<Complaint> about_process(const SetupDraft& draft, bool is_of_contact) {
    std::vector<Complaint> complaints;
    if (const auto fit = checked(process_of(draft)); !fit)
        for (const auto& complaint : fit.error().complaints)
            if ((complaint.place == Field::email) == is_of_contact) complaints.push_back(complaint);
    return complaints;
}

std::vector<Complaint> about_decision(sql::Connection& db, const SetupDraft& draft) {
    auto complaints = about_process(draft, false);
    limit(complaints, Field::decision, draft.decided);
    limit(complaints, Field::body, draft.decided_by);
    if (store::process_named(db, draft.slug))
        complaints.push_back({Field::address, N_("Something else has this address. Choose another")});
    return complaints;
}

std::vector<Complaint> about_contact(const SetupDraft& draft) {
    auto complaints = about_process(draft, true);
    if (draft.contact_role.empty())
        complaints.push_back({Field::role, N_("Write who answers questions, for example Process leader")});
    limit(complaints, Field::role, draft.contact_role);
    limit(complaints, Field::telephone, draft.contact_phone);
    return complaints;
}

void name_owner(const Act& act, const Process& process, const std::string& owner) {
    auto description = store::site_description(act.db());
    if (owner.empty() || !description.owner.empty()) return;
    description.owner = owner;
    (void)describe_site(by_operator(act, process), description);
}

}  // namespace

std::vector<SetupQuestion> questions_to_answer(sql::Connection& db) {
    std::vector<SetupQuestion> questions;
    for (const auto& name : names_of<SetupQuestion>)
        if (name.value != SetupQuestion::region || is_being_prepared(db)) questions.push_back(name.value);
    return questions;
}

std::vector<Complaint> complaints_about(
    sql::Connection& db, const SetupDraft& draft, SetupQuestion question) {
    switch (question) {
        case SetupQuestion::region: return about_region(draft);
        case SetupQuestion::leader: return about_leader(draft);
        case SetupQuestion::mail:
            if (draft.mail != SetupDraft::Mail::unsaid) return {};
            return {{Field::chosen, N_("Choose one of these")}};
        case SetupQuestion::decision: return about_decision(db, draft);
        case SetupQuestion::contact: break;
    }
    return about_contact(draft);
}

Result<SetupDraft> keep_setup_answer(Permitted<Action::set_up> act, const std::string& token,
    SetupQuestion question, const SetupDraft& typed) {
    if (!is_good(act, token)) return refuse(Failure::Kind::not_found);
    auto draft = with_answer(store::setup_draft(act.db()).value_or(SetupDraft{}), question, tidied(typed));
    if (auto complaints = complaints_about(act.db(), draft, question); !complaints.empty())
        return refuse(Failure::Kind::invalid, std::move(complaints));
    draft.kept_at = act.now();
    tx(act).changes_no_page();
    store::keep(tx(act), draft);
    return draft;
}

Result<SiteLogotype> choose_first_logotype(
    Permitted<Action::set_up> act, const std::string& token, const std::string& bytes) {
    if (!is_good(act, token) || !is_being_prepared(act.db())) return refuse(Failure::Kind::not_found);
    return change_logotype(by_operator(act, {}), bytes);
}

Result<SetUp> finish_setup(
    Permitted<Action::set_up> act, const std::string& token, const std::string& language) {
    if (!is_good(act, token)) return refuse(Failure::Kind::not_found);
    const auto draft = store::setup_draft(act.db()).value_or(SetupDraft{});
    std::vector<Complaint> complaints;
    for (const auto question : questions_to_answer(act.db()))
        for (auto& complaint : complaints_about(act.db(), draft, question))
            complaints.push_back(std::move(complaint));
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, std::move(complaints));
    auto made = set_up(act, token, process_of(draft), first_choices(), leader_of(draft));
    if (!made) return made;
    name_owner(act, made->process, draft.owner);
    if (draft.mail == SetupDraft::Mail::test)
        (void)post(by_operator(act, made->process), {.kind = Mail::Kind::test, .language = language},
            draft.leader_email);
    store::remove_setup_draft(tx(act));
    return made;
}

}  // namespace medskapa::app
