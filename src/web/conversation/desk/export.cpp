#include "app/conversation/opinion_exchange.hpp"
#include "engine/opinion/exchange/write_export.hpp"
#include "web/conversation/activity_conversation.hpp"
#include "web/conversation/desk/pages.hpp"

#include <charconv>
#include <sstream>

namespace medskapa::web::conversation::desk {
namespace {

constexpr int lines_in_a_part = 20'000;

Response csv(const char* file, std::string body) {
    Response response;
    response.content_type = "text/csv; charset=utf-8";
    response.headers = {{"Content-Disposition", std::string{"attachment; filename=\""} + file + '"'},
        {"Cache-Control", "no-store"}};
    response.body = std::move(body);
    return response;
}

/// The last line of the part before this one.
std::int64_t line_before(const Visit& visit) {
    const auto typed = visit.query("efter");
    std::int64_t line = 0;
    std::from_chars(typed.data(), typed.data() + typed.size(), line);
    return line;
}

http::Request rest_of(const Visit& visit, std::int64_t line) {
    auto request = visit.request;
    request.query = {{"efter", std::to_string(line)}};
    return request;
}

}  // namespace

Response comments_csv(const Visit& visit) {
    const auto conversation = conversation_of(visit);
    if (!conversation) return problem(visit, Failure::Kind::not_found);
    const auto stored = app::stored_talk(visit.db, conversation->activity);
    std::ostringstream out;
    medskapa::opinion::exchange::write_comments(out, stored.comments, stored.votes);
    return csv("comments.csv", out.str());
}

Response participants_votes_csv(const Visit& visit) {
    const auto conversation = conversation_of(visit);
    if (!conversation) return problem(visit, Failure::Kind::not_found);
    const auto stored = app::stored_talk(visit.db, conversation->activity);
    std::ostringstream out;
    medskapa::opinion::exchange::write_matrix(out, stored.votes, {}, stored.comments);
    return csv("participants-votes.csv", out.str());
}

/// Read a part at a time; only the first names the columns.
Response votes_csv(const Visit& visit) {
    const auto conversation = conversation_of(visit);
    if (!conversation) return problem(visit, Failure::Kind::not_found);
    const auto after = line_before(visit);
    std::ostringstream out;
    const auto last = app::write_votes(visit.db, conversation->activity, after, lines_in_a_part, out);
    auto body = out.str();
    if (after != 0) body.erase(0, body.find('\n') + 1);
    auto response = csv("votes.csv", std::move(body));
    if (last) response.rest = rest_of(visit, *last);
    return response;
}

}  // namespace medskapa::web::conversation::desk
