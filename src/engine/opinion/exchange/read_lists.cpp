#include "engine/opinion/exchange/table_reader.hpp"

#include "base/csv/write.hpp"

#include <algorithm>
#include <set>

namespace medskapa::opinion::exchange {
namespace {

/// Older exports write 1 and 0, newer ones true and false.
bool is_marked(std::string_view field) {
    return field == "1" || field == "true" || field == "TRUE" || field == "True" || field == "t" ||
           field == "1.0";
}

Standing::Verdict verdict(TableReader& table, std::string_view field) {
    if (field.empty() || field == "null" || field == "NULL") return Standing::Verdict::pending;
    const auto number = table.number(field);
    if (number < -1 || number > 1)
        table.fault(N_("Line {}: \"{}\" is not a moderation: 1 (accepted), 0 (pending) or -1 (rejected)."),
            {std::string{field}});
    return static_cast<Standing::Verdict>(number);
}

}  // namespace

Result<std::vector<Comment>> read_comments(const Pieces& pieces) {
    TableReader table{pieces};
    if (!table.read_header()) return table.refusal();
    const auto id = table.required_column("comment-id");
    const auto moderated = table.required_column("moderated");
    const auto time = table.column("timestamp");
    const auto author = table.column("author-id");
    const auto meta = table.column("is-meta");
    const auto seed = table.column("is-seed");
    const auto body = table.column("comment-body");
    std::vector<Comment> comments;
    while (const auto* fields = table.next()) {
        const auto number = [&](std::optional<std::size_t> column) {
            return column && !(*fields)[*column].empty() ? table.number((*fields)[*column]) : 0;
        };
        comments.push_back({.timestamp = number(time),
            .statement = table.number((*fields)[id]),
            .author = number(author),
            .standing = {verdict(table, (*fields)[moderated]), meta && is_marked((*fields)[*meta])},
            .is_seed = seed && is_marked((*fields)[*seed]),
            .body = body ? csv::unguarded((*fields)[*body]) : std::string{}});
    }
    if (!table.is_sound()) return table.refusal();
    return comments;
}

void apply(const std::vector<Comment>& comments, Conversation& conversation) {
    for (const auto& comment : comments) {
        if (conversation.index_of(comment.statement))
            (void)conversation.add_statement(comment.statement, comment.standing);
    }
}

Result<std::vector<Event>> read_events(const Pieces& pieces) {
    TableReader table{pieces};
    if (!table.read_header()) return table.refusal();
    const auto time = table.required_column("timestamp");
    const auto statement = table.required_column("comment-id");
    const auto participant = table.required_column("voter-id");
    const auto vote = table.required_column("vote");
    std::vector<Event> events;
    while (const auto* fields = table.next()) {
        events.push_back({table.number((*fields)[time]), table.number((*fields)[statement]),
            table.number((*fields)[participant]), table.vote((*fields)[vote])});
    }
    if (!table.is_sound()) return table.refusal();
    std::stable_sort(events.begin(), events.end(),
        [](const Event& a, const Event& b) { return a.timestamp < b.timestamp; });
    return events;
}

Result<std::vector<std::pair<ParticipantId, int>>> read_groups(const Pieces& pieces) {
    TableReader table{pieces};
    if (!table.read_header()) return table.refusal();
    const auto participant = table.required_column("participant");
    const auto group = table.required_column("group");
    std::vector<std::pair<ParticipantId, int>> groups;
    std::set<ParticipantId> seen;
    while (const auto* fields = table.next()) {
        const auto who = table.number((*fields)[participant]);
        if (table.is_sound() && !seen.insert(who).second)
            table.fault(N_("Line {}: the participant {} stands twice."), {std::to_string(who)});
        groups.emplace_back(who, table.group((*fields)[group]));
    }
    if (!table.is_sound()) return table.refusal();
    return groups;
}

}  // namespace medskapa::opinion::exchange
