#pragma once

#include "base/id.hpp"
#include "base/names.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "domain/site/process.hpp"

#include <optional>
#include <string>
#include <vector>

/// How long what is kept of people stays, by a decision of the region's; without one it is not erased.
namespace medskapa {

/// What is erased by itself, and without the rest of what it belongs to.
enum class RetentionKind {
    sender_contact,
    sender_files,
    mail,
    followers,
    party_contact,
    reports,
    refusals,
    requests,
    extract_uses,
    sign_ins,
    site_mail,
    lack_reports,
};
template <>
inline constexpr auto names_of<RetentionKind> = names<RetentionKind>({
    {RetentionKind::sender_contact, "sender_contact", N_("How senders of inspel are reached")},
    {RetentionKind::sender_files, "sender_files", N_("Files that came with inspel")},
    {RetentionKind::mail, "mail", N_("Sent mail: to whom and about what")},
    {RetentionKind::followers, "followers", N_("Those who follow the process by e-mail")},
    {RetentionKind::party_contact, "party_contact",
        N_("How those asked in a formal consultation are reached")},
    {RetentionKind::reports, "reports", N_("Reports of something published")},
    {RetentionKind::refusals, "refusals",
        N_("Notes on why inspel are not shown, and requests to look again")},
    {RetentionKind::requests, "requests", N_("Requests from senders for a correction or an erasure")},
    {RetentionKind::extract_uses, "extract_uses", N_("Who looked for what is kept about a person")},
    {RetentionKind::sign_ins, "sign_ins", N_("When staff were signed in")},
    {RetentionKind::site_mail, "site_mail", N_("Sent mail that belongs to no process")},
    {RetentionKind::lack_reports, "lack_reports", N_("Reports about accessibility")},
});
/// Of the site, and of no process: there is one rule for it, whichever process leader writes it down.
bool is_of_site(RetentionKind);

/// From when the time is counted.
enum class RetentionEvent {
    process_closed,   // see closed_on()
    answered,         // each thing that was asked has its answer, or it was declined
    sent,             // or given up
    referral_closed,  // the party's last day
    decided,
    used,
    closed,
};
template <>
inline constexpr auto names_of<RetentionEvent> = names<RetentionEvent>({
    {RetentionEvent::process_closed, "process_closed", N_("the process was closed")},
    {RetentionEvent::answered, "answered", N_("the last answer was given")},
    {RetentionEvent::sent, "sent", N_("the mail was sent or given up")},
    {RetentionEvent::referral_closed, "referral_closed", N_("the last day to answer")},
    {RetentionEvent::decided, "decided", N_("it was decided")},
    {RetentionEvent::used, "used", N_("it was last used")},
    {RetentionEvent::closed, "closed", N_("the report was dealt with")},
});
/// Those that a kind can be counted from; at least one.
std::vector<RetentionEvent> events_of(RetentionKind);

struct RetentionRule {
    enum class Unit { day, month, year };

    Id<RetentionRule> id = {};
    Id<Process> process = {};  // none: of the site
    RetentionKind kind = RetentionKind::sender_contact;
    RetentionEvent event = RetentionEvent::process_closed;
    int amount = 0;
    Unit unit = Unit::year;
    std::string decision = {};  // its number in the register: "RS 2026/123"
    Day decided_on = {};
    Instant made_at = {};
    std::optional<Instant> ended_at = {};
};
template <>
inline constexpr auto names_of<RetentionRule::Unit> = names<RetentionRule::Unit>({
    {RetentionRule::Unit::day, "day", N_("days")},
    {RetentionRule::Unit::month, "month", N_("months")},
    {RetentionRule::Unit::year, "year", N_("years")},
});

/// Refuses a time that is none or longer than a hundred years, an event that the kind is not counted from, a
/// decision without a number or with other characters than a register's, and one of a day to come.
Result<RetentionRule> checked(RetentionRule, Day today);

/// The last day on which something is kept that the event happened to on `day`. A month later than 31 January
/// is the last of February.
Day last_day_kept(const RetentionRule&, Day day);
/// The last day of the event whose things go today: those of later days are kept. They go on the day after
/// their last.
Day last_day_out(const RetentionRule&, Day today);

/// A rule erases nothing before the second day after it was written down: a mistake can be ended.
inline constexpr std::chrono::days retention_waits{2};

/// The last day on which something could be done in a process: nothing before a decision has been taken, or
/// when an activity has no last day. It may be a day to come, and moves when the process goes on.
std::optional<Day> closed_on(const std::vector<Day>& decided, const std::vector<Activity>&);

/// That some of a kind was erased: how many, never whose.
struct RetentionErased {
    Id<RetentionErased> id = {};
    Id<Process> process = {};  // none: of the site
    RetentionKind kind = RetentionKind::sender_contact;
    Day day = {};
    std::string decision = {};
    std::int64_t things = 0;
    std::int64_t log_place = 0;
};

}  // namespace medskapa
