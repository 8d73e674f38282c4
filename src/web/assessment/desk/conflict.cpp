#include "app/assessment/assessment.hpp"
#include "store/assessment/assessment_store.hpp"
#include "web/assessment/addresses.hpp"
#include "web/assessment/desk/asked.hpp"
#include "web/assessment/desk/pages.hpp"
#include "web/site/desk/form.hpp"

namespace medskapa::web::assessment::desk {
namespace {

using site::desk::Kind;
using site::desk::Needed;
using site::desk::Values;

std::optional<GoalConflict> asked_conflict(
    const Visit& visit, sql::Connection& db, const Assessment& assessment) {
    const auto number = Visit::number(visit.path.find("conflict")->second);
    return number ? store::conflict_numbered(db, assessment.id, *number) : std::nullopt;
}

Values values_of(const std::optional<GoalConflict>& conflict) {
    if (!conflict) return {};
    return {{"namn", conflict->name}, {"text", conflict->goal}, {"invandningar", conflict->against},
        {"motiv", conflict->weighing}};
}

Result<GoalConflict> conflict_from(const Visit& visit, const Values& values) {
    site::desk::Reader in{values};
    GoalConflict conflict;
    conflict.number = Visit::number(visit.path.find("conflict")->second).value_or(0);
    conflict.name = in.line("namn");
    conflict.goal = in.line("text");
    conflict.against = in.line("invandningar");
    conflict.weighing = in.line("motiv");
    return in.finished(conflict);
}

site::desk::Form form_of(const Visit& visit, const Assessment& assessment) {
    const auto& words = visit.words;
    site::desk::Form form{words("A goal conflict"),
        words("Two goals that pull in different directions. What you save is read by everybody at once.")};
    form.home = desk_link(visit, assessment);
    form.one({"namn", words("Name"), Kind::line, Needed::yes,
        words("By which people can talk about it, for example shorter queues or shorter journeys.")});
    form.one({"text", words("What the one goal wants"), Kind::text, Needed::yes});
    form.one({"invandningar", words("What it costs the other"), Kind::text, Needed::yes});
    form.one({"motiv", words("How it was weighed"), Kind::text, Needed::no,
        words("It can be written later, but before the decision.")});
    return form;
}

}  // namespace

Response conflict(const Visit& visit) {
    const auto known = asked_assessment(visit, visit.db);
    if (!known) return problem(visit, Failure::Kind::not_found);
    return site::desk::form_of_known(
        visit, form_of(visit, *known), values_of(asked_conflict(visit, visit.db, *known)), "conflict");
}

Response save_conflict(const Visit& visit) {
    const auto known = asked_assessment(visit, visit.db);
    const bool is_there =
        known && (site::desk::is_new(visit, "conflict") || asked_conflict(visit, visit.db, *known));
    if (!is_there) return problem(visit, Failure::Kind::not_found);
    return site::desk::saved_or_again(
        visit, form_of(visit, *known), [&](const Values& typed) { return conflict_from(visit, typed); },
        [&](sql::Connection& db) { return values_of(asked_conflict(visit, db, *known)); },
        [&](auto& act, const GoalConflict& typed) { return app::write_conflict(act, known->number, typed); });
}

}  // namespace medskapa::web::assessment::desk
