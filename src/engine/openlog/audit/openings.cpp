#include "engine/openlog/audit/openings.hpp"

#include "engine/openlog/entry.hpp"
#include "engine/openlog/tree/tree.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>

namespace medskapa::openlog {
namespace {

constexpr std::size_t salt_bytes = 32;

std::optional<int> read_value(std::string_view text) {
    constexpr std::array<std::string_view, 3> values{"-1", "0", "1"};
    const auto found = std::find(values.begin(), values.end(), text);
    if (found == values.end()) return std::nullopt;
    return static_cast<int>(found - values.begin()) - 1;
}

std::optional<OpenedVote> read_row(std::string_view line) {
    const auto batch = read_number(take_until(line, ',').value_or(""));
    const auto commitment = read_digest(take_until(line, ',').value_or(""));
    const auto statement = take_until(line, ',');
    const auto value = take_until(line, ',');
    if (!batch || !commitment || !value) return std::nullopt;
    OpenedVote row{*batch, *commitment, {}};
    if (statement->empty() && value->empty() && line.empty()) return row;
    const auto number = read_value(*value);
    const auto salt = from_base64(line);
    if (statement->empty() || !number || !salt || salt->size() != salt_bytes) return std::nullopt;
    row.vote = OpenedVote::Vote{std::string{*statement}, *number, *salt};
    return row;
}

bool opens(const OpenedVote& row) {
    return commit(row.vote->salt, "vote", value_of_vote(row.vote->statement, row.vote->value)) ==
           row.commitment;
}

/// The rows of one file, batch after batch.
class Reading {
public:
    Reading(std::uint64_t place, std::string_view file) : place_{place}, lines_{file} {}

    OpeningsReport run(const std::vector<CommittedBatch>& batches) {
        if (lines_.next() != openings_head.substr(0, openings_head.size() - 1))
            find(N_("The file of opened votes is not of the known form"));
        for (const auto& batch : batches) read(batch);
        if (!lines_.at_end()) find(N_("The file of opened votes holds votes that were never committed"));
        return std::move(report_);
    }

private:
    void find(const char* sentence, Holes holes = {}) {
        report_.findings.push_back(breach(place_, sentence, std::move(holes)));
    }

    void read(const CommittedBatch& batch) {
        std::vector<Digest> leaves;
        for (std::uint64_t i = 0; i < batch.count && !lines_.at_end(); ++i) {
            const auto row = read_row(lines_.next().value_or(""));
            if (!row || row->batch != batch.place) break;
            leaves.push_back(leaf_hash(as_text(row->commitment)));
            if (row->vote) open(*row);
        }
        if (leaves.size() != batch.count || root_of(leaves) != batch.root)
            find(N_("The opened votes are not those that were committed in entry {}"),
                {std::to_string(batch.place)});
    }

    void open(const OpenedVote& row) {
        if (!opens(row))
            return find(N_("A vote on {} was opened as another than it was committed in entry {}"),
                {row.vote->statement, std::to_string(row.batch)});
        ++report_.opened;
        ++report_.totals[row.vote->statement][row.vote->value];
    }

    std::uint64_t place_;
    Lines lines_;
    OpeningsReport report_;
};

}  // namespace

std::string value_of_vote(std::string_view statement, int value) {
    return fmt::format("{}\n{}\n", statement, value);
}

std::string row_of(const OpenedVote& row) {
    const auto commitment = as_base64(row.commitment);
    if (!row.vote) return fmt::format("{},{},,,\n", row.batch, commitment);
    return fmt::format("{},{},{},{},{}\n", row.batch, commitment, row.vote->statement, row.vote->value,
        base64(row.vote->salt));
}

OpeningsReport check_openings(
    std::uint64_t place, std::string_view file, const std::vector<CommittedBatch>& batches) {
    return Reading{place, file}.run(batches);
}

}  // namespace medskapa::openlog
