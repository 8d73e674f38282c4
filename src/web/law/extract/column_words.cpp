#include "web/law/extract/column_words.hpp"

#include "base/digest.hpp"
#include "domain/conversation/statement.hpp"
#include "domain/inspel/inspel.hpp"
#include "domain/mail/mail.hpp"
#include "domain/mail/subscription.hpp"
#include "domain/moderation/appeal.hpp"
#include "domain/moderation/content_report.hpp"
#include "domain/organisation/mandate.hpp"
#include "domain/own_page/own_page.hpp"
#include "domain/referral/referral.hpp"
#include "domain/staff/authorisation.hpp"
#include "domain/staff/extract_use.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace medskapa::web::law {
namespace {

using Called = std::pair<std::string_view, const char*>;

const char* found_in(const std::vector<Called>& all, std::string_view name) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Called& one) { return one.first == name; });
    return found == all.end() ? nullptr : found->second;
}

const std::vector<Called>& called_tables() {
    static const std::vector<Called> all{
        {"inspel", N_("Inspel")},
        {"inspel_contact", N_("How the sender is reached")},
        {"inspel_identity", N_("That an inspel is tied to an eID")},
        {"addition", N_("Addition to an inspel")},
        {"original_file", N_("File")},
        {"original_bytes", N_("The contents of a file")},
        {"amendment", N_("Proposal for other words")},
        {"issue", N_("Issue of an inspel")},
        {"issue_group", N_("Group of issues")},
        {"refusal", N_("Decision not to show an inspel")},
        {"appeal", N_("Request that somebody looks again")},
        {"log_salt", N_("Random number that ties words to the open log")},
        {"party", N_("Who is asked in a formal consultation")},
        {"referral_answer", N_("Answer to a formal consultation")},
        {"referral_answer_part", N_("Part of an answer to a formal consultation")},
        {"organisation", N_("Organisation in the register")},
        {"mandate", N_("That somebody speaks for an organisation")},
        {"content_report", N_("Report of something published")},
        {"lack_report", N_("Report about accessibility")},
        {"setup_draft", N_("Answers while the site is set up")},
        {"subscriber", N_("Somebody who follows a process by e-mail")},
        {"subscription", N_("What somebody follows")},
        {"mail", N_("Mail")},
        {"own_link", N_("Link to one's own page")},
        {"own_session", N_("Visit to one's own page")},
        {"own_request", N_("Request for a correction or an erasure")},
        {"participant", N_("Participant in a conversation")},
        {"vote", N_("Answer to a statement, as it stands")},
        {"vote_cast", N_("Answer to a statement, when it was given")},
        {"voter_change", N_("That answers or facts about a participant have changed")},
        {"released_ballot", N_("Answers as they were counted in a map")},
        {"weighing_answer", N_("How priorities were weighed")},
        {"panel_estimate", N_("Estimate in a panel")},
        {"statement", N_("Statement")},
        {"staff", N_("Member of the staff")},
        {"membership", N_("Role in a process")},
        {"sign_in_link", N_("Sign-in link")},
        {"session", N_("Sign-in")},
        {"passphrase", N_("Passphrase and app")},
        {"recovery_code", N_("Recovery code")},
        {"passkey", N_("Passkey")},
        {"staff_identity", N_("Account at a sign-in service")},
        {"draft", N_("Words that are not saved yet")},
        {"saved_filter", N_("Saved filter")},
        {"bulk_act", N_("What was done to many things at once")},
        {"bulk_item", N_("One of many things that were dealt with at once")},
        {"extract_use", N_("Search for, or extract of, what is kept about a person")},
    };
    return all;
}

const std::vector<Called>& called_words() {
    static const std::vector<Called> all{
        {"title", N_("Title")},
        {"text", N_("Text")},
        {"shown_title", N_("Title, as it is shown")},
        {"shown_text", N_("Text, as it is shown")},
        {"organisation", N_("Organisation")},
        {"shown_organisation", N_("Organisation, as it is shown")},
        {"contact", N_("E-mail address or telephone")},
        {"decline_note", N_("Why it is not shown, in words")},
        {"decline_reason", N_("Why it is not shown")},
        {"name", N_("Name")},
        {"digest", N_("Fingerprint (SHA-256)")},
        {"bytes", N_("Size in bytes; the file itself is handed out separately")},
        {"quote", N_("Quotation")},
        {"assignee", N_("Who deals with it")},
        {"answer", N_("Our answer")},
        {"salt", N_("Random number")},
        {"label", N_("What it is about")},
        {"registrar", N_("The registrar's address")},
        {"speaker", N_("Who speaks for the organisation")},
        {"sent_to", N_("The address that was asked")},
        {"confirmer", N_("Confirmed by")},
        {"author", N_("Written by")},
        {"approver", N_("Approved by")},
        {"comment", N_("Comment")},
        {"address", N_("E-mail address")},
        {"recipient", N_("Sent to")},
        {"email", N_("E-mail address")},
        {"leader_name", N_("Name")},
        {"leader_email", N_("E-mail address")},
        {"contact_email", N_("E-mail address")},
        {"contact_phone", N_("Telephone")},
        {"subject", N_("What is followed")},
        {"words", N_("Words")},
        {"query", N_("Filter")},
        {"was", N_("Before")},
        {"became", N_("After")},
        {"reason", N_("Reason")},
        {"case_number", N_("Case number")},
        {"sender_case_number", N_("The sender's case number")},
    };
    return all;
}

const std::vector<Called>& called_marks() {
    static const std::vector<Called> all{
        {"number", N_("Number")},
        {"id", N_("Number")},
        {"participant_id", N_("The participant's random number")},
        {"staff_id", N_("The number of the member of the staff")},
        {"process_id", N_("The number of the process")},
        {"statement_id", N_("The number of the statement in the database")},
        {"cast_id", N_("The number of the answer")},
        {"position", N_("Position")},
        {"taken_position", N_("Position")},
        {"code", N_("Place in the text")},
        {"question", N_("Question")},
        {"channel", N_("How it came in")},
        {"arrived_by", N_("How it came in")},
        {"actor_kind", N_("Kind of sender")},
        {"municipality", N_("Municipality")},
        {"age_class", N_("Age group")},
        {"assurance", N_("How the participant is known")},
        {"concerns", N_("What it concerns")},
        {"language", N_("Language")},
        {"state", N_("State")},
        {"stage", N_("State")},
        {"origin", N_("How it came in")},
        {"outcome", N_("Outcome")},
        {"rule", N_("Rule")},
        {"basis", N_("How it was found")},
        {"kind", N_("Kind")},
        {"format", N_("Format")},
        {"size", N_("Size in bytes")},
    };
    return all;
}

const std::vector<Called>& called_facts() {
    static const std::vector<Called> all{
        {"is_shown", N_("Shown to everybody")},
        {"is_confirmed", N_("Confirmed")},
        {"pace", N_("How often")},
        {"value", N_("Answer: 1 agrees, −1 disagrees, 0 passes")},
        {"votes", N_("Answers, in the order of the statements")},
        {"probability", N_("The chance that the statement had to be shown")},
        {"version", N_("Version of the map")},
        {"points", N_("Points")},
        {"choices", N_("Choices")},
        {"sector", N_("Sector")},
        {"person", N_("Fingerprint of the browser's key")},
        {"round", N_("Round")},
        {"member", N_("Fingerprint of the link of a panel's member")},
        {"estimated", N_("Estimate in a panel, in what the panel counts")},
        {"key_digest", N_("Fingerprint of the browser's key")},
        {"scope", N_("What it is good for")},
        {"role", N_("Role")},
        {"way_in", N_("How the person signed in")},
        {"proof", N_("How the address was confirmed")},
        {"identity", N_("Coded mark of the eID")},
        {"device", N_("Whose device")},
        {"hash", N_("Passphrase, so that it cannot be read")},
        {"one_time_key", N_("The key of the app")},
        {"last_step", N_("The code that was used last")},
        {"code_digest", N_("Fingerprint of a recovery code")},
        {"provider", N_("Sign-in service")},
        {"subject_digest", N_("Coded mark of the person at the sign-in service")},
        {"credential", N_("What recognises the passkey")},
        {"public_key", N_("What the signatures of the passkey are checked with")},
        {"user_handle", N_("Random mark by which the passkeys know the person")},
        {"counter", N_("How often the passkey has been used, as it says itself")},
        {"place", N_("Where it was written")},
        {"object", N_("What it was done to")},
        {"ways", N_("What was searched by")},
        {"found", N_("How many were found")},
    };
    return all;
}

const std::vector<Called>& called_times() {
    static const std::vector<Called> all{
        {"received_at", N_("Came in")},
        {"decided_at", N_("Decided")},
        {"added_at", N_("Came in")},
        {"deadline", N_("Last day to answer")},
        {"invited_at", N_("Asked")},
        {"asked_at", N_("Asked")},
        {"last_day", N_("Last day")},
        {"declined_at", N_("Declined")},
        {"withdrawn_at", N_("Withdrawn")},
        {"extended_to", N_("Got time until")},
        {"reminded_at", N_("Reminded")},
        {"abstained_at", N_("Declined to answer")},
        {"approved_at", N_("Approved")},
        {"saved_at", N_("Saved")},
        {"confirmed_at", N_("Confirmed")},
        {"closed_at", N_("Dealt with")},
        {"answered_at", N_("Answered")},
        {"made_at", N_("Made")},
        {"told_until", N_("Has been sent what happened until")},
        {"ended_at", N_("Sent or given up")},
        {"joined_at", N_("Began")},
        {"cast_at", N_("Given")},
        {"proposed_at", N_("Proposed")},
        {"expires_at", N_("Good until")},
        {"started_at", N_("Began")},
        {"proved_at", N_("Showed who they are")},
        {"tied_at", N_("Tied to the account")},
        {"seen_at", N_("Used last")},
        {"changed_at", N_("Changed")},
        {"kept_at", N_("Kept")},
        {"undone_at", N_("Undone")},
        {"used_at", N_("When")},
    };
    return all;
}

/// The member's own words, where the text is the name of one.
template <class Enum>
std::optional<std::string> choice(const std::string& text, const Words& words) {
    Enum value{};
    if (!find_name<Enum>(text, value)) return std::nullopt;
    return shown(value, words);
}

std::string state_of_inspel(const Words& words, const std::string& text) {
    switch (named<Inspel::State>(text)) {
        case Inspel::State::received: return words("Waits for review");
        case Inspel::State::published: return words.in("inspel", "Published");
        case Inspel::State::declined: return words.in("inspel", "Not shown");
        case Inspel::State::withdrawn: return words("Withdrawn");
        case Inspel::State::erased: break;
    }
    return words.in("stage", "Erased");
}

std::optional<std::string> stage_of_answer(const std::string& text, const Words& words) {
    ReferralAnswer::Stage stage{};
    if (!find_name<ReferralAnswer::Stage>(text, stage)) return std::nullopt;
    switch (stage) {
        case ReferralAnswer::Stage::writing: return words("Being written");
        case ReferralAnswer::Stage::waiting: return words("Waits for approval");
        case ReferralAnswer::Stage::returned: break;
    }
    return words("Sent back to its writer");
}

std::optional<std::string> origin_of_statement(const std::string& text, const Words& words) {
    Statement::Origin origin{};
    if (!find_name<Statement::Origin>(text, origin)) return std::nullopt;
    return origin == Statement::Origin::seed ? words("By those who lead the work")
                                             : words("By a participant");
}

std::optional<std::string> state_of_statement(const std::string& text, const Words& words) {
    Statement::State state{};
    if (!find_name<Statement::State>(text, state)) return std::nullopt;
    switch (state) {
        case Statement::State::pending: return words("Waits for review");
        case Statement::State::accepted: return words.in("statement", "Accepted");
        case Statement::State::rejected: break;
    }
    return words.in("statement", "Not accepted");
}

/// A column whose text is the name of a choice.
struct ChoiceColumn {
    std::string_view table;
    std::string_view column;
    std::optional<std::string> (*words)(const std::string& text, const Words&);
};

const std::vector<ChoiceColumn>& choice_columns() {
    static const std::vector<ChoiceColumn> all{
        {"inspel", "channel", choice<Channel>},
        {"inspel", "actor_kind", choice<ActorKind>},
        {"inspel", "decline_reason", choice<DeclineReason>},
        {"refusal", "rule", choice<DeclineReason>},
        {"refusal", "basis", choice<Refusal::Basis>},
        {"appeal", "outcome", choice<Appeal::Outcome>},
        {"content_report", "rule", choice<DeclineReason>},
        {"content_report", "outcome", choice<ContentReport::Outcome>},
        {"party", "kind", choice<Party::Kind>},
        {"organisation", "kind", choice<OrganisationKind>},
        {"mandate", "scope", choice<Mandate::Scope>},
        {"referral_answer", "position", choice<Position>},
        {"referral_answer", "arrived_by", choice<Channel>},
        {"referral_answer", "actor_kind", choice<ActorKind>},
        {"referral_answer", "stage", stage_of_answer},
        {"statement", "origin", origin_of_statement},
        {"statement", "state", state_of_statement},
        {"referral_answer_part", "taken_position", choice<Position>},
        {"subscriber", "pace", choice<Subscriber::Pace>},
        {"mail", "kind", choice<Mail::Kind>},
        {"mail", "state", choice<Mail::State>},
        {"extract_use", "kind", choice<ExtractUse::Kind>},
        {"own_request", "kind", choice<OwnRequest::Kind>},
        {"own_session", "proof", choice<OwnSession::Proof>},
    };
    return all;
}

std::optional<std::string> choice_of(
    const Words& words, std::string_view table, std::string_view column, const std::string& text) {
    if (table == "inspel" && column == "state") return state_of_inspel(words, text);
    if (column == "role") return choice<Role>(text, words);
    for (const auto& one : choice_columns())
        if (one.table == table && one.column == column) return one.words(text, words);
    return std::nullopt;
}

std::string shown_number(
    const Words& words, const Clock& clock, const store::PersonValue& value, std::int64_t number) {
    if (value.kind == sql::Kind::day) return words.day(Day{std::chrono::days{number}});
    if (is_time(value)) return words.moment(clock.local(Instant{std::chrono::milliseconds{number}}));
    if (is_flag(value)) return number == 0 ? words("No") : words("Yes");
    return fmt::format("{}", number);
}

}  // namespace

bool is_time(const store::PersonValue& value) {
    return value.kind == sql::Kind::time || value.column.ends_with("_at");
}

bool is_flag(const store::PersonValue& value) {
    return value.kind == sql::Kind::flag || value.column.starts_with("is_");
}

const char* words_of_table(std::string_view table) {
    return found_in(called_tables(), table);
}

const char* words_of_column(std::string_view column) {
    for (const auto* all : {&called_words(), &called_marks(), &called_facts(), &called_times()})
        if (const auto* found = found_in(*all, column)) return found;
    return nullptr;
}

std::string shown_value(
    const Words& words, const Clock& clock, std::string_view table, const store::PersonValue& value) {
    if (value.is_kept_back) return words("Kept, and not shown here: with it somebody could sign in.");
    if (const auto* number = std::get_if<std::int64_t>(&value.value))
        return shown_number(words, clock, value, *number);
    if (const auto* real = std::get_if<double>(&value.value)) return fmt::format("{}", *real);
    if (const auto* bytes = std::get_if<sql::Bytes>(&value.value)) return hex(bytes->bytes);
    const auto* text = std::get_if<std::string>(&value.value);
    if (text == nullptr) return {};
    return choice_of(words, table, value.column, *text).value_or(*text);
}

}  // namespace medskapa::web::law
