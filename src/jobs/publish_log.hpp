#pragma once

#include "engine/openlog/audit/audit.hpp"
#include "engine/openlog/signing/policy.hpp"
#include "engine/openlog/tree/builder.hpp"
#include "jobs/forked_log.hpp"
#include "jobs/witnesses.hpp"
#include "store/files/signed_heads.hpp"
#include "store/log/log_store.hpp"
#include "store/sql/writer.hpp"

#include <filesystem>
#include <functional>

namespace medskapa::jobs {

/// Where the log is published from and to, and with what it is signed.
struct LogSettings {
    sql::Database database;
    std::filesystem::path folder;
    openlog::SigningKey key;                           // that the log was begun with
    std::vector<openlog::SigningKey> later_keys = {};  // that have followed it, oldest first
    std::vector<WitnessAddress> witnesses = {};
    Ask ask = {};                                // how they are asked
    Look look = {};                              // how what they have cosigned is read
    int queries_a_day = 86'400;                  // that a witness is asked at most
    std::optional<openlog::Policy> quorum = {};  // who must have cosigned before the checkpoint moves
    std::filesystem::path signed_heads = {};     // the folder of store::SignedHeads; empty: none is kept
    std::filesystem::path restore_mark = {};     // a file that says: a backup was put here, of unknown age
    std::filesystem::path fork_mark = {};        // a file that says: a witness has seen another history
    std::function<void()> on_objection = {};     // called when a witness says so
};

/// Where the newest checkpoint is shown while the log's own waits for its witnesses.
inline constexpr auto unwitnessed_checkpoint = "checkpoint.unwitnessed";

/// Publishes the log of a database as files in a folder: tiles and entry bundles first, then the checkpoint
/// that speaks of them, each whole or not at all. With a quorum the checkpoint moves when enough witnesses
/// have cosigned, and until then the newest is shown next to it. Of several on one PostgreSQL server one
/// signs; the others publish what it has signed. Used by one thread.
class LogPublisher {
public:
    /// Throws ForkedLog when the database's log is shorter than the one that the folder, the database or the
    /// kept head says was signed, and when a backup was restored and nobody knows whether the log has gone on
    /// after it.
    LogPublisher(LogSettings, sql::Writer&);

    /// Publishes what is new; false when nothing was. The first time the whole log is computed anew, and
    /// must give every root that was signed. Throws CannotSign.
    bool publish(Instant now);

    /// Asks witnesses what they have seen, before anything is signed. Throws ForkedLog when it is not ours.
    void ask_at_start(Witnesses&, Instant now);

    /// Asks witnesses to cosign what was published last, and publishes what they say.
    void ask(Witnesses&, Instant now);

    /// What an auditor would say of the files, and whether the database still holds the same entries.
    std::vector<openlog::Finding> examine();

private:
    bool sign(Instant now);
    void learn(const openlog::TreeHead&);
    void keep_head();
    bool begins_with(const openlog::TreeHead&) const;
    bool follow();
    openlog::Note signed_note(Instant now) const;
    const openlog::SigningKey* known(const openlog::VerifierKey&) const;
    bool leads();
    void grow(std::uint64_t size);
    void check_against_signed() const;
    void show(const std::string& note);
    bool is_witnessed(const std::string& note) const;
    bool shows(const store::SignedHead& newest) const;
    void put_all(const std::vector<openlog::File>&);
    void put(const std::string& path, const std::string& bytes);

    LogSettings settings_;
    std::unique_ptr<sql::Connection> db_;
    sql::Writer& writer_;
    openlog::Fetch published_;
    openlog::Builder builder_;
    std::vector<openlog::TreeHead> signed_;  // that the log must grow through
    std::vector<openlog::TreeHead> seen_;    // by witnesses: likewise
    std::optional<openlog::TreeHead> kept_head_;
    bool leads_ = false;
};

}  // namespace medskapa::jobs
