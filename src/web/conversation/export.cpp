#include "app/conversation/opinion_exchange.hpp"
#include "engine/opinion/exchange/write_export.hpp"
#include "web/conversation/pages.hpp"
#include "web/conversation/talk.hpp"

#include <charconv>
#include <sstream>

namespace medskapa::web::conversation {
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

std::int64_t place_after(const Visit& visit) {
    const auto typed = visit.query("efter");
    std::int64_t place = 0;
    std::from_chars(typed.data(), typed.data() + typed.size(), place);
    return place;
}

http::Request rest_of(const Visit& visit, std::int64_t place) {
    auto request = visit.request;
    request.query = {{"efter", std::to_string(place)}};
    return request;
}

}  // namespace

Response comments_csv(const Visit& visit) {
    const auto talk = talk_of(visit);
    if (!talk) return problem(visit, Failure::Kind::not_found);
    const auto stored = app::stored_talk(visit.db, talk->activity);
    std::ostringstream out;
    medskapa::opinion::exchange::write_comments(out, stored.comments, stored.votes);
    return csv("comments.csv", out.str());
}

Response participants_votes_csv(const Visit& visit) {
    const auto talk = talk_of(visit);
    if (!talk) return problem(visit, Failure::Kind::not_found);
    const auto stored = app::stored_talk(visit.db, talk->activity);
    std::ostringstream out;
    medskapa::opinion::exchange::write_matrix(out, stored.votes, {}, stored.comments);
    return csv("participants-votes.csv", out.str());
}

/// Read a part at a time; only the first names the columns.
Response votes_csv(const Visit& visit) {
    const auto talk = talk_of(visit);
    if (!talk) return problem(visit, Failure::Kind::not_found);
    const auto after = place_after(visit);
    std::ostringstream out;
    const auto last = app::write_votes(visit.db, talk->activity, after, lines_in_a_part, out);
    auto body = out.str();
    if (after != 0) body.erase(0, body.find('\n') + 1);
    auto response = csv("votes.csv", std::move(body));
    if (last) response.rest = rest_of(visit, *last);
    return response;
}

}  // namespace medskapa::web::conversation
