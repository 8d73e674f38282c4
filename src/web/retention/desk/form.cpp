#include "app/retention/retention.hpp"
#include "domain/field.hpp"
#include "store/retention/columns.hpp"
#include "store/retention/retention_store.hpp"
#include "web/frame/forms/page_with_form.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/law/retention_times.hpp"
#include "web/retention/addresses.hpp"
#include "web/retention/desk/pages.hpp"
#include "web/retention/desk/rule_view.hpp"
#include "web/ui/pieces.hpp"

#include <algorithm>

namespace medskapa::web::retention::desk {
namespace {

constexpr std::string_view unit_field = "enhet";
constexpr std::string_view act_field = "gor";
constexpr std::string_view count_first = "rakna";
constexpr int former_shown = 20;

std::optional<RetentionKind> kind_in(const Visit& visit) {
    RetentionKind kind{};
    if (!find_name<RetentionKind>(visit.path.at("kind"), kind)) return std::nullopt;
    return kind;
}

std::string name(Field field) {
    return std::string{name_of(field)};
}

/// What stands in the form: what was typed, else what is in force.
std::string value_of(
    const Visit& visit, std::string_view field, const std::optional<RetentionRule>& rule, std::string known) {
    if (visit.request.method == http::Method::post) return std::string{visit.field(field)};
    return rule ? std::move(known) : std::string{};
}

std::vector<ui::Choice> event_choices(RetentionKind kind, const Words& words) {
    std::vector<ui::Choice> choices;
    for (const auto event : events_of(kind))
        choices.push_back({std::string{name_of(event)}, words("After {}", shown(event, words))});
    return choices;
}

Html fields(const Visit& visit, RetentionKind kind, const std::optional<RetentionRule>& rule,
    const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto& known = rule.value_or(RetentionRule{});
    const auto typed = [&](std::string_view field, std::string stands) {
        return value_of(visit, field, rule, std::move(stands));
    };
    auto all = ui::text_field({.name = name(Field::period),
                                  .label = words("How long is it kept?"),
                                  .value = typed(name_of(Field::period), std::to_string(known.amount)),
                                  .is_short = true},
        ui::Input::number, complaints, words);
    all += ui::select({.name = std::string{unit_field},
                          .label = words("Days, months or years"),
                          .value = typed(unit_field, std::string{name_of(known.unit)})},
        ui::choices_of<RetentionRule::Unit>(words), complaints, words);
    auto event = typed(name_of(Field::event), std::string{name_of(known.event)});
    if (event.empty()) event = name_of(events_of(kind).front());
    all += ui::radio_group(
        {.name = name(Field::event), .label = words("From when is the time counted?"), .value = event},
        event_choices(kind, words), complaints, words);
    all += ui::text_field({.name = name(Field::decision),
                              .label = words("The decision's number in the register"),
                              .value = typed(name_of(Field::decision), known.decision),
                              .hint = words("For example RS 2026/123. It is written in the open log.")},
        ui::Input::text, complaints, words);
    all += ui::text_field({.name = name(Field::date),
                              .label = words("The day of the decision"),
                              .value = typed(name_of(Field::date), time::iso(known.decided_on))},
        ui::Input::date, complaints, words);
    return all;
}

Html buttons(const Words& words) {
    return html(
        R"(<button class="btn quiet" type="submit" name="{field}" value="{count}">{first}</button> {save})",
        "field"_a = act_field, "count"_a = count_first, "first"_a = words("Count how many would go today"),
        "save"_a = ui::submit(words("Save the decision"), ui::Weight::filled));
}

std::vector<sql::RowVersion> seen_of(const std::optional<RetentionRule>& rule) {
    if (!rule) return {};
    return {sql::version_of<store::tables::retention_rule>(*rule)};
}

Html end_view(const Visit& visit, const RetentionRule& rule) {
    const auto& words = visit.words;
    return ui::guarded(words("End the decision"),
        words("Then nothing of this kind is erased by itself. What has been erased stays erased."),
        post_button(visit, visit.href(address::end_retention, name_of(rule.kind)),
            ui::submit(words("End the decision"), ui::Weight::quiet), {}, seen_of(rule)));
}

/// What is in force, and what was.
Html standing_view(const Visit& visit, RetentionKind kind, const std::optional<RetentionRule>& rule) {
    const auto& words = visit.words;
    Html former;
    int shown_rules = 0;
    for (const auto& one : store::retention_rules(visit.db, visit.process->id))
        if (one.kind == kind && one.ended_at && ++shown_rules <= former_shown)
            former += html("<li>{}</li>",
                words("{}, {}. Ended {}.", law::time_of(one, words), law::decision_of(one, words),
                    words.day(visit.site.clock.day(*one.ended_at))));
    const auto now =
        rule ? words("In force: erased {}, {}.", law::time_of(*rule, words), law::decision_of(*rule, words))
             : words("No decision is in force: nothing of this kind is erased by itself.");
    return html("<p>{}</p>{}", now,
        former.empty() ? Html{} : html("<h2>{}</h2><ul>{}</ul>", words("Earlier decisions"), former));
}

Html rule_form(const Visit& visit, RetentionKind kind, const std::optional<RetentionRule>& rule,
    const ui::Complaints& complaints) {
    const auto form = post_form(visit, {.action = visit.href(address::retention_form, name_of(kind)),
                                           .fields = fields(visit, kind, rule, complaints),
                                           .button = buttons(visit.words),
                                           .seen = seen_of(rule)});
    return html("{}{}", form, rule ? end_view(visit, *rule) : Html{});
}

/// What is of the whole site, and whom it takes.
Html site_view(const Visit& visit, bool may_decide) {
    const auto& words = visit.words;
    const auto whom =
        when(!may_decide, html("<p>{}</p>", words("You do not lead all the processes of the site, so you "
                                                  "cannot decide this. Ask those who lead "
                                                  "the others, or whoever runs the server.")));
    return html("<p>{}</p>{}", words("This is of the whole site, and the same in all processes."), whom);
}

Response form_page(const Visit& visit, RetentionKind kind, const ui::Complaints& complaints,
    const Html& counted, int status) {
    const auto& words = visit.words;
    const auto rule = rule_of(visit, kind);
    const auto title = shown(kind, words);
    const bool may_decide = app::may_decide_retention(visit.db, visit.actor(), kind);
    auto content = desk_page(visit, title,
        html(R"({errors}<h1>{title}</h1>{site}{standing}{counted}{form})",
            "errors"_a = ui::error_summary(complaints, words), "title"_a = title,
            "site"_a = is_of_site(kind) ? site_view(visit, may_decide) : Html{},
            "standing"_a = standing_view(visit, kind, rule), "counted"_a = counted,
            "form"_a = may_decide ? rule_form(visit, kind, rule, complaints) : Html{}),
        "gallring");
    content.width = ui::Width::column;
    content.crumbs = {{visit.href(address::retention_page), words("Retention")}};
    return page_with_form(std::move(content), visit, complaints, status);
}

/// The rule as it was typed. What is no number or no day is left for checked() to refuse.
RetentionRule typed_rule(const Visit& visit, RetentionKind kind, ui::Complaints& complaints) {
    RetentionRule rule;
    rule.kind = kind;
    rule.process = is_of_site(kind) ? Id<Process>{} : visit.process->id;
    rule.amount = Visit::number(visit.field(name_of(Field::period))).value_or(0);
    rule.decision = visit.field(name_of(Field::decision));
    rule.event = events_of(kind).front();
    if (!find_name<RetentionEvent>(visit.field(name_of(Field::event)), rule.event))
        complaints.push_back({Field::event, N_("Choose from when the time is counted")});
    if (!find_name<RetentionRule::Unit>(visit.field(unit_field), rule.unit))
        complaints.push_back({std::string{unit_field}, N_("Choose days, months or years")});
    const auto day = time::read_day(visit.field(name_of(Field::date)));
    if (day)
        rule.decided_on = *day;
    else
        complaints.push_back(ui::not_a_day(name(Field::date), visit.field(name_of(Field::date))));
    return rule;
}

/// The same notice as on the list, of what has not been saved.
Html counted_view(const Visit& visit, const RetentionRule& rule) {
    const auto& words = visit.words;
    return ui::notice(ui::Tone::info,
        html("<p>{}</p><p>{}</p>", words("Would go today by this decision: {}", count_text(visit, rule)),
            words("Nothing has been saved.")));
}

}  // namespace

Response form(const Visit& visit) {
    const auto kind = kind_in(visit);
    return kind ? form_page(visit, *kind, {}, {}, 200) : problem(visit, Failure::Kind::not_found);
}

Response decide(const Visit& visit) {
    const auto kind = kind_in(visit);
    if (!kind) return problem(visit, Failure::Kind::not_found);
    ui::Complaints complaints;
    const auto typed = typed_rule(visit, *kind, complaints);
    const auto rule = checked(typed, visit.today());
    if (!rule)
        complaints.insert(complaints.end(), rule.error().complaints.begin(), rule.error().complaints.end());
    if (!complaints.empty())
        return form_page(visit, *kind, complaints, {}, status_of(Failure::Kind::invalid));
    if (visit.field(act_field) == count_first)
        return form_page(visit, *kind, {}, counted_view(visit, *rule), 200);
    const auto saved =
        visit.write([&](auto& act) { return app::decide_retention(act, *rule, visit.today()); });
    return saved ? see_other(visit.href(address::retention_page)) : problem(visit, saved.error().kind);
}

Response end(const Visit& visit) {
    const auto kind = kind_in(visit);
    if (!kind) return problem(visit, Failure::Kind::not_found);
    const auto ended = visit.write([&](auto& act) { return app::end_retention(act, *kind); });
    return ended ? see_other(visit.href(address::retention_page)) : problem(visit, ended.error().kind);
}

}  // namespace medskapa::web::retention::desk
