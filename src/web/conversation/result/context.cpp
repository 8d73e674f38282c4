#include "web/conversation/result/context.hpp"

#include "web/conversation/addresses.hpp"
#include "web/conversation/part.hpp"

namespace medskapa::web::conversation::result {
namespace {

std::map<int, Statement> shown_statements(const Visit& visit, const ActivityConversation& conversation) {
    std::map<int, Statement> shown;
    for (auto& statement : store::statements_of(visit.db, conversation.activity.id))
        if (statement.is_votable(conversation.moderation))
            shown.emplace(statement.number, std::move(statement));
    return shown;
}

}  // namespace

std::string Context::text(int number) const {
    const auto found = statements.find(number);
    return found == statements.end() ? std::string{} : found->second.text;
}

std::optional<Context> context_of(const Visit& visit, const ActivityConversation& conversation) {
    const auto activity = conversation.activity.id;
    const auto day = time::read_day(visit.query("dag"));
    auto snapshot =
        day ? store::snapshot_of(visit.db, activity, *day) : store::newest_snapshot(visit.db, activity);
    if (!snapshot || !snapshot->result.is_shown()) return std::nullopt;
    return Context{visit, conversation, *std::move(snapshot), store::group_names(visit.db, activity),
        shown_statements(visit, conversation)};
}

std::string statement_href(const Visit& visit, const Activity& activity, int number) {
    const auto page = visit.href(address::result_page, activity.slug);
    return with_query(page + "#p" + std::to_string(number), {{"fran", Part{number}.from()}});
}

std::vector<ShownStatement> on_this_page(const Context& context) {
    const auto part = asked_part(context.visit);
    std::vector<ShownStatement> found;
    for (const auto& figures : context.result().statements) {
        const auto statement = context.statements.find(figures.number);
        if (part.holds(figures.number) && statement != context.statements.end())
            found.push_back({figures, statement->second});
    }
    return found;
}

}  // namespace medskapa::web::conversation::result
