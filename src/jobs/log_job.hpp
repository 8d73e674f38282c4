#pragma once

#include "jobs/publish_log.hpp"
#include "store/files/durable_file.hpp"
#include "store/files/installation.hpp"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace medskapa::jobs {

/// How the open log of the installation is kept and signed. The first call makes its key, which is named
/// after the host in `base_url`; the name never changes after that.
LogSettings log_of(const store::Installation&, const std::string& base_url);

/// Begins the log unless it has begun.
void open_log(sql::Writer&, const LogSettings&);

/// Publishes once and returns. Throws CannotSign.
void publish_log(const LogSettings&, sql::Writer&, Instant now);

/// Keeps the log published from a thread of its own: what is new within two seconds, and a full examination
/// each hour. When the database turns out to be another than the signed one, the writer is closed and
/// readers are served on; for a database that is too short before the constructor returns. What the operator
/// must know is reported on stderr, each thing once.
class LogJob {
public:
    LogJob(LogSettings, sql::Writer&, std::function<Instant()> now);
    ~LogJob();
    LogJob(const LogJob&) = delete;
    LogJob& operator=(const LogJob&) = delete;

private:
    void run();
    void begin();
    void publish();
    void ask_at_start();
    void end_asking();
    void remember(const std::string& why);
    /// False when it could not be done; why is reported.
    bool attempt(const std::function<void()>& work);
    void report(const std::string& sentence);
    void report_witnesses();
    bool wait(std::chrono::seconds);

    LogSettings settings_;
    sql::Writer& writer_;
    std::function<Instant()> now_;
    std::mutex mutex_;
    std::condition_variable ended_;
    bool ending_ = false;
    std::condition_variable asked_;
    bool asking_is_over_ = false;  // guarded by the mutex
    bool has_asked_ = false;
    std::atomic<bool> is_forked_{false};
    std::string reported_;
    std::string reported_of_witnesses_;
    std::optional<store::FolderLock> lock_;
    std::unique_ptr<sql::Connection> reader_;
    std::optional<LogPublisher> publisher_;
    Witnesses witnesses_;
    std::optional<Instant> examined_;
    std::thread thread_;
};

}  // namespace medskapa::jobs
