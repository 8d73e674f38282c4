#pragma once

#include "base/names.hpp"
#include "base/time.hpp"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

/// What whoever watches over the server should know: who came in, who was refused, what was changed. In lines
/// that hold no text but the program's own.
namespace medskapa {

/// Named as in OWASP's vocabulary for security logs, where it has a name for it.
enum class SecurityEvent {
    login_success,
    login_fail,
    password_change,
    asked_again,  // something grave was to be done in a session that is not fresh
    session_ended,
    refused_right,
    role_changed,
    budget_spent,
    foreign_form,  // a form from another site
    old_form,      // a form of another session
    sensitive_read,
    sensitive_delete,
    config_changed,
    setup_finished,
    site_opened,
    started,
    stopped,
    backup_made,
    backup_restored,
    backup_rehearsed,
    witness_objected,
    lines_lost,  // more happened than could be written
};
template <>
inline constexpr auto names_of<SecurityEvent> = names<SecurityEvent>({
    {SecurityEvent::login_success, "authn_login_success"},
    {SecurityEvent::login_fail, "authn_login_fail"},
    {SecurityEvent::password_change, "authn_password_change"},
    {SecurityEvent::asked_again, "authn_asked_again"},
    {SecurityEvent::session_ended, "session_expired"},
    {SecurityEvent::refused_right, "authz_fail"},
    {SecurityEvent::role_changed, "authz_change"},
    {SecurityEvent::budget_spent, "excess_rate_limit_exceeded"},
    {SecurityEvent::foreign_form, "malicious_cors"},
    {SecurityEvent::old_form, "input_validation_fail"},
    {SecurityEvent::sensitive_read, "sensitive_read"},
    {SecurityEvent::sensitive_delete, "sensitive_delete"},
    {SecurityEvent::config_changed, "config_changed"},
    {SecurityEvent::setup_finished, "setup_finished"},
    {SecurityEvent::site_opened, "site_opened"},
    {SecurityEvent::started, "sys_startup"},
    {SecurityEvent::stopped, "sys_shutdown"},
    {SecurityEvent::backup_made, "backup_made"},
    {SecurityEvent::backup_restored, "backup_restored"},
    {SecurityEvent::backup_rehearsed, "backup_rehearsed"},
    {SecurityEvent::witness_objected, "log_witness_objected"},
    {SecurityEvent::lines_lost, "sys_lines_lost"},
});

/// A word that stands in the program itself: nothing that was read, sent or typed can be one.
class ProgramWord {
public:
    constexpr ProgramWord() = default;
    template <std::size_t size>
    consteval ProgramWord(const char (&word)[size]) : word_{word, size - 1} {}
    template <class Enum>
    static constexpr ProgramWord of(Enum value) {
        ProgramWord word;
        word.word_ = name_of(value);
        return word;
    }
    constexpr std::string_view text() const { return word_; }
    friend auto operator<=>(const ProgramWord&, const ProgramWord&) = default;

private:
    std::string_view word_;
};

/// One line: numbers and the program's own words. What is 0 or empty is left out.
struct SecurityRecord {
    SecurityEvent event = SecurityEvent::started;
    std::int64_t user = 0;      // the number of the account that acts
    std::int64_t subject = 0;   // of the account that something is done to
    ProgramWord resource = {};  // what was asked for: a right, a budget
    ProgramWord reason = {};    // how, or why not
    std::uint64_t network = 0;  // a digest under a key of the day
    std::int64_t count = 0;     // so many of the same
};

/// {"datetime":"2026-11-30T12:00:00Z","appid":"medskapa","event":"authn_login_fail","level":"WARN",…}
std::string security_line(const SecurityRecord&, Instant);

/// Hands lines to a thread of its own, which writes them. Nobody waits for it: when too many lines wait,
/// those that come are counted, and the count is written when there is room. Safe to use from several
/// threads.
class SecurityLog {
public:
    using Write = std::function<void(const std::string& line)>;
    static constexpr std::size_t most_waiting = 1024;

    SecurityLog(Write, std::function<Instant()> now, std::chrono::seconds window = std::chrono::minutes{1});
    /// Writes what waits.
    ~SecurityLog();
    SecurityLog(const SecurityLog&) = delete;
    SecurityLog& operator=(const SecurityLog&) = delete;

    void note(const SecurityRecord&);
    /// Counts what strangers can make happen as often as they like: one line for each window, with how many.
    void count(SecurityEvent, ProgramWord resource);

private:
    void run();
    void put(std::string line);
    void close_window();

    Write write_;
    std::function<Instant()> now_;
    std::chrono::seconds window_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::string> waiting_;
    std::map<std::pair<SecurityEvent, std::string_view>, std::pair<ProgramWord, std::int64_t>> counted_;
    std::int64_t lost_ = 0;
    bool is_ending_ = false;
    std::thread thread_;
};

/// Writes each line to stderr, after "medskapa-security: ".
SecurityLog::Write to_stderr();
/// Adds each line to a file, which is made for its owner alone. Throws std::runtime_error when it cannot be
/// opened.
SecurityLog::Write to_file(const std::string& path);

}  // namespace medskapa
