#include "base/deadline.hpp"

#include <algorithm>

namespace medskapa {
namespace {

using Moment = std::chrono::steady_clock::time_point;

thread_local Moment latest = Moment::max();

}  // namespace

Deadline::Deadline(std::chrono::milliseconds from_now) : before_{latest} {
    latest = std::min(latest, std::chrono::steady_clock::now() + from_now);
}

Deadline::~Deadline() {
    latest = before_;
}

bool Deadline::has_passed() {
    return latest != Moment::max() && std::chrono::steady_clock::now() > latest;
}

}  // namespace medskapa
