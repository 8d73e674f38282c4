#pragma once

#include "domain/document/document.hpp"
#include "domain/inspel/inspel.hpp"
#include "domain/inspel/original_file.hpp"
#include "domain/organisation/organisation.hpp"

#include <array>

namespace medskapa {

/// What the region asks of those who answer, besides what they think of the text.
struct ReferralQuestion {
    int number = 1;  // in the referral
    std::string text = {};
    std::string code = {};  // of the section that it is about; empty: of the whole

    bool operator==(const ReferralQuestion&) const = default;
};

/// The questions as the leader types them: one a line, with a section's code in brackets at the end of a line
/// that is about one: "Who looks after the trails? [RUS-4.2]". Empty lines are passed over.
std::vector<ReferralQuestion> read_questions(std::string_view typed);
std::string written(const std::vector<ReferralQuestion>&);

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
    Day deadline = {};                             // the last day for an answer
    std::vector<ReferralQuestion> questions = {};  // by their numbers
};

/// Somebody who was asked for an answer.
struct Party {
    using Kind = OrganisationKind;
    enum class State { invited, answered, abstained, silent };

    Id<Party> id = {};
    Id<Process> process = {};
    Id<Referral> referral = {};
    int number = 1;              // in the referral
    std::string public_id = {};  // random; the log's name for it
    std::string name = {};
    Kind kind = Kind::other;
    std::string contact = {};            // never public
    Id<Organisation> organisation = {};  // in the register
    Instant invited_at = {};
    Day deadline = {};
    std::optional<Day> extended_to = {};
    std::optional<Instant> reminded_at = {};
    std::optional<Instant> abstained_at = {};
    std::optional<Instant> answered_at = {};  // read from its answers
    std::optional<Instant> declined_at = {};  // the same, where its answer says that it abstains

    Day last_day() const { return extended_to.value_or(deadline); }
    State state(Day today) const;
    /// Whether it has sent an answer, also one that says that it abstains.
    bool has_sent() const { return answered_at || declined_at; }
};

/// Where an answer stands to the text as a whole, to a section or in a question.
enum class Position { approves, approves_with_changes, rejects_parts, rejects, no_objection, abstains };
template <>
inline constexpr auto names_of<Position> = names<Position>({
    {Position::approves, "tillstyrker", N_("Approves")},
    {Position::approves_with_changes, "tillstyrker_med_andringar", N_("Approves, with changes")},
    {Position::rejects_parts, "avstyrker_delar", N_("Rejects parts of it")},
    {Position::rejects, "avstyrker", N_("Rejects")},
    {Position::no_objection, "ingen_erinran", N_("Has no objection")},
    {Position::abstains, "avstar", N_("Abstains")},
});
/// Those that a form offers. Answers from before may also reject parts of the text.
inline constexpr std::array offered_positions{Position::approves, Position::approves_with_changes,
    Position::rejects, Position::no_objection, Position::abstains};

/// What an answer says of one section or paragraph, or to one question; without a code and a question, of the
/// whole.
struct AnswerPart {
    std::string code;
    std::string text;
    int question = 0;           // its number; 0: none
    std::string position = {};  // empty: none taken; of the whole it stands in the draft

    bool is_of_the_whole() const { return code.empty() && question == 0; }
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
    std::string author = {};       // who wrote it, for the one who approves it; never public
    std::string case_number = {};  // the sender's own
    std::string wordless = {};     // what the answer says when it has no words; not kept in the draft
};

/// An answer to a referral: an inspel, and what ties it to its party. Without an inspel it is written but not
/// sent: somebody is writing it, or it waits for a second person of the organisation.
struct ReferralAnswer {
    enum class Stage { writing, waiting, returned };

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
    Stage stage = Stage::waiting;                // until it is sent
    std::string comment = {};                    // why the second person sent it back; gone when it is sent
    std::optional<Instant> saved_at = {};
    Id<ReferralAnswer> replaces = {};          // an earlier answer of the same sender, which stays
    Id<ReferralAnswer> begun_from = {};        // whose words it began with
    std::optional<Instant> confirmed_at = {};  // when staff found that the sender is who they say

    bool is_sent() const { return bool{inspel}; }
    /// Whether we know who sent it: by the link of a party, on paper that staff registered, or since staff
    /// asked.
    bool is_from_whom_it_says() const { return party || arrived_by != Channel::web || confirmed_at; }
};
template <>
inline constexpr auto names_of<ReferralAnswer::Stage> = names<ReferralAnswer::Stage>({
    {ReferralAnswer::Stage::writing, "writing"},
    {ReferralAnswer::Stage::waiting, "waiting"},
    {ReferralAnswer::Stage::returned, "returned"},
});

struct ComposedReferralAnswer {
    Inspel inspel;
    Position position = Position::approves;
    std::vector<AnswerPart> parts;  // those with words or a position: the whole, questions, then as the text
};

/// `version`: the text that is sent out, of which the questions may name sections.
Result<Referral> checked(Referral, const Lines& version, Day today);
Result<Party> checked(Party);

/// Whether the time for an answer has not run out: a party's own last day, or everybody's.
bool takes_answer(const Referral&, const std::optional<Party>&, Day today);

bool has_part(const Lines& version, const std::string& code);

/// What an answer may be about.
struct Answerable {
    const Lines& version;
    const std::vector<ReferralQuestion>& questions;
};

/// The parts that say something, in their order: the whole, the questions, and then as the text has them.
std::vector<AnswerPart> parts_in_order(const std::vector<AnswerPart>& typed, const Answerable&);

/// The answer as an inspel: its parts one after the other, each under the question or heading it is about.
/// Nothing but a position on the whole is demanded. Says all that is wrong at once.
Result<ComposedReferralAnswer> compose_referral_answer(
    const InspelChoices&, const Answerable&, const ReferralDraft&);

/// The positions on parts, one a line and the whole first: "tillstyrker", "RUS-2 avstyrker", "?1 avstar". The
/// log commits to it.
std::string positions_of(const ReferralDraft&);

ActorKind actor_kind_of(Party::Kind);
Party::Kind party_kind_of(ActorKind);

}  // namespace medskapa
