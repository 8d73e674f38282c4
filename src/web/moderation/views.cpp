#include "web/moderation/views.hpp"

#include "store/conversation/opinion_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/site/site_store.hpp"
#include "web/conversation/addresses.hpp"
#include "web/inspel/addresses.hpp"

namespace medskapa::web::moderation {

Subject subject_of(const Visit& visit, const Inspel& inspel) {
    const auto number = "I-" + std::to_string(inspel.number);
    if (inspel.state != Inspel::State::published) return {number, {}, {}};
    return {number + ": " + inspel.shown_title, inspel.shown_text,
        visit.href(address::inspel_page, inspel.number)};
}

Subject subject_of(const Visit& visit, const Statement& statement, const Activity& activity) {
    const auto title = visit.words("Statement {}", statement.number);
    const bool is_shown = statement.is_votable(store::conversation_of(visit.db, activity).moderation);
    if (!is_shown) return {title, {}, {}};
    return {title, statement.text,
        with_query(visit.href(address::conversation_page, activity.slug),
            {{"nummer", std::to_string(statement.number)}})};
}

Activity activity_of(const Visit& visit, const Statement& statement) {
    for (auto& activity : store::activities_of(visit.db, statement.process))
        if (activity.id == statement.activity) return activity;
    return {};
}

Subject subject_of(const Visit& visit, const ContentReport& report) {
    if (report.inspel) return subject_of(visit, store::find_inspel(visit.db, report.inspel).value());
    const auto statement = store::find_statement(visit.db, report.statement).value();
    return subject_of(visit, statement, activity_of(visit, statement));
}

std::vector<ui::Choice> choices_of_rules(const Words& words) {
    std::vector<ui::Choice> choices;
    for (const auto& rule : conduct_rules)
        choices.push_back({std::string{name_of(rule.reason)}, shown(rule.reason, words)});
    return choices;
}

std::string rule_text(const Visit& visit, const Conduct& conduct, const ConductRule& rule) {
    const auto& own = conduct.*rule.own;
    return own.empty() ? visit.words(rule.standard) : visit.in(own);
}

std::string rule_name(const std::optional<DeclineReason>& rule, const Words& words) {
    return rule ? shown(*rule, words) : words("Something else");
}

std::string day_of(const Visit& visit, Instant at) {
    return visit.words.day(visit.site.clock.day(at));
}

}  // namespace medskapa::web::moderation
