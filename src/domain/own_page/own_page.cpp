#include "domain/own_page/own_page.hpp"

#include "base/digest.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"

namespace medskapa {

namespace {

constexpr std::chrono::minutes clocks_differ{5};
constexpr std::size_t length_of_identity = 26;
constexpr std::size_t group = 5;

}  // namespace

Owner owner_of(const OwnSession& session) {
    return {session.address, session.identity};
}

std::string shown_identity(const std::string& identity) {
    std::string shown;
    for (std::size_t at = 0; at < identity.size(); at += group)
        shown += (at == 0 ? "" : "-") + identity.substr(at, group);
    return shown;
}

std::optional<std::string> read_identity(std::string_view typed) {
    auto identity = base32_normalised(typed);
    if (identity.size() != length_of_identity) return std::nullopt;
    return identity;
}

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
