#include "app/conversation/vote_batch.hpp"

#include "app/conversation/addresses.hpp"
#include "app/conversation/published/opened_votes.hpp"
#include "domain/conversation/opinion_result.hpp"
#include "store/conversation/opinion_store.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <set>
#include <stdexcept>

namespace medskapa::app {
namespace {

openlog::Opening opening_of(const std::string& salt_key, const store::VoteLine& line) {
    const auto salt = hmac_sha256(salt_key, std::to_string(line.place));
    return {"vote", std::string{as_text(salt)},
        openlog::value_of_vote(fmt::format("s-{}", line.statement), static_cast<int>(line.stance))};
}

std::vector<Digest> leaves_of(const std::vector<CommittedVote>& votes) {
    std::vector<Digest> leaves;
    for (const auto& vote : votes) leaves.push_back(openlog::leaf_hash(as_text(vote.commitment)));
    return leaves;
}

}  // namespace

std::vector<CommittedVote> committed(const std::string& salt_key, const std::vector<store::VoteLine>& lines) {
    std::vector<CommittedVote> votes;
    for (const auto& line : lines) {
        auto opening = opening_of(salt_key, line);
        const auto commitment = openlog::commit(opening.salt, opening.label, opening.value);
        votes.push_back({line, std::move(opening), commitment});
    }
    std::sort(votes.begin(), votes.end(),
        [](const CommittedVote& a, const CommittedVote& b) { return a.commitment < b.commitment; });
    return votes;
}

std::vector<CommittedVote> committed(
    sql::Connection& db, const Activity& activity, const store::VoteBatch& batch) {
    return committed(batch.salt_key, store::vote_lines(db, activity.id, batch.after, batch.votes));
}

Digest root_of(const std::vector<CommittedVote>& votes) {
    return openlog::root_of(leaves_of(votes));
}

std::optional<VoteReceipt> receipt_of(
    sql::Connection& db, const Activity& activity, const store::VoteLine& line) {
    for (const auto& batch : store::batches_of(db, activity.id)) {
        if (line.place > batch.last_cast) continue;
        const auto votes = committed(db, activity, batch);
        const auto found = std::find_if(votes.begin(), votes.end(),
            [&](const CommittedVote& vote) { return vote.line.place == line.place; });
        if (found == votes.end()) return std::nullopt;
        const auto index = static_cast<std::uint64_t>(found - votes.begin());
        const auto leaves = leaves_of(votes);
        return VoteReceipt{batch.log_place, found->opening,
            {index, openlog::inclusion_proof(index, leaves.size(), openlog::nodes_of(leaves))}};
    }
    return std::nullopt;
}

bool is_opened(sql::Connection& db, const Activity& activity) {
    return activity.kind == Activity::Kind::opinion &&
           store::conversation_of(db, activity).state == Conversation::State::frozen;
}

std::string openings_of(
    sql::Connection& db, const Activity& activity, const store::VoteBatch& batch, const OpenedVotes& opened) {
    std::string rows;
    for (const auto& vote : committed(db, activity, batch)) {
        openlog::OpenedVote row{static_cast<std::uint64_t>(batch.log_place), vote.commitment, {}};
        if (opened.is_open(batch, vote.line))
            row.vote = openlog::OpenedVote::Vote{fmt::format("s-{}", vote.line.statement),
                static_cast<int>(vote.line.stance), vote.opening.salt};
        rows += openlog::row_of(row);
    }
    return rows;
}

std::string openings_file(sql::Connection& db, const Activity& activity) {
    if (!is_opened(db, activity)) throw std::logic_error{"the votes have not been opened"};
    const OpenedVotes opened{db, activity};
    std::string file{openlog::openings_head};
    for (const auto& batch : store::batches_of(db, activity.id))
        file += openings_of(db, activity, batch, opened);
    return file;
}

std::string openings_address(const Process& process, const Activity& activity) {
    return path_to(address::openings_csv, process.slug, activity.slug);
}

std::string result_address(const Process& process, const Activity& activity) {
    return path_to(address::result_json, process.slug, activity.slug);
}

OpenedCount count_opened(sql::Connection& db, const Activity& activity) {
    const OpenedVotes opened{db, activity};
    OpenedCount count;
    for (const auto& batch : store::batches_of(db, activity.id))
        for (const auto& line : store::vote_lines(db, activity.id, batch.after, batch.votes))
            ++(opened.is_open(batch, line) ? count.opened : count.withheld);
    return count;
}

bool are_enough_people(const std::vector<store::VoteLine>& lines) {
    std::set<std::int64_t> people;
    for (const auto& line : lines) {
        if (line.participant != 0) people.insert(line.participant);
        if (people.size() >= OpinionResult::fewest_shown) return true;
    }
    return false;
}

}  // namespace medskapa::app
