#include "web/conversation/served_statement.hpp"

#include "base/digest.hpp"
#include "engine/opinion/statistics/routing.hpp"

#include <fmt/format.h>
#include <algorithm>
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

std::string serving_signature(const Visit& visit, const ActivityConversation& conversation, int number,
    const std::string& probability) {
    const auto what =
        fmt::format("medskapa.serving.v1\n{}\n{}\n{}", conversation.activity.id.value, number, probability);
    return base32(as_text(hmac_sha256(visit.site.secret, what))).substr(0, 20);
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
    const auto probability = fmt::format("{:.6f}", *served.probability);
    return probability + '-' + serving_signature(visit, conversation, served.statement.number, probability);
}

std::optional<double> proven_probability(
    const Visit& visit, const ActivityConversation& conversation, int number) {
    const auto proof = visit.field("visad");
    const auto dash = std::min(proof.find('-'), proof.size());
    const std::string probability{proof.substr(0, dash)};
    if (probability.empty() || dash == proof.size() ||
        !same_secret(proof.substr(dash + 1), serving_signature(visit, conversation, number, probability)))
        return std::nullopt;
    double value = 0;
    std::from_chars(probability.data(), probability.data() + probability.size(), value);
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
