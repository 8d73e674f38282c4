#include "store/sql/writer.hpp"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>

namespace medskapa::sql {
namespace {

constexpr std::size_t most_in_a_batch = 1024;

/// An act, and the thread that waits for it. It sleeps at once: std::binary_semaphore would first yield again
/// and again, which costs more than all the rest of a small act when many wait.
class Waiting {
public:
    explicit Waiting(const std::function<bool(Transaction&)>& what) : act{what} {}

    const std::function<bool(Transaction&)>& act;
    std::exception_ptr error = {};

    void answer() {
        const std::lock_guard lock{mutex_};
        is_answered_ = true;
        answered_.notify_one();  // under the lock: who waits may be gone as soon as it is let go
    }
    void wait() {
        std::unique_lock lock{mutex_};
        answered_.wait(lock, [this] { return is_answered_; });
    }

private:
    std::mutex mutex_;
    std::condition_variable answered_;
    bool is_answered_ = false;
};

}  // namespace

struct Writer::Thread {
    std::unique_ptr<Connection> db;
    std::function<Instant()> now;
    std::mutex mutex = {};
    std::condition_variable arrived = {};
    std::deque<Waiting*> queue = {};
    bool ending = false;
    std::atomic<std::uint64_t> commits{0};
    std::atomic<std::uint64_t> changes{0};
    std::exception_ptr closed = {};  // why nothing more is written; guarded by the mutex
    std::thread thread = {};

    void serve() {
        for (auto batch = next(); !batch.empty(); batch = next()) {
            write(batch);
            for (auto* waiting : batch) waiting->answer();
        }
    }

    std::vector<Waiting*> next() {
        std::unique_lock lock{mutex};
        arrived.wait(lock, [&] { return ending || !queue.empty(); });
        const auto size = std::min(queue.size(), most_in_a_batch);
        std::vector<Waiting*> batch{queue.begin(), queue.begin() + static_cast<std::ptrdiff_t>(size)};
        queue.erase(queue.begin(), queue.begin() + static_cast<std::ptrdiff_t>(size));
        return batch;
    }

    void write(std::vector<Waiting*>& batch) {
        bool has_begun = false;
        bool is_committing = false;
        try {
            if (const auto why = why_closed()) std::rethrow_exception(why);
            db->begin_writing();
            has_begun = true;
            Transaction tx{*db, now()};
            bool changes_pages = false;
            for (auto* waiting : batch) changes_pages |= perform(tx, *waiting);
            is_committing = true;
            db->commit();
            db->check_place();  // what is durable in a file without a name is lost
            if (changes_pages) ++changes;
            ++commits;
        } catch (const DiskFailed& failed) {
            close(std::current_exception());
            give_up(batch, is_committing ? std::make_exception_ptr(OutcomeUnknown{failed.what()})
                                         : std::current_exception());
        } catch (const DatabaseGone&) {
            close(std::current_exception());
            give_up(batch, std::current_exception());
        } catch (const Unavailable&) {
            if (!has_begun) add_who_came_meanwhile(batch);
            give_up(batch, std::current_exception());
        } catch (...) {
            give_up(batch, std::current_exception());
        }
    }

    /// They have waited for the same, so they need not wait for it anew.
    void add_who_came_meanwhile(std::vector<Waiting*>& batch) {
        const std::lock_guard lock{mutex};
        batch.insert(batch.end(), queue.begin(), queue.end());
        queue.clear();
    }

    void close(std::exception_ptr why) {
        const std::lock_guard lock{mutex};
        if (!closed) closed = std::move(why);
    }

    std::exception_ptr why_closed() {
        const std::lock_guard lock{mutex};
        return closed;
    }

    void give_up(const std::vector<Waiting*>& batch, const std::exception_ptr& why) noexcept {
        roll_back();
        for (auto* waiting : batch)
            if (!waiting->error) waiting->error = why;
    }

    /// One act, inside its savepoint. What it throws is its own trouble, unless the database cannot go on.
    /// True when it changed what is shown.
    bool perform(Transaction& tx, Waiting& waiting) {
        db->run("SAVEPOINT act");
        bool keep = false;
        tx.changes_pages_ = true;
        try {
            keep = waiting.act(tx);
        } catch (const DiskFull&) {
            throw;  // SQLite has undone the whole transaction: nobody's act is kept.
        } catch (const Unavailable&) {
            throw;
        } catch (...) {
            waiting.error = std::current_exception();
        }
        if (!keep) db->run("ROLLBACK TO act");
        db->run("RELEASE act");
        return keep && tx.changes_pages_;
    }

    void roll_back() noexcept {
        try {
            db->run("ROLLBACK");
        } catch (const Error&) {
            // There was none to undo, or the connection is lost and its work with it.
        }
    }
};

Writer::Writer(std::unique_ptr<Connection> db, std::function<Instant()> now)
    : thread_{new Thread{.db = std::move(db), .now = std::move(now)}} {
    thread_->thread = std::thread{[this] { thread_->serve(); }};
}

Writer::~Writer() {
    {
        const std::lock_guard lock{thread_->mutex};
        thread_->ending = true;
    }
    thread_->arrived.notify_one();
    thread_->thread.join();
}

void Writer::close(std::exception_ptr why) {
    thread_->close(std::move(why));
}

std::uint64_t Writer::commits() const {
    return thread_->commits;
}

std::uint64_t Writer::changes() const {
    return thread_->changes;
}

void Writer::submit(const std::function<bool(Transaction&)>& act) {
    Waiting waiting{act};
    {
        const std::lock_guard lock{thread_->mutex};
        thread_->queue.push_back(&waiting);
    }
    thread_->arrived.notify_one();
    waiting.wait();
    if (waiting.error) std::rethrow_exception(waiting.error);
}

}  // namespace medskapa::sql
