#include "app/site/site.hpp"
#include "app/site/taking_back.hpp"
#include "base/text.hpp"
#include "store/site/site_store.hpp"
#include "web/correction/addresses.hpp"
#include "web/site/addresses.hpp"
#include "web/site/desk/form.hpp"
#include "web/site/desk/pages.hpp"
#include "web/site/desk/taking_back.hpp"
#include "web/site/desk/withdrawing.hpp"

#include <algorithm>

namespace medskapa::web::site::desk {
namespace {

using Choices = std::vector<ui::Choice>;

template <class T>
std::optional<T> with_id(const std::vector<T>& all, std::string_view typed) {
    const auto number = Visit::number(typed);
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const T& one) { return number && one.id.value == *number; });
    return found == all.end() ? std::nullopt : std::optional{*found};
}

// Steps

std::optional<Step> step_asked_for(const Visit& visit, sql::Connection& db) {
    return with_id(store::steps_of(db, visit.process->id), visit.path.at("step"));
}

Values values_of(const std::optional<Step>& step) {
    Values values;
    if (!step) return values;
    put(values, "titel", step->title);
    put(values, "text", step->text);
    put(values, "borjar", step->period.starts);
    put(values, "slutar", step->period.ends);
    values["precision"] = name_of(step->period.precision);
    return values;
}

Result<Step> step_from(const Values& values) {
    Reader in{values};
    Step step;
    step.title = in.localized("titel");
    step.text = in.localized("text");
    step.period = {in.day("borjar"), in.day("slutar"), in.choice<DatePrecision>("precision")};
    return in.finished(step);
}

Html way_out(const Visit& visit, const Step& known) {
    const auto& words = visit.words;
    return withdrawing_view(visit,
        {words("Take it out of the process"),
            words("It stays in the story, struck through, with the reason. It cannot be undone."),
            visit.href(address::withdraw_step, known.id.value)},
        known.withdrawn);
}

Form step_form(const Visit& visit) {
    const auto& words = visit.words;
    const auto known = step_asked_for(visit, visit.db);
    Form form{known ? words("Change the step {}", visit.in(known->title)) : words("New step"),
        words(
            "A step of the process. If a date is moved, the page says when it was changed and what it was.")};
    form.in_each_language({"titel", words("Title"), Kind::line, Needed::yes}, visit);
    form.in_each_language({"text", words("Text"), Kind::text}, visit);
    form.one({"borjar", words("First day"), Kind::day});
    form.one({"slutar", words("Last day"), Kind::day});
    form.one({"precision", words("How exactly is the date shown?"), Kind::choice, Needed::yes,
        words("The days decide the order even where only the season is shown."),
        ui::choices_of<DatePrecision>(words)});
    if (known)
        form.after = html("{}<p>{}</p>{}", taking_back_view(visit, *known),
            ui::button_link(visit.href(address::correct_step, known->id.value),
                words("Correct a name or a day that was wrong"), ui::Weight::quiet),
            way_out(visit, *known));
    return form;
}

// Activities

std::optional<Activity> activity_asked_for(const Visit& visit, sql::Connection& db) {
    return store::activity_named(db, visit.process->id, visit.path.at("activity"));
}

Values values_of(const std::optional<Activity>& activity) {
    Values values;
    if (!activity) return values;
    put(values, "titel", activity->title);
    put(values, "text", activity->text);
    put(values, "oppnar", activity->opens);
    put(values, "stanger", activity->closes);
    values["slag"] = name_of(activity->kind);
    values["steg"] = activity->step ? std::to_string(activity->step.value) : "";
    return values;
}

Result<Activity> activity_from(const Visit& visit, const Values& values) {
    Reader in{values};
    Activity activity;
    activity.title = in.localized("titel");
    activity.text = in.localized("text");
    activity.opens = in.day("oppnar");
    activity.closes = in.day("stanger");
    activity.kind = in.choice<Activity::Kind>("slag");
    const auto step = with_id(store::steps_of(visit.db, visit.process->id), in.line("steg"));
    if (step) activity.step = step->id;
    return in.finished(activity);
}

Choices step_choices(const Visit& visit) {
    Choices choices{{"", visit.words("None")}};
    for (const auto& step : store::steps_of(visit.db, visit.process->id))
        choices.push_back(
            {std::to_string(step.id.value), std::to_string(step.number) + ". " + visit.in(step.title)});
    return choices;
}

Html way_to_close(const Visit& visit, const Activity& known) {
    const auto& words = visit.words;
    return withdrawing_view(visit,
        {words("Close it before its time"),
            words("Nobody can take part in it any more, and its page says why. What came in stays. It cannot "
                  "be undone."),
            visit.href(address::withdraw_activity, known.slug)},
        known.withdrawn);
}

Form activity_form(const Visit& visit) {
    const auto& words = visit.words;
    const auto known = activity_asked_for(visit, visit.db);
    Form form{known ? words("Change the activity {}", visit.in(known->title)) : words("New activity"),
        words("An activity with its own first and last day. Without days it is always open.")};
    form.in_each_language({"titel", words("Title"), Kind::line, Needed::yes}, visit);
    form.in_each_language({"text", words("Text"), Kind::text}, visit);
    form.one({"slag", words("How does one take part?"), Kind::choice, Needed::yes, {},
        ui::choices_of<Activity::Kind>(words)});
    form.one({"steg", words("Step"), Kind::choice, Needed::no, {}, step_choices(visit)});
    form.one({"oppnar", words("Opens"), Kind::day});
    form.one({"stanger", words("Last day it is open"), Kind::day});
    if (known) form.after = html("{}{}", taking_back_view(visit, *known), way_to_close(visit, *known));
    return form;
}

}  // namespace

Response step(const Visit& visit) {
    return form_of_known(visit, step_form(visit), values_of(step_asked_for(visit, visit.db)), "step");
}

Response save_step(const Visit& visit) {
    return saved_or_again(
        visit, step_form(visit), step_from,
        [&](sql::Connection& db) { return values_of(step_asked_for(visit, db)); },
        [&](auto& act, const Step& typed) -> Result<Step> {
            if (is_new(visit, "step")) return app::add_step(act, typed);
            const auto known = step_asked_for(visit, act.db());
            if (!known) return refuse(Failure::Kind::not_found);
            return app::change_step(act, *known, typed, visit.today());
        });
}

Response activity(const Visit& visit) {
    return form_of_known(
        visit, activity_form(visit), values_of(activity_asked_for(visit, visit.db)), "activity");
}

Response save_activity(const Visit& visit) {
    return saved_or_again(
        visit, activity_form(visit), [&](const Values& typed) { return activity_from(visit, typed); },
        [&](sql::Connection& db) { return values_of(activity_asked_for(visit, db)); },
        [&](auto& act, const Activity& typed) -> Result<Activity> {
            if (is_new(visit, "activity")) return app::add_activity(act, typed);
            const auto known = activity_asked_for(visit, act.db());
            if (!known) return refuse(Failure::Kind::not_found);
            return app::change_activity(act, *known, typed, visit.today());
        });
}

Response withdraw_step(const Visit& visit) {
    const auto find = [&](sql::Connection& db) { return step_asked_for(visit, db); };
    return withdrawn_or_again(visit, step_form(visit), find, values_of(find(visit.db)),
        [&](auto& act, const Step& step, const Withdrawal& why) {
            return app::withdraw_step(act, step, why);
        });
}

Response take_back_step(const Visit& visit) {
    const auto find = [&](sql::Connection& db) { return step_asked_for(visit, db); };
    return taken_back_or_again(visit, step_form(visit), find, values_of(find(visit.db)),
        [&](auto& act, const Step& step) { return app::take_back_step(act, step); });
}

Response take_back_activity(const Visit& visit) {
    const auto find = [&](sql::Connection& db) { return activity_asked_for(visit, db); };
    return taken_back_or_again(visit, activity_form(visit), find, values_of(find(visit.db)),
        [&](auto& act, const Activity& activity) { return app::take_back_activity(act, activity); });
}

Response withdraw_activity(const Visit& visit) {
    const auto find = [&](sql::Connection& db) { return activity_asked_for(visit, db); };
    return withdrawn_or_again(visit, activity_form(visit), find, values_of(find(visit.db)),
        [&](auto& act, const Activity& activity, const Withdrawal& why) {
            return app::withdraw_activity(act, activity, why);
        });
}

}  // namespace medskapa::web::site::desk
