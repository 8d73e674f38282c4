#include "web/conversation/showing.hpp"

namespace medskapa::web::conversation {
namespace {

std::map<int, Statement> shown_statements(const Visit& visit, const Talk& talk) {
    std::map<int, Statement> shown;
    for (auto& statement : store::statements_of(visit.db, talk.activity.id))
        if (statement.is_votable(talk.conversation.moderation))
            shown.emplace(statement.number, std::move(statement));
    return shown;
}

}  // namespace

std::string Showing::text(int number) const {
    const auto found = statements.find(number);
    return found == statements.end() ? std::string{} : found->second.text;
}

std::optional<Showing> showing(const Visit& visit, const Talk& talk) {
    const auto day = time::read_day(visit.query("dag"));
    auto snapshot = day ? store::snapshot_of(visit.db, talk.activity.id, *day)
                        : store::newest_snapshot(visit.db, talk.activity.id);
    if (!snapshot || !snapshot->result.is_shown()) return std::nullopt;
    return Showing{visit, talk, *std::move(snapshot), store::group_names(visit.db, talk.activity.id),
        shown_statements(visit, talk)};
}

}  // namespace medskapa::web::conversation
