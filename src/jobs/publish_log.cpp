#include "jobs/publish_log.hpp"

#include "app/log/log_audit.hpp"
#include "app/log/log_documents.hpp"
#include "app/log/log_keys.hpp"
#include "store/files/durable_file.hpp"
#include "store/files/log_folder.hpp"
#include "store/sql/upkeep.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace medskapa::jobs {
namespace {

constexpr int entries_at_a_time = 1024;
constexpr std::chrono::days both_sign{30};
constexpr std::int64_t postgres_lock = 0x6D656473;  // of the one that signs

[[noreturn]] void refuse_shorter(std::uint64_t signed_size, std::int64_t size) {
    throw ForkedLog{
        fmt::format("The open log was signed with {} entries, and the database holds {}: an older backup has "
                    "been restored. Nothing is signed and nothing more is written, so that there are not two "
                    "histories. Stop the server and run: medskapa log repair --data DIR",
            signed_size, size)};
}

[[noreturn]] void refuse_unanswered() {
    throw ForkedLog{
        "A backup was restored, or a witness has seen another history, and nobody has said whether the open "
        "log "
        "was signed after it. Nothing is signed and nothing more is written, so that there are not two "
        "histories. "
        "Stop the server. Put the newest copy of the folder logg in the data folder and run medskapa log "
        "repair "
        "--data DIR, or, when nothing was signed after the backup, medskapa log continue --data DIR"};
}

[[noreturn]] void refuse_other_history(std::uint64_t size) {
    throw ForkedLog{
        fmt::format("The first {} entries in the database are not those that were signed. Nothing is signed "
                    "and nothing more is written, so that there are not two histories. Run medskapa log "
                    "verify with the data folder: it names the "
                    "entry. Then restore a backup from before it was changed.",
            size)};
}

[[noreturn]] void refuse_witnessed_history(std::uint64_t size) {
    throw WitnessedFork{
        fmt::format("A witness has seen other entries than the database's in the open log's first {}: an "
                    "older backup has been "
                    "restored, and the log went on after it. Nothing is signed and nothing more is written, "
                    "so that there are "
                    "not two histories. Stop the server. Put the newest copy of the folder logg in the data "
                    "folder and run: "
                    "medskapa log repair --data DIR",
            size)};
}

}  // namespace

LogPublisher::LogPublisher(LogSettings settings, sql::Writer& writer)
    : settings_{std::move(settings)},
      db_{sql::open(settings_.database, sql::Access::read_only)},
      writer_{writer},
      published_{store::files_in(settings_.folder)},
      leads_{!settings_.database.is_postgres()} {
    if (const auto text = published_("checkpoint"))
        if (const auto checkpoint = openlog::read_signed_checkpoint(*text))
            learn(checkpoint->checkpoint.head);
    if (const auto newest = store::newest_signed(*db_)) learn(newest->head);
    if (!settings_.signed_heads.empty())
        kept_head_ = store::SignedHeads{settings_.signed_heads}.newest(settings_.key.verifier().name);
    if (kept_head_) learn(*kept_head_);
    // Where the newest head is known to be in this database nothing can have been signed after it.
    const bool is_unanswered = !kept_head_ && std::filesystem::exists(settings_.restore_mark);
    if (is_unanswered || std::filesystem::exists(settings_.fork_mark)) refuse_unanswered();
}

/// A head that was signed, wherever it was found.
void LogPublisher::learn(const openlog::TreeHead& head) {
    if (const auto size = store::log_size(*db_); head.size > static_cast<std::uint64_t>(size))
        refuse_shorter(head.size, size);
    signed_.push_back(head);
}

void LogPublisher::ask_at_start(Witnesses& witnesses, Instant now) {
    std::vector<openlog::VerifierKey> keys{settings_.key.verifier()};
    for (const auto& key : settings_.later_keys) keys.push_back(key.verifier());
    const auto size = static_cast<std::uint64_t>(store::log_size(*db_));
    seen_ = witnesses.seen(keys, size);
    if (!leads()) return;
    if (const auto newest = store::newest_signed(*db_)) grow(newest->head.size);
    ask(witnesses, now);
}

bool LogPublisher::publish(Instant now) {
    return leads() ? sign(now) : follow();
}

bool LogPublisher::leads() {
    if (leads_) return true;
    leads_ = sql::try_lock(*db_, postgres_lock);
    if (const auto newest = store::newest_signed(*db_); leads_ && newest) signed_.push_back(newest->head);
    return leads_;
}

bool LogPublisher::sign(Instant now) {
    const auto size = static_cast<std::uint64_t>(store::log_size(*db_));
    if (size < builder_.size()) refuse_shorter(builder_.size(), static_cast<std::int64_t>(size));
    const auto newest = store::newest_signed(*db_);
    if (size == 0 || (size == builder_.size() && newest && shows(*newest))) return false;
    grow(size);
    const bool is_signed = newest && newest->head == builder_.head();
    const auto note = is_signed ? newest->note : openlog::text_of(signed_note(now));
    if (!is_signed)
        (void)app::perform(writer_, Actor::operating(), {}, [&](auto& act) {
            return app::remember_signed(act, {builder_.head(), now, note});
        });
    keep_head();
    show(note);
    if (kept_head_) std::filesystem::remove(settings_.restore_mark);
    return true;
}

/// Before the checkpoint is shown, so that no other can be shown after a restart. Another server of ours may
/// have kept a head that our own log begins with; any other is a second history.
void LogPublisher::keep_head() {
    if (settings_.signed_heads.empty() || kept_head_ == builder_.head()) return;
    const store::SignedHeads heads{settings_.signed_heads};
    const auto& origin = settings_.key.verifier().name;
    while (!heads.replace(origin, kept_head_, builder_.head())) {
        const auto other = heads.newest(origin);
        if (!other || other == kept_head_ || !begins_with(*other))
            throw ForkedLog{"Another program signs the same open log: what it signed last is in " +
                            settings_.signed_heads.string() +
                            ". Nothing is signed and nothing more is written here. End one of the two."};
        kept_head_ = other;
        if (kept_head_ == builder_.head()) return;
    }
    kept_head_ = builder_.head();
}

bool LogPublisher::begins_with(const openlog::TreeHead& head) const {
    if (head.size > builder_.size() || head.size == 0) return false;
    const openlog::Source source{builder_.size(), published_};
    return openlog::subtree_hash({0, head.size}, source.nodes()) == head.root;
}

void LogPublisher::show(const std::string& note) {
    if (settings_.quorum) put(unwitnessed_checkpoint, note);
    if (is_witnessed(note)) put("checkpoint", note);
}

bool LogPublisher::is_witnessed(const std::string& note) const {
    if (!settings_.quorum) return true;
    const auto read = openlog::read_note(note);
    std::vector<openlog::Signer> witnesses;
    if (read)
        if (auto found = openlog::signers(*read, settings_.quorum->witnesses()))
            witnesses = *std::move(found);
    return settings_.quorum->is_satisfied_by(witnesses);
}

/// What was put there and has been damaged since is put there again.
bool LogPublisher::shows(const store::SignedHead& newest) const {
    return published_(settings_.quorum ? unwitnessed_checkpoint : "checkpoint") == newest.note;
}

/// By the newest key that the log names and, for a month, by the one before it too.
openlog::Note LogPublisher::signed_note(Instant now) const {
    const auto keys = app::log_keys(*db_);
    const auto* newest = keys.empty() ? nullptr : known(keys.back().key);
    if (newest == nullptr)
        throw CannotSign{
            "The open log's newest key is in no file “logg.key”, “logg.key.2”, ... of the data folder. Put "
            "it "
            "back from a backup."};
    auto note = openlog::signed_checkpoint({newest->verifier().name, builder_.head()}, *newest);
    if (keys.size() < 2 || now >= keys.back().since + both_sign) return note;
    if (const auto* before = known(keys[keys.size() - 2].key))
        note.signatures.push_back(openlog::sign(note.text, *before));
    return note;
}

const openlog::SigningKey* LogPublisher::known(const openlog::VerifierKey& key) const {
    if (settings_.key.verifier() == key) return &settings_.key;
    const auto is_it = [&](const openlog::SigningKey& other) { return other.verifier() == key; };
    const auto found = std::find_if(settings_.later_keys.begin(), settings_.later_keys.end(), is_it);
    return found == settings_.later_keys.end() ? nullptr : &*found;
}

bool LogPublisher::follow() {
    const auto newest = store::newest_signed(*db_);
    const auto shown = published_(settings_.quorum ? unwitnessed_checkpoint : "checkpoint");
    if (!newest || (newest->head.size == builder_.size() && shown == newest->note)) return false;
    if (newest->head.size < builder_.size())
        refuse_shorter(builder_.size(), static_cast<std::int64_t>(newest->head.size));
    signed_.push_back(newest->head);
    grow(newest->head.size);
    keep_head();
    show(newest->note);
    return true;
}

void LogPublisher::grow(std::uint64_t size) {
    while (builder_.size() < size) {
        const auto left = size - builder_.size();
        const auto batch = static_cast<int>(std::min<std::uint64_t>(left, entries_at_a_time));
        const auto entries = store::log_entries(*db_, static_cast<std::int64_t>(builder_.size()), batch);
        if (entries.empty()) refuse_other_history(size);
        for (const auto& entry : entries) {
            builder_.append(entry);
            check_against_signed();
        }
        put_all(builder_.full_files());
    }
    put_all(builder_.files());
}

void LogPublisher::check_against_signed() const {
    for (const auto& head : signed_)
        if (head.size == builder_.size() && head != builder_.head()) refuse_other_history(head.size);
    for (const auto& head : seen_)
        if (head.size == builder_.size() && head != builder_.head()) refuse_witnessed_history(head.size);
}

void LogPublisher::put_all(const std::vector<openlog::File>& files) {
    for (const auto& file : files) put(file.path, file.bytes);
}

void LogPublisher::put(const std::string& path, const std::string& bytes) {
    if (published_(path) == bytes) return;
    store::write_durably(settings_.folder / path, bytes, store::Readers::owner);
    // The partial ones lie in a folder called as the full one and ".p"; whoever asks for one reads the full.
    if (path != "checkpoint") std::filesystem::remove_all(settings_.folder / (path + ".p"));
}

void LogPublisher::ask(Witnesses& witnesses, Instant now) {
    const auto newest = store::newest_signed(*db_);
    if (!leads_ || !newest || newest->head != builder_.head()) return;
    const auto checkpoint = openlog::read_signed_checkpoint(newest->note);
    if (!checkpoint) return;
    const auto note = witnesses.cosigned(*checkpoint, published_, now);
    if (!note) return;
    const auto text = openlog::text_of(*note);
    (void)app::perform(writer_, Actor::operating(), {}, [&](auto& act) {
        return app::keep_cosigned(act, {newest->head, newest->signed_at, text});
    });
    show(text);
}

std::vector<openlog::Finding> LogPublisher::examine() {
    if (settings_.quorum && !published_("checkpoint")) return {};  // none has been witnessed yet
    auto report = openlog::audit(published_, {{settings_.key.verifier()}, {}, app::documents_in(*db_), {}});
    if (!report) return {{openlog::Finding::Kind::breach, {}, report.error().complaints.front()}};
    const auto size = report->newest.checkpoint.head.size;
    auto findings = app::differences(*db_, openlog::Source{size, published_}, size);
    findings.insert(findings.begin(), report->findings.begin(), report->findings.end());
    return findings;
}

}  // namespace medskapa::jobs
