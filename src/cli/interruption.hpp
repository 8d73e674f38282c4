#pragma once

namespace medskapa::cli {

/// While it lives SIGINT and SIGTERM end nothing by themselves the first time, so that what has begun can be
/// taken back; the second time they do. One at a time.
class Interruption {
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    bool is_asked_for() const;
};

}  // namespace medskapa::cli
