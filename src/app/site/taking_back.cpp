#include "app/site/taking_back.hpp"

#include "app/act/record.hpp"
#include "app/act/seen.hpp"
#include "domain/field.hpp"
#include "store/log/log_store.hpp"
#include "store/site/columns.hpp"
#include "store/site/removal_store.hpp"

namespace medskapa::app {
namespace {

constexpr std::chrono::hours time_to_take_back{1};
constexpr auto reason = "Publicerades av misstag och togs tillbaka inom en timme.";

std::string object_of(const Step& step) {
    return object_named(ObjectKind::step, step.id.value);
}
std::string object_of(const Activity& activity) {
    return object_named(ObjectKind::activity, activity.id.value);
}
std::string object_of(const Event& event) {
    return object_named(ObjectKind::event, event.id.value);
}
std::string object_of(const NewsItem& item) {
    return object_named(ObjectKind::news, item.id.value);
}

/// When the log says that it was published for the first time.
std::optional<Instant> published_at(sql::Connection& db, const std::string& object) {
    const auto place = store::first_about(db, object);
    const auto entries = place ? store::log_entries(db, *place, 1) : std::vector<std::string>{};
    if (entries.empty()) return std::nullopt;
    const auto entry = openlog::read_entry(entries.front());
    return entry ? std::optional{entry->time} : std::nullopt;
}

template <class Thing>
std::optional<Instant> until(sql::Connection& db, const Thing& thing, Instant now) {
    const auto published = published_at(db, object_of(thing));
    if (thing.withdrawn || !published || now > *published + time_to_take_back) return std::nullopt;
    if (store::is_built_on(db, thing)) return std::nullopt;
    return *published + time_to_take_back;
}

template <const auto& table, class Thing>
Result<Thing> taken_back(const Act& act, const Thing& known, EntryType type) {
    if (known.process != act.process().id) return refuse(Failure::Kind::not_allowed);
    demand_seen<table>(act, known, {known.title.original()});
    if (!until(act.db(), known, act.now()))
        return refuse(Failure::Kind::conflict,
            {{Field::reason, N_("It is too late to take it back, or something has been built on it. Withdraw "
                                "it instead, and say why")}});
    if (!store::remove(tx(act), known)) return refuse(Failure::Kind::not_found);
    record(act, {type, object_of(known), {{"reason", reason}}, {{"undone", "publishing"}}});
    return known;
}

}  // namespace

std::optional<Instant> taken_back_until(sql::Connection& db, const Step& step, Instant now) {
    return until(db, step, now);
}

std::optional<Instant> taken_back_until(sql::Connection& db, const Activity& activity, Instant now) {
    return until(db, activity, now);
}

std::optional<Instant> taken_back_until(sql::Connection& db, const Event& event, Instant now) {
    return until(db, event, now);
}

std::optional<Instant> taken_back_until(sql::Connection& db, const NewsItem& item, Instant now) {
    return until(db, item, now);
}

Result<Step> take_back_step(Permitted<Action::edit_site> act, const Step& known) {
    return taken_back<store::tables::step>(act, known, EntryType::step_withdrawn);
}

Result<Activity> take_back_activity(Permitted<Action::edit_site> act, const Activity& known) {
    return taken_back<store::tables::activity>(act, known, EntryType::activity_withdrawn);
}

Result<Event> take_back_event(Permitted<Action::edit_site> act, const Event& known) {
    return taken_back<store::tables::event>(act, known, EntryType::event_withdrawn);
}

Result<NewsItem> take_back_news(Permitted<Action::edit_site> act, const NewsItem& known) {
    return taken_back<store::tables::news>(act, known, EntryType::news_withdrawn);
}

}  // namespace medskapa::app
