#pragma once

#include "web/http/limits/buckets.hpp"

#include <mutex>
#include <set>

namespace medskapa::web::http {

/// Counts wrong guesses at what an account signs in with, in memory and for a day, whether there is such an
/// account or not: ten and then ten an hour from one network, sixty and then sixty an hour from all together.
/// Neither shuts out a network from which the person has signed in the same day, but for its own ten; and
/// none of them counts links, or recovery codes, which are too long to be guessed. So a stranger can use up
/// other strangers' guesses, and never a person's ways in. Safe to use from several threads.
class GuessLimit {
public:
    /// Spends a guess; else how long until there is one.
    std::optional<std::chrono::seconds> spend(
        const std::string& account, std::string_view address, Instant now);
    /// Nobody has looked at the guess: it costs nothing.
    void give_back(const std::string& account, std::string_view address, Instant now);
    /// The guess was right, and costs nothing; and the network is known for a day.
    void was_right(const std::string& account, std::string_view address, Instant now);

private:
    struct Places {
        std::optional<std::size_t> near;  // none for the machine itself
        std::size_t all = 0;
        bool is_known = false;
    };
    Places places_of(const std::string& account, std::string_view address, Instant now);

    std::mutex mutex_;
    DailyPlaces places_;
    Buckets near_{{10, 10}};
    Buckets all_{{60, 60}};
    std::set<std::string> known_;  // account and network of who has signed in today, under the day's key
};

}  // namespace medskapa::web::http
