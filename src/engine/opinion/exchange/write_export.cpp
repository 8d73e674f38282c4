#include "engine/opinion/exchange/write_export.hpp"

#include "base/csv/write.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <iterator>
#include <map>
#include <ostream>

namespace medskapa::opinion::exchange {
namespace {

std::string date_of(std::int64_t timestamp) {
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(static_cast<std::time_t>(timestamp / 1000)));
}

std::string header(const Conversation& conversation) {
    std::string line = "participant,group-id,n-comments,n-votes,n-agree,n-disagree";
    for (const auto id : conversation.statements()) fmt::format_to(std::back_inserter(line), ",{}", id);
    return line + '\n';
}

/// One cell a statement, each after a comma.
void append_votes(std::string& line, std::span<const Ballot> ballots, std::size_t statements) {
    auto next = ballots.begin();
    for (std::size_t j = 0; j < statements; ++j) {
        line += ',';
        if (next == ballots.end() || next->statement() != j) continue;
        if (next->value() < 0) line += '-';
        line += next->value() == 0 ? '0' : '1';
        ++next;
    }
}

std::size_t count(std::span<const Ballot> ballots, Vote vote) {
    std::size_t sum = 0;
    for (const auto ballot : ballots) sum += ballot.vote() == vote ? 1 : 0;
    return sum;
}

}  // namespace

void write_matrix(std::ostream& out, const Conversation& conversation, const Grouping& groups,
    const std::vector<Comment>& authors) {
    std::map<ParticipantId, std::size_t> comments;
    for (const auto& comment : authors) ++comments[comment.author];
    out << header(conversation);
    std::string line;
    const auto seats = conversation.seats_by_id();
    for (std::size_t i = 0; i < seats.size(); ++i) {
        const auto id = conversation.participants()[seats[i]];
        const auto ballots = conversation.ballots(seats[i]);
        const auto written = comments.find(id);
        const bool has_group = i < groups.of.size() && groups.of[i] != Grouping::none;
        line.clear();
        fmt::format_to(std::back_inserter(line), "{},{},{},{},{},{}", id,
            has_group ? std::to_string(groups.of[i]) : "", written == comments.end() ? 0 : written->second,
            ballots.size(), count(ballots, Vote::agree), count(ballots, Vote::disagree));
        append_votes(line, ballots, conversation.statements().size());
        out << line << '\n';
    }
}

void write_comments(
    std::ostream& out, const std::vector<Comment>& comments, const Conversation& conversation) {
    out << "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,is-meta,is-seed,comment-"
           "body\n";
    const auto tallies = tally_everyone(conversation);
    for (const auto& comment : comments) {
        const auto index = conversation.index_of(comment.statement);
        const auto tally = index ? tallies[*index] : Tally{};
        out << fmt::format("{},{},{},{},{},{},{},{:d},{:d},{}\n", comment.timestamp,
            date_of(comment.timestamp), comment.statement, comment.author, tally.agrees, tally.disagrees,
            static_cast<int>(comment.standing.verdict), comment.standing.is_meta, comment.is_seed,
            csv::field(csv::guarded(comment.body)));
    }
}

EventWriter::EventWriter(std::ostream& out) : out_{out} {
    out_ << "timestamp,datetime,comment-id,voter-id,vote\n";
}

void EventWriter::write(const Event& event) {
    if (event.timestamp / 1000 != second_) date_ = date_of(event.timestamp);
    second_ = event.timestamp / 1000;
    fmt::memory_buffer line;
    fmt::format_to(std::back_inserter(line), "{},{},{},{},{}\n", event.timestamp, date_, event.statement,
        event.participant, static_cast<int>(event.vote));
    out_.write(line.data(), static_cast<std::streamsize>(line.size()));
}

}  // namespace medskapa::opinion::exchange
