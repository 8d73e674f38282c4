#pragma once

#include "cli/serve/repeating.hpp"
#include "cli/site/doctor.hpp"
#include "web/frame/health_board.hpp"

#include <memory>

namespace medskapa::cli {

/// Examines the installation as `doctor` does, on a thread of its own, and puts what it finds on the board:
/// what is quick every ten minutes, all that is stored once a day, and both when somebody asks. A mail server
/// that does not answer delays nobody.
class HealthWatch {
public:
    HealthWatch(Examination, std::shared_ptr<web::HealthBoard>);
    ~HealthWatch() { is_ending_ = true; }
    HealthWatch(const HealthWatch&) = delete;
    HealthWatch& operator=(const HealthWatch&) = delete;

private:
    void round();

    Examination examination_;
    std::shared_ptr<web::HealthBoard> board_;
    std::atomic<bool> is_ending_{false};
    Instant next_quick_ = {};
    Instant next_thorough_ = {};
    Repeating rounds_;
};

}  // namespace medskapa::cli
