#pragma once

#include "engine/opinion/conversation.hpp"

#include <span>
#include <unordered_map>
#include <vector>

namespace medskapa::opinion {

/// When somebody voted.
struct Moment {
    ParticipantId participant;
    std::int64_t timestamp;  // ms
};

/// A stretch of time, both ends in it, in ms.
struct Window {
    std::int64_t from = 0;
    std::int64_t to = 0;

    bool operator==(const Window&) const = default;
};

/// From the earlier to the later, however far apart.
inline std::uint64_t milliseconds_between(std::int64_t earlier, std::int64_t later) {
    return static_cast<std::uint64_t>(later) - static_cast<std::uint64_t>(earlier);
}

/// When each began.
using FirstVotes = std::unordered_map<ParticipantId, std::int64_t>;
FirstVotes first_votes(std::span<const Moment>);

/// An hour in which far more people came than is usual.
struct Surge {
    std::vector<ParticipantId> participants;  // rising
    Window window;                            // the first and the last who came in the hour
    double usual = 0;                         // arrivals an hour: the median from the first hour to the last
    double z = 0;
};

/// Hours whose arrivals, evened by a square root (Anscombe 1948), lie more than six deviations above the
/// median; a deviation is 1.4826 times the median one, at least that of chance. Rising in time.
/// O(participants log participants).
std::vector<Surge> surges(const FirstVotes&);

}  // namespace medskapa::opinion
