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
std::string object(ObjectKind kind, Id<T> id) {
    return object_named(kind, id.value);
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

/// Whether the step is one of the process', or none.
bool has_step(const Act& act, Id<Step> step) {
    const auto steps = store::steps_of(act.db(), act.process().id);
    return !step || std::any_of(steps.begin(), steps.end(), [&](const Step& one) { return one.id == step; });
}

void offer_all(const Act& act, Id<Process> process, const InspelChoices& choices) {
    for (const auto& topic : choices.topics) store::offer(tx(act), process, topic);
    for (const auto& place : choices.municipalities) store::offer(tx(act), process, place);
    for (const auto& subject : choices.subjects) store::offer(tx(act), process, subject);
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
    if (!is_given) draft.slug = free_slug(draft.title.original(), is_taken);
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

/// What the log calls it.
struct WithdrawnAs {
    EntryType type;
    ObjectKind kind;
};

template <class Thing>
Result<Thing> withdrawn(const Act& act, Thing thing, const Withdrawal& typed, const WithdrawnAs& as) {
    if (thing.process != act.process().id) return not_yours();
    const auto withdrawal = checked(typed);
    if (!withdrawal) return tl::unexpected{withdrawal.error()};
    if (thing.withdrawn)
        return refuse(Failure::Kind::conflict, {{Field::reason, N_("It has been withdrawn already")}});
    thing.withdrawn = *withdrawal;
    store::withdraw(tx(act), thing.id, *withdrawal);
    record(act, as.type, object(as.kind, thing.id),
        {{"reason", withdrawal->reason}, {"title", thing.title.original()}});
    return thing;
}

}  // namespace

Result<Process> open_process(Permitted<Action::administer> act, Process draft, const InspelChoices& choices) {
    auto process = checked(std::move(draft));
    if (!process) return process;
    if (store::process_named(act.db(), process->slug))
        return refuse(Failure::Kind::conflict,
            {{Field::address, N_("Another process has this address. Choose another")}});

    process->id = store::add(tx(act), *process);
    offer_all(act, process->id, choices);
    record(in_process(act, *process), EntryType::process_opened,
        object_named(ObjectKind::process, process->slug),
        {{"name", process->name.original()}, {"summary", process->summary.original()}});
    return process;
}

Result<Process> describe_process(Permitted<Action::edit_site> act, Process changed) {
    changed.id = act.process().id;
    changed.slug = act.process().slug;
    auto process = checked(std::move(changed));
    if (!process) return process;
    store::change(tx(act), *process);
    record(act, EntryType::process_described, object_named(ObjectKind::process, process->slug),
        {{"name", process->name.original()}, {"summary", process->summary.original()}});
    return process;
}

Result<InspelChoices> offer_choices(Permitted<Action::edit_site> act, InspelChoices choices) {
    offer_all(act, act.process().id, choices);
    record(act, EntryType::process_choices_changed, object_named(ObjectKind::process, act.process().slug));
    return choices;
}

Result<Step> add_step(Permitted<Action::edit_site> act, Step draft) {
    draft.process = act.process().id;
    const auto known = store::steps_of(act.db(), act.process().id);
    if (draft.number <= 0) draft.number = known.empty() ? 1 : known.back().number + 1;
    auto step = checked(std::move(draft));
    if (!step) return step;
    step->id = store::add(tx(act), *step);
    record(act, EntryType::step_published, object(ObjectKind::step, step->id),
        {{"days", days(step->period)}, {"title", step->title.original()}});
    return step;
}

Result<Step> change_step(Permitted<Action::edit_site> act, const Step& known, Step changed, Day today) {
    if (known.process != act.process().id) return not_yours();
    changed.id = known.id;
    changed.process = known.process;
    changed.number = known.number;
    changed.changed = moved(known.period, changed.period, known.changed, today);
    auto step = checked(std::move(changed));
    if (!step) return step;
    store::change(tx(act), *step);
    record(act, EntryType::step_published, object(ObjectKind::step, step->id),
        {{"days", days(step->period)}, {"title", step->title.original()}});
    return step;
}

Result<Step> withdraw_step(
    Permitted<Action::edit_site> act, const Step& known, const Withdrawal& withdrawal) {
    return withdrawn(act, known, withdrawal, {EntryType::step_withdrawn, ObjectKind::step});
}

Result<Activity> add_activity(Permitted<Action::edit_site> act, Activity draft) {
    if (!has_step(act, draft.step)) return not_yours();
    draft.process = act.process().id;
    auto activity = with_address(std::move(draft), [&](const std::string& slug) {
        return store::activity_named(act.db(), act.process().id, slug).has_value();
    });
    if (!activity) return activity;
    activity->id = store::add(tx(act), *activity);
    record(act, EntryType::activity_published, object(ObjectKind::activity, activity->id),
        {{"days", days({activity->opens, activity->closes})}, {"title", activity->title.original()}});
    return activity;
}

Result<Activity> change_activity(
    Permitted<Action::edit_site> act, const Activity& known, Activity changed, Day today) {
    if (known.process != act.process().id || !has_step(act, changed.step)) return not_yours();
    changed.id = known.id;
    changed.process = known.process;
    changed.slug = known.slug;
    changed.changed =
        moved({known.opens, known.closes}, {changed.opens, changed.closes}, known.changed, today);
    auto activity = checked(std::move(changed));
    if (!activity) return activity;
    store::change(tx(act), *activity);
    record(act, EntryType::activity_published, object(ObjectKind::activity, activity->id),
        {{"days", days({activity->opens, activity->closes})}, {"title", activity->title.original()}});
    return activity;
}

Result<Event> add_event(Permitted<Action::edit_site> act, Event draft) {
    draft.process = act.process().id;
    auto event = checked(std::move(draft));
    if (!event) return event;
    event->id = store::add(tx(act), *event);
    record(act, EntryType::event_published, object(ObjectKind::event, event->id),
        {{"days", days(period_of(*event))}, {"title", event->title.original()}});
    return event;
}

Result<Event> change_event(Permitted<Action::edit_site> act, const Event& known, Event changed, Day today) {
    if (known.process != act.process().id) return not_yours();
    changed.id = known.id;
    changed.process = known.process;
    changed.changed = moved(period_of(known), period_of(changed), known.changed, today);
    auto event = checked(std::move(changed));
    if (!event) return event;
    store::change(tx(act), *event);
    record(act, EntryType::event_published, object(ObjectKind::event, event->id),
        {{"days", days(period_of(*event))}, {"title", event->title.original()}});
    return event;
}

Result<Event> call_off_event(
    Permitted<Action::edit_site> act, const Event& known, const Withdrawal& withdrawal) {
    return withdrawn(act, known, withdrawal, {EntryType::event_withdrawn, ObjectKind::event});
}

Result<Activity> withdraw_activity(
    Permitted<Action::edit_site> act, const Activity& known, const Withdrawal& withdrawal) {
    return withdrawn(act, known, withdrawal, {EntryType::activity_withdrawn, ObjectKind::activity});
}

Result<NewsItem> publish_news(Permitted<Action::edit_site> act, NewsItem draft) {
    draft.process = act.process().id;
    auto item = checked(std::move(draft));
    if (!item) return item;
    item->id = store::add(tx(act), *item);
    record(act, EntryType::news_published, object(ObjectKind::news, item->id),
        {{"text", item->text.original()}, {"title", item->title.original()}});
    return item;
}

Result<NewsItem> correct_news(Permitted<Action::edit_site> act, const NewsItem& known, NewsItem changed) {
    if (known.process != act.process().id) return not_yours();
    changed.id = known.id;
    changed.process = known.process;
    changed.day = known.day;
    auto item = checked(std::move(changed));
    if (!item) return item;
    store::change(tx(act), *item);
    record(act, EntryType::news_published, object(ObjectKind::news, item->id),
        {{"text", item->text.original()}, {"title", item->title.original()}});
    return item;
}

Result<NewsItem> withdraw_news(
    Permitted<Action::edit_site> act, const NewsItem& known, const Withdrawal& withdrawal) {
    return withdrawn(act, known, withdrawal, {EntryType::news_withdrawn, ObjectKind::news});
}

Result<Body> add_body(Permitted<Action::edit_site> act, Body draft) {
    draft.process = act.process().id;
    const auto known = store::bodies_of(act.db(), act.process().id);
    auto body = with_address(std::move(draft), [&](const std::string& slug) {
        return std::any_of(known.begin(), known.end(), [&](const Body& one) { return one.slug == slug; });
    });
    if (!body) return body;
    body->id = store::add(tx(act), *body);
    record(act, EntryType::body_published, object(ObjectKind::body, body->id),
        {{"title", body->title.original()}});
    return body;
}

Result<Body> change_body(Permitted<Action::edit_site> act, const Body& known, Body changed) {
    if (known.process != act.process().id) return not_yours();
    changed.id = known.id;
    changed.process = known.process;
    changed.slug = known.slug;
    auto body = checked(std::move(changed));
    if (!body) return body;
    store::change(tx(act), *body);
    record(act, EntryType::body_published, object(ObjectKind::body, body->id),
        {{"title", body->title.original()}});
    return body;
}

Result<Seat> add_seat(Permitted<Action::edit_site> act, const Body& body, Seat seat) {
    if (body.process != act.process().id) return not_yours();
    if (seat.role.empty())
        return refuse(Failure::Kind::invalid, {{Field::role, N_("Write the role of the seat")}});
    if (seat.to && *seat.to < seat.from)
        return refuse(
            Failure::Kind::invalid, {{Field::ends, N_("Choose a last day that is not before the first")}});
    seat.id = store::add(tx(act), act.process().id, body.id, seat);
    record(act, EntryType::body_seat_filled, object(ObjectKind::body, body.id),
        {{"organisation", seat.organisation}, {"role", seat.role}});
    return seat;
}

Result<Seat> end_seat(Permitted<Action::edit_site> act, const Body& body, Seat seat, Day last) {
    if (body.process != act.process().id) return not_yours();
    if (seat.to) return refuse(Failure::Kind::conflict, {{Field::ends, N_("The seat has ended already")}});
    if (last < seat.from)
        return refuse(
            Failure::Kind::invalid, {{Field::ends, N_("Choose a last day that is not before the first")}});
    seat.to = last;
    store::end_seat(tx(act), act.process().id, seat.id, last);
    record(act, EntryType::body_seat_ended, object(ObjectKind::body, body.id),
        {{"organisation", seat.organisation}, {"role", seat.role}});
    return seat;
}

}  // namespace medskapa::app
