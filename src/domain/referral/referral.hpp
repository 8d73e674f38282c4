#pragma once

#include "domain/document/document.hpp"
#include "domain/inspel/inspel.hpp"
#include "domain/inspel/original_file.hpp"

namespace medskapa {

/// A frozen version of a document, sent out for formal answers: a remiss.
struct Referral {
    Id<Referral> id = {};
    Id<Process> process = {};
    Id<Version> version = {};
    int number = 1;              // in the process
    Id<Activity> activity = {};  // its window on the site, where there is one
    std::string case_number = {};
    std::string letter = {};  // Markdown
    Instant sent_at = {};
    Day deadline = {};  // the last day for an answer
};

/// Somebody who was asked for an answer.
struct Party {
    enum class Kind {
        municipality,
        region,
        state_authority,
        sami,
        business,
        civil_society,
        neighbour,
        academia,
        other
    };
    enum class State { invited, answered, abstained, silent };

    Id<Party> id = {};
    Id<Process> process = {};
    Id<Referral> referral = {};
    int number = 1;              // in the referral
    std::string public_id = {};  // random; the log's name for it
    std::string name = {};
    Kind kind = Kind::other;
    std::string contact = {};  // never public
    Instant invited_at = {};
    Day deadline = {};
    std::optional<Day> extended_to = {};
    std::optional<Instant> reminded_at = {};
    std::optional<Instant> abstained_at = {};
    std::optional<Instant> answered_at = {};  // read from its answers

    Day last_day() const { return extended_to.value_or(deadline); }
    State state(Day today) const;
};
template <>
inline constexpr auto names_of<Party::Kind> = names<Party::Kind>({
    {Party::Kind::municipality, "municipality", NC_("actor", "Municipality")},
    {Party::Kind::region, "region", N_("Region")},
    {Party::Kind::state_authority, "state_authority", N_("State authority")},
    {Party::Kind::sami, "sami", N_("Sámi representatives")},
    {Party::Kind::business, "business", N_("Business")},
    {Party::Kind::civil_society, "civil_society", N_("Civil society")},
    {Party::Kind::neighbour, "neighbour", N_("Neighbouring region or country")},
    {Party::Kind::academia, "academia", N_("University or school")},
    {Party::Kind::other, "other", N_("Other")},
});

/// Where an answer stands to the text as a whole.
enum class Position { approves, approves_with_changes, rejects_parts, rejects, no_objection };
template <>
inline constexpr auto names_of<Position> = names<Position>({
    {Position::approves, "tillstyrker", N_("Approves")},
    {Position::approves_with_changes, "tillstyrker_med_andringar", N_("Approves, with changes")},
    {Position::rejects_parts, "avstyrker_delar", N_("Rejects parts of it")},
    {Position::rejects, "avstyrker", N_("Rejects")},
    {Position::no_objection, "ingen_erinran", N_("Has no objection")},
});

/// What an answer says of one section or paragraph; without a code, of the whole.
struct AnswerPart {
    std::string code;
    std::string text;
};

/// What somebody typed in answer to a referral.
struct ReferralDraft {
    std::string position = {};
    std::vector<AnswerPart> parts = {};
    std::string title = {};
    std::string organisation = {};
    std::string actor_kind = {};
    std::string municipality = {};
    std::string contact = {};
    std::string language = "sv";
    std::string author = {};  // who wrote it, for the one who approves it; never public
};

/// An answer to a referral: an inspel, and what ties it to its party. Without an inspel it is written but not
/// sent: it waits for a second person of the organisation.
struct ReferralAnswer {
    Id<ReferralAnswer> id = {};
    Id<Process> process = {};
    Id<Referral> referral = {};
    std::string public_id = {};  // random; links to a waiting answer are made of it
    std::string form_key = {};   // empty for what staff register
    Id<Party> party = {};        // none: it came from somebody who was not asked
    Id<Inspel> inspel = {};
    Channel arrived_by = Channel::web;
    std::string case_number = {};
    std::vector<OriginalFile> files = {};  // in the order they were chosen
    ReferralDraft draft = {};              // without the contact once it is sent
    std::string approver = {};
    std::optional<Instant> approved_at = {};
    std::optional<std::int64_t> log_place = {};  // of the log's newest entry about it while it waited

    bool is_sent() const { return bool{inspel}; }
};

struct ComposedReferralAnswer {
    Inspel inspel;
    Position position = Position::approves;
    std::vector<AnswerPart> parts;  // those with words, in the order of the text
};

Result<Referral> checked(Referral, Day today);
Result<Party> checked(Party);

/// Whether the time for an answer has not run out: a party's own last day, or everybody's.
bool takes_answer(const Referral&, const std::optional<Party>&, Day today);

/// The answer as an inspel: its parts one after the other, each under the heading it is about. Says all that
/// is wrong at once.
Result<ComposedReferralAnswer> compose_referral_answer(
    const InspelChoices&, const Lines& version, const ReferralDraft&);

ActorKind actor_kind_of(Party::Kind);
Party::Kind party_kind_of(ActorKind);

}  // namespace medskapa
