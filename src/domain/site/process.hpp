#pragma once

#include "base/id.hpp"
#include "base/language/language.hpp"
#include "base/names.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "domain/site/period.hpp"

#include <optional>
#include <string>
#include <vector>

namespace medskapa {

/// A question that every visitor has ("Vad beslutas?") and its answer.
struct Fact {
    Localized question;
    Localized answer;
};

/// A revision of the strategy, from announcement to decision.
struct Process {
    Id<Process> id;
    std::string slug;
    Localized name;
    Localized tagline;   // one line below the name, on every page; the site has one of its own
    Localized question;  // the headline of its start page
    Localized summary;
    Localized decided;     // what is decided, in a few words
    Localized decided_by;  // by whom, and who leads the work
    Localized law;         // Markdown
    Localized method;      // Markdown
    Localized handling;    // Markdown: what happens to what you write
    std::string hashtag;
    Localized contact_role;
    std::string contact_email;
    std::string contact_phone;
    bool is_example = false;  // its pages say that answers are invented
    int answer_days = 30;     // an issue is to be answered within
    std::vector<Fact> facts;
    Languages languages = {Language::sv, Language::en};  // that its pages are offered in
};

/// A segment of the story, for readers. What can be done lies in activities.
struct Step {
    enum class State { done, now, ahead };

    Id<Step> id;
    Id<Process> process;
    int number = 0;
    Localized title;
    Localized text;
    Period period;
    std::optional<DateChange> changed;
    std::optional<Withdrawal> withdrawn = {};  // it is not taken, or was broken off

    State state(Day today) const;
};

/// One tool for taking part, with its own window. Several may be open at once; without days it is always
/// open.
struct Activity {
    enum class Kind {
        inspel,
        survey,
        project_report,
        meeting,
        workshop,
        opinion,
        referral,
        proofreading,
        questions
    };

    Id<Activity> id;
    Id<Process> process;
    Id<Step> step;
    std::string slug;
    Kind kind = Kind::inspel;
    Localized title;
    Localized text;
    std::optional<Day> opens;
    std::optional<Day> closes;  // the last day it is open
    std::optional<DateChange> changed;
    std::optional<Withdrawal> withdrawn = {};  // closed before its time

    bool is_open(Day today) const {
        return !withdrawn && (!opens || *opens <= today) && (!closes || today <= *closes);
    }
    /// Whether what people write in it is received as inspel.
    bool takes_inspel() const {
        return kind == Kind::inspel || kind == Kind::questions || kind == Kind::workshop ||
               kind == Kind::project_report;
    }
};
template <>
inline constexpr auto names_of<Activity::Kind> = names<Activity::Kind>({
    {Activity::Kind::inspel, "inspel", N_("Inspel by a form")},
    {Activity::Kind::survey, "survey", N_("Survey")},
    {Activity::Kind::project_report, "project_report", N_("Project reports")},
    {Activity::Kind::meeting, "meeting", N_("Meeting")},
    {Activity::Kind::workshop, "workshop", N_("Workshop")},
    {Activity::Kind::opinion, "opinion", N_("Statements to vote on")},
    {Activity::Kind::referral, "referral", N_("Formal consultation")},
    {Activity::Kind::proofreading, "proofreading", N_("Proof-reading")},
    {Activity::Kind::questions, "questions", N_("Questions by a form")},
});

/// What to read before or after a meeting, where it lies.
struct EventDocument {
    std::string title;
    std::string href;  // https

    bool operator==(const EventDocument&) const = default;
};

/// A meeting or another day to come to.
struct Event {
    Id<Event> id;
    Id<Process> process;
    LocalTime starts;
    LocalTime ends;
    Localized title;
    std::string place;  // a place, or an https link to a meeting on line
    Localized text;
    Localized programme;  // Markdown
    std::string notes;    // Markdown, added afterwards
    std::vector<EventDocument> documents;
    bool needs_registration = false;
    std::optional<DateChange> changed;
    int revision = 0;                          // grows with each change; SEQUENCE in the calendar feed
    std::optional<Withdrawal> withdrawn = {};  // called off

    bool is_on_line() const { return place.starts_with("https://"); }
};

struct NewsItem {
    Id<NewsItem> id;
    Id<Process> process;
    Day day;
    Localized title;
    Localized text;
    std::optional<Withdrawal> withdrawn = {};
};

struct Seat {
    Id<Seat> id;
    std::string role;
    std::string organisation;
    Day from;
    std::optional<Day> to;
};

struct Body {
    enum class Kind { assembly, board, steering_group, working_group, strength_area_group };

    Id<Body> id;
    Id<Process> process;
    std::string slug;
    Kind kind = Kind::working_group;
    Localized title;
    std::vector<Seat> seats;
};
template <>
inline constexpr auto names_of<Body::Kind> = names<Body::Kind>({
    {Body::Kind::assembly, "assembly", N_("Assembly")},
    {Body::Kind::board, "board", N_("Board")},
    {Body::Kind::steering_group, "steering_group", N_("Steering group")},
    {Body::Kind::working_group, "working_group", N_("Working group")},
    {Body::Kind::strength_area_group, "strength_area_group", N_("Group of a strength area")},
});

struct Topic {
    Id<Topic> id;
    std::string slug;
    Localized title;
};

struct Municipality {
    std::string code;
    std::string name;
};

/// What an inspel may concern: the whole strategy, a part of it, or an event ("event-12").
struct Subject {
    std::string key;
    Localized title;

    bool is_event() const { return key.starts_with("event-"); }
};

/// Refuses a name or slug that is missing or malformed, with every complaint at once.
Result<Process> checked(Process);
Result<Step> checked(Step);
Result<Activity> checked(Activity);
Result<Event> checked(Event);
Result<NewsItem> checked(NewsItem);
/// Refuses one without a reason, or with one of more than 300 characters.
Result<Withdrawal> checked(Withdrawal);
Result<Body> checked(Body);

/// Lower-case letters a-z, digits and hyphens, 2 to 60 of them.
bool is_slug(std::string_view);
/// An address made of a title: its letters without dots and rings, hyphens for the rest. May be empty.
std::string slug_of(std::string_view title);

}  // namespace medskapa
