#pragma once

#include "domain/inspel/redaction.hpp"
#include "domain/organisation/organisation.hpp"
#include "store/sql/connection.hpp"

#include <map>
#include <optional>
#include <vector>

namespace medskapa::store {

/// What only the sender has: the form's key, so that a resend is known again, and the code's digest.
struct SenderKeys {
    std::string form_key;     // empty for what staff enter
    std::string code_digest;  // SHA-256 of the receipt code
};

/// Gives its id.
Id<Inspel> add(sql::Transaction&, const Inspel&, const SenderKeys&);
/// Saves what may change: state, decision and the shown copy. The original words stay.
void change(sql::Transaction&, const Inspel&);
void set_contact(sql::Transaction&, const Inspel&, const std::string& contact);
/// As it was sent, and not shown yet. Nothing when this form's addition is there already.
std::optional<Id<Addition>> add(sql::Transaction&, const Inspel&, Addition, const std::string& form_key);
void show(sql::Transaction&, Id<Process>, Id<Addition>);
/// Saves the copy that is shown.
void change(sql::Transaction&, const Addition&);

void add(sql::Transaction&, const Redaction&);
std::vector<Redaction> redactions_of(sql::Connection&, Id<Inspel>);

/// Makes a published inspel findable by its shown words, in place of what it was found by before.
void index(sql::Transaction&, const Inspel&);

int next_number(sql::Connection&, Id<Process>);
std::optional<Inspel> find_inspel(sql::Connection&, Id<Inspel>);
std::optional<Inspel> inspel_numbered(sql::Connection&, Id<Process>, int number);
/// By the random name that the log has for it.
std::optional<Inspel> inspel_with_public_id(sql::Connection&, const std::string& public_id);
std::optional<Inspel> inspel_of_code(sql::Connection&, Id<Process>, const std::string& code_digest);
/// The same in whichever process it was sent to.
std::optional<Inspel> inspel_of_code(sql::Connection&, const std::string& code_digest);
std::optional<Inspel> inspel_of_form(sql::Connection&, Id<Process>, const std::string& form_key);
std::string contact_of(sql::Connection&, Id<Inspel>);
std::optional<Addition> addition_of_form(sql::Connection&, Id<Inspel>, const std::string& form_key);
std::vector<Addition> additions_of(sql::Connection&, Id<Inspel>);

/// Which inspel a list shows. Empty fields do not narrow.
struct InspelFilter {
    Inspel::State state = Inspel::State::published;
    std::string words;  // only what is published is found by them
    Id<Topic> topic;
    std::string municipality;
    std::optional<ActorKind> actor_kind;
    Id<Step> step;
    /// Confirmed to be from an organisation: of this kind, or of any.
    std::optional<OrganisationKind> organisation_kind = {};
    bool only_confirmed = false;
    std::optional<Outcome> outcome;
    std::optional<Day>
        late_on;  // with an issue that had no public answer by its promised day, before this one
    bool only_unsplit = false;

    bool narrows() const {
        return !words.empty() || topic || !municipality.empty() || actor_kind || step || outcome || late_on ||
               only_unsplit || organisation_kind || only_confirmed;
    }
    bool operator==(const InspelFilter&) const = default;
};

using OutcomeCounts = std::map<Outcome, std::int64_t>;

struct ListedInspel {
    Inspel inspel;
    OutcomeCounts outcomes;
};

/// Where a list goes on: the last inspel seen, so arrivals do not shift a page.
struct InspelPlace {
    Id<Inspel> id;                // none: from the beginning, or after the last page
    std::optional<Day> due = {};  // of a list of what is late: the day its answer was promised by

    InspelPlace() = default;
    InspelPlace(Id<Inspel> its_id, std::optional<Day> its_due = {}) : id{its_id}, due{its_due} {}
    explicit operator bool() const { return static_cast<bool>(id); }
};

struct InspelPage {
    std::vector<ListedInspel> rows;
    InspelPlace next;  // none on the last page
};

/// One page of a list, newest first. What is late, and is not searched for by words, comes in the order of
/// the days that were promised: what has waited longest first.
InspelPage list_inspel(
    sql::Connection&, Id<Process>, const InspelFilter&, const InspelPlace& after, int limit);
/// The same, oldest first: what has waited longest is met first.
InspelPage waiting_inspel(sql::Connection&, Id<Process>, const InspelFilter&, Id<Inspel> after, int limit);

/// Published inspel in the order they were received, after the one named.
std::vector<Inspel> published_inspel(sql::Connection&, Id<Process>, Id<Inspel> after, int limit);

/// How many a filter finds, counted no further than `limit`.
std::int64_t count_inspel(sql::Connection&, Id<Process>, const InspelFilter&, std::int64_t limit);

OutcomeCounts outcomes_of(sql::Connection&, Id<Inspel>);

/// The counts that are kept so that no page has to count.
enum class Counter {
    state,  // every inspel, by Inspel::State
    topic,  // and on to step: published inspel
    municipality,
    actor,
    concerns,
    step,
    issue,   // issues of published inspel, by Outcome
    desk,    // by Waiting
    due,     // published inspel, by the day that the first of their answers was promised by: days since 1970
    change,  // changes of the text that lead to a frozen version: "frozen"
};

/// What waits for the staff.
enum class Waiting {
    unanswered,  // issues without an answer
    held,        // issues whose answer is written, and not yet public
    additions,   // to be read
    unsplit,     // published inspel without issues
    answers,     // written, and not yet public: each may be of several issues
};

void count(sql::Transaction&, Id<Process>, Counter, std::string_view value, std::int64_t change);
/// What is counted in an act that does the same to many, to be kept together: a row that one transaction
/// changes again and again costs PostgreSQL more each time.
class Counts {
public:
    void add(Counter counter, std::string_view value, std::int64_t change) {
        changes_[{counter, std::string{value}}] += change;
    }
    void keep(sql::Transaction&, Id<Process>);

private:
    std::map<std::pair<Counter, std::string>, std::int64_t> changes_;
};
/// All the marks of a published inspel, counted in (+1) or out (-1).
void count_published(sql::Transaction&, const Inspel&, std::int64_t change);
/// One issue of the inspel has gone from one outcome to another; nothing on a side: it came, or went.
void move_outcome(sql::Transaction&, Id<Process>, Id<Inspel>, bool is_published, std::optional<Outcome> from,
    std::optional<Outcome> to, Counts&);
/// The same, kept at once.
void move_outcome(sql::Transaction&, Id<Process>, Id<Inspel>, bool is_published, std::optional<Outcome> from,
    std::optional<Outcome> to);

using Tally = std::map<std::string, std::int64_t, std::less<>>;
Tally tally_of(sql::Connection&, Id<Process>, Counter);
/// One of them; 0 where nothing was counted.
std::int64_t counted(sql::Connection&, Id<Process>, Counter, std::string_view value);
/// How many published inspel wait for an answer that was promised by a day before this one.
std::int64_t late_inspel(sql::Connection&, Id<Process>, Day today);
/// To be called when an issue of the inspel has come, gone, been answered in public or been given another
/// day: the day that the inspel is due on follows.
void follow_due_day(sql::Transaction&, Id<Inspel>);
/// An issue has come to the inspel (+1), or gone (-1): its own number, and what is counted of it.
void count_issue(sql::Transaction&, Id<Inspel>, std::int64_t change);

}  // namespace medskapa::store

namespace medskapa {

template <>
inline constexpr auto names_of<store::Counter> = names<store::Counter>({
    {store::Counter::state, "state"},
    {store::Counter::topic, "topic"},
    {store::Counter::municipality, "municipality"},
    {store::Counter::actor, "actor"},
    {store::Counter::concerns, "concerns"},
    {store::Counter::step, "step"},
    {store::Counter::issue, "issue"},
    {store::Counter::desk, "desk"},
    {store::Counter::due, "due"},
    {store::Counter::change, "change"},
});

template <>
inline constexpr auto names_of<store::Waiting> = names<store::Waiting>({
    {store::Waiting::unanswered, "unanswered"},
    {store::Waiting::held, "held"},
    {store::Waiting::additions, "additions"},
    {store::Waiting::unsplit, "unsplit"},
    {store::Waiting::answers, "answers"},
});

}  // namespace medskapa
