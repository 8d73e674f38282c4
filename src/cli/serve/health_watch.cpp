#include "cli/serve/health_watch.hpp"

#include "cli/terminal.hpp"

namespace medskapa::cli {
namespace {

constexpr std::chrono::seconds between_rounds{2};
constexpr std::chrono::minutes between_quick{10};
constexpr std::chrono::hours between_thorough{24};
constexpr std::chrono::minutes after_start{2};  // the pages are read through at the start already

}  // namespace

HealthWatch::HealthWatch(Examination examination, std::shared_ptr<web::HealthBoard> board)
    : examination_{std::move(examination)},
      board_{std::move(board)},
      next_thorough_{now() + after_start},
      rounds_{between_rounds, "the examination of the installation", [this] { round(); }} {}

void HealthWatch::round() {
    using enum web::HealthBoard::Depth;
    const bool is_asked = board_->is_asked();
    if (is_asked || now() >= next_quick_) {
        next_quick_ = now() + between_quick;
        board_->put(quick, quick_checks(examination_, is_ending_), now());
    }
    if (!is_ending_ && (is_asked || now() >= next_thorough_)) {
        next_thorough_ = now() + between_thorough;
        board_->put(thorough, thorough_checks(examination_), now());
    }
    if (is_asked) board_->answer();
}

}  // namespace medskapa::cli
