#pragma once

#include "base/id.hpp"
#include "base/names.hpp"
#include "base/time.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medskapa {

struct Process;

/// Somebody who follows a process by e-mail. There is no account: links that only they get are their right.
struct Subscriber {
    enum class Pace { daily, weekly };

    Id<Subscriber> id = {};
    Id<Process> process = {};
    std::string address = {};
    std::string language = "sv";
    std::string public_id = {};  // random: their links are made of it
    Pace pace = Pace::daily;
    Instant made_at = {};
    std::optional<Instant> confirmed_at = {};
    Day told_until = {};  // what happened before this day is in digests already
};
template <>
inline constexpr auto names_of<Subscriber::Pace> = names<Subscriber::Pace>({
    {Subscriber::Pace::daily, "daily", N_("Every day, when something has happened")},
    {Subscriber::Pace::weekly, "weekly", N_("Every week, when something has happened")},
});

/// What is followed.
struct Followed {
    enum class Kind { process, inspel, paragraph };
    Kind kind = Kind::process;
    int number = 0;         // of the inspel
    std::string code = {};  // of the paragraph

    bool operator==(const Followed&) const = default;
};

/// "process", "inspel/7" or "text/RUS-1-p1"; nothing for anything else.
std::optional<Followed> read_followed(std::string_view subject);

struct Subscription {
    Id<Subscriber> subscriber = {};
    Id<Process> process = {};
    std::string subject = {};
    bool is_confirmed = false;
};

/// A digest tells of whole days that have been, from seven in the morning: once a day, or once a week.
bool is_digest_due(const Subscriber&, LocalTime now);

}  // namespace medskapa
