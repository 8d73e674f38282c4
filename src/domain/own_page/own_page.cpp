#include "domain/own_page/own_page.hpp"

#include "base/text.hpp"
#include "domain/field.hpp"

namespace medskapa {

namespace {

constexpr std::chrono::minutes clocks_differ{5};

}  // namespace

bool is_over(const OwnSession& session, Instant now) {
    const bool is_set_back = now + clocks_differ < session.seen_at;
    return is_set_back || now - session.seen_at > own_idle_limit ||
           now - session.started_at > own_session_limit;
}

Result<OwnRequest> checked(OwnRequest request) {
    request.text = text::trimmed(text::cleaned(request.text));
    std::vector<Complaint> complaints;
    if (request.text.empty())
        complaints.push_back({Field::text, N_("Write what you want us to change or erase")});
    if (text::length(request.text) > longest_own_request)
        complaints.push_back({Field::text, N_("Write at most {} characters"), {longest_own_request}});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return request;
}

Result<OwnRequest> answered(OwnRequest request, const std::string& answer, Instant now) {
    if (request.answered_at) return refuse(Failure::Kind::conflict);
    request.answer = text::trimmed(text::cleaned(answer));
    if (request.answer.empty())
        return refuse(Failure::Kind::invalid, {{Field::answer, N_("Write what you have done, or why not")}});
    if (text::length(request.answer) > longest_own_request)
        return refuse(Failure::Kind::invalid,
            {{Field::answer, N_("Write at most {} characters"), {longest_own_request}}});
    request.answered_at = now;
    return request;
}

}  // namespace medskapa
