#include "jobs/log_job.hpp"

#include "app/log/log_keys.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "jobs/forgetting/sweep_erased.hpp"

#include <iostream>

namespace medskapa::jobs {
namespace {

constexpr std::chrono::seconds between_looks{1};
constexpr std::chrono::seconds after_trouble{10};
constexpr std::chrono::hours between_examinations{1};
constexpr std::chrono::milliseconds longest_asking{1500};  // witnesses, before visitors are let in

std::string first_breach(const std::vector<openlog::Finding>& findings) {
    for (const auto& finding : findings)
        if (finding.kind == openlog::Finding::Kind::breach)
            return (finding.place ? "Entry " + std::to_string(*finding.place) + ": " : std::string{}) +
                   in_english(finding.sentence);
    return {};
}

}  // namespace

LogSettings log_of(const store::Installation& installation, const std::string& base_url) {
    const auto start = base_url.find("//");
    const auto host = start == std::string::npos ? std::string{"localhost"}
                                                 : text::host_without_port(base_url.substr(start + 2));
    const auto name = host + "/medskapa/" + hex(random_bytes(4));
    const auto key_in = [&](const std::string& file) {
        return store::signing_key_in(file, name, openlog::KeyType::ed25519);
    };
    const auto files = installation.log_key_files();
    LogSettings log{installation.database(), installation.log_folder(),
        key_in(files.empty() ? installation.log_key_file() : files.front())};
    for (std::size_t i = 1; i < files.size(); ++i) log.later_keys.push_back(key_in(files[i]));
    log.signed_heads = installation.signed_heads_folder();
    log.restore_mark = installation.restore_mark();
    log.fork_mark = installation.fork_mark();
    return log;
}

void open_log(sql::Writer& writer, const LogSettings& log) {
    (void)app::perform(writer, Actor::operating(), {},
        [&](auto& act) { return app::open_log(act, openlog::as_vkey(log.key.verifier())); });
}

void publish_log(const LogSettings& settings, sql::Writer& writer, Instant now) {
    const store::FolderLock lock{settings.folder};
    LogPublisher{settings, writer}.publish(now);
}

LogJob::LogJob(LogSettings settings, sql::Writer& writer, std::function<Instant()> now)
    : settings_{std::move(settings)},
      writer_{writer},
      now_{std::move(now)},
      witnesses_{settings_.witnesses, settings_.ask, settings_.look, settings_.queries_a_day} {
    attempt([this] { begin(); });
    thread_ = std::thread{[this] { run(); }};
    if (settings_.witnesses.empty()) return;
    std::unique_lock lock{mutex_};
    asked_.wait_for(lock, longest_asking, [this] { return asking_is_over_; });
}

LogJob::~LogJob() {
    {
        const std::lock_guard lock{mutex_};
        ending_ = true;
    }
    ended_.notify_one();
    thread_.join();
}

void LogJob::run() {
    auto pause = std::chrono::seconds{0};
    while (wait(pause) && !is_forked_) pause = attempt([this] { publish(); }) ? between_looks : after_trouble;
}

void LogJob::begin() {
    if (!lock_) lock_.emplace(settings_.folder);
    if (publisher_) return;
    reader_ = sql::open(settings_.database, sql::Access::read_only);
    publisher_.emplace(settings_, writer_);
}

void LogJob::publish() {
    begin();
    if (!has_asked_) ask_at_start();
    publisher_->publish(now_());
    publisher_->ask(witnesses_, now_());
    report_witnesses();
    sweep_erased(*reader_, settings_.database, writer_);
    if (examined_ && now_() - *examined_ < between_examinations) return;
    examined_ = now_();
    if (const auto breach = first_breach(publisher_->examine()); !breach.empty())
        report("the open log does not hold: " + breach + ". Run: medskapa log verify");
}

/// Before anything is signed.
void LogJob::ask_at_start() {
    publisher_->ask_at_start(witnesses_, now_());
    has_asked_ = true;
    end_asking();
}

void LogJob::end_asking() {
    const std::lock_guard lock{mutex_};
    asking_is_over_ = true;
    asked_.notify_all();
}

bool LogJob::attempt(const std::function<void()>& work) {
    try {
        work();
        return true;
    } catch (const ForkedLog& forked) {
        if (dynamic_cast<const WitnessedFork*>(&forked) != nullptr) {
            remember(forked.what());
            if (settings_.on_objection) settings_.on_objection();
        }
        is_forked_ = true;
        writer_.close(std::make_exception_ptr(sql::Unavailable{forked.what()}));
        report(forked.what());
    } catch (const std::exception& trouble) {
        report(std::string{"the open log could not be published: "} + trouble.what());
        publisher_.reset();  // the connection may be gone
    }
    end_asking();
    return false;
}

/// A restart must not forget what a witness has said, should it be silent then.
void LogJob::remember(const std::string& why) {
    if (settings_.fork_mark.empty()) return;
    try {
        store::write_durably(settings_.fork_mark, why + '\n', store::Readers::owner);
    } catch (const std::exception& trouble) {
        report(trouble.what());
    }
}

void LogJob::report(const std::string& sentence) {
    if (sentence == reported_) return;
    reported_ = sentence;
    std::cerr << "medskapa: " << sentence << std::endl;
}

/// The log holds without them, so their troubles are reported apart.
void LogJob::report_witnesses() {
    if (witnesses_.trouble() == reported_of_witnesses_) return;
    reported_of_witnesses_ = witnesses_.trouble();
    if (!reported_of_witnesses_.empty()) std::cerr << "medskapa: " << reported_of_witnesses_ << std::endl;
}

/// False when the job is to end.
bool LogJob::wait(std::chrono::seconds pause) {
    std::unique_lock lock{mutex_};
    return !ended_.wait_for(lock, pause, [this] { return ending_; });
}

}  // namespace medskapa::jobs
