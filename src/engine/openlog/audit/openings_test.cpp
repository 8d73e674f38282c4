#include "engine/openlog/audit/openings.hpp"

#include "engine/openlog/entry.hpp"
#include "engine/openlog/tree/tree.hpp"

#include <doctest/doctest.h>
#include <algorithm>

using namespace medskapa;
using namespace medskapa::openlog;

namespace {

OpenedVote vote(std::uint64_t batch, const std::string& statement, int value) {
    const auto salt = std::string{as_text(sha256(statement + std::to_string(value)))};
    return {batch, commit(salt, "vote", value_of_vote(statement, value)),
        OpenedVote::Vote{statement, value, salt}};
}

/// Two batches of votes, one of which was changed later.
struct Opened {
    std::vector<OpenedVote> rows{vote(7, "s-1", 1), vote(7, "s-1", -1), vote(7, "s-2", 0), vote(9, "s-1", 1)};
    std::vector<CommittedBatch> batches;

    Opened() {
        rows[1].vote.reset();
        std::sort(rows.begin(), rows.end(), [](const OpenedVote& a, const OpenedVote& b) {
            return std::pair{a.batch, a.commitment} < std::pair{b.batch, b.commitment};
        });
        for (const std::uint64_t place : {7U, 9U}) {
            std::vector<Digest> leaves;
            for (const auto& row : rows)
                if (row.batch == place) leaves.push_back(leaf_hash(as_text(row.commitment)));
            batches.push_back({place, leaves.size(), root_of(leaves)});
        }
    }

    std::string file() const {
        std::string text{openings_head};
        for (const auto& row : rows) text += row_of(row);
        return text;
    }
    OpeningsReport checked() const { return check_openings(12, file(), batches); }
};

bool finds(const OpeningsReport& report, std::string_view words) {
    return report.findings.size() == 1 && report.findings.front().place == 12 &&
           report.findings.front().sentence.message.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("opened votes are counted, and one that stays closed is only in its batch") {
    const auto report = Opened{}.checked();

    CHECK(report.findings.empty());
    CHECK(report.opened == 3);
    CHECK(report.totals.at("s-1").at(1) == 2);
    CHECK_FALSE(report.totals.at("s-1").contains(-1));
    CHECK(report.totals.at("s-2").at(0) == 1);
}

TEST_CASE("a vote is opened as it was committed, and as nothing else") {
    for (std::size_t i = 0; i < 4; ++i) {
        Opened opened;
        auto& vote = opened.rows[i].vote;
        if (!vote) continue;
        vote->value = vote->value == 1 ? -1 : 1;
        CHECK(finds(opened.checked(), "opened as another"));
        vote->statement = "s-3";
        CHECK(finds(opened.checked(), "opened as another"));
    }
}

TEST_CASE("a vote that is taken away, exchanged or put in is found") {
    Opened taken;
    taken.rows.pop_back();
    CHECK(finds(taken.checked(), "not those that were committed"));
    Opened exchanged;
    exchanged.rows.back() = vote(9, "s-1", -1);
    CHECK(finds(exchanged.checked(), "not those that were committed"));
    Opened more;
    more.rows.push_back(vote(9, "s-2", 1));
    CHECK(finds(more.checked(), "never committed"));
}

TEST_CASE("a file of another form is refused, and so is each row") {
    const Opened opened;
    CHECK_FALSE(check_openings(12, "", opened.batches).findings.empty());
    const auto file = opened.file();
    for (std::size_t at = 0; at < file.size(); ++at) {
        auto changed = file;
        changed[at] = changed[at] == '7' ? '6' : '7';
        CAPTURE(at);
        CHECK_FALSE(check_openings(12, changed, opened.batches).findings.empty());
    }
}
