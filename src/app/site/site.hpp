#pragma once

#include "domain/inspel/inspel.hpp"
#include "domain/staff/authorisation.hpp"
#include "store/sql/connection.hpp"

namespace medskapa::app {

/// Opens a process with the words and codes that its inspel choose among.
Result<Process> open_process(sql::Transaction&, const Permit&, Process, const InspelChoices&);
Result<Process> describe_process(sql::Transaction&, const Permit&, const Process& known, Process changed);

/// Adds topics, places and subjects to what inspel choose among, or gives known ones a new name. None goes
/// away: inspel that chose it stand by it.
Result<InspelChoices> offer_choices(sql::Transaction&, const Permit&, const Process&, InspelChoices);

Result<Step> add_step(sql::Transaction&, const Permit&, const Process&, Step);
/// A period that is moved leaves its old days visible, with the day of the change.
Result<Step> change_step(
    sql::Transaction&, const Permit&, const Process&, const Step& known, Step changed, Day today);

/// A step that is not taken stays in the story, struck through.
Result<Step> withdraw_step(
    sql::Transaction&, const Permit&, const Process&, const Step& known, const Withdrawal&);

Result<Activity> add_activity(sql::Transaction&, const Permit&, const Process&, Activity);
Result<Activity> change_activity(
    sql::Transaction&, const Permit&, const Process&, const Activity& known, Activity changed, Day today);

Result<Event> add_event(sql::Transaction&, const Permit&, const Process&, Event);
Result<Event> change_event(
    sql::Transaction&, const Permit&, const Process&, const Event& known, Event changed, Day today);

/// A meeting that is called off stays in the calendar and says so, and everybody's own calendar is told.
Result<Event> call_off_event(
    sql::Transaction&, const Permit&, const Process&, const Event& known, const Withdrawal&);
/// Closes an activity before its time. What came in stays.
Result<Activity> withdraw_activity(
    sql::Transaction&, const Permit&, const Process&, const Activity& known, const Withdrawal&);

Result<NewsItem> publish_news(sql::Transaction&, const Permit&, const Process&, NewsItem);
Result<NewsItem> correct_news(
    sql::Transaction&, const Permit&, const Process&, const NewsItem& known, NewsItem changed);

/// Its words are shown no more, only that and why.
Result<NewsItem> withdraw_news(
    sql::Transaction&, const Permit&, const Process&, const NewsItem& known, const Withdrawal&);

Result<Body> add_body(sql::Transaction&, const Permit&, const Process&, Body);
Result<Body> change_body(sql::Transaction&, const Permit&, const Process&, const Body& known, Body changed);
Result<Seat> add_seat(sql::Transaction&, const Permit&, const Process&, const Body&, Seat);
Result<Seat> end_seat(sql::Transaction&, const Permit&, const Process&, const Body&, Seat, Day last);

}  // namespace medskapa::app
