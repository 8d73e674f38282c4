#include "cli/serve/serve.hpp"

#include "app/conversation/opinion_map_updater.hpp"
#include "app/issue/splitting.hpp"
#include "app/site/release.hpp"
#include "base/text.hpp"
#include "cli/files.hpp"
#include "cli/log/fetch.hpp"
#include "cli/serve/health_watch.hpp"
#include "cli/serve/listening.hpp"
#include "cli/serve/metrics.hpp"
#include "cli/serve/repeating.hpp"
#include "cli/serve/sign_in_services.hpp"
#include "cli/serve/watches.hpp"
#include "engine/openlog/signing/policy.hpp"
#include "jobs/ask_provider.hpp"
#include "jobs/forgetting/erase_out_of_time.hpp"
#include "jobs/forgetting/forget_backups.hpp"
#include "jobs/forgetting/forget_own_links.hpp"
#include "jobs/forgetting/forget_table_readings.hpp"
#include "jobs/forgetting/forget_unsent.hpp"
#include "store/files/checked_log.hpp"
#include "web/frame/sign_in/security_notes.hpp"
#include "web/http/head.hpp"
#include "web/log/rules.hpp"
#include "web/routes.hpp"

#include <malloc.h>
#include <sys/resource.h>
#include <iostream>

namespace medskapa::cli {
namespace {

namespace http = web::http;

constexpr std::chrono::milliseconds map_interval{1500};  // a map is at most this old, and the time to draw it
constexpr int rounds_to_commit = 400;
constexpr std::chrono::minutes between_sweeps{10};
constexpr std::chrono::seconds grace_at_end{3};

void check_workers(unsigned workers) {
    constexpr unsigned most_workers = 512;
    if (workers < 1 || workers > most_workers)
        give_up(N_("Choose between 1 and {} workers with --workers."), most_workers);
}

/// Fewer files than the workers need is a sentence now, not a fault later.
void check_descriptors(unsigned workers) {
    constexpr std::uint64_t files_each = 3;  // a database, its journal and the journal's index
    constexpr std::uint64_t others = 100;
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    const auto needed = workers * files_each + others;
    if (files.rlim_cur != RLIM_INFINITY && files.rlim_cur < needed)
        give_up(N_("The system lets this program open {} files, and {} workers need {}. Raise that limit "
                   "(ulimit -n), or lower --workers."),
            static_cast<std::uint64_t>(files.rlim_cur), workers, needed);
}

http::Options options_of(const ServeOptions& asked) {
    check_workers(asked.workers);
    auto options = listening_on(asked.listen);
    options.workers = asked.workers;
    options.max_connections = connections_allowed(asked.workers);
    check_descriptors(asked.workers);
    options.trusted_proxies = asked.trusted_proxies;
    if (const auto host = asked.base_url.find("//"); host != std::string::npos)
        options.hosts.push_back(text::host_without_port(asked.base_url.substr(host + 2)));
    return options;
}

std::unique_ptr<sql::Connection> opened_for_visitors(const sql::Database& database) {
    try {
        auto db = sql::open(database, sql::Access::read_only);
        db->set_patience(sql::while_visitors_wait);
        return db;
    } catch (const sql::Unavailable& refusal) {
        give_up(
            N_("The database server takes no connection for each worker. Lower --workers, or raise its limit "
               "of connections: {}"),
            refusal.what());
    }
}

http::Handler handler(const web::Site& site, const web::Router& router, const sql::Database& database) {
    const std::shared_ptr<sql::Connection> db = opened_for_visitors(database);
    return [&site, &router, db](const http::Request& request) { return router.answer(site, *db, request); };
}

/// Few heaps for all threads, and large blocks of their own that go back to the system when they are freed:
/// else each worker would keep the room of the largest answer that it ever made.
void bound_heaps() {
    constexpr int heaps = 4;
    constexpr int large = 256 * 1024;
    ::mallopt(M_ARENA_MAX, heaps);
    ::mallopt(M_MMAP_THRESHOLD, large);
    ::mallopt(M_TRIM_THRESHOLD, large);
}

openlog::Policy policy_in(const std::string& file) {
    const auto text = bytes_of(file);
    if (!text) give_up(N_("{} could not be read. Check the name and that you may read it."), file);
    auto policy = openlog::read_policy(*text);
    if (!policy) throw std::runtime_error{words().complaint(policy.error().complaints.front())};
    return *std::move(policy);
}

std::vector<jobs::WitnessAddress> witnesses_in(const openlog::Policy& policy) {
    std::vector<jobs::WitnessAddress> witnesses;
    for (std::size_t i = 0; i < policy.witnesses().size(); ++i)
        if (auto url = policy.addresses()[i]; !url.empty()) {
            while (url.ends_with('/')) url.pop_back();
            witnesses.push_back({policy.witnesses()[i], std::move(url)});
        }
    return witnesses;
}

/// The program's own file, wherever it was started from.
app::Release this_program(const http::Options& options, const http::Budgets& budgets) {
    const auto bytes = bytes_of("/proc/self/exe");
    if (!bytes) give_up(N_("The program's own file could not be read."));
    return {MEDSKAPA_VERSION, sha256(*bytes), web::log::public_rules(options, budgets)};
}

/// What a newer program has to write before it serves. Where nothing may be written any more the site is
/// served without.
void settle_in(sql::Writer& writer, const app::Release& release) {
    try {
        (void)app::perform(
            writer, Actor::operating(), {}, [&](auto& act) { return app::note_release(act, release); });
        (void)app::perform(
            writer, Actor::operating(), {}, [](auto& act) { return app::fill_desk_index(act); });
    } catch (const sql::Unavailable& closed) {
        std::cerr << "medskapa: " << closed.what() << std::endl;
    }
}

std::vector<openlog::VerifierKey> keys_of(const jobs::LogSettings& log) {
    std::vector<openlog::VerifierKey> keys{log.key.verifier()};
    for (const auto& key : log.later_keys) keys.push_back(key.verifier());
    return keys;
}

jobs::LogSettings witnessed_log_of(const ServeOptions& asked) {
    auto log = log_of(asked.installation, asked.base_url);
    if (asked.witnesses.empty() && asked.waits_for_witnesses)
        give_up(N_("--wait-for-witnesses needs --witnesses FILE, which says who they are."));
    if (asked.witnesses.empty()) return log;
    const auto policy = policy_in(asked.witnesses);
    log.witnesses = witnesses_in(policy);
    if (log.witnesses.empty()) give_up(N_("The file {} names no witness with an address."), asked.witnesses);
    log.ask = post_to;
    log.look = look_at;
    log.queries_a_day = asked.queries_a_day;
    if (asked.waits_for_witnesses) log.quorum = policy;
    return log;
}

/// Half of the workers may wait for passphrases, and a quarter for providers; the others are for who reads
/// and votes.
std::shared_ptr<web::SignInDoor> door_of(const ServeOptions& asked, const http::Options& options) {
    auto door = std::make_shared<web::SignInDoor>(options.workers / 2);
    const auto ask = openid::at_most(std::max(1U, options.workers / 4), jobs::asking_providers());
    for (auto& settings : sign_in_services_in(asked.sign_in_services))
        door->providers.push_back(std::make_shared<const openid::Provider>(std::move(settings), ask));
    return door;
}

/// Draws the opinion maps anew, and now and then commits the votes since.
Repeating drawing_maps(app::OpinionMapUpdater& updater) {
    return {map_interval, "opinion maps", [&updater, rounds = 0]() mutable {
                updater.refresh();
                if (++rounds % rounds_to_commit == 0) updater.commit_votes();
            }};
}

/// Destroys what is kept for a time that is out: what a retention decision lets go, answers to referrals that
/// were never sent, links and sessions of people's own pages, how tables were read that nobody imports any
/// more, and the keys of backups, where the server has them.
Repeating forgetting(
    const jobs::BackupKeys& keys, const Clock& clock, sql::Connection& reader, sql::Writer& writer) {
    std::vector<Repeating::Task> tasks{
        {"answers never sent", [&] { (void)jobs::forget_unsent(reader, writer, clock.day(now())); }},
        {"links to one's own page", [&] { (void)jobs::forget_own_links(reader, writer, now()); }},
        {"how tables were read", [&] { (void)jobs::forget_table_readings(reader, writer, now()); }}};
    tasks.push_back({"what retention decisions let go",
        [&] { (void)jobs::erase_out_of_time(reader, writer, clock, now()); }});
    if (!keys.folder.empty())
        tasks.push_back({"keys of backups", [&, keys] {
                             (void)jobs::forget_backups(keys.folder, clock.day(now()),
                                 std::chrono::days{keys.days_kept}, reader, writer);
                         }});
    return {between_sweeps, std::move(tasks)};
}

/// Says when it begins and ends.
struct UntilEnd {
    explicit UntilEnd(SecurityLog& its_log) : log{its_log} { log.note({.event = SecurityEvent::started}); }
    ~UntilEnd() { log.note({.event = SecurityEvent::stopped}); }
    UntilEnd(const UntilEnd&) = delete;
    UntilEnd& operator=(const UntilEnd&) = delete;

    SecurityLog& log;
};

Examination examination_of(const ServeOptions& asked) {
    return {asked.installation, asked.backup_keys, asked.base_url, asked.mail, asked.witnesses,
        asked.sign_in_services, true};
}

}  // namespace

int serve(const ServeOptions& asked) {
    const auto options = options_of(asked);
    bound_heaps();
    EndingSignals signals;

    const auto clock = asked.installation.clock();
    auto owner = store::open_and_migrate(asked.installation, now());
    owner->set_patience(sql::while_visitors_wait);
    sql::Writer writer{std::move(owner), now};
    const auto notes = std::make_shared<web::SecurityNotes>(security_log_at(asked.security_log), now);
    auto log = witnessed_log_of(asked);
    log.on_objection = [notes] { notes->log.note({.event = SecurityEvent::witness_objected}); };
    open_log(writer, log);
    const jobs::LogJob publishing{log, writer, now};
    settle_in(writer, this_program(options, asked.budgets));
    web::Site site{writer, clock, now, asked.installation.secret(), asked.base_url,
        asked.installation.log_folder(),
        std::make_shared<store::CheckedLog>(asked.installation.log_folder(), keys_of(log)),
        door_of(asked, options)};
    const web::Router router{web::all_routes(), asked.budgets};
    http::Server server{options, [&] { return handler(site, router, asked.installation.database()); },
        web::status_page, [&](const http::Request& head) { return router.body_rule(head, options); },
        [&](const http::Request& request) { return router.ready(site, request); }};
    app::OpinionMapUpdater updater{
        sql::open(asked.installation.database(), sql::Access::read_only), writer, clock, now};
    const Repeating maps = drawing_maps(updater);
    const auto reader = sql::open(asked.installation.database(), sql::Access::read_only);
    const Repeating forgetful = forgetting(asked.backup_keys, clock, *reader, writer);
    if (site.base_url.empty())
        site.base_url = "http://" + options.address + ":" + std::to_string(server.port());
    if (!asked.mail.server.empty()) site.mail_from = asked.mail.from;
    const auto mailing = begin_mailing(asked.mail, asked.installation, site, writer);
    std::optional<MetricsPage> metrics;
    if (!asked.metrics.empty()) metrics.emplace(asked.metrics, asked.installation, server, writer);
    const PageCheck pages{asked.installation.database(), writer};
    const CountWatch counts{asked.installation.database()};
    site.security = notes;
    const UntilEnd running{notes->log};
    const HealthWatch health{examination_of(asked), site.health};
    const DatabaseWatch database{asked.installation.database(), writer, [&] { signals.end(1); }};
    signals.serve(server, options.address);
    sql::stop_waiting_after(grace_at_end);
    return signals.code();
}

}  // namespace medskapa::cli
