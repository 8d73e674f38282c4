#pragma once

#include "engine/openlog/audit/audit.hpp"
#include "engine/openlog/signing/policy.hpp"
#include "engine/openlog/tree/builder.hpp"
#include "jobs/witnesses.hpp"
#include "store/log/log_store.hpp"
#include "store/sql/writer.hpp"

#include <filesystem>

namespace medskapa::jobs {

/// Where the log is published from and to, and with what it is signed.
struct LogSettings {
    sql::Database database;
    std::filesystem::path folder;
    openlog::SigningKey key;                           // that the log was begun with
    std::vector<openlog::SigningKey> later_keys = {};  // that have followed it, oldest first
    std::vector<WitnessAddress> witnesses = {};
    Ask ask = {};                                // how they are asked
    std::optional<openlog::Policy> quorum = {};  // who must have cosigned before the checkpoint moves
};

/// Where the newest checkpoint is shown while the log's own waits for its witnesses.
inline constexpr auto unwitnessed_checkpoint = "checkpoint.unwitnessed";

/// The log cannot be signed as it is. The sentence says why, and what the operator is to do.
struct CannotSign : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The database is not the one whose log was signed: to sign it, or to write more in it, would make two
/// histories.
struct ForkedLog : CannotSign {
    using CannotSign::CannotSign;
};

/// Publishes the log of a database as files in a folder: tiles and entry bundles first, then the checkpoint
/// that speaks of them, each whole or not at all. With a quorum the checkpoint moves when enough witnesses
/// have cosigned, and until then the newest is shown next to it. Of several on one PostgreSQL server one
/// signs; the others publish what it has signed. Used by one thread.
class LogPublisher {
public:
    /// Throws ForkedLog when the database's log is shorter than the one that the folder or the database says
    /// was signed, and std::runtime_error when another program works in the folder.
    LogPublisher(LogSettings, sql::Writer&);

    /// Publishes what is new; false when nothing was. The first time the whole log is computed anew, and
    /// must give every root that was signed. Throws CannotSign.
    bool publish(Instant now);

    /// Asks witnesses to cosign what was published last, and publishes what they say.
    void ask(Witnesses&, Instant now);

    /// What an auditor would say of the files, and whether the database still holds the same entries.
    std::vector<openlog::Finding> examine();

private:
    bool sign(Instant now);
    bool follow();
    openlog::Note signed_note(Instant now) const;
    const openlog::SigningKey* known(const openlog::VerifierKey&) const;
    bool leads();
    void grow(std::uint64_t size);
    void check_against_signed() const;
    void show(const std::string& note);
    bool is_witnessed(const std::string& note) const;
    bool shows_newest() const;
    void put_all(const std::vector<openlog::File>&);
    void put(const std::string& path, const std::string& bytes);

    LogSettings settings_;
    std::unique_ptr<sql::Connection> db_;
    sql::Writer& writer_;
    openlog::Fetch published_;
    openlog::Builder builder_;
    std::vector<openlog::TreeHead> signed_;  // that the log must grow through
    bool leads_ = false;
};

}  // namespace medskapa::jobs
