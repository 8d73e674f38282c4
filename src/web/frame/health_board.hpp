#pragma once

#include "base/time.hpp"
#include "domain/site/check.hpp"

#include <array>
#include <atomic>
#include <mutex>

namespace medskapa::web {

/// What was last found when the installation was examined, and when. Nobody waits here for an examination:
/// who runs the server makes it, and pages show what came of it. Safe to use from several threads.
class HealthBoard {
public:
    /// quick: the machine, mail, backups. thorough: all that is stored.
    enum class Depth { quick, thorough };
    struct Look {
        Check check;
        Instant at;
    };

    /// In place of what the last examination of that depth found.
    void put(Depth depth, const Checks& checks, Instant at) {
        std::vector<Look> looks;
        for (const auto& check : checks) looks.push_back({check, at});
        const std::lock_guard lock{mutex_};
        looks_.at(static_cast<std::size_t>(depth)) = std::move(looks);
    }
    std::vector<Look> looks() const {
        const std::lock_guard lock{mutex_};
        auto all = looks_.front();
        all.insert(all.end(), looks_.back().begin(), looks_.back().end());
        return all;
    }

    /// Somebody wants everything to be examined anew, as soon as there is time.
    void ask() { is_asked_ = true; }
    bool is_asked() const { return is_asked_; }
    /// It has been.
    void answer() { is_asked_ = false; }

private:
    mutable std::mutex mutex_;
    std::array<std::vector<Look>, 2> looks_;
    std::atomic<bool> is_asked_{false};
};

}  // namespace medskapa::web
