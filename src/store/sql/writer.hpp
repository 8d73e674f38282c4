#pragma once

#include "base/result.hpp"
#include "store/sql/connection.hpp"

#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <optional>

namespace medskapa::sql {

/// Owns the one connection that writes. Whatever waits is drained into one physical transaction, a SAVEPOINT
/// a verb, committed with full durability, and only then answered. Self-tuning: alone, a verb waits for
/// nobody. Once the disk has failed, or the database is gone, it writes nothing more: the program must be
/// started again.
class Writer {
public:
    /// `now` gives the time once for each physical transaction.
    Writer(std::unique_ptr<Connection>, std::function<Instant()> now);
    /// Finishes what waits, then ends its thread.
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// Runs `verb(Transaction&)` on the writer's thread and returns its Result once it is durable. A refusal,
    /// or an exception (thrown here again), leaves no trace of the verb, whatever else was in the same
    /// commit. Throws DiskFull, Unavailable or another Error when the commit failed: then nothing of the
    /// batch is known to be kept, and sending again must be harmless.
    template <class Verb>
    auto write(Verb verb) -> std::invoke_result_t<Verb, Transaction&> {
        std::optional<std::invoke_result_t<Verb, Transaction&>> result;
        submit([&](Transaction& tx) {
            result.emplace(verb(tx));
            return result->has_value();
        });
        return std::move(*result);
    }

    /// Writes nothing more: whoever tries is thrown this, such as Unavailable.
    void close(std::exception_ptr why);
    /// How many times something has been committed here.
    std::uint64_t commits() const;
    /// How many of these changed what pages show: see Transaction::changes_no_page().
    std::uint64_t changes() const;

private:
    struct Thread;

    /// Blocks until the act is durable or undone. The act returns false to be undone.
    void submit(const std::function<bool(Transaction&)>& act);

    std::unique_ptr<Thread> thread_;
};

}  // namespace medskapa::sql
