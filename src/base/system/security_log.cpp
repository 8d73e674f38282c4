#include "base/system/security_log.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>
#include <memory>
#include <stdexcept>
#include <utility>

namespace medskapa {
namespace {

std::string_view level_of(SecurityEvent event) {
    switch (event) {
        case SecurityEvent::login_fail:
        case SecurityEvent::refused_right:
        case SecurityEvent::role_changed:
        case SecurityEvent::budget_spent:
        case SecurityEvent::foreign_form:
        case SecurityEvent::old_form:
        case SecurityEvent::sensitive_read:
        case SecurityEvent::sensitive_delete:
        case SecurityEvent::config_changed:
        case SecurityEvent::setup_finished:
        case SecurityEvent::site_opened:
        case SecurityEvent::backup_restored: return "WARN";
        case SecurityEvent::witness_objected:
        case SecurityEvent::lines_lost: return "CRITICAL";
        default: return "INFO";
    }
}

void add(std::string& line, std::string_view name, std::string_view word) {
    if (!word.empty()) line += fmt::format(R"(,"{}":"{}")", name, word);
}

void add(std::string& line, std::string_view name, std::int64_t number) {
    if (number != 0) line += fmt::format(R"(,"{}":{})", name, number);
}

/// One write a line, so that lines of several threads and programs do not run into each other.
void write_whole(int file, std::string_view line) {
    while (!line.empty()) {
        const auto written = ::write(file, line.data(), line.size());
        if (written <= 0) return;
        line.remove_prefix(static_cast<std::size_t>(written));
    }
}

}  // namespace

std::string security_line(const SecurityRecord& record, Instant now) {
    auto line = fmt::format(R"({{"datetime":"{}","appid":"medskapa","event":"{}","level":"{}")",
        time::iso(now), name_of(record.event), level_of(record.event));
    add(line, "userid", record.user);
    add(line, "subject", record.subject);
    add(line, "resource", record.resource.text());
    add(line, "reason", record.reason.text());
    if (record.network != 0) add(line, "network", fmt::format("{:016x}", record.network));
    add(line, "count", record.count);
    return line + '}';
}

SecurityLog::SecurityLog(Write write, std::function<Instant()> now, std::chrono::seconds window)
    : write_{std::move(write)}, now_{std::move(now)}, window_{window}, thread_{[this] { run(); }} {}

SecurityLog::~SecurityLog() {
    {
        const std::lock_guard lock{mutex_};
        is_ending_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

void SecurityLog::note(const SecurityRecord& record) {
    auto line = security_line(record, now_());
    {
        const std::lock_guard lock{mutex_};
        put(std::move(line));
    }
    changed_.notify_all();
}

void SecurityLog::count(SecurityEvent event, ProgramWord resource) {
    const std::lock_guard lock{mutex_};
    auto& [word, n] = counted_[{event, resource.text()}];
    word = resource;
    ++n;
}

/// The mutex is held.
void SecurityLog::put(std::string line) {
    if (waiting_.size() >= most_waiting)
        ++lost_;
    else
        waiting_.push_back(std::move(line));
}

/// The mutex is held.
void SecurityLog::close_window() {
    const auto now = now_();
    for (const auto& [key, counted] : std::exchange(counted_, {}))
        put(security_line({.event = key.first, .resource = counted.first, .count = counted.second}, now));
    if (waiting_.size() < most_waiting && lost_ > 0)
        put(security_line({.event = SecurityEvent::lines_lost, .count = std::exchange(lost_, 0)}, now));
}

void SecurityLog::run() {
    std::unique_lock lock{mutex_};
    auto window_ends = std::chrono::steady_clock::now() + window_;
    for (bool is_over = false; !is_over || !waiting_.empty() || lost_ > 0;) {
        changed_.wait_until(lock, window_ends, [this] { return is_ending_ || !waiting_.empty(); });
        is_over = is_ending_;
        if (is_over || std::chrono::steady_clock::now() >= window_ends) {
            close_window();
            window_ends = std::chrono::steady_clock::now() + window_;
        }
        const auto lines = std::exchange(waiting_, {});
        lock.unlock();
        for (const auto& line : lines) write_(line);
        lock.lock();
    }
}

SecurityLog::Write to_stderr() {
    return [](const std::string& line) { write_whole(STDERR_FILENO, "medskapa-security: " + line + '\n'); };
}

SecurityLog::Write to_file(const std::string& path) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (file < 0) throw std::runtime_error{"the file cannot be opened"};
    const std::shared_ptr<int> opened{new int{file}, [](const int* held) {
                                          ::close(*held);
                                          delete held;
                                      }};
    return [opened](const std::string& line) { write_whole(*opened, line + '\n'); };
}

}  // namespace medskapa
