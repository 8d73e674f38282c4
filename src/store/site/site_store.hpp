#pragma once

#include "domain/site/process.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <vector>

namespace medskapa::store {

// Writes take a Transaction, so nothing can be written outside a verb.

Id<Process> add(sql::Transaction&, const Process&);
Id<Step> add(sql::Transaction&, const Step&);
Id<Activity> add(sql::Transaction&, const Activity&);
Id<Event> add(sql::Transaction&, const Event&);
Id<NewsItem> add(sql::Transaction&, const NewsItem&);
Id<Body> add(sql::Transaction&, const Body&);
Id<Seat> add(sql::Transaction&, Id<Process>, Id<Body>, const Seat&);
// What inspel choose among. An address or code that is there already gets the new name.
void offer(sql::Transaction&, Id<Process>, const Topic&);
void offer(sql::Transaction&, Id<Process>, const Municipality&);
void offer(sql::Transaction&, Id<Process>, const Subject&);

void change(sql::Transaction&, const Process&);
void change(sql::Transaction&, const Step&);
void change(sql::Transaction&, const Activity&);
void change(sql::Transaction&, const Event&);
void change(sql::Transaction&, const NewsItem&);
void change(sql::Transaction&, const Body&);
void change(sql::Transaction&, const Seat&);
void end_seat(sql::Transaction&, Id<Process>, Id<Seat>, Day last);

void withdraw(sql::Transaction&, Id<Event>, const Withdrawal&);
void withdraw(sql::Transaction&, Id<Step>, const Withdrawal&);
void withdraw(sql::Transaction&, Id<Activity>, const Withdrawal&);
void withdraw(sql::Transaction&, Id<NewsItem>, const Withdrawal&);

std::vector<Process> processes(sql::Connection&);
std::optional<Process> process_named(sql::Connection&, const std::string& slug);
std::optional<Process> find_process(sql::Connection&, Id<Process>);
std::vector<Step> steps_of(sql::Connection&, Id<Process>);
std::vector<Activity> activities_of(sql::Connection&, Id<Process>);
std::optional<Activity> activity_named(sql::Connection&, Id<Process>, const std::string& slug);
std::vector<Event> events_of(sql::Connection&, Id<Process>);
std::vector<Event> coming_events(sql::Connection&, Id<Process>, LocalTime from, int limit);
std::optional<Event> find_event(sql::Connection&, Id<Process>, Id<Event>);
std::vector<NewsItem> newest_news(sql::Connection&, Id<Process>, int limit);
std::optional<NewsItem> find_news(sql::Connection&, Id<Process>, Id<NewsItem>);
std::optional<Seat> seat_of(sql::Connection&, Id<Body>, Id<Seat>);
std::vector<Body> bodies_of(sql::Connection&, Id<Process>);
std::vector<Topic> topics_of(sql::Connection&, Id<Process>);
std::vector<Municipality> municipalities_of(sql::Connection&, Id<Process>);
std::vector<Subject> subjects_of(sql::Connection&, Id<Process>);
/// All that an inspel may concern: the subjects, and each event of the calendar as "event-12".
std::vector<Subject> concerns_of(sql::Connection&, Id<Process>);

}  // namespace medskapa::store
