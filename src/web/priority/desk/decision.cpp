#include "app/priority/priority.hpp"
#include "store/priority/priority_store.hpp"
#include "web/priority/addresses.hpp"
#include "web/priority/desk/pages.hpp"
#include "web/priority/desk/words.hpp"
#include "web/priority/views.hpp"
#include "web/site/desk/form.hpp"

namespace medskapa::web::priority::desk {
namespace {

using site::desk::Kind;
using site::desk::Needed;
using site::desk::Values;

std::optional<Priority> asked_for(const Visit& visit, sql::Connection& db) {
    const auto number = Visit::number(visit.path.at("priority"));
    return number ? store::priority_numbered(db, visit.process->id, *number) : std::nullopt;
}

Result<Priority> decision_from(const Visit& visit, const Values& values) {
    site::desk::Reader in{values};
    Priority decision;
    decision.number = Visit::number(visit.path.at("priority")).value_or(0);
    decision.outcome = in.choice<Priority::Outcome>("utfall");
    decision.became = in.line("blev");
    decision.motive = in.line("motiv");
    decision.decided_on = in.day("beslutat");
    // What else it says stands, so only these are checked, by the verb.
    decision.title = Localized{"-"};
    decision.text = Localized{"-"};
    return in.finished(decision);
}

site::desk::Form decision_form(const Visit& visit) {
    const auto& words = visit.words;
    const auto known = asked_for(visit, visit.db);
    site::desk::Form form{known ? words("What becomes of {} {}?", reference(*known), visit.in(known->title))
                                : words("What becomes of it?"),
        words("Everybody can read the decision and why, also of what is not chosen.")};
    form.home = {visit.href(address::desk_priorities), words("Priorities")};
    if (known) form.before = words_view(visit, *known);
    form.one({"utfall", words("What becomes of it?"), Kind::choice, Needed::yes, {},
        ui::choices_of<Priority::Outcome>(words)});
    form.one({"blev", words("Which priorities did it go into?"), Kind::line, Needed::no,
        words("Their numbers with a blank between, for example 8 9. Needed unless it is chosen or not "
              "chosen.")});
    form.one({"motiv", words("Why"), Kind::text, Needed::yes});
    form.one({"beslutat", words("Day of the decision"), Kind::day, Needed::yes});
    return form;
}

}  // namespace

Response decision(const Visit& visit) {
    const auto known = asked_for(visit, visit.db);
    if (!known) return problem(visit, Failure::Kind::not_found);
    return site::desk::form_page(visit, decision_form(visit), values_of(known), values_of(known));
}

Response save_decision(const Visit& visit) {
    return site::desk::saved_or_again(
        visit, decision_form(visit), [&](const Values& typed) { return decision_from(visit, typed); },
        [&](sql::Connection& db) { return values_of(asked_for(visit, db)); },
        [&](auto& act, const Priority& typed) { return app::decide_priority(act, typed, visit.today()); });
}

}  // namespace medskapa::web::priority::desk
