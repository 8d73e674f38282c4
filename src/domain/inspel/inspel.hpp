#pragma once

#include "domain/correction/correction.hpp"
#include "domain/field.hpp"
#include "domain/inspel/kinds.hpp"
#include "domain/site/process.hpp"

namespace medskapa {

/// What a person typed, before we know whether we can receive it.
struct InspelDraft {
    std::string title;
    std::string text;
    std::string topic;         // slug
    std::string concerns;      // a subject's key
    std::string municipality;  // code, "outside", or empty
    std::string actor_kind;
    std::string organisation;  // for whom the sender speaks, when not for themselves
    std::string contact;       // e-mail or telephone, never public
    std::string language = "sv";
    std::string proposal = {};            // other words for the paragraph that it concerns
    Id<struct Revision> instead_of = {};  // the words that the sender had before them
};

/// One contribution to a process. Its words never change once received, unless they are erased; what is shown
/// is a copy of them, and issues, answers and decisions are kept apart from it.
struct Inspel {
    enum class State { received, published, declined, withdrawn, erased };

    Id<Inspel> id;
    Id<Process> process;
    int number = 0;         // in the process, in the order of receipt: "I-231"
    std::string public_id;  // random; the log's name for it
    Channel channel = Channel::web;
    Id<Activity> activity;
    Id<Step> step;
    ActorKind actor_kind = ActorKind::citizen;
    std::string organisation;
    std::string municipality;
    Id<Topic> topic;
    std::string concerns;
    std::string title;
    std::string text;
    std::string shown_organisation = {};  // as it is shown: masked, where that has been done
    std::string shown_title;              // the copy that is worked on and shown
    std::string shown_text;
    std::string language = "sv";
    Instant received_at;
    State state = State::received;
    std::optional<Instant> decided_at;  // published or declined
    std::optional<DeclineReason> decline_reason;
    std::string decline_note;
};
template <>
inline constexpr auto names_of<Inspel::State> = names<Inspel::State>({
    {Inspel::State::received, "received"},
    {Inspel::State::published, "published"},
    {Inspel::State::declined, "declined"},
    {Inspel::State::withdrawn, "withdrawn"},
    {Inspel::State::erased, "erased"},
});

/// A short text that the sender may give next to the words. It is kept as it was sent, and a copy of it is
/// shown, which can be masked. Forms, checks, receipt and pages follow from the list.
struct SenderText {
    Field field;
    std::string InspelDraft::*typed;
    std::string Inspel::*sent;
    std::string Inspel::*shown;
    std::size_t most;      // characters
    const char* question;  // the sender's form asks it
    const char* hint;
    const char* label;               // on the staff's form and before what is shown
    bool stands_for_sender = false;  // shown in place of the kind of sender, not by itself
    const char* autocomplete = "";   // what a browser may fill in: WHATWG's word for it
};
inline constexpr SenderText sender_texts[]{
    {Field::organisation, &InspelDraft::organisation, &Inspel::organisation, &Inspel::shown_organisation, 120,
        N_("Organisation"), N_("If you speak for an organisation. Its name is shown."), N_("Organisation"),
        true, "organization"},
};

/// Words that the sender added later. Read before they are shown, like the inspel itself.
struct Addition {
    Id<Addition> id;
    Id<Inspel> inspel;
    std::string text;
    Instant added_at;
    bool is_shown = false;
    std::string shown_text = {};  // the copy that is shown
};

inline constexpr std::size_t longest_inspel_title = 120;
inline constexpr std::size_t longest_inspel = 20'000;

/// What the draft is measured against: the words and codes that the process offers.
struct InspelChoices {
    std::vector<Topic> topics;
    std::vector<Subject> subjects;
    std::vector<Municipality> municipalities;
};

/// Turns a draft into an inspel, or says everything that is wrong with it at once. Without a title it is
/// named by its first words. `received_at`, `activity` and the ids are the caller's.
Result<Inspel> compose(const InspelChoices&, const InspelDraft&, Channel);

/// Whether it waits for review or is published: its sender may complete and withdraw it.
bool is_living(const Inspel&);

/// Only what waits for review can be published or declined; anything else is a conflict.
Result<Inspel> publish(Inspel, Instant now);
Result<Inspel> decline(Inspel, std::string_view reason, const std::string& note, Instant now);
/// The same with one that is published: it is shown no more.
Result<Inspel> take_down(Inspel, std::string_view reason, const std::string& note, Instant now);
/// What was declined waits for review again, as if nothing had been decided.
Result<Inspel> reopen(Inspel);
/// The sender may take it back until it has been declined.
Result<Inspel> withdraw(Inspel);

/// What remains of an added text once checked.
Result<std::string> addition_text(const std::string& typed);

/// The smallest unit that gets an answer: some words of the inspel's shown text.
struct Issue {
    Id<Issue> id;
    Id<Process> process;
    Id<Inspel> inspel;
    int position = 1;  // within its inspel
    std::string quote;
    std::string title;
    Id<Topic> topic;
    std::string assignee;  // a role or a name within the staff
    std::optional<Day> deadline;
    Id<struct IssueGroup> group;
    Id<struct Answer> answer;

    bool is_late(Day today) const { return !answer && deadline && *deadline < today; }
};

/// Issues that say nearly the same, so that they can be answered once.
struct IssueGroup {
    Id<IssueGroup> id;
    std::string title;
    int size = 0;
};

/// What the region says to an issue, and why. Held back until it is published.
struct Answer {
    Id<Answer> id;
    Outcome outcome = Outcome::noted;
    std::string text;
    Instant written_at;
    std::optional<Instant> published_at;
    Id<struct Change> change = {};  // of the text, that it led to
};

struct TextBlock {
    Id<TextBlock> id;
    std::string title;
    std::string text;
};

struct IssueDraft {
    std::string quote;
    std::string title;
    std::string topic;
    std::string assignee;
    std::optional<Day> deadline;
};

/// Makes an issue of some words that stand in the inspel's shown text. Without a title it is named by them.
Result<Issue> split_off(const Inspel&, const IssueDraft&, const std::vector<Topic>&, int position);
/// Whether the words have some place of the text in common.
bool overlap(const std::string& text, const std::string& one_quote, const std::string& other_quote);
/// What some words are called that nobody gave a title: their beginning, on one line.
std::string title_of_words(const std::string& words);
/// Whether somebody wrote the title: else it is the beginning of the quote.
bool has_own_title(const Issue&);

/// An answer always has a reason in words.
Result<Answer> compose_answer(std::string_view outcome, const std::string& text, Instant now);

/// Whether publishing it can still be taken back: within an hour.
bool can_take_back(const Answer&, Instant now);

/// What is corrected in a published answer that changes from one to the other: its words, its outcome or
/// both. To change nothing needs no reason and is refused.
Result<std::vector<Correction>> compose_correction(
    const Answer& before, const Answer& after, const Correcting& why);

/// A code that the sender keeps (receipt_code.hpp), in groups of three characters.
std::string readable_code(std::string_view receipt_code);

}  // namespace medskapa
