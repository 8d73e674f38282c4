#include "engine/opinion/active_votes.hpp"
#include "engine/opinion/bridging/continuous.hpp"
#include "engine/opinion/distortion/distortion.hpp"
#include "engine/opinion/exchange/write_export.hpp"
#include "engine/opinion/map.hpp"
#include "engine/opinion/report/classic_state.hpp"
#include "engine/opinion/slate/approval_voting.hpp"
#include "engine/opinion/slate/chances.hpp"

#include "support/fuzz.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>

using namespace medskapa::opinion;

namespace {

/// In two pieces, so that a record is cut somewhere.
exchange::Pieces in_two(std::string_view bytes) {
    return [bytes, part = 0]() mutable {
        const auto middle = bytes.size() / 2;
        ++part;
        return part == 1 ? bytes.substr(0, middle) : (part == 2 ? bytes.substr(middle) : std::string_view{});
    };
}

void draw(const Conversation& conversation) {
    for (const auto mode : {Settings::Mode::robust, Settings::Mode::polis}) {
        const auto map = draw_map(conversation, {.mode = mode}, {}, [](auto) {});
        for (const auto at : map.positions) must(std::isfinite(at.x) && std::isfinite(at.y));
        for (const double priority : map.priority) must(std::isfinite(priority));
        must(map.participants.empty() || map.groups.count > 0);
    }
}

void measure(const Conversation& conversation) {
    const auto active = active_votes(conversation);
    const auto found = landscape(active);
    for (const auto score : continuous_bridging(active, found).scores) must(score > 0 && score < 1);
    const auto profile = profile_of(active, found);
    const auto slate = completed_equal_shares(profile, 5);
    must(!left_out_by(profile, slate, 5));
    const auto chances = Chances::of(active, found);
    const auto covered = coverage(active, found, slate, &*chances);
    must(covered.known <= covered.could_be && covered.could_be <= covered.people);
    if (const auto lies = distortion(active, found))
        for (const auto trust : lies->by_person) must(trust >= -1e-9 && trust <= 1);
}

void must_read_back(const Conversation& conversation) {
    std::ostringstream text;
    exchange::write_matrix(text, conversation, {}, {});
    const auto bytes = text.str();
    const auto again = exchange::read_matrix(in_two(bytes));
    must(again && again->conversation.votes() == conversation.votes());
    must(again->conversation.statements() == conversation.statements());
}

}  // namespace

void try_input(std::string_view bytes) {
    if (const auto matrix = exchange::read_matrix(in_two(bytes))) {
        must_read_back(matrix->conversation);
        if (matrix->conversation.votes() < 400 && matrix->conversation.statements().size() < 100) {
            draw(matrix->conversation);
            measure(matrix->conversation);
        }
    }
    if (const auto events = exchange::read_events(in_two(bytes))) {
        must(std::is_sorted(events->begin(), events->end(),
            [](const auto& a, const auto& b) { return a.timestamp < b.timestamp; }));
    }
    if (const auto comments = exchange::read_comments(in_two(bytes))) {
        Conversation conversation;
        exchange::apply(*comments, conversation);
        must(conversation.statements().empty());
    }
    (void)exchange::read_groups(in_two(bytes));
    if (const auto state = exchange::read_replay_state(in_two(bytes))) {
        std::ostringstream text;
        exchange::write_replay_state(text, *state);
        must(exchange::read_replay_state(in_two(text.str())).has_value());
    }
}
