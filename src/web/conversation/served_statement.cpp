#include "web/conversation/served_statement.hpp"

#include "base/digest.hpp"
#include "base/signer.hpp"
#include "engine/opinion/statistics/routing.hpp"

#include <fmt/format.h>
#include <charconv>
#include <cstring>

namespace medskapa::web::conversation {
namespace {

/// In [0, 1), from the system's random source, so that nobody can predict it.
double uniform_random() {
    const auto bytes = random_bytes(sizeof(std::uint64_t));
    std::uint64_t bits = 0;
    std::memcpy(&bits, bytes.data(), sizeof bits);
    return static_cast<double>(bits >> 11U) * 0x1p-53;
}

/// The signed text is the probability with which the statement was shown.
std::string serving_purpose(const ActivityConversation& conversation, int number) {
    return fmt::format("medskapa.serving.v1\n{}\n{}", conversation.activity.id.value, number);
}

}  // namespace

std::optional<ServedStatement> pick_statement(const Visit& visit, const ActivityConversation& conversation,
    const std::vector<store::Servable>& statements) {
    std::vector<medskapa::opinion::Candidate> candidates;
    for (std::size_t i = 0; i < statements.size(); ++i)
        candidates.push_back(
            {i, statements[i].priority, static_cast<std::uint32_t>(statements[i].exposures)});
    const auto serving = medskapa::opinion::next_statement(candidates, uniform_random());
    if (!serving) return std::nullopt;
    const auto number = statements[serving->statement].number;
    return ServedStatement{
        store::statement_numbered(visit.db, conversation.activity.id, number).value(), serving->probability};
}

std::string serving_proof(
    const Visit& visit, const ActivityConversation& conversation, const ServedStatement& served) {
    if (!served.probability) return {};
    return sign(serving_purpose(conversation, served.statement.number),
        fmt::format("{:.6f}", *served.probability), visit.site.secret);
}

std::optional<double> proven_probability(
    const Visit& visit, const ActivityConversation& conversation, int number) {
    const auto probability =
        verify(serving_purpose(conversation, number), visit.field("visad"), visit.site.secret);
    if (!probability) return std::nullopt;
    double value = 0;
    std::from_chars(probability->data(), probability->data() + probability->size(), value);
    return value;
}

std::optional<ServedStatement> statement_asked_for(
    const Visit& visit, const ActivityConversation& conversation) {
    const auto number = Visit::number(visit.query("nummer"));
    if (!number) return std::nullopt;
    const auto found = store::statement_numbered(visit.db, conversation.activity.id, *number);
    if (!found || !found->is_votable(conversation.moderation)) return std::nullopt;
    return ServedStatement{*found, std::nullopt};
}

}  // namespace medskapa::web::conversation
