#include "web/conversation/activity_conversation.hpp"
#include "web/conversation/addresses.hpp"
#include "web/conversation/pages.hpp"
#include "web/conversation/part.hpp"
#include "web/ui/pieces.hpp"
#include "web/ui/table.hpp"

#include <algorithm>

namespace medskapa::web::conversation {
namespace {

std::string rule_of(const ActivityConversation& conversation, const Words& words) {
    return conversation.moderation == Conversation::Moderation::before
               ? words("Each statement is read before it is shown. One that is not shown has a reason here.")
               : words(
                     "Statements are shown at once and read afterwards. One that was taken away has a "
                     "reason here.");
}

/// Where reading comes afterwards, those that wait to be read are shown meanwhile.
Html counts(
    const ActivityConversation& conversation, const std::vector<Statement>& statements, const Words& words) {
    const auto number_of = [&](auto is_counted) {
        return words.number(std::count_if(statements.begin(), statements.end(), is_counted));
    };
    return ui::facts({{words("shown"),
                          number_of([&](const auto& s) { return s.is_votable(conversation.moderation); })},
        {words("not shown"), number_of([](const auto& s) { return s.state == Statement::State::rejected; })},
        {words("wait to be read"),
            number_of([](const auto& s) { return s.state == Statement::State::pending; })}});
}

Html rejected_table(
    const Visit& visit, const ActivityConversation& conversation, const std::vector<Statement>& statements) {
    const auto& words = visit.words;
    const auto part = asked_part(visit);
    ui::Table table{.caption = words("Statements that are not shown"),
        .columns = {{words("Statement no."), ui::Cell::number}, {words("Reason")},
            {words("The reviewer's words")}, {words("Decided")}},
        .rows = {}};
    for (const auto& s : statements)
        if (s.state == Statement::State::rejected && part.holds(s.number))
            table.rows.push_back({html("{}", s.number), html("{}", shown(*s.reason, words)),
                html("{}", s.note), html("{}", words.day(visit.site.clock.day(*s.decided_at)))});
    const auto around =
        part.around(statements.empty() ? 0 : statements.back().number, [&](const std::string& from) {
            return with_query(
                visit.href(address::statement_rulings, conversation.activity.slug), {{"fran", from}});
        });
    const auto none = html("<p>{}</p>", words("Every statement on this page that has been read is shown."));
    return html("{}{}", table.rows.empty() ? none : ui::table(table), ui::pagination(around, words));
}

}  // namespace

Response rulings(const Visit& visit) {
    const auto conversation = conversation_of(visit);
    if (!conversation) return problem(visit, Failure::Kind::not_found);
    const auto& words = visit.words;
    const auto statements = store::statements_of(visit.db, conversation->activity.id);
    const auto title = words("How statements are reviewed");
    const auto body = html(R"(
<h1>{title}</h1>
<p class="lead">{rule}</p>
{counts}
{rejected})",
        "title"_a = title, "rule"_a = rule_of(*conversation, words),
        "counts"_a = counts(*conversation, statements, words),
        "rejected"_a = rejected_table(visit, *conversation, statements));
    auto content = process_page(visit, title, body, "delta");
    content.crumbs = crumbs(visit, *conversation);
    content.crumbs.push_back(
        {visit.href(address::result_page, conversation->activity.slug), words("The opinion map")});
    return page(content, visit);
}

}  // namespace medskapa::web::conversation
