#include "app/conversation/published/opened_votes.hpp"

#include "app/conversation/published/kept_releases.hpp"
#include "domain/conversation/opinion_result.hpp"

#include <algorithm>
#include <iterator>
#include <sstream>

namespace medskapa::app {
namespace {

/// How many people by stance, from disagreement to agreement.
using Stances = std::array<std::int64_t, 3>;

std::size_t index_of(int stance) {
    return static_cast<std::size_t>(stance + 1);
}

/// Nobody is seen: each way of voting has nobody, or enough.
bool hides_all(const Stances& stances) {
    return std::all_of(stances.begin(), stances.end(),
        [](auto people) { return people == 0 || people >= OpinionResult::fewest_shown; });
}

struct Cell {
    std::int64_t batch = 0;
    Stances stances{};

    std::int64_t people() const { return stances[0] + stances[1] + stances[2]; }
};

Stances total_of(const opinion::Release& release, int statement) {
    Stances total{};
    for (const auto& [person, ballot] : release.ballots)
        for (const auto& [number, vote] : *ballot)
            if (number == statement) ++total[index_of(static_cast<int>(vote))];
    return total;
}

/// Closes the smallest until what stays closed of the total shows nobody either.
std::vector<Cell> kept_open(std::vector<Cell> cells, const Stances& total) {
    std::erase_if(cells, [](const Cell& cell) { return !hides_all(cell.stances); });
    std::sort(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) {
        return std::pair{-a.people(), a.batch} < std::pair{-b.people(), b.batch};
    });
    auto closed = total;
    for (const auto& cell : cells)
        for (std::size_t v = 0; v < closed.size(); ++v) closed[v] -= cell.stances[v];
    while (!cells.empty() && !hides_all(closed)) {
        for (std::size_t v = 0; v < closed.size(); ++v) closed[v] += cells.back().stances[v];
        cells.pop_back();
    }
    return cells;
}

std::set<int> numbers_from(const std::string& text) {
    std::istringstream words{text};
    return {std::istream_iterator<int>{words}, {}};
}

}  // namespace

OpenedVotes::OpenedVotes(sql::Connection& db, const Activity& activity) {
    auto releases = releases_of(db, activity.id);
    if (!releases.empty()) last_ = std::move(releases.back());
    for (const auto& batch : store::batches_of(db, activity.id))
        opened_[batch.last_cast] = numbers_from(batch.opened);
}

bool OpenedVotes::is_on_map(const store::VoteLine& line) const {
    if (!last_ || !line.counts) return false;
    const auto found = last_->ballots.find(line.participant);
    if (found == last_->ballots.end()) return false;
    const std::pair<opinion::StatementId, opinion::Vote> vote{
        line.statement, static_cast<opinion::Vote>(static_cast<int>(line.stance))};
    return std::binary_search(found->second->begin(), found->second->end(), vote);
}

bool OpenedVotes::is_open(const store::VoteBatch& batch, const store::VoteLine& line) const {
    const auto statements = opened_.find(batch.last_cast);
    return statements != opened_.end() && statements->second.contains(line.statement) && is_on_map(line);
}

std::map<std::int64_t, std::set<int>> openable(sql::Connection& db, const Activity& activity) {
    const OpenedVotes votes{db, activity};
    std::map<int, std::map<std::int64_t, Cell>> cells;  // by statement and batch
    for (const auto& batch : store::batches_of(db, activity.id))
        for (const auto& line : store::vote_lines(db, activity.id, batch.after, batch.votes)) {
            if (!votes.is_on_map(line)) continue;
            auto& cell = cells[line.statement][batch.last_cast];
            cell.batch = batch.last_cast;
            ++cell.stances[index_of(static_cast<int>(line.stance))];
        }
    std::map<std::int64_t, std::set<int>> open;
    for (const auto& [statement, by_batch] : cells) {
        std::vector<Cell> all;
        for (const auto& [batch, cell] : by_batch) all.push_back(cell);
        for (const auto& cell : kept_open(std::move(all), total_of(*votes.last_, statement)))
            open[cell.batch].insert(statement);
    }
    return open;
}

}  // namespace medskapa::app
