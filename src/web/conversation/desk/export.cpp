#include "app/conversation/opinion_exchange.hpp"
#include "base/signer.hpp"
#include "engine/opinion/exchange/write_export.hpp"
#include "web/conversation/activity_conversation.hpp"
#include "web/conversation/desk/pages.hpp"
#include "web/frame/forms/csv_file.hpp"

#include <charconv>
#include <sstream>

namespace medskapa::web::conversation::desk {
namespace {

constexpr int lines_in_a_part = 20'000;

std::string part_purpose(const ActivityConversation& conversation) {
    return "medskapa.votes-part.v1\n" + std::to_string(conversation.activity.id.value);
}

/// The last line of the part before this one, which only we can have named: a part is not fetched without
/// the first, and the first is logged.
std::int64_t line_before(const Visit& visit, const ActivityConversation& conversation) {
    const auto text =
        verify(part_purpose(conversation), visit.query("efter"), visit.site.secret).value_or("");
    std::int64_t line = 0;
    std::from_chars(text.data(), text.data() + text.size(), line);
    return line;
}

http::Request rest_of(const Visit& visit, const ActivityConversation& conversation, std::int64_t line) {
    auto request = visit.request;
    request.query = {{"efter", sign(part_purpose(conversation), std::to_string(line), visit.site.secret)}};
    return request;
}

Response not_kept(Response response) {
    std::erase_if(response.headers, [](const auto& header) { return header.first == "Cache-Control"; });
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

/// The file, once the log says that it is fetched.
template <class Write>
Response fetched(const Visit& visit, app::VoteFile file, Write write) {
    const auto conversation = conversation_of(visit);
    if (!conversation) return problem(visit, Failure::Kind::not_found);
    const auto logged =
        visit.write([&](auto& act) { return app::export_votes(act, occasion(visit, *conversation), file); });
    if (!logged) return problem(visit, logged.error().kind);
    const auto stored = app::stored_conversation(visit.db, conversation->activity);
    std::ostringstream out;
    write(out, stored);
    return not_kept(csv_file(std::string{name_of(file)}, out.str()));
}

}  // namespace

Response comments_csv(const Visit& visit) {
    return fetched(
        visit, app::VoteFile::comments, [](std::ostream& out, const app::StoredConversation& stored) {
            medskapa::opinion::exchange::write_comments(out, stored.comments, stored.votes);
        });
}

Response participants_votes_csv(const Visit& visit) {
    return fetched(visit, app::VoteFile::participants_votes,
        [](std::ostream& out, const app::StoredConversation& stored) {
            medskapa::opinion::exchange::write_matrix(out, stored.votes, {}, stored.comments);
        });
}

/// Read a part at a time; only the first names the columns.
Response votes_csv(const Visit& visit) {
    const auto conversation = conversation_of(visit);
    if (!conversation) return problem(visit, Failure::Kind::not_found);
    const auto after = line_before(visit, *conversation);
    if (after == 0) {
        const auto logged = visit.write([&](auto& act) {
            return app::export_votes(act, occasion(visit, *conversation), app::VoteFile::votes);
        });
        if (!logged) return problem(visit, logged.error().kind);
    }
    std::ostringstream out;
    const auto last = app::write_votes(visit.db, conversation->activity, after, lines_in_a_part, out);
    auto body = out.str();
    if (after != 0) body.erase(0, body.find('\n') + 1);
    auto response = not_kept(csv_file("votes.csv", std::move(body)));
    if (last) response.rest = rest_of(visit, *conversation, *last);
    return response;
}

}  // namespace medskapa::web::conversation::desk
