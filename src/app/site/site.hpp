#pragma once

#include "app/act/act.hpp"
#include "domain/inspel/inspel.hpp"
#include "store/sql/connection.hpp"

namespace medskapa::app {

/// Opens a process with the words and codes that its inspel choose among.
Result<Process> open_process(Permitted<Action::administer>, Process, const InspelChoices&);
Result<Process> describe_process(Permitted<Action::edit_site>, Process changed);

/// Adds topics, places and subjects to what inspel choose among, or gives known ones a new name. None goes
/// away: inspel that chose it stand by it.
Result<InspelChoices> offer_choices(Permitted<Action::edit_site>, InspelChoices);

Result<Step> add_step(Permitted<Action::edit_site>, Step);
/// A period that is moved leaves its old days visible, with the day of the change.
Result<Step> change_step(Permitted<Action::edit_site>, const Step& known, Step changed, Day today);

/// A step that is not taken stays in the story, struck through.
Result<Step> withdraw_step(Permitted<Action::edit_site>, const Step& known, const Withdrawal&);

Result<Activity> add_activity(Permitted<Action::edit_site>, Activity);
Result<Activity> change_activity(
    Permitted<Action::edit_site>, const Activity& known, Activity changed, Day today);

Result<Event> add_event(Permitted<Action::edit_site>, Event);
Result<Event> change_event(Permitted<Action::edit_site>, const Event& known, Event changed, Day today);

/// A meeting that is called off stays in the calendar and says so, and everybody's own calendar is told.
Result<Event> call_off_event(Permitted<Action::edit_site>, const Event& known, const Withdrawal&);
/// Closes an activity before its time. What came in stays.
Result<Activity> withdraw_activity(Permitted<Action::edit_site>, const Activity& known, const Withdrawal&);

Result<NewsItem> publish_news(Permitted<Action::edit_site>, NewsItem);
Result<NewsItem> correct_news(Permitted<Action::edit_site>, const NewsItem& known, NewsItem changed);

/// Its words are shown no more, only that and why.
Result<NewsItem> withdraw_news(Permitted<Action::edit_site>, const NewsItem& known, const Withdrawal&);

Result<Body> add_body(Permitted<Action::edit_site>, Body);
Result<Body> change_body(Permitted<Action::edit_site>, const Body& known, Body changed);
Result<Seat> add_seat(Permitted<Action::edit_site>, const Body&, Seat);
Result<Seat> end_seat(Permitted<Action::edit_site>, const Body&, Seat, Day last);

}  // namespace medskapa::app
