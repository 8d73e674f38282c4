#pragma once

#include "domain/authorisation.hpp"
#include "domain/inspel.hpp"
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

Result<Activity> add_activity(sql::Transaction&, const Permit&, const Process&, Activity);
Result<Activity> change_activity(
    sql::Transaction&, const Permit&, const Process&, const Activity& known, Activity changed, Day today);

Result<Event> add_event(sql::Transaction&, const Permit&, const Process&, Event);
Result<Event> change_event(
    sql::Transaction&, const Permit&, const Process&, const Event& known, Event changed, Day today);

Result<NewsItem> publish_news(sql::Transaction&, const Permit&, const Process&, NewsItem);
Result<NewsItem> correct_news(
    sql::Transaction&, const Permit&, const Process&, const NewsItem& known, NewsItem changed);

Result<Body> add_body(sql::Transaction&, const Permit&, const Process&, Body);
Result<Body> change_body(sql::Transaction&, const Permit&, const Process&, const Body& known, Body changed);
Result<Seat> add_seat(sql::Transaction&, const Permit&, const Process&, const Body&, Seat);
Result<Seat> end_seat(sql::Transaction&, const Permit&, const Process&, const Body&, Seat, Day last);

}  // namespace medskapa::app
