#include "app/site/site.hpp"

#include "app/act/record.hpp"
#include "base/digest.hpp"
#include "domain/field.hpp"
#include "store/site/site_store.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace medskapa::app {
namespace {

tl::unexpected<Failure> not_yours() {
    return refuse(Failure::Kind::not_allowed);
}

template <class T>
std::string object(std::string_view kind, Id<T> id) {
    return fmt::format("{}/{}", kind, id.value);
}

std::string days(const Period& period) {
    return fmt::format("{}/{}/{}", period.starts ? time::iso(*period.starts) : "-",
        period.ends ? time::iso(*period.ends) : "-", name_of(period.precision));
}

std::optional<DateChange> moved(
    const Period& was, const Period& is, std::optional<DateChange> before, Day today) {
    if (was == is) return before;
    return DateChange{today, was};
}

Period period_of(const Event& event) {
    return {std::chrono::floor<std::chrono::days>(event.starts),
        std::chrono::floor<std::chrono::days>(event.ends)};
}

void offer_all(sql::Transaction& tx, Id<Process> process, const InspelChoices& choices) {
    for (const auto& topic : choices.topics) store::offer(tx, process, topic);
    for (const auto& place : choices.municipalities) store::offer(tx, process, place);
    for (const auto& subject : choices.subjects) store::offer(tx, process, subject);
}

constexpr std::string_view place_of_new = "ny";  // in the addresses of forms
constexpr std::size_t longest_before_number = 56;

/// The title as an address that nothing has: with a number after it where it is taken.
template <class IsTaken>
std::string free_slug(const std::string& title, IsTaken is_taken) {
    const auto slug = slug_of(title).substr(0, longest_before_number);
    auto free = slug;
    for (int n = 2; free == place_of_new || is_taken(free); ++n) free = fmt::format("{}-{}", slug, n);
    return free;
}

/// Checks a draft that without an address gets one of its title. What is wrong with that is wrong with the
/// title: nobody has seen the address.
template <class T, class IsTaken>
Result<T> with_address(T draft, IsTaken is_taken) {
    const bool is_given = !draft.slug.empty();
    if (!is_given) draft.slug = free_slug(draft.title.sv, is_taken);
    auto thing = checked(draft);
    if (thing && is_given && is_taken(thing->slug))
        return refuse(Failure::Kind::invalid,
            {{Field::address, N_("Something else has this address. Choose another")}});
    if (thing || is_given) return thing;

    auto& complaints = thing.error().complaints;
    const auto is_about = [](Field field) {
        return [field](const Complaint& complaint) { return complaint.place == field; };
    };
    const bool lacks_letters = std::erase_if(complaints, is_about(Field::address)) > 0;
    if (lacks_letters && std::none_of(complaints.begin(), complaints.end(), is_about(Field::title)))
        complaints.push_back({Field::title, N_("Write a title with at least two letters or digits")});
    return thing;
}

template <class Thing>
Result<Thing> withdrawn(sql::Transaction& tx, const Permit& permit, const Process& process, Thing thing,
    const Withdrawal& typed, std::string_view kind) {
    if (!allows(permit, Action::edit_site, process) || thing.process != process.id) return not_yours();
    const auto withdrawal = checked(typed);
    if (!withdrawal) return tl::unexpected{withdrawal.error()};
    if (thing.withdrawn)
        return refuse(Failure::Kind::conflict, {{Field::reason, N_("It has been withdrawn already")}});
    thing.withdrawn = *withdrawal;
    store::withdraw(tx, thing.id, *withdrawal);
    record(tx, process, "page.withdrawn", object(kind, thing.id),
        {{"reason", withdrawal->reason}, {"title", thing.title.sv}});
    return thing;
}

}  // namespace

Result<Process> open_process(
    sql::Transaction& tx, const Permit& permit, Process draft, const InspelChoices& choices) {
    if (permit.action() != Action::administer) return not_yours();
    auto process = checked(std::move(draft));
    if (!process) return process;
    if (store::process_named(tx.db(), process->slug))
        return refuse(Failure::Kind::conflict,
            {{Field::address, N_("Another process has this address. Choose another")}});

    process->id = store::add(tx, *process);
    offer_all(tx, process->id, choices);
    record(tx, *process, "process.opened", "process/" + process->slug,
        {{"name", process->name.sv}, {"summary", process->summary.sv}});
    return process;
}

Result<Process> describe_process(
    sql::Transaction& tx, const Permit& permit, const Process& known, Process changed) {
    if (!allows(permit, Action::edit_site, known)) return not_yours();
    changed.id = known.id;
    changed.slug = known.slug;
    auto process = checked(std::move(changed));
    if (!process) return process;
    store::change(tx, *process);
    record(tx, known, "page.published", "process/" + known.slug,
        {{"name", process->name.sv}, {"summary", process->summary.sv}});
    return process;
}

Result<InspelChoices> offer_choices(
    sql::Transaction& tx, const Permit& permit, const Process& process, InspelChoices choices) {
    if (!allows(permit, Action::edit_site, process)) return not_yours();
    offer_all(tx, process.id, choices);
    record(tx, process, "config", "process/" + process.slug);
    return choices;
}

Result<Step> add_step(sql::Transaction& tx, const Permit& permit, const Process& process, Step draft) {
    if (!allows(permit, Action::edit_site, process)) return not_yours();
    draft.process = process.id;
    const auto known = store::steps_of(tx.db(), process.id);
    if (draft.number <= 0) draft.number = known.empty() ? 1 : known.back().number + 1;
    auto step = checked(std::move(draft));
    if (!step) return step;
    step->id = store::add(tx, *step);
    record(tx, process, "process.phase", object("step", step->id),
        {{"days", days(step->period)}, {"title", step->title.sv}});
    return step;
}

Result<Step> change_step(sql::Transaction& tx, const Permit& permit, const Process& process,
    const Step& known, Step changed, Day today) {
    if (!allows(permit, Action::edit_site, process) || known.process != process.id) return not_yours();
    changed.id = known.id;
    changed.process = known.process;
    changed.number = known.number;
    changed.changed = moved(known.period, changed.period, known.changed, today);
    auto step = checked(std::move(changed));
    if (!step) return step;
    store::change(tx, *step);
    record(tx, process, "process.phase", object("step", step->id),
        {{"days", days(step->period)}, {"title", step->title.sv}});
    return step;
}

Result<Step> withdraw_step(sql::Transaction& tx, const Permit& permit, const Process& process,
    const Step& known, const Withdrawal& withdrawal) {
    return withdrawn(tx, permit, process, known, withdrawal, "step");
}

Result<Activity> add_activity(
    sql::Transaction& tx, const Permit& permit, const Process& process, Activity draft) {
    if (!allows(permit, Action::edit_site, process)) return not_yours();
    draft.process = process.id;
    auto activity = with_address(std::move(draft), [&](const std::string& slug) {
        return store::activity_named(tx.db(), process.id, slug).has_value();
    });
    if (!activity) return activity;
    activity->id = store::add(tx, *activity);
    record(tx, process, "page.published", object("activity", activity->id),
        {{"days", days({activity->opens, activity->closes})}, {"title", activity->title.sv}});
    return activity;
}

Result<Activity> change_activity(sql::Transaction& tx, const Permit& permit, const Process& process,
    const Activity& known, Activity changed, Day today) {
    if (!allows(permit, Action::edit_site, process) || known.process != process.id) return not_yours();
    changed.id = known.id;
    changed.process = known.process;
    changed.slug = known.slug;
    changed.changed =
        moved({known.opens, known.closes}, {changed.opens, changed.closes}, known.changed, today);
    auto activity = checked(std::move(changed));
    if (!activity) return activity;
    store::change(tx, *activity);
    record(tx, process, "page.published", object("activity", activity->id),
        {{"days", days({activity->opens, activity->closes})}, {"title", activity->title.sv}});
    return activity;
}

Result<Event> add_event(sql::Transaction& tx, const Permit& permit, const Process& process, Event draft) {
    if (!allows(permit, Action::edit_site, process)) return not_yours();
    draft.process = process.id;
    auto event = checked(std::move(draft));
    if (!event) return event;
    event->id = store::add(tx, *event);
    record(tx, process, "page.published", object("event", event->id),
        {{"days", days(period_of(*event))}, {"title", event->title.sv}});
    return event;
}

Result<Event> change_event(sql::Transaction& tx, const Permit& permit, const Process& process,
    const Event& known, Event changed, Day today) {
    if (!allows(permit, Action::edit_site, process) || known.process != process.id) return not_yours();
    changed.id = known.id;
    changed.process = known.process;
    changed.changed = moved(period_of(known), period_of(changed), known.changed, today);
    auto event = checked(std::move(changed));
    if (!event) return event;
    store::change(tx, *event);
    record(tx, process, "page.published", object("event", event->id),
        {{"days", days(period_of(*event))}, {"title", event->title.sv}});
    return event;
}

Result<Event> call_off_event(sql::Transaction& tx, const Permit& permit, const Process& process,
    const Event& known, const Withdrawal& withdrawal) {
    return withdrawn(tx, permit, process, known, withdrawal, "event");
}

Result<Activity> withdraw_activity(sql::Transaction& tx, const Permit& permit, const Process& process,
    const Activity& known, const Withdrawal& withdrawal) {
    return withdrawn(tx, permit, process, known, withdrawal, "activity");
}

Result<NewsItem> publish_news(
    sql::Transaction& tx, const Permit& permit, const Process& process, NewsItem draft) {
    if (!allows(permit, Action::edit_site, process)) return not_yours();
    draft.process = process.id;
    auto item = checked(std::move(draft));
    if (!item) return item;
    item->id = store::add(tx, *item);
    record(tx, process, "page.published", object("news", item->id),
        {{"text", item->text.sv}, {"title", item->title.sv}});
    return item;
}

Result<NewsItem> correct_news(sql::Transaction& tx, const Permit& permit, const Process& process,
    const NewsItem& known, NewsItem changed) {
    if (!allows(permit, Action::edit_site, process) || known.process != process.id) return not_yours();
    changed.id = known.id;
    changed.process = known.process;
    changed.day = known.day;
    auto item = checked(std::move(changed));
    if (!item) return item;
    store::change(tx, *item);
    record(tx, process, "page.published", object("news", item->id),
        {{"text", item->text.sv}, {"title", item->title.sv}});
    return item;
}

Result<NewsItem> withdraw_news(sql::Transaction& tx, const Permit& permit, const Process& process,
    const NewsItem& known, const Withdrawal& withdrawal) {
    return withdrawn(tx, permit, process, known, withdrawal, "news");
}

Result<Body> add_body(sql::Transaction& tx, const Permit& permit, const Process& process, Body draft) {
    if (!allows(permit, Action::edit_site, process)) return not_yours();
    draft.process = process.id;
    const auto known = store::bodies_of(tx.db(), process.id);
    auto body = with_address(std::move(draft), [&](const std::string& slug) {
        return std::any_of(known.begin(), known.end(), [&](const Body& one) { return one.slug == slug; });
    });
    if (!body) return body;
    body->id = store::add(tx, *body);
    record(tx, process, "page.published", object("body", body->id), {{"title", body->title.sv}});
    return body;
}

Result<Body> change_body(
    sql::Transaction& tx, const Permit& permit, const Process& process, const Body& known, Body changed) {
    if (!allows(permit, Action::edit_site, process) || known.process != process.id) return not_yours();
    changed.id = known.id;
    changed.process = known.process;
    changed.slug = known.slug;
    auto body = checked(std::move(changed));
    if (!body) return body;
    store::change(tx, *body);
    record(tx, process, "page.published", object("body", body->id), {{"title", body->title.sv}});
    return body;
}

Result<Seat> add_seat(
    sql::Transaction& tx, const Permit& permit, const Process& process, const Body& body, Seat seat) {
    if (!allows(permit, Action::edit_site, process) || body.process != process.id) return not_yours();
    if (seat.role.empty())
        return refuse(Failure::Kind::invalid, {{Field::role, N_("Write the role of the seat")}});
    if (seat.to && *seat.to < seat.from)
        return refuse(
            Failure::Kind::invalid, {{Field::ends, N_("Choose a last day that is not before the first")}});
    seat.id = store::add(tx, process.id, body.id, seat);
    record(tx, process, "page.published", object("body", body.id),
        {{"organisation", seat.organisation}, {"role", seat.role}});
    return seat;
}

Result<Seat> end_seat(sql::Transaction& tx, const Permit& permit, const Process& process, const Body& body,
    Seat seat, Day last) {
    if (!allows(permit, Action::edit_site, process) || body.process != process.id) return not_yours();
    if (last < seat.from)
        return refuse(
            Failure::Kind::invalid, {{Field::ends, N_("Choose a last day that is not before the first")}});
    seat.to = last;
    store::end_seat(tx, process.id, seat.id, last);
    record(tx, process, "page.published", object("body", body.id),
        {{"organisation", seat.organisation}, {"role", seat.role}});
    return seat;
}

}  // namespace medskapa::app
